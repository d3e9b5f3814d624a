package briefing

import (
	"cmp"
	"context"
	"slices"
	"time"

	"peerage/data"
	"peerage/data/cadence"
	"peerage/data/store"
)

// Item is one thing that stands in the agenda: a check-in, a promise or an occasion.
type Item struct {
	Day     data.Day // on which it stands: what is overdue on the day it was due, or waits for
	Person  data.ID
	UUID    string // of the person
	Name    string
	Private bool

	CheckIn  *data.CheckIn // or else nil, as are the next two
	Promise  *data.Promise
	Occasion *data.Occasion

	Shift data.Shift // of a check-in
}

// Movable reports whether the user may put the item on another day. What a day brings by itself stays on it.
func (i *Item) Movable() bool { return i.Occasion == nil }

// Same reports whether two items are the same thing, before and after something was written.
func (i *Item) Same(other *Item) bool {
	if i.Person != other.Person || (i.CheckIn == nil) != (other.CheckIn == nil) || (i.Promise == nil) != (other.Promise == nil) {
		return false
	}
	switch {
	case i.Promise != nil:
		return i.Promise.ID == other.Promise.ID
	case i.Occasion != nil && other.Occasion != nil:
		a, b := i.Occasion, other.Occasion
		return a.Kind == b.Kind && a.Note == b.Note && a.Text == b.Text && a.Day == b.Day
	}
	return true
}

// Planner is a day of the agenda.
type Planner struct {
	Day      data.Day
	Items    []Item
	CheckIns int  // that are put on the day, those among the overdue that wait for it too
	Places   int  // for check-ins, 0 on a day that has none
	Waiting  int  // of CheckIns, how many stand among the overdue
	Given    bool // the user gives check-ins on that day of the week
}

// Full reports whether the day has check-ins, and no place for one more.
func (d *Planner) Full() bool { return d.CheckIns > 0 && d.CheckIns >= d.Places }

// Over returns how many check-ins the day has beyond its places, because the user put them there.
func (d *Planner) Over() int { return max(0, d.CheckIns-d.Places) }

// Week is a week of the agenda, or what is left of one.
type Week struct {
	First, Last data.Day // within the agenda
	CheckIns    int      // that are put into the week
	Given       int      // how many the user gives a week, and no more than its days have places for
	Days        []Planner
}

// Over reports whether the week has more check-ins than the user gives.
func (w *Week) Over() bool { return w.CheckIns > w.Given }

// Agenda is what the coming days hold: each check-in, promise and occasion once.
type Agenda struct {
	Today, Until data.Day
	// Overdue is what was due before today, and what is due and found no place today: promises first, and of
	// each the longest due first.
	Overdue []Item
	Weeks   []Week // from today until Until, each with all of its days
	Beyond  int    // check-ins that are put on days after Until

	Rhythms  int // how many people have a rhythm
	Capacity cadence.Load
	Late     int // check-ins that miss their longest interval for want of a place alone
}

// Day returns a day of the agenda, nil for one that is not in it.
func (a *Agenda) Day(d data.Day) *Planner {
	for i := range a.Weeks {
		if w := &a.Weeks[i]; d >= w.First && d <= w.Last {
			return &w.Days[d-w.First]
		}
	}
	return nil
}

// Span is the days that an agenda looks at.
type Span struct {
	Today, Until data.Day // with both
	WeekBegins   time.Weekday
}

// LoadAgenda returns what the days of a span hold.
func LoadAgenda(ctx context.Context, s *store.Store, p data.Preferences, span Span) (*Agenda, error) {
	rhythms, err := s.Rhythms(ctx, span.Today)
	if err != nil {
		return nil, err
	}
	plan, entries, err := schedule(ctx, s, p, span.Today, rhythms)
	if err != nil {
		return nil, err
	}
	promises, err := PromisesBy(ctx, s, span.Until, span.Today)
	if err != nil {
		return nil, err
	}
	occasions, err := Occasions(ctx, s, span.Today, int(span.Until-span.Today))
	if err != nil {
		return nil, err
	}
	a := Outlook{CheckIns: planned(plan, rhythms, span.Today), Promises: promises, Occasions: occasions, Preferences: p, Span: span}.LayOut()
	a.Rhythms, a.Capacity, a.Late = len(entries), cadence.Capacity(entries, settings(p), span.Today), plan.Late
	return a, nil
}

// Outlook is what an agenda is laid out from: all check-ins as they are planned, the open promises due until
// the end of the span, and the occasions within it.
type Outlook struct {
	CheckIns    []Planned
	Promises    []Promised
	Occasions   []data.Occasion
	Preferences data.Preferences
	Span
}

// LayOut puts everything on its day. On a day the check-ins that have an hour come first, in the order of their
// hours, then the others as they are planned, then promises, then occasions.
func (o Outlook) LayOut() *Agenda {
	a := &Agenda{Today: o.Today, Until: max(o.Until, o.Today)}
	a.Weeks = o.weeks(a.Until)
	for i := range o.Promises {
		p := &o.Promises[i]
		item := Item{Day: p.Due, Person: p.Person, UUID: p.PersonUUID, Name: p.Name, Private: p.Private, Promise: &p.Promise}
		if p.Due < o.Today {
			a.Overdue = append(a.Overdue, item)
		} else if day := a.Day(p.Due); day != nil {
			day.Items = append(day.Items, item)
		}
	}
	slices.SortStableFunc(a.Overdue, func(x, y Item) int { return cmp.Compare(x.Day, y.Day) })
	o.putCheckIns(a)
	for i := range o.Occasions {
		c := &o.Occasions[i]
		if day := a.Day(c.Day); day != nil {
			day.Items = append(day.Items, Item{Day: c.Day, Person: c.Person, UUID: c.UUID, Name: c.Name, Private: c.Private, Occasion: c})
		}
	}
	for i := range a.Weeks {
		w := &a.Weeks[i]
		for j := range w.Days {
			d := &w.Days[j]
			w.CheckIns += d.CheckIns
			slices.SortStableFunc(d.Items, func(x, y Item) int { return cmp.Compare(x.place(), y.place()) })
		}
	}
	return a
}

// place orders the items of one day.
func (i *Item) place() int {
	const afterCheckIns = 24*60 + 1
	switch {
	case i.CheckIn != nil:
		return hour(*i.CheckIn)
	case i.Promise != nil:
		return afterCheckIns
	}
	return afterCheckIns + 1
}

// putCheckIns puts each check-in on its day, or among the overdue.
func (o Outlook) putCheckIns(a *Agenda) {
	for i := range o.CheckIns {
		c := &o.CheckIns[i]
		item := Item{Day: c.Due, Person: c.Person, UUID: c.UUID, Name: c.Name, Private: c.Private, CheckIn: &c.CheckIn, Shift: o.shift(&c.CheckIn)}
		waits := c.Natural <= o.Today && c.Due > o.Today
		day := a.Day(c.Due)
		switch {
		case day == nil && !waits:
			a.Beyond++
			continue
		case day != nil:
			day.CheckIns++
		}
		if waits {
			a.Overdue = append(a.Overdue, item)
			if day != nil {
				day.Waiting++
			}
		} else {
			day.Items = append(day.Items, item)
		}
	}
}

// shift says why a check-in stands on its day.
func (o Outlook) shift(c *data.CheckIn) data.Shift {
	asked := max(c.Natural, o.Today)
	switch {
	case c.Agreed:
		return data.Appointed
	case c.Due == asked:
		return data.Unshifted
	}
	for d := asked; d < c.Due; d++ {
		if o.given(d) {
			return data.Crowded
		}
	}
	return data.OffDay
}

// given reports whether the user gives check-ins on the day of the week that a day is.
func (o Outlook) given(d data.Day) bool { return o.Preferences.Weekdays[d.Weekday()] }

// weeks returns the empty weeks from today until a day.
func (o Outlook) weeks(until data.Day) []Week {
	var weeks []Week
	given := cadence.Capacity(nil, settings(o.Preferences), o.Today).Given
	for d := o.Today; d <= until; d++ {
		if d == o.Today || d.Weekday() == o.WeekBegins {
			weeks = append(weeks, Week{First: d, Given: given})
		}
		w := &weeks[len(weeks)-1]
		day := Planner{Day: d, Given: o.given(d)}
		if day.Given {
			day.Places = o.Preferences.PerDay
		}
		w.Last, w.Days = d, append(w.Days, day)
	}
	return weeks
}
