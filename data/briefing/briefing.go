// Package briefing gathers what a day asks for: whom to reach and why, what to ask them, what was promised,
// what the day brings them, whose career has moved, and one small thing.
package briefing

import (
	"cmp"
	"context"
	"slices"

	"peerage/data"
	"peerage/data/cadence"
	"peerage/data/nudges"
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
	Bounds  data.Boundary     // what they want left alone, and how they like to be reached
}

// Day is what one day asks for.
type Day struct {
	Day      data.Day
	Reach    []Reach       // those with an hour first, in the order of the hours, then the most urgent first
	Waiting  int           // further people who are due, for whom the day has no room
	Overdue  int           // of all who are due, how many are past their longest interval
	Ask      []data.Detail // details to ask about of people who are not due
	Capacity cadence.Load
	Rhythms  int // how many people have a rhythm

	Promises  []Promised      // late, or due within three days; mine first
	Occasions []data.Occasion // of today and as many days ahead as the user wants to know, by day
	News      News
	CheckIns  []data.CheckIn // all that are to come, those due today among them

	moved []data.Move // of the last year, and that still hold; newest first
}

// Waits returns how much waits for the user on the day: people to reach, and promises that are due or late.
func (d *Day) Waits() int {
	n := len(d.Reach)
	for i := range d.Promises {
		if d.Promises[i].Due <= d.Day {
			n++
		}
	}
	return n
}

// Due returns what the day asks for without what it brings: Occasions and News are empty.
func Due(ctx context.Context, s *store.Store, p data.Preferences, today data.Day) (*Day, error) {
	schedule, entries, err := Schedule(ctx, s, p, today)
	if err != nil {
		return nil, err
	}
	d := &Day{Day: today, Rhythms: len(entries), Capacity: cadence.Capacity(entries, settings(p), today), CheckIns: schedule.CheckIns}
	asked, err := s.DetailsToAsk(ctx, today)
	if err != nil {
		return nil, err
	}
	if err := d.reach(ctx, s, asked); err != nil {
		return nil, err
	}
	if err := d.ask(ctx, s, asked); err != nil {
		return nil, err
	}
	d.Promises, err = Promises(ctx, s, today)
	return d, err
}

// Today returns what the day asks for.
func Today(ctx context.Context, s *store.Store, p data.Preferences, today data.Day) (*Day, error) {
	d, err := Due(ctx, s, p, today)
	if err != nil {
		return nil, err
	}
	if err := d.occasions(ctx, s, p.Ahead); err != nil {
		return nil, err
	}
	if d.moved, err = recent(ctx, s, today); err != nil {
		return nil, err
	}
	d.News, err = risen(ctx, s, d.moved, today)
	return d, err
}

// occasions finds what the coming days bring, without what the user has done or dismissed already.
func (d *Day) occasions(ctx context.Context, s *store.Store, ahead int) error {
	all, err := Occasions(ctx, s, d.Day, ahead)
	if err != nil || len(all) == 0 {
		return err
	}
	answers, err := s.NudgeAnswers(ctx)
	d.Occasions = slices.DeleteFunc(all, func(o data.Occasion) bool {
		c := Celebration(&o)
		return slices.ContainsFunc(answers, func(a data.NudgeAnswer) bool {
			return a.Kind == c.Kind && a.Person == c.Person && a.Subject == c.Subject && a.Day > d.Day-nudges.Repeats && a.Day <= d.Day
		})
	})
	return err
}

// reach says who is to be reached today, with what helps to do it, and counts who waits.
func (d *Day) reach(ctx context.Context, s *store.Store, asked []data.Detail) error {
	var people []data.ID
	for _, c := range d.CheckIns {
		if c.Overdue > 0 {
			d.Overdue++
		}
		switch {
		case c.Natural > d.Day:
		case c.Due > d.Day:
			d.Waiting++
		default:
			d.Reach = append(d.Reach, Reach{CheckIn: c})
			people = append(people, c.Person)
		}
	}
	if len(people) == 0 {
		return nil
	}
	slices.SortStableFunc(d.Reach, func(a, b Reach) int { return cmp.Compare(hour(a.CheckIn), hour(b.CheckIn)) })
	known, err := s.Known(ctx, people, d.Day)
	if err != nil {
		return err
	}
	ties, err := s.TiesOf(ctx, people)
	if err != nil {
		return err
	}
	last, err := s.LastInteractions(ctx, people, d.Day)
	if err != nil {
		return err
	}
	boundaries, err := s.Boundaries(ctx)
	for i := range d.Reach {
		r := &d.Reach[i]
		k := known[r.Person]
		r.UUID, r.Name, r.Private, r.Ties, r.Bounds = k.UUID, k.Name, k.Private, ties[r.Person], boundaries[r.Person]
		if contact, ok := last[r.Person]; ok {
			r.Last = &contact
		}
		for _, a := range asked {
			if a.Person == r.Person {
				r.Ask = append(r.Ask, a)
			}
		}
	}
	return err
}

// hour orders check-ins of one day: those without an hour come after all that have one.
func hour(c data.CheckIn) int {
	const minutes = 24 * 60
	if c.At == data.AllDay {
		return minutes
	}
	return c.At
}

// ask keeps the details of those who are not to be reached anyway, and may be.
func (d *Day) ask(ctx context.Context, s *store.Store, asked []data.Detail) error {
	reached := map[data.ID]bool{}
	for i := range d.Reach {
		reached[d.Reach[i].Person] = true
	}
	people := make([]data.ID, len(asked))
	for i := range asked {
		people[i] = asked[i].Person
	}
	known, err := s.Known(ctx, people, d.Day)
	for _, a := range asked {
		if k, ok := known[a.Person]; ok && !k.LeftAlone && !reached[a.Person] {
			d.Ask = append(d.Ask, a)
		}
	}
	return err
}

// Schedule returns all coming check-ins, on the days that the cap leaves them, with the entries they
// were made from.
func Schedule(ctx context.Context, s *store.Store, p data.Preferences, today data.Day) (cadence.Schedule, []cadence.Entry, error) {
	rhythms, err := s.Rhythms(ctx, today)
	if err != nil {
		return cadence.Schedule{}, nil, err
	}
	return schedule(ctx, s, p, today, rhythms)
}

func schedule(ctx context.Context, s *store.Store, p data.Preferences, today data.Day, rhythms []store.Rhythm) (cadence.Schedule, []cadence.Entry, error) {
	stated, err := s.StatedTiePeople(ctx)
	if err != nil {
		return cadence.Schedule{}, nil, err
	}
	entries := make([]cadence.Entry, 0, len(rhythms))
	for i := range rhythms {
		if e, ok := entry(&rhythms[i], stated); ok {
			entries = append(entries, e)
		}
	}
	return cadence.Plan(entries, settings(p), today), entries, nil
}

// Planned is a coming check-in, and with whom.
type Planned struct {
	data.CheckIn
	UUID    string
	Name    string
	Private bool
	Paused  bool // until after today
}

// CheckIns returns all coming check-ins, as Schedule does.
func CheckIns(ctx context.Context, s *store.Store, p data.Preferences, today data.Day) ([]Planned, error) {
	rhythms, err := s.Rhythms(ctx, today)
	if err != nil {
		return nil, err
	}
	plan, _, err := schedule(ctx, s, p, today, rhythms)
	if err != nil {
		return nil, err
	}
	return planned(plan, rhythms, today), nil
}

// planned returns the check-ins of a plan with those they are with; rhythms are ordered by person.
func planned(plan cadence.Schedule, rhythms []store.Rhythm, today data.Day) []Planned {
	people := make([]data.ID, len(rhythms)) // small enough to be searched where it lies
	for i := range rhythms {
		people[i] = rhythms[i].Person
	}
	all := make([]Planned, len(plan.CheckIns))
	for i := range plan.CheckIns {
		c := &plan.CheckIns[i]
		at, _ := slices.BinarySearch(people, c.Person)
		r := &rhythms[at]
		all[i] = Planned{*c, r.UUID, r.Name, r.Private, r.Paused > today}
	}
	return all
}

// entry returns what the rules of cadence need of one person; false without a rhythm.
func entry(r *store.Rhythm, stated map[data.ID]bool) (cadence.Entry, bool) {
	e := cadence.Entry{
		Person: r.Person, Rhythm: cadence.Effective(r.Cadence.Rhythm, r.Circles), Set: r.Cadence.Set, Last: r.Last,
		Snoozed: r.Cadence.Snoozed, Skipped: r.Cadence.Skipped, PausedUntil: r.Paused, Appointment: r.Cadence.Appointment,
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
