package briefing

import (
	"cmp"
	"context"
	"slices"

	"peerage/data"
	"peerage/data/doors"
	"peerage/data/store"
)

// Doors is who opened doors for me in a period, with what one looks at before thanking them or keeping up
// with them.
type Doors struct {
	*doors.Account
	Years []int // in which anything was heard of at all, the newest first
	// NoRhythm are those who opened doors as weak ties and have no rhythm today, who opened most first;
	// nobody who is not to be contacted.
	NoRhythm []data.Someone
	Employer map[data.ID]string // for those who opened doors, where a tie that careers show was, "" elsewhere
	Private  map[data.ID]bool   // everybody who is private
}

// LoadDoors takes the account of who opened doors in a period, as of today.
func LoadDoors(ctx context.Context, s *store.Store, in doors.Period, today data.Day) (*Doors, error) {
	all, err := s.Opportunities(ctx)
	if err != nil {
		return nil, err
	}
	var contacts doors.Contacts
	if contacts.Since, err = s.FirstContact(ctx); err != nil {
		return nil, err
	}
	if contacts.Days, err = s.ContactDays(ctx, inChains(all)); err != nil {
		return nil, err
	}
	d := &Doors{Account: doors.Read(all, contacts, in), Years: yearsOf(all)}
	if d.Private, err = s.PrivatePeople(ctx); err != nil {
		return nil, err
	}
	if d.Employer, err = sharedEmployers(ctx, s, d.Openers); err != nil {
		return nil, err
	}
	d.NoRhythm, err = withoutRhythm(ctx, s, d.Openers, today)
	return d, err
}

// inChains returns everybody whom opportunities came through, each once.
func inChains(all []data.Opportunity) []data.ID {
	seen := map[data.ID]bool{0: true}
	var people []data.ID
	for i := range all {
		for _, l := range all[i].Chain {
			if !seen[l.Person] {
				seen[l.Person] = true
				people = append(people, l.Person)
			}
		}
	}
	return people
}

// yearsOf returns the years in which opportunities were heard of, the newest first.
func yearsOf(all []data.Opportunity) []int {
	var years []int
	for i := range all {
		if y, _, _ := all[i].HeardOn().Date(); !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	slices.SortFunc(years, func(a, b int) int { return cmp.Compare(b, a) })
	return years
}

// sharedEmployers returns at which employer each of those who opened doors stood to me as they did then.
func sharedEmployers(ctx context.Context, s *store.Store, openers []doors.Opener) (map[data.ID]string, error) {
	var people []data.ID
	for _, o := range openers {
		if o.Person != 0 {
			people = append(people, o.Person)
		}
	}
	ties, err := s.TiesOf(ctx, people)
	if err != nil {
		return nil, err
	}
	roles, err := s.RolesOf(ctx, people, nil)
	if err != nil {
		return nil, err
	}
	employers := make(map[data.ID]string, len(roles))
	for i := range roles {
		employers[roles[i].ID] = roles[i].Employer
	}
	shared := map[data.ID]string{}
	for _, o := range openers {
		for _, t := range ties[o.Person] {
			if t.Kind == o.Tie && t.Derived && !t.ByProfession() && shared[o.Person] == "" {
				shared[o.Person] = employers[t.Theirs]
			}
		}
	}
	return shared, nil
}

// withoutRhythm returns the weak ties among those who opened doors whom nothing keeps in touch with me.
func withoutRhythm(ctx context.Context, s *store.Store, openers []doors.Opener, today data.Day) ([]data.Someone, error) {
	rhythms, err := s.Rhythms(ctx, today)
	if err != nil {
		return nil, err
	}
	kept := map[data.ID]bool{0: true}
	for _, r := range rhythms {
		if _, ok := entry(&r, nil); ok {
			kept[r.Person] = true
		}
	}
	boundaries, err := s.Boundaries(ctx)
	if err != nil {
		return nil, err
	}
	var without []data.Someone
	for _, o := range openers {
		if o.Weak && !kept[o.Person] && !boundaries[o.Person].NoContact {
			without = append(without, o.Someone)
		}
	}
	return without, nil
}

// TieAt suggests how somebody and I stood to each other on a day, by the ties known today, and whether that
// had ended by then; "" when no tie had begun.
func TieAt(ctx context.Context, s *store.Store, person data.ID, day data.Day) (kind data.TieKind, former bool, err error) {
	ties, err := s.TiesOf(ctx, []data.ID{person})
	if err != nil {
		return "", false, err
	}
	kind, former = doors.TieOn(ties[person], day)
	return kind, former, nil
}
