package match

import (
	"cmp"
	"slices"
	"strings"

	"peerage/data"
)

// joinNamesakes joins those of a group who must or should be one. nodes are people with the same name
// and day of connection of whom some stand together in a reading.
func (r *resolver) joinNamesakes(nodes []int) {
	nodes = r.inOrder(nodes)
	r.joinForced(nodes)
	for _, key := range []func(*Sighting) (work, bool){
		func(s *Sighting) (work, bool) { return work{s.Employer, s.Title}, true },
		func(s *Sighting) (work, bool) { return work{s.Employer, ""}, s.Employer != "" },
		func(s *Sighting) (work, bool) { return work{"", s.Title}, s.Title != "" },
	} {
		r.joinByWork(nodes, key)
		r.joinForced(nodes)
	}
	r.joinBare(nodes)
}

// sightingsOf returns all that is said of the person of a node, in the order of what it says.
func (r *resolver) sightingsOf(n int) []*Sighting {
	if r.listed == nil {
		r.listed = make([][]int, len(r.parent))
		for i, node := range r.node {
			r.listed[node] = append(r.listed[node], i)
		}
	}
	var list []*Sighting
	for m := n; ; m = r.next[m] {
		for _, i := range r.listed[m] {
			list = append(list, r.described(i))
		}
		if r.next[m] == n {
			break
		}
	}
	slices.SortFunc(list, compare)
	return list
}

// inOrder sorts people by what is said of them.
func (r *resolver) inOrder(nodes []int) []int {
	said := make(map[int][]*Sighting, len(nodes))
	for _, n := range nodes {
		said[n] = r.sightingsOf(n)
	}
	slices.SortStableFunc(nodes, func(a, b int) int { return slices.CompareFunc(said[a], said[b], compare) })
	return nodes
}

// maxNamesakes is how many people of one name and day are looked at pair by pair. More than that is
// no network but somebody's joke.
const maxNamesakes = 64

// joinForced joins those who can be nobody else: people of whom each may be any other one, while no
// further namesake may be any of them.
func (r *resolver) joinForced(nodes []int) {
	nodes = r.roots(nodes)
	if len(nodes) > maxNamesakes {
		return
	}
	may := make([]uint64, len(nodes)) // for each the set of those it may be, itself among them
	for i := range nodes {
		may[i] |= 1 << i
		for j := range i {
			if r.mayJoin(nodes[i], nodes[j]) {
				may[i] |= 1 << j
				may[j] |= 1 << i
			}
		}
	}
	for i := range nodes {
		alike := []int{nodes[i]}
		closed := true
		for j := range nodes {
			if j != i && may[i]&(1<<j) != 0 {
				closed = closed && may[j] == may[i]
				alike = append(alike, nodes[j])
			}
		}
		if closed && r.apart(alike) {
			r.joinAll(alike)
		}
	}
}

// work is what namesakes are told apart by; either part may be "".
type work struct{ employer, title string }

// joinByWork joins those who were seen with the same work, first come first served.
func (r *resolver) joinByWork(nodes []int, key func(*Sighting) (work, bool)) {
	at := map[work][]int{} // who was seen with it
	works := make([][]work, len(nodes))
	for i, n := range nodes {
		works[i] = r.worksOf(n, key)
		for _, w := range works[i] {
			at[w] = append(at[w], n)
		}
	}
	for i, n := range nodes {
		for _, w := range works[i] {
			for _, other := range at[w] {
				if r.find(other) != r.find(n) && r.mayJoin(other, n) {
					r.join(other, n)
				}
			}
		}
	}
}

// worksOf lists what a person was seen with, each once and in order.
func (r *resolver) worksOf(n int, key func(*Sighting) (work, bool)) []work {
	var list []work
	for _, s := range r.sightingsOf(n) {
		if w, ok := key(s); ok && !slices.Contains(list, w) {
			list = append(list, w)
		}
	}
	slices.SortFunc(list, func(a, b work) int {
		return cmp.Or(strings.Compare(a.employer, b.employer), strings.Compare(a.title, b.title))
	})
	return list
}

// joinBare gives those without a profile to the first namesake that no reading lists beside them.
func (r *resolver) joinBare(nodes []int) {
	profiled := make([]bool, len(nodes))
	for i, n := range nodes {
		profiled[i] = r.sightingsOf(n)[0].Profile != "" // those with a profile come first
	}
	for i, n := range nodes {
		if profiled[i] {
			continue
		}
		for j, other := range nodes {
			if (j < i || profiled[j]) && r.find(other) != r.find(n) && r.mayJoin(other, n) {
				r.join(other, n)
				break
			}
		}
	}
}

// maxDoubles is how many people of one given name and day of connection are compared as doubles. Of
// more than that nobody would look at the pairs.
const maxDoubles = 16

// doubles finds people who share given name and day of connection, whom no reading lists both, and of
// whom one is known without a profile only: a last name may have changed where the layout cannot tell.
func (r *resolver) doubles(of []int) []Double {
	type key struct {
		given string
		day   data.Day
	}
	profiled := make([]bool, len(r.parent))
	bare := false
	for i := range r.sightings {
		root := r.find(r.node[i])
		profiled[root] = profiled[root] || r.sightings[i].Profile != ""
		bare = bare || r.sightings[i].Profile == ""
	}
	if !bare {
		return nil
	}
	alike := map[key][]int{} // one sighting of each person
	for i := range r.sightings {
		s := &r.sightings[i]
		k := key{s.Given, s.Connected}
		if s.Given == "" || s.Connected == 0 || len(alike[k]) > maxDoubles {
			continue
		}
		if !slices.ContainsFunc(alike[k], func(j int) bool { return of[j] == of[i] }) {
			alike[k] = append(alike[k], i)
		}
	}
	found := map[Double]bool{}
	for _, people := range alike {
		if len(people) > maxDoubles {
			continue
		}
		for x, i := range people {
			for _, j := range people[x+1:] {
				a, b := r.find(r.node[i]), r.find(r.node[j])
				if !(profiled[a] && profiled[b]) && r.mayJoin(a, b) {
					found[Double{min(of[i], of[j]), max(of[i], of[j])}] = true
				}
			}
		}
	}
	list := make([]Double, 0, len(found))
	for d := range found {
		list = append(list, d)
	}
	slices.SortFunc(list, func(x, y Double) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return list
}
