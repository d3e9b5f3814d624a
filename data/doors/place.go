package doors

import (
	"cmp"
	"slices"

	"peerage/data"
)

// place gives everything in the picture its place. The ways have theirs; whoever follows in the next
// columns stands where their strands come from on the average, which lets few of them cross (Sugiyama,
// Tagawa, Toda: Methods for Visual Understanding of Hierarchical System Structures, 1981). Where that
// decides nothing, the order of the account does, so that the picture stays the same.
func (f *Flow) place(doors []door, all []strand, openers []Opener) {
	way := func(s *strand) int { return slices.IndexFunc(f.Ways, s.way.same) }
	who := f.placePeople(all, openers, way)
	what := f.placeDoors(doors, all, func(s *strand) int { return who[s.who] })
	ends := f.placeOutcomes(doors, all, what)
	for i := range all {
		s := &all[i]
		f.Strands = append(f.Strands, Strand{way(s), who[s.who], what[s.door], ends[outcome(doors[s.door].Opportunity)], s.weight})
	}
	slices.SortStableFunc(f.Strands, func(a, b Strand) int {
		return cmp.Or(cmp.Compare(a.Way, b.Way), cmp.Compare(a.Who, b.Who), cmp.Compare(a.What, b.What), cmp.Compare(a.Outcome, b.Outcome))
	})
}

// average is the mean place of strands, by their weight. One of no weight, of a very long chain, counts a
// little as well: it has a place.
type average struct{ sum, weight int }

func (a *average) add(place, weight int) {
	weight = max(weight, 1)
	a.sum += place * weight
	a.weight += weight
}

func (a average) compare(b average) int { return cmp.Compare(a.sum*b.weight, b.sum*a.weight) }

// placePeople lists the people in their order and returns the place of everybody.
func (f *Flow) placePeople(all []strand, openers []Opener, way func(*strand) int) map[data.Someone]int {
	mean := map[data.Someone]*average{}
	for i := range all {
		s := &all[i]
		if mean[s.who] == nil {
			mean[s.who] = &average{}
		}
		mean[s.who].add(way(s), s.weight)
	}
	shown := openers
	me := data.Someone{Person: data.Me}
	if mean[me] != nil {
		shown = append([]Opener{{Someone: me, Opened: f.Ways[len(f.Ways)-1].Came}}, openers...)
	}
	kept, more := fold(len(shown))
	f.Who, f.MoreWho = slices.Clone(shown[:kept]), more
	slices.SortStableFunc(f.Who, func(a, b Opener) int { return mean[identity(a.Someone)].compare(*mean[identity(b.Someone)]) })
	places := map[data.Someone]int{}
	for _, o := range shown {
		places[identity(o.Someone)] = kept // where the folded ones are
	}
	for i, o := range f.Who {
		places[identity(o.Someone)] = i
	}
	return places
}

// fold returns how many of n rows are shown, and how many are folded into one further.
func fold(n int) (kept, more int) {
	if n <= MostRows {
		return n, 0
	}
	return MostRows - 1, n - MostRows + 1
}

// placeDoors lists the opportunities in their order and returns the place of each. Those that are open are
// shown before those that led to something, and these before the rest, the latest first.
func (f *Flow) placeDoors(doors []door, all []strand, who func(*strand) int) []int {
	mean := make([]average, len(doors))
	for i := range all {
		mean[all[i].door].add(who(&all[i]), all[i].weight)
	}
	chosen := make([]int, len(doors))
	for i := range chosen {
		chosen[i] = i
	}
	telling := func(i int) int { return slices.Index([]data.Stage{"", data.Won}, outcome(doors[i].Opportunity)) }
	slices.SortStableFunc(chosen, func(i, j int) int {
		a, b := telling(i), telling(j)
		if a < 0 || b < 0 {
			return cmp.Compare(b, a)
		}
		return cmp.Compare(a, b)
	})
	kept, more := fold(len(doors))
	chosen, f.MoreWhat = chosen[:kept], more
	end := func(i int) int { return slices.Index(outcomes, outcome(doors[i].Opportunity)) }
	slices.SortFunc(chosen, func(i, j int) int {
		return cmp.Or(mean[i].compare(mean[j]), cmp.Compare(end(i), end(j)), cmp.Compare(i, j))
	})
	places := make([]int, len(doors))
	for i := range places {
		places[i] = kept
	}
	for place, i := range chosen {
		f.What = append(f.What, *doors[i].Opportunity)
		places[i] = place
	}
	return places
}

// placeOutcomes lists what came of it all in its order and returns the place of each.
func (f *Flow) placeOutcomes(doors []door, all []strand, what []int) map[data.Stage]int {
	mean := map[data.Stage]*average{}
	for _, s := range all {
		end := outcome(doors[s.door].Opportunity)
		if mean[end] == nil {
			mean[end] = &average{}
		}
		mean[end].add(what[s.door], s.weight)
	}
	came := map[data.Stage]int{}
	for i := range doors {
		came[outcome(doors[i].Opportunity)]++
	}
	for _, stage := range outcomes {
		if came[stage] > 0 {
			f.Outcomes = append(f.Outcomes, Outcome{stage, came[stage]})
		}
	}
	slices.SortStableFunc(f.Outcomes, func(a, b Outcome) int { return mean[a.Stage].compare(*mean[b.Stage]) })
	places := map[data.Stage]int{}
	for i, o := range f.Outcomes {
		places[o.Stage] = i
	}
	return places
}
