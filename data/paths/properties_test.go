package paths_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/paths"
)

// anyRole is a role as some source might tell it.
func anyRole(r *rand.Rand, id, person, organisation data.ID) data.Role {
	role := data.Role{ID: id, Person: person, Organisation: organisation, Employer: fmt.Sprint("O", organisation), Source: data.Stated}
	from := data.NewDay(2005+r.IntN(20), 1, 1) + data.Day(r.IntN(365))
	to := from + data.Day(r.IntN(2000))
	if to > today {
		role.Current = true
	}
	if r.IntN(4) == 0 { // only seen
		role.Source, role.FirstSeen, role.LastSeen = data.FromLinkedIn, from, min(to, today)
		return role
	}
	role.From = blurred(r, from)
	if !role.Current {
		role.To = blurred(r, to)
	}
	return role
}

// blurred is a day in the precision in which somebody might remember it.
func blurred(r *rand.Rand, d data.Day) data.PartialDay {
	p := data.Whole(d)
	if n := r.IntN(3); n > 0 {
		p.Day = 0
		if n > 1 {
			p.Month = 0
		}
	}
	return p
}

// met says how surely two people who had these roles met: as the rules of ties say, "never" where they say that
// they did not, and as paths do.
func met(t testing.TB, mine, theirs data.Role) (ties, here data.Sureness) {
	for _, tie := range careers.Between([]data.Role{mine}, []data.Role{theirs}, today) {
		switch {
		case tie.Kind == data.Coworker:
			ties = tie.Sure
		case tie.Kind == data.Alumni && tie.Sure == data.Certain:
			ties = "never"
		}
	}
	b := &builder{t, paths.Network{Warmth: map[data.ID]int{mine.Person: 500}, Roles: []data.Role{mine, theirs}}}
	if found := paths.New(b.n, today).ToPerson(theirs.Person); len(found) > 0 {
		here = found[0][1].Sure
	}
	return ties, here
}

func TestWhoMetIsWhoTheRulesOfTiesSayMayHaveMet(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	count := map[data.Sureness]int{}
	for range 20_000 {
		mine, theirs := anyRole(r, 1, ana, halden), anyRole(r, 2, raj, halden)
		ties, here := met(t, mine, theirs)
		count[here]++
		if ties == data.Certain != (here == data.Certain) || ties == data.Likely && here == "" || ties == "never" && here != "" {
			t.Fatalf("paths say %q, ties %q of\n%+v\n%+v", here, ties, mine, theirs)
		}
	}
	if count[data.Certain] < 1000 || count[data.Likely] < 300 || count[""] < 1000 {
		t.Errorf("the cases are too much alike: %v", count)
	}
}

// network is a random one.
func network(r *rand.Rand, people, organisations, introductions, known int) paths.Network {
	n := paths.Network{Warmth: map[data.ID]int{}, Slight: map[data.ID]bool{}, Closed: map[data.ID]bool{}, Paused: map[data.ID]bool{}}
	anybody := func() data.ID { return data.ID(2 + r.IntN(people)) }
	for i := range people {
		for range 1 + r.IntN(2) {
			n.Roles = append(n.Roles, anyRole(r, data.ID(len(n.Roles)+1), data.ID(i+2), data.ID(1+r.IntN(organisations))))
		}
	}
	for range introductions {
		n.Introductions = append(n.Introductions, data.Introduction{By: data.Someone{Person: anybody()}, Known: [2]data.Someone{{Person: anybody()}, {Person: anybody()}}})
	}
	for range known {
		n.Warmth[anybody()] = 1 + r.IntN(paths.Warmest)
		n.Slight[anybody()] = r.IntN(2) == 0
	}
	for range people / 8 {
		n.Closed[anybody()], n.Paused[anybody()] = true, true
	}
	return n
}

// hops returns how many steps an organisation is away by looking at every pair of people, 0 when it cannot be reached.
func hops(t testing.TB, n paths.Network, organisation data.ID) int {
	knows := map[data.ID]map[data.ID]bool{}
	join := func(a, b data.ID) {
		for _, p := range [][2]data.ID{{a, b}, {b, a}} {
			if knows[p[0]] == nil {
				knows[p[0]] = map[data.ID]bool{}
			}
			knows[p[0]][p[1]] = true
		}
	}
	there := map[data.ID]bool{}
	for _, a := range n.Roles {
		there[a.Person] = there[a.Person] || a.Organisation == organisation
		for _, b := range n.Roles {
			if a.Person >= b.Person || a.Organisation != b.Organisation || a.Organisation == organisation {
				continue
			}
			if _, here := met(t, a, b); here != "" {
				join(a.Person, b.Person)
			}
		}
	}
	for _, i := range n.Introductions {
		join(i.By.Person, i.Known[0].Person)
		join(i.By.Person, i.Known[1].Person)
		join(i.Known[0].Person, i.Known[1].Person)
	}
	away, next := map[data.ID]int{}, []data.ID{}
	for p := range data.ID(100) {
		if n.Warmth[p] > 0 || n.Slight[p] {
			away[p], next = 1, append(next, p)
		}
	}
	for len(next) > 0 {
		p := next[0]
		next = next[1:]
		switch {
		case n.Closed[p]:
			continue
		case there[p]:
			return away[p] + 1
		}
		for q := range knows[p] {
			if away[q] == 0 {
				away[q], next = away[p]+1, append(next, q)
			}
		}
	}
	return 0
}

func TestNoPathIsShorterThanTheFirst(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	lengths := map[int]int{}
	for range 40 {
		n := network(r, 40, 25, 6, 4)
		g := paths.New(n, today)
		for o := range data.ID(25) {
			want := hops(t, n, o+1)
			found := g.ToOrganisation(o + 1)
			switch {
			case want == 0 || want > paths.Longest:
				if len(found) > 0 {
					t.Fatalf("%v leads where nothing should", found[0])
				}
			case len(found) == 0 || len(found[0]) != want:
				t.Fatalf("%v is no path of %d steps", found, want)
			}
			lengths[want]++
			check(t, n, found)
		}
	}
	if lengths[2] < 50 || lengths[3] < 50 || lengths[4] < 20 {
		t.Errorf("the networks are too much alike: %v", lengths)
	}
}

// check holds paths to what the package states of them.
func check(t *testing.T, n paths.Network, found []paths.Path) {
	t.Helper()
	first := map[data.ID]bool{}
	for i, p := range found {
		if first[p[0].Person] || n.Warmth[p[0].Person] == 0 && !n.Slight[p[0].Person] || i > 0 && len(p) < len(found[i-1]) {
			t.Fatalf("%v begins badly", found)
		}
		first[p[0].Person] = true
		seen := map[data.ID]bool{}
		for _, s := range p[:len(p)-1] {
			if n.Closed[s.Person] || seen[s.Person] || s.Person <= data.Me {
				t.Fatalf("%v leads over %d", p, s.Person)
			}
			seen[s.Person] = true
		}
	}
}

func BenchmarkPathAmongTenThousand(b *testing.B) {
	n := network(rand.New(rand.NewPCG(5, 5)), 10_000, 600, 300, 500)
	b.Run("graph", func(b *testing.B) {
		for b.Loop() {
			paths.New(n, today)
		}
	})
	g := paths.New(n, today)
	b.Run("search", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			g.ToOrganisation(data.ID(1 + i%600))
		}
	})
}
