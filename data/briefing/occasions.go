package briefing

import (
	"cmp"
	"context"
	"slices"

	"peerage/data"
	"peerage/data/store"
)

// monthTold is for how many days of its month an anniversary is told of which only the month is known.
const monthTold = 7

// Occasions returns the birthdays, anniversaries and days of the user's own that come today or in the
// ahead days after it, sorted by day. Whoever must not be contacted is in none, and neither is whoever
// is paused today.
//
// A birthday, a confirmed move and a day of the user's own come every year. A work anniversary comes
// every year for those near, who have a tie that the user stated or a rhythm, and for others after one
// year and every five, so that a thousand careers do not fill each day. 29 February is 28 February in
// years without it; what is known to the month is told in the first week of that month.
func Occasions(ctx context.Context, s *store.Store, today data.Day, ahead int) ([]data.Occasion, error) {
	c := newCalendar(today, today+data.Day(max(ahead, 0)))
	for _, add := range []func(context.Context, *store.Store) error{c.birthdays, c.moves, c.work, c.own} {
		if err := add(ctx, s); err != nil {
			return nil, err
		}
	}
	people := make([]data.ID, len(c.found))
	for i := range c.found {
		people[i] = c.found[i].Person
	}
	known, err := s.Known(ctx, people, today)
	if err != nil {
		return nil, err
	}
	c.found = slices.DeleteFunc(c.found, func(o data.Occasion) bool {
		k, ok := known[o.Person]
		return !ok || k.LeftAlone || o.Kind == data.WorkAnniversary && !k.Near && !round(o.Years)
	})
	for i := range c.found {
		o := &c.found[i]
		k := known[o.Person]
		o.UUID, o.Name, o.Private = k.UUID, k.Name, k.Private
	}
	slices.SortFunc(c.found, compareOccasions)
	return c.found, nil
}

func compareOccasions(a, b data.Occasion) int {
	place := func(o data.Occasion) int { return slices.Index(data.OccasionKinds, o.Kind) }
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(place(a), place(b)), cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.Person, b.Person), cmp.Compare(a.Text, b.Text))
}

// round reports whether so many years are told of people who are not near.
func round(years int) bool { return years == 1 || years%5 == 0 }

// calendar collects what the days from today until another bring.
type calendar struct {
	today, until data.Day
	// since is today, or the first of the month while its first week tells of the whole month.
	since data.Day
	found []data.Occasion
}

func newCalendar(today, until data.Day) *calendar {
	c := &calendar{today: today, until: until, since: today}
	if _, _, day := today.Date(); day <= monthTold {
		c.since = today - data.Day(day-1)
	}
	return c
}

// add takes in what comes every year on a day, or in the month where only that is known, where it comes
// soon enough. An anniversary takes a year at least, and nothing comes before it was.
func (c *calendar) add(o data.Occasion, on data.PartialDay) {
	o.Day, o.InMonth = yearly(on, c.today), on.Day == 0
	if on.Year != 0 {
		o.Years = yearOf(o.Day) - on.Year
	}
	anniversary := o.Kind == data.WorkAnniversary || o.Kind == data.MoveAnniversary
	if o.Day > c.until || o.Years < 0 || anniversary && o.Years == 0 {
		return
	}
	c.found = append(c.found, o)
}

// yearly returns the day on which a month and a day, or a month alone, come next, not before today.
func yearly(on data.PartialDay, today data.Day) data.Day {
	year, month, day := today.Date()
	if on.Day == 0 && on.Month == month && day <= monthTold {
		return today
	}
	next := inYear(on, year)
	if next < today {
		next = inYear(on, year+1)
	}
	return next
}

// inYear returns the day of a year on which a month and a day come, the last of a shorter month.
func inYear(on data.PartialDay, year int) data.Day {
	last := data.NewDay(year, on.Month, 1).AddMonths(1) - 1
	return min(data.NewDay(year, on.Month, max(on.Day, 1)), last)
}

func (c *calendar) birthdays(ctx context.Context, s *store.Store) error {
	all, err := s.Birthdays(ctx, c.today, c.until)
	for person, on := range all {
		c.add(data.Occasion{Person: person, Kind: data.Birthday}, on)
	}
	return err
}

func (c *calendar) own(ctx context.Context, s *store.Store) error {
	all, err := s.OwnDays(ctx, c.today, c.until)
	for _, m := range all {
		o := data.Occasion{Person: m.Person, Kind: data.OwnOccasion, Text: m.Text, Note: m.ID}
		if m.Yearly {
			c.add(o, m.On)
			continue
		}
		o.Day = m.On.Earliest()
		c.found = append(c.found, o)
	}
	return err
}

// moves adds the anniversaries of moves up, to new employers and into retirement whose day is known, or
// whose month is.
func (c *calendar) moves(ctx context.Context, s *store.Store) error {
	all, err := s.ConfirmedMoves(ctx, c.since, c.until)
	for i := range all {
		m := &all[i]
		on := data.Whole(m.By)
		if m.After != m.By {
			on.Day = 0
		}
		if remembered(m) && (m.After == m.By || data.WholeMonth(m.After, m.By)) {
			c.add(data.Occasion{Person: m.Person, Kind: data.MoveAnniversary, Move: m}, on)
		}
	}
	return err
}

// remembered reports whether a move is one to be reminded of with joy.
func remembered(m *data.Move) bool {
	for _, kind := range []data.MoveKind{data.IntoManagement, data.Promotion, data.NewEmployer, data.Retired} {
		if m.Is(kind) {
			return !m.Is(data.OutOfManagement)
		}
	}
	return false
}

// tenure is that a person is at an organisation.
type tenure struct{ person, organisation data.ID }

// work adds the anniversaries of the day on which people came to where they are now. Where a move brought
// them there, its own anniversary says so already.
func (c *calendar) work(ctx context.Context, s *store.Store) error {
	people, err := s.Begun(ctx, c.since, c.until)
	if err != nil || len(people) == 0 {
		return err
	}
	told := map[tenure]bool{}
	for _, o := range c.found {
		if o.Kind == data.MoveAnniversary && o.Move.Is(data.NewEmployer) {
			told[tenure{o.Person, o.Move.To.Organisation}] = true
		}
	}
	all, err := s.RolesOf(ctx, people, nil)
	if err != nil {
		return err
	}
	for _, roles := range data.ByPerson(all) {
		for i := range roles {
			r := &roles[i]
			at := tenure{r.Person, r.Organisation}
			if !r.Current || r.Organisation == 0 || told[at] {
				continue
			}
			told[at] = true
			if began := came(roles, r.Organisation); began.Month != 0 {
				c.add(data.Occasion{Person: r.Person, Kind: data.WorkAnniversary, Text: r.Employer}, began)
			}
		}
	}
	return nil
}

// between is how many days may lie between two roles at an organisation that are one stay: a month
// that is said for the end of one and the next for the start of the other.
const between = 31

// came returns when the stay of somebody at an organisation where they are now began, zero when that is
// unknown: roles there that follow upon each other are one stay.
func came(roles []data.Role, organisation data.ID) data.PartialDay {
	var there []data.Role
	for _, r := range roles {
		if r.Organisation == organisation {
			there = append(there, r)
		}
	}
	slices.SortStableFunc(there, func(a, b data.Role) int { return cmp.Compare(b.From.Earliest(), a.From.Earliest()) })
	var began data.PartialDay
	for _, r := range there {
		seen := r.FirstSeen != 0 && !began.IsZero() && r.FirstSeen < began.Earliest()
		switch {
		case r.From.IsZero() && seen && (r.Current || r.LastSeen >= began.Earliest()-between):
			return data.PartialDay{} // there before that, nobody knows since when
		case r.From.IsZero():
		case r.Current, !began.IsZero() && r.To.Latest() >= began.Earliest()-between:
			began = r.From
		}
	}
	return began
}

func yearOf(d data.Day) int {
	year, _, _ := d.Date()
	return year
}
