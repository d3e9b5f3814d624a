package intake

import (
	"cmp"
	"maps"
	"slices"

	"peerage/data"
	"peerage/data/match"
)

// assign says who each group is. People of the store whose sightings fell together become one, the
// one known longest; a person whose sightings fell apart stays where most of them are.
func (w *work) assign(all []match.Sighting, of []int) {
	home := make(map[data.ID]int, len(w.people))
	var split []data.ID
	for i := range all {
		id := all[i].Person
		if id == 0 {
			continue
		}
		if g, ok := home[id]; !ok {
			home[id] = of[i]
		} else if g != of[i] && !slices.Contains(split, id) {
			split = append(split, id)
		}
	}
	if len(split) > 0 {
		w.settle(home, split, all, of)
	}
	for _, id := range slices.Sorted(maps.Keys(home)) {
		if g := &w.groups[home[id]]; g.person == 0 {
			g.person = id
		} else {
			g.absorbed = append(g.absorbed, id)
		}
	}
	for i := range w.sightings {
		g := &w.groups[of[i]]
		if s := &w.sightings[i]; !s.draft() && s.Person != g.person {
			g.moved = true
		}
	}
	// Whoever lost sightings is written anew as well.
	for _, id := range split {
		w.groups[home[id]].moved = true
	}
}

// settle finds for everyone whose sightings fell apart the group they stay with: the one with what the
// user typed, else with most sightings, else with the oldest.
func (w *work) settle(home map[data.ID]int, split []data.ID, all []match.Sighting, of []int) {
	apart := make(map[data.ID]map[int][]int, len(split)) // person -> group -> sightings
	for _, id := range split {
		apart[id] = map[int][]int{}
	}
	for i := range all {
		if groups, ok := apart[all[i].Person]; ok {
			groups[of[i]] = append(groups[of[i]], i)
		}
	}
	typed := func(i int) bool { return i >= len(w.sightings) }
	for id, groups := range apart {
		home[id] = slices.MinFunc(slices.Collect(maps.Keys(groups)), func(a, b int) int {
			x, y := groups[a], groups[b]
			if tx, ty := slices.ContainsFunc(x, typed), slices.ContainsFunc(y, typed); tx != ty {
				if tx {
					return -1
				}
				return 1
			}
			return cmp.Or(cmp.Compare(len(y), len(x)), slices.CompareFunc(w.oldestFirst(x), w.oldestFirst(y), older))
		})
	}
}

func (w *work) oldestFirst(sightings []int) []*sighting {
	var list []*sighting
	for _, i := range sightings {
		if i < len(w.sightings) {
			list = append(list, &w.sightings[i])
		}
	}
	slices.SortFunc(list, older)
	return list
}

// namesakesTyped offers people whom the user typed in, and of whom no source has said anything, as
// doubles of people of the same name whom the import adds.
func (w *work) namesakesTyped() {
	typed := map[string]data.ID{}
	known := make(map[data.ID]bool, len(w.people))
	for i := range w.sightings {
		known[w.sightings[i].Person] = true
	}
	for i := range w.groups {
		for _, id := range w.groups[i].known() {
			known[id] = known[id] || len(w.groups[i].sightings) > 0
		}
	}
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(w.people))) {
		if key := nameKey(w.people[id].Name); id != data.Me && !known[id] && key != "" {
			typed[key] = id
		}
	}
	if len(typed) == 0 {
		return
	}
	for i := range w.groups {
		if g := &w.groups[i]; g.person == 0 {
			if id := typed[nameKey(w.nameOf(g))]; id != 0 {
				w.plan.Doubles = append(w.plan.Doubles, Double{id, 0, w.people[id].Name, w.nameOf(g)})
			}
		}
	}
}
