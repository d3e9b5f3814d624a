package linkedin

import (
	"slices"
	"strings"

	"peerage/data"
)

// connections reads the entries of Connections.csv.
type connections struct {
	*reader
	at       columns
	profiles map[string]int            // where in out.People a profile is
	seen     map[data.PersonDraft]bool // people without a profile, by all that is said of them
}

func newConnections(in *reader, at columns) *connections {
	return &connections{in, at, map[string]int{}, map[data.PersonDraft]bool{}}
}

// add reads one entry. Members who hide themselves leave nothing but the day of connecting: they are
// no people to the user, and no problem either.
func (c *connections) add() {
	if c.isHidden() {
		c.out.Skipped++
		c.out.Hidden++
		return
	}
	p := data.PersonDraft{
		Line:         c.rec.Line,
		Given:        c.text(c.at[given], data.MaxName),
		Family:       c.text(c.at[family], data.MaxName),
		Organisation: c.text(c.at[company], data.MaxName),
		Title:        c.text(c.at[title], data.MaxName),
	}
	if p.Given == "" && p.Family == "" {
		c.skip(c.at[given], data.NoName, c.firstValue())
		return
	}
	p.Profile = c.address(c.at[profile], slug)
	p.Email = c.address(c.at[email], mailbox)
	p.Connected = c.day()
	if c.isRepeated(p) {
		return
	}
	c.out.People = append(c.out.People, p)
}

func (c *connections) isHidden() bool {
	for i := range c.rec.Values {
		if i != c.at[connected] && c.cell(i) != "" && !c.isRowNumber(i) {
			return false
		}
	}
	return true
}

// isRowNumber reports whether a column is none of LinkedIn's and has a number: programs that read tables count
// the entries when they write them again.
func (c *connections) isRowNumber(col int) bool {
	return !slices.Contains(c.at[:], col) && strings.Trim(c.cell(col), "0123456789") == ""
}

// day returns the day of connecting, 0 where it is empty or none.
func (c *connections) day() data.Day {
	text := c.cell(c.at[connected])
	if text == "" {
		return 0
	}
	p, ok := parseDate(text)
	timed := false
	if !ok { // programs that read tables write the midnight with which a day begins
		if date, found := cutTime(text); found && date != text {
			p, timed = parseDate(date)
		}
	}
	switch {
	case !ok && !timed || p.Day == 0:
		c.problem(c.at[connected], data.BadDay, text)
		return 0
	case !timed && c.endsShort(c.at[connected], text):
		c.problem(c.at[connected], data.CutShort, text)
		return 0
	case p.Earliest() < began:
		c.problem(c.at[connected], data.EarlyDay, text)
		return 0
	}
	if !timed {
		c.style.note(text)
	}
	return p.Earliest()
}

// isRepeated reports whether p was in the file before, and says so: one profile is one person, and
// without profiles an entry that is the same in everything. The first one stays.
func (c *connections) isRepeated(p data.PersonDraft) bool {
	key := p
	key.Line = 0
	if p.Profile == "" {
		if c.seen[key] {
			c.skip(-1, data.Repeated, joinName(p))
			return true
		}
		c.seen[key] = true
		return false
	}
	i, found := c.profiles[p.Profile]
	if !found {
		c.profiles[p.Profile] = len(c.out.People)
		return false
	}
	first := c.out.People[i]
	if first.Line = 0; first == key {
		c.skip(-1, data.Repeated, joinName(p))
	} else {
		c.skip(c.at[profile], data.Repeated, p.Profile)
	}
	return true
}

func joinName(p data.PersonDraft) string { return trim(p.Given + " " + p.Family) }
