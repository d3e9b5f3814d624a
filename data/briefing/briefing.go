// Package briefing gathers what a day asks for: whom to reach and why, what to ask them, and whose career
// has moved.
package briefing

import (
	"context"

	"peerage/data"
	"peerage/data/cadence"
	"peerage/data/store"
)

// Reach is someone to be in touch with today.
type Reach struct {
	data.CheckIn
	UUID    string
	Name    string
	Private bool
	Ties    []data.Tie
	Last    *data.Interaction // nil when there was none yet
	Ask     []data.Detail     // details whose day to ask has come
}

// Day is what one day asks for.
type Day struct {
	Day      data.Day
	Reach    []Reach       // most urgent first
	Waiting  int           // further people who are due, for whom the day has no room
	Overdue  int           // of all who are due, how many are past their longest interval
	Ask      []data.Detail // details to ask about of people who are not due
	Capacity cadence.Load
	Rhythms  int // how many people have a rhythm
}

// Today returns what the day asks for.
func Today(ctx context.Context, s *store.Store, p data.Preferences, today data.Day) (*Day, error) {
	schedule, entries, err := Schedule(ctx, s, p, today)
	if err != nil {
		return nil, err
	}
	d := &Day{Day: today, Rhythms: len(entries), Capacity: cadence.Capacity(entries, settings(p), today)}
	asked, err := s.DetailsToAsk(ctx, today)
	if err != nil {
		return nil, err
	}
	due := map[data.ID]bool{}
	for _, c := range schedule.CheckIns {
		if c.Overdue > 0 {
			d.Overdue++
		}
		if c.Natural > today {
			continue
		}
		if c.Due > today {
			d.Waiting++
			continue
		}
		r, err := reach(ctx, s, c, asked)
		if err != nil {
			return nil, err
		}
		due[c.Person] = true
		d.Reach = append(d.Reach, r)
	}
	for _, a := range asked {
		if !due[a.Person] {
			d.Ask = append(d.Ask, a)
		}
	}
	return d, nil
}

// reach adds to a check-in what helps to make it.
func reach(ctx context.Context, s *store.Store, c data.CheckIn, asked []data.Detail) (Reach, error) {
	r := Reach{CheckIn: c}
	p, err := s.Person(ctx, c.Person)
	if err != nil {
		return r, err
	}
	r.UUID, r.Name, r.Private = p.UUID, p.Name, p.Private
	ties, err := s.TieKinds(ctx, []data.ID{c.Person})
	if err != nil {
		return r, err
	}
	r.Ties = ties[c.Person]
	if r.Last, err = LastContact(ctx, s, c.Person, c.Last); err != nil {
		return r, err
	}
	for _, d := range asked {
		if d.Person == c.Person {
			r.Ask = append(r.Ask, d)
		}
	}
	return r, nil
}

// LastContact returns the newest interaction with a person up to day, nil when there was none: what is
// noted for a later day has not happened yet, as seen from then.
func LastContact(ctx context.Context, s *store.Store, person data.ID, day data.Day) (*data.Interaction, error) {
	if day == 0 {
		return nil, nil
	}
	all, err := s.Interactions(ctx, person, 0)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if all[i].Day <= day {
			return &all[i], nil
		}
	}
	return nil, nil
}

// Schedule returns all coming check-ins, on the days that the cap leaves them, with the entries they
// were made from.
func Schedule(ctx context.Context, s *store.Store, p data.Preferences, today data.Day) (cadence.Schedule, []cadence.Entry, error) {
	rhythms, err := s.Rhythms(ctx, today)
	if err != nil {
		return cadence.Schedule{}, nil, err
	}
	stated, err := s.StatedTiePeople(ctx)
	if err != nil {
		return cadence.Schedule{}, nil, err
	}
	var entries []cadence.Entry
	for _, r := range rhythms {
		if e, ok := entry(r, stated); ok {
			entries = append(entries, e)
		}
	}
	return cadence.Plan(entries, settings(p), today), entries, nil
}

// entry returns what the rules of cadence need of one person; false without a rhythm.
func entry(r store.Rhythm, stated map[data.ID]bool) (cadence.Entry, bool) {
	e := cadence.Entry{
		Person: r.Person, Rhythm: cadence.Effective(r.Cadence.Rhythm, r.Circles), Set: r.Cadence.Set, Last: r.Last,
		Snoozed: r.Cadence.Snoozed, Skipped: r.Cadence.Skipped, PausedUntil: r.Paused,
	}
	if r.Cadence.Rhythm == (data.Rhythm{}) {
		e.Set = r.Joined
	}
	if stated[r.Person] {
		e.Weight = 1
	}
	return e, e.Rhythm != data.Rhythm{}
}

func settings(p data.Preferences) cadence.Settings {
	return cadence.Settings{PerDay: p.PerDay, PerWeek: p.PerWeek, Weekdays: p.Weekdays}
}

// DueDays returns the day on which each person with a rhythm is due.
func DueDays(ctx context.Context, s *store.Store, p data.Preferences, today data.Day) (map[data.ID]data.CheckIn, error) {
	schedule, _, err := Schedule(ctx, s, p, today)
	if err != nil {
		return nil, err
	}
	due := make(map[data.ID]data.CheckIn, len(schedule.CheckIns))
	for _, c := range schedule.CheckIns {
		due[c.Person] = c
	}
	return due, nil
}

// RhythmOf returns the rhythm that holds for a person, zero when there is none.
func RhythmOf(ctx context.Context, s *store.Store, person data.ID, today data.Day) (data.Rhythm, error) {
	r, err := s.RhythmOf(ctx, person, today)
	return cadence.Effective(r.Cadence.Rhythm, r.Circles), err
}
