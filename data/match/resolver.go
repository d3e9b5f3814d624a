package match

import (
	"cmp"
	"slices"
	"strings"

	"peerage/data"
)

// resolver joins nodes. A node is a profile with all its sightings, those of one holder where it was
// handed on, or one sighting without a profile.
type resolver struct {
	sightings []Sighting
	node      []int // of each sighting
	first     []int // a sighting of each node
	parent    []int // union-find over nodes
	next      []int // the nodes of a person form a ring
	seen      []readings
	bits      map[data.ID]int // of readings, the bit of each
	width     int             // of readings
	handed    []string        // profiles that came to be another person's
	listed    [][]int         // sightings by node, once they are asked for

	describe func(i int) (employer, title string) // nil where nothing more is known
	complete []bool                               // which sightings are described, once one is
}

// readings is a set of readings, one bit each. That of a root holds for all its nodes.
type readings []uint64

func (s readings) meets(other readings) bool {
	for i := range s {
		if s[i]&other[i] != 0 {
			return true
		}
	}
	return false
}

func (s readings) add(other readings) {
	for i := range s {
		s[i] |= other[i]
	}
}

func newResolver(sightings []Sighting) *resolver {
	bits := map[data.ID]int{}
	for i := range sightings {
		if id := sightings[i].Reading; i == 0 || id != sightings[i-1].Reading {
			if _, ok := bits[id]; !ok {
				bits[id] = len(bits)
			}
		}
	}
	n := len(sightings)
	r := &resolver{sightings: sightings, node: make([]int, n), bits: bits, width: len(bits)/64 + 1}
	r.first, r.parent, r.next, r.seen = make([]int, 0, n), make([]int, 0, n), make([]int, 0, n), make([]readings, 0, n)
	room := make(readings, n*r.width)
	profiles := make(map[string]int, n)
	stated, crossed := map[data.ID]int{}, map[int]bool{}
	for i := range sightings {
		s := &sightings[i]
		node, ok := profiles[s.Profile]
		if s.Profile == "" || !ok {
			node = len(r.parent)
			r.first, r.parent, r.next = append(r.first, i), append(r.parent, node), append(r.next, node)
			r.seen = append(r.seen, room[node*r.width:(node+1)*r.width])
			if s.Profile != "" {
				profiles[s.Profile] = node
			}
		} else if first := &sightings[r.first[node]]; s.Connected != first.Connected || !mayBeOneName(s.Name, first.Name) {
			crossed[node] = true
		}
		r.node[i] = node
		bit := bits[s.Reading]
		r.seen[node][bit/64] |= 1 << (bit % 64)
		if s.Reading == Stated {
			if other, ok := stated[s.Person]; ok {
				r.join(other, node)
			}
			stated[s.Person] = node
		}
	}
	if len(crossed) > 0 {
		r.partProfiles(crossed)
	}
	return r
}

func (r *resolver) find(n int) int {
	for r.parent[n] != n {
		r.parent[n] = r.parent[r.parent[n]]
		n = r.parent[n]
	}
	return n
}

// join makes one person of two, whatever speaks against it.
func (r *resolver) join(a, b int) {
	a, b = r.find(a), r.find(b)
	if a == b {
		return
	}
	r.parent[b] = a
	r.next[a], r.next[b] = r.next[b], r.next[a]
	r.seen[a].add(r.seen[b])
}

// mayJoin reports whether no reading lists both.
func (r *resolver) mayJoin(a, b int) bool { return !r.seen[r.find(a)].meets(r.seen[r.find(b)]) }

// evidence is what sightings of one person share: an address, or a name and a day.
type evidence struct {
	text string
	day  data.Day
}

// joinAlike applies the rules of shared evidence. Within a rule the groups are taken in the order of
// what they share, so that nothing depends on where a sighting stands.
func (r *resolver) joinAlike() {
	for _, g := range r.groups(func(s *Sighting) (evidence, bool) { return evidence{text: s.Email}, s.Email != "" }) {
		if r.apart(g) {
			r.joinAll(g)
		}
	}
	named := r.groups(func(s *Sighting) (evidence, bool) {
		return evidence{s.Name, s.Connected}, s.Name != "" && s.Connected != 0
	})
	var namesakes [][]int
	for _, g := range named {
		if g = r.roots(g); r.apart(g) {
			r.joinAll(g)
		} else {
			namesakes = append(namesakes, g)
		}
	}
	for _, g := range namesakes {
		r.joinNamesakes(r.roots(g))
	}
}

// groups returns the people, as roots, who share evidence; groups of one are left out.
func (r *resolver) groups(of func(*Sighting) (evidence, bool)) [][]int {
	type group struct {
		evidence
		roots []int
	}
	first := make(map[evidence]int, len(r.sightings)) // the only root so far, or ^ the place in shared
	var shared []group
	for i := range r.sightings {
		e, ok := of(&r.sightings[i])
		if !ok {
			continue
		}
		root := r.find(r.node[i])
		have, ok := first[e]
		switch {
		case !ok:
			first[e] = root
		case have == root:
		case have >= 0:
			first[e] = ^len(shared)
			shared = append(shared, group{e, []int{have, root}})
		default:
			shared[^have].roots = append(shared[^have].roots, root)
		}
	}
	slices.SortFunc(shared, func(a, b group) int {
		return cmp.Or(strings.Compare(a.text, b.text), cmp.Compare(a.day, b.day))
	})
	list := make([][]int, len(shared))
	for i := range shared {
		list[i] = r.roots(shared[i].roots)
	}
	return list
}

// roots returns the people that nodes belong to, each once.
func (r *resolver) roots(nodes []int) []int {
	list := make([]int, len(nodes))
	for i, n := range nodes {
		list[i] = r.find(n)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// apart reports whether no reading lists two of the people.
func (r *resolver) apart(nodes []int) bool {
	all := make(readings, r.width)
	for _, n := range r.roots(nodes) {
		if all.meets(r.seen[n]) {
			return false
		}
		all.add(r.seen[n])
	}
	return true
}

func (r *resolver) joinAll(nodes []int) {
	for _, n := range nodes[1:] {
		r.join(nodes[0], n)
	}
}

// described returns a sighting with its employer and title.
func (r *resolver) described(i int) *Sighting {
	s := &r.sightings[i]
	if r.describe == nil {
		return s
	}
	if r.complete == nil {
		r.complete = make([]bool, len(r.sightings))
	}
	if !r.complete[i] {
		s.Employer, s.Title = r.describe(i)
		r.complete[i] = true
	}
	return s
}

// compare orders described sightings by what they say: those with a profile first.
func compare(a, b *Sighting) int {
	if (a.Profile == "") != (b.Profile == "") {
		return strings.Compare(b.Profile, a.Profile)
	}
	return cmp.Or(strings.Compare(a.Profile, b.Profile), strings.Compare(a.Name, b.Name), cmp.Compare(a.Connected, b.Connected),
		strings.Compare(a.Employer, b.Employer), strings.Compare(a.Title, b.Title), strings.Compare(a.Email, b.Email),
		strings.Compare(a.Written, b.Written))
}

func (r *resolver) result() Result {
	res := Result{Of: make([]int, len(r.sightings)), Handed: r.handed}
	number := make([]int, len(r.parent)) // root -> its person, counted from 1
	for i := range r.sightings {
		root := r.find(r.node[i])
		if number[root] == 0 {
			res.People++
			number[root] = res.People
		}
		res.Of[i] = number[root] - 1
	}
	res.Doubles = r.doubles(res.Of)
	return res
}
