package moves_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/moves"
)

var (
	now       = day(today)
	employers = []string{"acme", "acme2", "zeta", "halden", "orbita", "(self-employed)", "(stealth)", ""}
	titles    = append(slices.Sorted(maps.Keys(standings)), "")
)

// anyCareer returns a career of all that may come: dates of every kind, sightings, overlaps, twins.
func anyCareer(random *rand.Rand) []moves.Role {
	partial := func(d data.Day) data.PartialDay {
		y, m, n := d.Date()
		return []data.PartialDay{{}, {Year: y}, {Year: y, Month: m}, {Year: y, Month: m, Day: n}}[random.IntN(4)]
	}
	list := make([]moves.Role, random.IntN(7))
	for i := range list {
		r := role(employers[random.IntN(len(employers))], titles[random.IntN(len(titles))])
		r.ID, r.Person, r.Current = data.ID(i+1), 9, random.IntN(3) == 0
		a := now - data.Day(random.IntN(4000)) + 200
		b := a + data.Day(random.IntN(1500))
		if random.IntN(3) > 0 {
			r.From, r.To = partial(a), partial(b)
		}
		if random.IntN(2) == 0 && b <= now {
			r.FirstSeen, r.LastSeen = a, b
			if !r.Current && random.IntN(2) == 0 {
				r.Gone = min(b+300, now)
			}
		}
		list[i] = r
	}
	return list
}

// check fails where moves are not what Derive promises for every career.
func check(t *testing.T, roles []moves.Role, list []data.Move) {
	t.Helper()
	to := map[data.ID]bool{}
	for i, m := range list {
		switch {
		case len(m.Kinds) == 0 || !slices.IsSortedFunc(m.Kinds, func(a, b data.MoveKind) int {
			return slices.Index(data.MoveKinds, a) - slices.Index(data.MoveKinds, b)
		}):
			t.Errorf("kinds %v", m.Kinds)
		case m.From.Form == m.To.Form:
			t.Errorf("from %q to itself", m.From.Form)
		case m.After <= 0 || m.After > m.By || m.By > now:
			t.Errorf("between %v and %v", m.After, m.By)
		case m.Is(data.Left) != (m.To == data.Post{}) || m.Is(data.Left) && len(m.Kinds) > 1:
			t.Errorf("left for %+v as %v", m.To, m.Kinds)
		case i > 0 && m.By > list[i-1].By:
			t.Error("an older move comes first")
		case m.To.Role != 0 && to[m.To.Role]:
			t.Error("two moves lead to one role")
		}
		to[m.To.Role] = true
	}
	if t.Failed() {
		t.Fatalf("%+v\n%s", roles, told(list))
	}
}

func TestTheOrderOfRolesAndTheirNumbersDoNotMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 5000 {
		roles := anyCareer(random)
		want := moves.Derive(moves.Career{Roles: roles}, now)
		check(t, roles, want)
		found += len(want)
		mixed := slices.Clone(roles)
		random.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		if got := moves.Derive(moves.Career{Roles: mixed}, now); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v\ngot\n%s\nwant\n%s", mixed, told(got), told(want))
		}
		for i := range mixed {
			mixed[i].ID = data.ID(100 - i)
		}
		if got := moves.Derive(moves.Career{Roles: mixed}, now); told(got) != told(want) {
			t.Fatalf("with other numbers\ngot\n%s\nwant\n%s", told(got), told(want))
		}
	}
	if found < 1000 {
		t.Errorf("only %d moves in all careers", found)
	}
}

// sequence returns a career in which one role follows the other, each another post, with exact days.
func sequence(random *rand.Rand) []moves.Role {
	var list []moves.Role
	at := now - 6000
	for n := 1 + random.IntN(6); len(list) < n; {
		r := role(employers[random.IntN(5)], titles[1+random.IntN(len(titles)-3)])
		if k := len(list); k > 0 && (r.Form == list[k-1].Form || r.Organisation == list[k-1].Organisation && r.Title == list[k-1].Title || r.Retired) {
			continue
		}
		end := at + 200 + data.Day(random.IntN(500))
		if random.IntN(2) == 0 {
			r.FirstSeen, r.LastSeen, r.Gone = at, end-100, end
		} else {
			r.From, r.To = exact(at), exact(end)
		}
		list, at = append(list, r), end
	}
	last := &list[len(list)-1]
	last.Current, last.To, last.Gone = true, data.PartialDay{}, 0
	return list
}

func exact(d data.Day) data.PartialDay {
	y, m, n := d.Date()
	return data.PartialDay{Year: y, Month: m, Day: n}
}

func TestMovesReplayedFromTheFirstRoleGiveThePresentOne(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		roles := sequence(random)
		list := moves.Derive(moves.Career{Roles: roles}, now)
		check(t, roles, list)
		held := roles[0].Form
		for _, m := range slices.Backward(list) {
			if m.From.Form != held {
				t.Fatalf("%q is held, and a move leads from %q\n%s", held, m.From.Form, told(list))
			}
			held = m.To.Form
		}
		var plain []data.Role
		for _, r := range roles {
			plain = append(plain, r.Role)
		}
		if p := data.Present(plain); p == nil || role(p.Employer, p.Title).Form != held {
			t.Fatalf("replayed %q, present %+v\n%s", held, p, told(list))
		}
	}
}

func TestShiftingADayShiftsOnlyDays(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 1000 {
		roles := sequence(random)
		by := data.Day(random.IntN(4000) - 2000)
		want := moves.Derive(moves.Career{Roles: roles}, now)
		for i := range roles {
			r := &roles[i]
			for _, d := range []*data.Day{&r.FirstSeen, &r.LastSeen, &r.Gone} {
				if *d != 0 {
					*d += by
				}
			}
			for _, p := range []*data.PartialDay{&r.From, &r.To} {
				if !p.IsZero() {
					*p = exact(p.Earliest() + by)
				}
			}
		}
		got := moves.Derive(moves.Career{Roles: roles}, now+by)
		for i := range want {
			want[i].After += by
			want[i].By += by
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("shifted by %d\ngot\n%s\nwant\n%s", by, told(got), told(want))
		}
	}
}

// sighting is one post on one day.
type sighting struct {
	day  data.Day
	post moves.Role
}

// seenOn returns the roles that sightings show, in the order of their days.
func seenOn(list []sighting) []moves.Role {
	var roles []moves.Role
	for _, s := range list {
		if n := len(roles); n > 0 && roles[n-1].Form == s.post.Form {
			roles[n-1].LastSeen = s.day
			continue
		} else if n > 0 {
			roles[n-1].Gone, roles[n-1].Current = s.day, false
		}
		r := s.post
		r.FirstSeen, r.LastSeen, r.Current = s.day, s.day, true
		roles = append(roles, r)
	}
	return roles
}

func TestAnEarlierSnapshotOnlyNarrowsTheDaysOfAMove(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		var list []sighting
		for _, r := range sequence(random) {
			r.From, r.To = data.PartialDay{}, data.PartialDay{}
			at := now - 5000
			if len(list) > 0 {
				at = list[len(list)-1].day + 2 + data.Day(random.IntN(400))
			}
			list = append(list, sighting{at, r})
		}
		if len(list) < 2 {
			continue
		}
		wide := moves.Derive(moves.Career{Roles: seenOn(list)}, now)
		at := 1 + random.IntN(len(list)-1)
		between := list[at-random.IntN(2)]
		between.day = list[at-1].day + 1 + data.Day(random.IntN(int(list[at].day-list[at-1].day-1)))
		narrow := moves.Derive(moves.Career{Roles: seenOn(slices.Insert(slices.Clone(list), at, between))}, now)
		if len(wide) != len(narrow) {
			t.Fatalf("before\n%s\nafter\n%s", told(wide), told(narrow))
		}
		for i, a := range wide {
			b := narrow[i]
			if a.From.Form != b.From.Form || a.To.Form != b.To.Form || !slices.Equal(a.Kinds, b.Kinds) || b.After < a.After || b.By > a.By {
				t.Fatalf("before\n%s\nafter\n%s", told(wide), told(narrow))
			}
		}
	}
}

func FuzzDerive(f *testing.F) {
	for n := range uint64(8) {
		f.Add(n, n*n)
	}
	f.Fuzz(func(t *testing.T, a, b uint64) {
		roles := anyCareer(rand.New(rand.NewPCG(a, b)))
		list := moves.Derive(moves.Career{Roles: roles}, now)
		check(t, roles, list)
		slices.Reverse(roles)
		if again := moves.Derive(moves.Career{Roles: roles}, now); !reflect.DeepEqual(again, list) {
			t.Errorf("%s\nin reverse order\n%s", told(list), told(again))
		}
	})
}

func BenchmarkTenThousandCareers(b *testing.B) {
	random := rand.New(rand.NewPCG(9, 10))
	var careers []moves.Career
	for i := range 10000 {
		roles := anyCareer(random)
		if i%2 == 0 {
			roles = sequence(random)
		}
		careers = append(careers, moves.Career{Roles: roles})
	}
	b.ReportAllocs()
	for b.Loop() {
		for i := range careers {
			moves.Derive(careers[i], now)
		}
	}
}

func ExampleDerive() {
	acme, zeta := role("acme", "engineer"), role("zeta", "manager")
	acme.FirstSeen, acme.LastSeen, acme.Gone = day("2024-11-17"), day("2024-11-17"), day("2025-11-16")
	zeta.FirstSeen, zeta.LastSeen, zeta.Current = day("2025-11-16"), day("2025-11-16"), true
	for _, m := range moves.Derive(moves.Career{Roles: []moves.Role{acme, zeta}}, day("2026-01-01")) {
		fmt.Println(m.Kinds, "between", m.After, "and", m.By)
	}
	// Output: [into_management new_employer new_title] between 2024-11-17 and 2025-11-16
}
