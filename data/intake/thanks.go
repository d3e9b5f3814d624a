package intake

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/quicklog"
	"peerage/data/store"
)

// opening is an opportunity of mine, and who of those it came through was not thanked yet.
type opening struct {
	id              data.ID
	title, employer string
	heard           data.Day
	owed            []data.ID
}

// loadOpenings reads all opportunities of mine.
func loadOpenings(ctx context.Context, s *store.Store) ([]opening, error) {
	all, err := s.Opportunities(ctx)
	if err != nil {
		return nil, err
	}
	var mine []opening
	for i := range all {
		o := &all[i]
		if o.For.Person != data.Me {
			continue
		}
		open := opening{id: o.ID, title: o.Title, employer: o.Employer, heard: o.HeardOn()}
		for _, l := range o.Chain {
			if l.Thanked == 0 && l.Person != 0 {
				open.owed = append(open.owed, l.Person)
			}
		}
		mine = append(mine, open)
	}
	return mine, nil
}

// stands reports whether a name stands in a text.
func stands(name, text string) bool {
	var s names.Sought
	s.Add(name)
	return s.In(text, "")
}

// thanksDue is what a line needs to know to tell for what somebody is thanked.
type thanksDue struct {
	lexicon  *quicklog.Lexicon
	openings []opening
}

// Thanked is an opportunity for which a line thanks somebody whom it came through.
type Thanked struct {
	Person, Opportunity data.ID
	Name, Title         string
}

// Thanked returns for which opportunities the line thanks whom. The thanks are for the one whose title stands in
// the line, or else whose organisation stands where it thanks; or, where the line says what for and names no other, for the only one
// there is. Where several fit and nothing settles it they are for none.
func (u *Understood) Thanked() []Thanked {
	if u.due == nil {
		return nil
	}
	var thanked []Thanked
	for _, e := range u.Exchanges {
		with := u.People[e.With]
		if e.Kind != data.Thanks || e.By != data.Mine || with.Chosen == 0 {
			continue
		}
		if o := u.thankedFor(e, with); o != nil {
			if t := (Thanked{with.Chosen, o.id, with.Name, o.title}); !slices.Contains(thanked, t) {
				thanked = append(thanked, t)
			}
		}
	}
	return thanked
}

func (u *Understood) thankedFor(e UnderstoodExchange, with UnderstoodPerson) *opening {
	due := func(o *opening) bool { return o.heard <= u.Day && slices.Contains(o.owed, with.Chosen) }
	var owing, titled, placed []*opening
	for i := range u.due.openings {
		o := &u.due.openings[i]
		if due(o) {
			owing = append(owing, o)
		}
		if stands(o.title, u.Text) {
			titled = append(titled, o)
		}
		// Where one met may be anybody's organisation; what was thanked for is said along with the thanks.
		if stands(o.employer, e.Text) {
			placed = append(placed, o)
		}
	}
	// Of "Platform job" and "job" the longer one is meant where it stands.
	titled = chosen(titled, func(o *opening) bool {
		return !slices.ContainsFunc(titled, func(other *opening) bool {
			return names.Fold(other.title) != names.Fold(o.title) && stands(o.title, other.title)
		})
	})
	switch titledDue := chosen(titled, due); {
	case len(titledDue) == 1:
		return titledDue[0]
	case len(titledDue) > 1:
		return only(chosen(titledDue, func(o *opening) bool { return slices.Contains(placed, o) }))
	case len(titled) == 0 && len(placed) > 0:
		return only(chosen(placed, due))
	case len(titled) == 0 && u.due.lexicon.SaysWhatFor(e.Text, with.Said):
		return only(owing)
	}
	return nil
}

// chosen returns those of some opportunities that a condition holds for.
func chosen(openings []*opening, holds func(*opening) bool) []*opening {
	return slices.DeleteFunc(slices.Clone(openings), func(o *opening) bool { return !holds(o) })
}

// only returns the one there is, nil when there are none or several.
func only(openings []*opening) *opening {
	if len(openings) != 1 {
		return nil
	}
	return openings[0]
}

// saveThanked notes in the chains of opportunities who was thanked, as far as that is still due.
func (u *Understood) saveThanked(tx *store.Tx, _ *data.Interaction) error {
	for _, t := range u.Thanked() {
		o, err := tx.Opportunity(t.Opportunity)
		if errors.Is(err, data.ErrNotFound) || err == nil && o.HeardOn() > u.Day {
			continue // removed, or put off, since the line was read
		}
		if err != nil {
			return fmt.Errorf("note the thanks for %s: %w", t.Title, err)
		}
		for i := range o.Chain {
			if l := &o.Chain[i]; l.Person == t.Person && l.Thanked == 0 {
				l.Thanked = u.Day
			}
		}
		if err := tx.SaveOpportunity(&o); err != nil {
			return fmt.Errorf("note the thanks for %s: %w", t.Title, err)
		}
	}
	return nil
}
