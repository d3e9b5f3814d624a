package welcome

import (
	"context"
	"fmt"
	"math"
	"strings"

	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// group says why people are proposed.
type group int

const (
	named   group = iota // the user stated a tie
	current              // they work together now
	former               // they worked together
	groups               // how many there are
)

// proposal is someone to keep up with, in words.
type proposal struct {
	person parts.PersonRowData
	group  group
	why    string
	rhythm data.Rhythm
}

// content is what the screen needs to know.
type content struct {
	people    int // how many there are at all
	rhythms   int // how many of them have a rhythm
	jobs      int // how many jobs of the user's own are known
	proposals []proposal
	asked     float64 // check-ins a week that the rhythms there are ask for
	given     int     // check-ins a week that the user gives
}

// loading gathers the content.
type loading struct {
	store  *store.Store
	words  *words.Words
	today  data.Day
	hidden bool // names
}

func (l *loading) content(ctx context.Context) (*content, error) {
	c := &content{}
	var err error
	if c.people, err = l.store.CountPeople(ctx); err != nil || c.people == 0 {
		return c, err
	}
	settings, err := l.store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	day, err := briefing.Due(ctx, l.store, data.PreferencesFrom(settings), l.today)
	if err != nil {
		return nil, err
	}
	c.rhythms, c.asked, c.given = day.Rhythms, day.Capacity.PerWeek, day.Capacity.Given
	mine, err := l.store.Roles(ctx, data.Me)
	if err != nil {
		return nil, err
	}
	c.jobs = len(mine)
	proposed, err := briefing.Propose(ctx, l.store, l.today)
	if err != nil {
		return nil, err
	}
	for _, p := range proposed {
		made, err := l.proposal(ctx, p)
		if err != nil {
			return nil, fmt.Errorf("propose a person: %w", err)
		}
		c.proposals = append(c.proposals, made)
	}
	return c, nil
}

func (l *loading) proposal(ctx context.Context, p briefing.Proposal) (proposal, error) {
	made := proposal{
		person: parts.PersonRowData{ID: p.Person, Name: parts.Called(p.Name, l.hidden), Initials: parts.Initials(parts.Called(p.Name, l.hidden))},
		group:  former, rhythm: p.Rhythm,
	}
	switch {
	case !p.Tie.Derived:
		made.group = named
	case p.Tie.Current:
		made.group = current
	}
	roles, err := l.store.Roles(ctx, p.Person)
	if err != nil {
		return made, err
	}
	made.why = l.why(p, roles)
	return made, nil
}

// why says in words what ties a person to the user, and what they do now: "Former coworker at Halden
// Bank, 3 years 8 months. Now Engineering Manager, Zenith."
func (l *loading) why(p briefing.Proposal, roles []data.Role) string {
	w, t := l.words, p.Tie
	why := w.Tie(t.Kind, t.Current)
	if at := employer(roles, t.Theirs); at != "" {
		why = w.T("welcome.at", words.Args{"Tie": why, "Organisation": at})
	}
	length := w.Months(t.Months)
	if !t.Derived {
		length = w.Span(t.Since, t.Until)
	}
	if length != "" {
		why = w.T("welcome.for", words.Args{"Tie": why, "Length": length})
	}
	if t.Derived && t.Sure != data.Certain {
		why = w.T("welcome.perhaps", words.Args{"Tie": why})
	}
	why = words.Capital(w.T("today.said", words.Args{"What": why}))
	if p.Second != "" {
		why += " " + w.T("welcome.now", words.Args{"Work": strings.TrimRight(p.Second, ".")})
	}
	return why
}

// employer returns where the role with this id is.
func employer(roles []data.Role, id data.ID) string {
	for _, r := range roles {
		if r.ID == id {
			return r.Employer
		}
	}
	return ""
}

// rhythms are those to choose from, from often to seldom.
var rhythms = []data.Rhythm{
	{Ideal: 30, Longest: 50}, {Ideal: 42, Longest: 70}, {Ideal: 91, Longest: 140}, {Ideal: 182, Longest: 270}, {Ideal: 365, Longest: 500},
}

const (
	daysPerWeek   = 7
	weeksPerMonth = 52.0 / 12
)

// amount says how many check-ins a week come together, and how that stands to what the user gives.
func amount(w *words.Words, chosen []data.Rhythm, asked float64, given int) string {
	if len(chosen) == 0 {
		return w.T("welcome.nobody_checked")
	}
	for _, r := range chosen {
		asked += daysPerWeek / float64(r.Ideal)
	}
	gives := words.Args{"Given": w.Count(given)}
	switch {
	case asked > float64(given):
		return w.N("welcome.too_many", int(math.Ceil(asked)), gives)
	case asked < 0.95:
		return w.N("welcome.per_month", max(int(math.Round(asked*weeksPerMonth)), 1), gives)
	}
	return w.N("welcome.per_week", int(math.Round(asked)), gives)
}
