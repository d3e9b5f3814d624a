package briefing

import (
	"context"
	"slices"

	"peerage/data"
	"peerage/data/store"
)

// heldBy returns the roles that those who have moved hold now, by person.
func heldBy(ctx context.Context, s *store.Store) (map[data.ID][]data.Role, error) {
	roles, err := s.HeldByMovers(ctx)
	held := map[data.ID][]data.Role{}
	for _, r := range roles {
		held[r.Person] = append(held[r.Person], r)
	}
	return held, err
}

// history returns those of the moves, newest first, that hold no more: they led to what is not held any more,
// or somebody who had left or retired has moved again. held are the roles that people hold now.
func history(list []data.Move, held map[data.ID][]data.Role) map[data.ID]bool {
	later := map[data.ID][]*data.Move{} // of each person, and not dismissed
	past := map[data.ID]bool{}
	for i := range list {
		m := &list[i]
		past[m.ID] = !holds(m, later[m.Person], held[m.Person])
		if m.Status != data.MoveDismissed {
			later[m.Person] = append(later[m.Person], m)
		}
	}
	return past
}

// holds reports whether a move is still what its person did last: held are the roles they hold now, and later
// the moves they made since.
func holds(m *data.Move, later []*data.Move, held []data.Role) bool {
	switch {
	case m.Is(data.Left), m.Is(data.Retired):
		return len(later) == 0
	case slices.ContainsFunc(held, func(r data.Role) bool { return r.ID == m.To.Role }):
		return true
	}
	// The same post may be told by another role: one that went on after a blank, or lost its title.
	here := func(organisation data.ID, employer string) bool {
		return organisation != 0 && organisation == m.To.Organisation || employer != "" && employer == m.To.Employer
	}
	return slices.ContainsFunc(held, func(r data.Role) bool { return here(r.Organisation, r.Employer) }) &&
		!slices.ContainsFunc(later, func(n *data.Move) bool {
			return n.From.Form == m.To.Form || here(n.To.Organisation, n.To.Employer)
		})
}
