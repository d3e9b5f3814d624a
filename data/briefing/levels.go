package briefing

import (
	"context"
	"time"

	"peerage/data"
	"peerage/data/store"
)

// Manager is someone who is in management now.
type Manager struct {
	Person data.ID
	Role   data.Role
	// Since bounds the day they came into management: their last such move. Both days are 0 where no
	// move tells, because they were there as long as they are known.
	After, By data.Day
}

// Careers is where everyone stands now and stood in the years before.
type Careers struct {
	Managers []Manager // in no order
	// Years are the years told of, in order and without a gap; Levels has for each person where they stood
	// at the end of each of them, today for this year. Track and Level are "" where nothing is known.
	Years  []int
	Levels map[data.ID][]data.Standing
	// Employers has the employer of each role as it is shown.
	Employers map[data.ID]string
}

// yearsTold is how many years are told of at most.
const yearsTold = 12

// fewKnown is with how many people the first year begins: shares of fewer say nothing.
const fewKnown = 5

// LoadCareers reads where everyone stands and stood. moves are those of everyone, newest first.
func LoadCareers(ctx context.Context, s *store.Store, moves []Moved, today data.Day) (*Careers, error) {
	var roles []data.Role
	err := s.Read(ctx, func(tx *store.Tx) (err error) {
		roles, err = tx.AllRoles()
		return err
	})
	if err != nil {
		return nil, err
	}
	c := &Careers{Levels: map[data.ID][]data.Standing{}, Employers: make(map[data.ID]string, len(roles))}
	into := map[data.ID]*Moved{}
	for i := range moves {
		if m := &moves[i]; into[m.Person] == nil && m.Is(data.IntoManagement) && m.Status != data.MoveDismissed {
			into[m.Person] = m
		}
	}
	year, _, _ := today.Date()
	for first := year - yearsTold + 1; first <= year; first++ {
		c.Years = append(c.Years, first)
	}
	for _, career := range data.ByPerson(roles) {
		c.add(career, into[career[0].Person], today)
	}
	c.begin()
	return c, nil
}

// add takes in the career of one person.
func (c *Careers) add(roles []data.Role, into *Moved, today data.Day) {
	for i := range roles {
		c.Employers[roles[i].ID] = roles[i].Employer
	}
	person := roles[0].Person
	if person == data.Me {
		return
	}
	if r := data.Present(roles); r != nil && r.Standing.Track == data.Management {
		m := Manager{Person: person, Role: *r}
		if into != nil {
			m.After, m.By = into.After, into.By
		}
		c.Managers = append(c.Managers, m)
	}
	stood := make([]data.Standing, len(c.Years))
	known := false
	for i, year := range c.Years {
		if r := heldOn(roles, min(data.NewDay(year, time.December, 31), today), today); r != nil {
			stood[i], known = r.Standing, true
		}
	}
	if known {
		c.Levels[person] = stood
	}
}

// begin leaves out the years before enough people are known.
func (c *Careers) begin() {
	for len(c.Years) > 1 {
		known := 0
		for _, stood := range c.Levels {
			if stood[0].Track != "" {
				known++
			}
		}
		if known >= fewKnown {
			return
		}
		c.Years = c.Years[1:]
		for id, stood := range c.Levels {
			c.Levels[id] = stood[1:]
		}
	}
}

// heldOn returns the role that says best what a person did on a day, nil when nothing is known: of those
// held then, the one begun last.
func heldOn(roles []data.Role, day, today data.Day) *data.Role {
	var best *data.Role
	var since data.Day
	for i := range roles {
		r := &roles[i]
		from, to := lasted(r, today)
		if from != 0 && from <= day && day <= to && (best == nil || from > since) {
			best, since = r, from
		}
	}
	return best
}

// lasted returns the first and the last day on which a role is known to be held; what was only seen is
// held until a source names it no more.
func lasted(r *data.Role, today data.Day) (from, to data.Day) {
	from = r.From.Earliest()
	if from == 0 {
		from = r.FirstSeen
	}
	switch {
	case r.To.Latest() != 0:
		to = r.To.Latest()
	case r.Current:
		to = today
	case r.Gone != 0:
		to = r.Gone - 1
	default:
		to = r.LastSeen
	}
	return from, to
}
