package briefing

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// Introducer is somebody who could introduce me at an organisation.
type Introducer struct {
	Acquaintance // Role, Since and Until are zero for one who never was there
	Reason       IntroducerReason
	// Who was beside whom, for Beside: with whom who is there now, at which employer, and how long.
	With     *store.Row
	Employer string
	Together data.Tie
}

// IntroducerReason says why somebody could introduce me.
type IntroducerReason string

// The reasons.
const (
	ThereNow    IntroducerReason = "there_now"
	ThereBefore IntroducerReason = "there_before"
	// Beside is one who was elsewhere at the same time as somebody who is there now; Together says how surely.
	Beside IntroducerReason = "beside"
)

// Limits on the search for introducers: how many are named, how many of those who are close are looked
// at, and how many people there now are compared with each, the most useful first.
const (
	introducersNamed = 30
	closeLookedAt    = 100
	comparedWithEach = 40
)

// introducers finds who could introduce me: those at the place, now or before, whom I have a tie with or
// was in touch with, and those close to me who worked elsewhere with somebody who is there now. Nobody who
// is to be left alone is asked.
func (a *acquaintances) introducers(ctx context.Context, s *store.Store, place *Organisation) ([]Introducer, error) {
	var all []Introducer
	there := map[data.ID]bool{}
	add := func(people []Acquaintance, reason IntroducerReason) {
		for _, p := range people {
			there[p.Row.ID] = true
			if p.warmth > 0 && !a.alone[p.Row.ID] {
				all = append(all, Introducer{Acquaintance: p, Reason: reason})
			}
		}
	}
	add(place.Now, ThereNow)
	add(place.Before, ThereBefore)
	beside, err := a.beside(ctx, s, place, there)
	if err != nil {
		return nil, err
	}
	all = append(all, beside...)
	slices.SortStableFunc(all, func(x, y Introducer) int {
		return cmp.Or(cmp.Compare(y.warmth, x.warmth), cmp.Compare(x.order, y.order))
	})
	return all[:min(len(all), introducersNamed)], nil
}

// beside finds those close to me who never were at the place, and worked with somebody who is there now.
func (a *acquaintances) beside(ctx context.Context, s *store.Store, place *Organisation, there map[data.ID]bool) ([]Introducer, error) {
	ids, err := s.CloseBeside(ctx, place.ID, a.today-recently, closeLookedAt+len(there))
	if err != nil {
		return nil, err
	}
	ids = slices.DeleteFunc(ids, func(id data.ID) bool { return there[id] || a.alone[id] || a.rows[id] == nil })
	ids = ids[:min(len(ids), closeLookedAt)]
	if len(ids) == 0 {
		return nil, nil
	}
	ties, err := s.TiesOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	maps.Copy(a.ties, ties)
	theirs, err := s.RolesOf(ctx, ids, nil)
	if err != nil {
		return nil, err
	}
	rooms, err := a.elsewhere(ctx, s, place, theirs)
	if err != nil {
		return nil, err
	}
	careersOf := map[data.ID][]data.Role{}
	for _, roles := range data.ByPerson(theirs) {
		careersOf[roles[0].Person] = roles
	}
	var found []Introducer
	for _, id := range ids {
		if i, ok := a.worked(a.known(id), careersOf[id], rooms); ok {
			found = append(found, i)
		}
	}
	return found, nil
}

// elsewhere returns, for each organisation at which one of those close to me was, the roles there of
// those who are at the place now, the most useful people first.
func (a *acquaintances) elsewhere(ctx context.Context, s *store.Store, place *Organisation, theirs []data.Role) (map[data.ID][][]data.Role, error) {
	shared := map[data.ID]bool{place.ID: true, 0: true}
	at := []data.ID{}
	for i := range theirs {
		if o := theirs[i].Organisation; !shared[o] {
			shared[o] = true
			at = append(at, o)
		}
	}
	people, order := make([]data.ID, len(place.Now)), map[data.ID]int{}
	for i, p := range place.Now {
		people[i], order[p.Row.ID] = p.Row.ID, i
	}
	roles, err := s.RolesOf(ctx, people, at)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(roles, func(a, b data.Role) int {
		return cmp.Or(cmp.Compare(a.Organisation, b.Organisation), cmp.Compare(order[a.Person], order[b.Person]))
	})
	rooms := map[data.ID][][]data.Role{}
	for _, stay := range data.ByPerson(roles) {
		for len(stay) > 0 { // somebody's roles at several organisations may follow each other
			n := 1
			for n < len(stay) && stay[n].Organisation == stay[0].Organisation {
				n++
			}
			o := stay[0].Organisation
			rooms[o] = append(rooms[o], stay[:n:n])
			stay = stay[n:]
		}
	}
	return rooms, nil
}

// worked finds with whom of those in rooms somebody worked side by side, for the longest or most surely.
func (a *acquaintances) worked(p Acquaintance, career []data.Role, rooms map[data.ID][][]data.Role) (Introducer, bool) {
	best := Introducer{Acquaintance: p, Reason: Beside}
	left := comparedWithEach
	done := map[data.ID]bool{}
	for i := range career {
		o := career[i].Organisation
		if o == 0 || done[o] {
			continue
		}
		done[o] = true
		var here []data.Role
		for _, r := range career {
			if r.Organisation == o {
				here = append(here, r)
			}
		}
		for _, stay := range rooms[o][:min(len(rooms[o]), left)] {
			left--
			for _, t := range careers.Between(here, stay, a.today) {
				if t.Kind == data.Coworker && t.Sure != data.Possible && a.rows[stay[0].Person] != nil &&
					(best.With == nil || strength(t, a.today) > strength(best.Together, a.today)) {
					best.With, best.Employer, best.Together = a.rows[stay[0].Person], here[0].Employer, t
				}
			}
		}
	}
	return best, best.With != nil
}
