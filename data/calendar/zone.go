package calendar

import (
	"fmt"
	"strings"
	"time"

	"peerage/data"
)

// zone is the time zone of the hours in a file.
type zone struct {
	location *time.Location
	id       string   // its TZID, "" where moments are written as UTC
	changes  []change // of every year, none where the clocks never change
	offset   int      // in seconds east of UTC, where they never do
}

// named reports whether the file holds a time zone of that name.
func (z *zone) named() bool { return z.id != "" }

// change is when the clocks change in each year: at a time of the day, on the first to fourth or the last
// of a weekday in a month.
type change struct {
	month    time.Month
	weekday  time.Weekday
	week     int // 1 to 5, or -1 for the last
	clock    int // what the clocks show before, in seconds after midnight
	from, to int // the offsets before and after, in seconds east of UTC
}

// yearsAhead is for how many years at least a rule must hold to be taken for one: within eleven the last of a
// weekday is the fourth and the fifth, and days that follow another calendar have moved.
const yearsAhead = 11

// zoneFor returns the time zone for the events, which are sorted by day. Without hours in them the file needs
// none.
//
// Outlook understands a time zone with one rule for each of its two changes a year, or with none, and
// nothing else ([MS-STANOICAL] on VTIMEZONE); others take it too. Where the clocks follow no such rule, as in
// Casablanca, Jerusalem or Santiago, the moments are written as UTC: every event stands alone, so that
// nothing has to be repeated by the clock.
func zoneFor(location *time.Location, events []*Event) *zone {
	z := &zone{location: location}
	if location == nil {
		z.location = time.UTC
	}
	first, last := 0, 0
	for _, e := range events {
		if e.timed() {
			last, _, _ = e.Day.Date()
			if first == 0 {
				first = last
			}
		}
	}
	if first == 0 || universal[z.location.String()] {
		return z
	}
	if rules, regular := yearly(z.location, first-1, max(yearsAhead, last-first+2)); regular {
		z.id, z.changes = identifier(z.location), rules
		_, z.offset = time.Date(first, time.January, 1, 0, 0, 0, 0, z.location).Zone()
	}
	return z
}

// universal are the names that systems have for UTC. Moments in it are written as such: some servers give an hour in
// a time zone that they know to be UTC back as both, which is none.
var universal = map[string]bool{"UTC": true, "Etc/UTC": true, "UCT": true, "Etc/UCT": true, "Universal": true, "Etc/Universal": true, "Zulu": true, "Etc/Zulu": true}

// skipped returns how far the clocks are put forward over a time of a day, 0 where they show it. Such a time is
// meant as if they had not been, and stands that much later on the clocks (RFC 5545 §3.3.5).
func (z *zone) skipped(d data.Day, at time.Duration) time.Duration {
	year, month, day := d.Date()
	t := time.Date(year, month, day, 0, int(at/time.Minute), 0, 0, z.location)
	wanted := time.Date(year, month, day, 0, int(at/time.Minute), 0, 0, time.UTC)
	_, offset := t.Zone()
	// time.Date reads it with one of the two offsets, and shows it with the other.
	return t.Add(time.Duration(offset) * time.Second).Sub(wanted).Abs()
}

// identifier returns a TZID for a time zone. The system's own has no name in Go where its name is not known.
func identifier(location *time.Location) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("/_+-", r):
			return r
		}
		return '_'
	}, location.String())
	if name == "" || name == "Local" {
		return "Peerage/Local"
	}
	return name
}

// yearly returns the changes of the clocks that come in each of so many years from the first, and whether
// the same rules hold in all of them.
func yearly(location *time.Location, first, years int) ([]change, bool) {
	rules := changesOf(location, first)
	if len(rules) != 0 && len(rules) != 2 {
		return nil, false
	}
	always := make([]bool, len(rules)) // the last of its weekday in all years
	same := make([]bool, len(rules))   // the same week in all years
	for i := range rules {
		always[i], same[i] = true, true
	}
	for year := first; year < first+years; year++ {
		changes := changesOf(location, year)
		if len(changes) != len(rules) {
			return nil, false
		}
		for i, c := range changes {
			always[i] = always[i] && c.last(year)
			same[i] = same[i] && c.week == rules[i].week
			c.week = rules[i].week
			if c != rules[i] {
				return nil, false
			}
		}
	}
	for i := range rules {
		switch {
		case always[i]:
			rules[i].week = -1
		case !same[i] || rules[i].week > 4:
			return nil, false
		}
	}
	return rules, true
}

// last reports whether a change of that year is on the last of its weekday in its month.
func (c *change) last(year int) bool {
	first := time.Date(year, c.month, 1, 0, 0, 0, 0, time.UTC)
	day := 1 + (int(c.weekday-first.Weekday())+7)%7 + 7*(c.week-1)
	return day+7 > first.AddDate(0, 1, -1).Day()
}

// changesOf returns the changes of the clocks in a year, in their order, with the number of the weekday
// within its month.
func changesOf(location *time.Location, year int) []change {
	var changes []change
	for t := time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC); ; {
		_, end := t.In(location).ZoneBounds()
		if end.IsZero() || end.UTC().Year() > year {
			return changes
		}
		_, from := end.Add(-time.Second).In(location).Zone()
		_, to := end.In(location).Zone()
		if from != to {
			wall := end.UTC().Add(time.Duration(from) * time.Second)
			changes = append(changes, change{
				month: wall.Month(), weekday: wall.Weekday(), week: (wall.Day()-1)/7 + 1,
				clock: wall.Hour()*3600 + wall.Minute()*60 + wall.Second(), from: from, to: to,
			})
		}
		t = end
	}
}

// zone writes a time zone.
func (w *writer) zone(z *zone) {
	w.raw("BEGIN", "VTIMEZONE")
	w.raw("TZID", z.id)
	if len(z.changes) == 0 {
		w.observance("STANDARD", "19700101T000000", "", z.offset, z.offset)
	}
	for _, c := range z.changes {
		name := "STANDARD"
		if c.to > c.from {
			name = "DAYLIGHT"
		}
		w.observance(name, c.start(), c.rule(), c.from, c.to)
	}
	w.raw("END", "VTIMEZONE")
}

func (w *writer) observance(name, start, rule string, from, to int) {
	w.raw("BEGIN", name)
	w.raw("DTSTART", start)
	if rule != "" {
		w.raw("RRULE", rule)
	}
	w.raw("TZOFFSETFROM", utcOffset(from))
	w.raw("TZOFFSETTO", utcOffset(to))
	w.raw("END", name)
}

// start returns when the rule of a change first applied, had it held since 1970, as the clocks showed it.
func (c *change) start() string {
	day := time.Date(1970, c.month, 1, 0, 0, c.clock, 0, time.UTC)
	if c.week < 0 {
		day = day.AddDate(0, 1, -7) // of the last seven days one has the weekday
	} else {
		day = day.AddDate(0, 0, 7*(c.week-1))
	}
	return day.AddDate(0, 0, (int(c.weekday-day.Weekday())+7)%7).Format("20060102T150405")
}

// rule returns on which days of each year a change comes (RFC 5545 §3.3.10).
func (c *change) rule() string {
	return fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", c.month, c.week, strings.ToUpper(c.weekday.String()[:2]))
}

// utcOffset returns an offset in seconds as +0130, with seconds where it has any (RFC 5545 §3.3.14).
func utcOffset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	s := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		s += fmt.Sprintf("%02d", seconds%60)
	}
	return s
}
