package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"peerage/data"
)

var may, june = data.NewDay(2020, 5, 1), data.NewDay(2020, 6, 1)

// people tells a result as the lists of sightings that are one person, by their place.
func people(r Result) [][]int {
	list := make([][]int, r.People)
	for i, p := range r.Of {
		list[p] = append(list[p], i)
	}
	return list
}

func TestWhoIsWho(t *testing.T) {
	ana := Sighting{Name: "ana souza", Given: "ana", Connected: may, Employer: "halden", Title: "engineer"}
	with := func(s Sighting, reading data.ID, profile string) Sighting {
		s.Reading, s.Profile = reading, profile
		return s
	}
	named := func(s Sighting, name string) Sighting { s.Name = name; return s }
	mail := func(s Sighting, email string) Sighting { s.Email = email; return s }
	at := func(s Sighting, employer, title string) Sighting { s.Employer, s.Title = employer, title; return s }
	on := func(s Sighting, day data.Day) Sighting { s.Connected = day; return s }
	of := func(s Sighting, person data.ID) Sighting { s.Person = person; return s }
	for _, c := range []struct {
		name      string
		sightings []Sighting
		want      [][]int
	}{
		{"the same profile is the same person with another last name and another day", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "ana lima"), june)}, [][]int{{0, 1}}},
		{"a profile that somebody left for another one is free", []Sighting{with(ana, 1, "a"), with(ana, 2, "b"), on(with(ana, 2, "a"), june)}, [][]int{{0, 1}, {2}}},
		{"a profile is not left for one that a namesake has", []Sighting{with(ana, 1, "a"), with(ana, 1, "b"), with(ana, 2, "b"), on(with(ana, 2, "a"), june)}, [][]int{{0, 3}, {1, 2}}},
		{"a profile with another name and another day was handed on", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bob kim"), june)}, [][]int{{0}, {1}}},
		{"a profile with another name and the same day was not", []Sighting{with(ana, 1, "a"), named(with(ana, 2, "a"), "bob kim")}, [][]int{{0, 1}}},
		{"but was where its holder stands beside", []Sighting{with(ana, 1, "a"), with(ana, 2, "b"), named(with(ana, 2, "a"), "bob kim")}, [][]int{{0, 1}, {2}}},
		{"a new last name beside a namesake hands on nothing", []Sighting{with(ana, 1, "a"), with(ana, 2, "b"), named(with(ana, 2, "a"), "ana lima")}, [][]int{{0, 2}, {1}}},
		{"nor is one with the same address", []Sighting{mail(with(ana, 1, "a"), "a@x.org"), mail(on(named(with(ana, 2, "a"), "bob kim"), june), "a@x.org")}, [][]int{{0, 1}}},
		{"nor one that a third sighting ties together", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bob kim"), june), on(with(ana, 3, "a"), june)}, [][]int{{0, 1, 2}}},
		{"nor one of whom the day is the one before, as it is in Greenwich", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bea lima"), may-1)}, [][]int{{0, 1}}},
		{"nor one of a name in another script", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "安娜"), june)}, [][]int{{0, 1}}},
		{"nor one whose name is spelt otherwise", []Sighting{named(with(ana, 1, "a"), "jurgen muller"), on(named(with(ana, 2, "a"), "juergen mueller"), june)}, [][]int{{0, 1}}},
		{"nor one whose last name is hidden and first name in short", []Sighting{named(with(ana, 1, "a"), "alexander lima"), on(named(with(ana, 2, "a"), "alex"), june)}, [][]int{{0, 1}}},
		{"nor one of initials", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "a s"), june)}, [][]int{{0, 1}}},
		{"nor one without a blank in the name", []Sighting{named(with(ana, 1, "a"), "太郎 田中"), on(named(with(ana, 2, "a"), "田中太郎"), june)}, [][]int{{0, 1}}},
		{"two who had one profile stay two where it is seen without a day", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bob kim"), june), on(named(with(ana, 3, "a"), "bob kim"), 0)}, [][]int{{0}, {1, 2}}},
		{"and where it is seen without a name", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bob kim"), june), named(with(ana, 3, "a"), "")}, [][]int{{0, 2}, {1}}},
		{"and with whoever had it last where it says nothing of either", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bob kim"), june), on(named(with(ana, 3, "a"), "eve"), 0)}, [][]int{{0}, {1, 2}}},
		{"but are one where it may be either's", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bob kim"), june), on(named(with(ana, 3, "a"), "ana kim"), 0)}, [][]int{{0, 1, 2}}},
		{"nor one without a day", []Sighting{with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bob kim"), 0)}, [][]int{{0, 1}}},
		{"nor one that the user typed", []Sighting{{Reading: Stated, Person: 7, Profile: "a"}, with(ana, 1, "a"), on(named(with(ana, 2, "a"), "bob kim"), june)}, [][]int{{0, 1, 2}}},
		{"nor one of people whom the user joined", []Sighting{of(with(ana, 1, "a"), 7), of(on(named(with(ana, 2, "a"), "bob kim"), june), 7)}, [][]int{{0, 1}}},
		{"two who swapped profiles are who they were", []Sighting{with(ana, 1, "a"), on(named(with(ana, 1, "b"), "bob kim"), june), with(ana, 2, "b"), on(named(with(ana, 2, "a"), "bob kim"), june)}, [][]int{{0, 2}, {1, 3}}},
		{"a profile changes while name and day stay", []Sighting{with(ana, 1, "a"), with(ana, 2, "b")}, [][]int{{0, 1}}},
		{"a profile changes while the address stays", []Sighting{mail(with(ana, 1, "a"), "a@x.org"), on(mail(named(with(ana, 2, "b"), "ana lima"), "a@x.org"), june)}, [][]int{{0, 1}}},
		{"another day is another person", []Sighting{with(ana, 1, "a"), on(with(ana, 2, "b"), june)}, [][]int{{0}, {1}}},
		{"without a day names say nothing", []Sighting{on(with(ana, 1, "a"), 0), on(with(ana, 2, "b"), 0)}, [][]int{{0}, {1}}},
		{"two profiles in one reading are two people", []Sighting{with(ana, 1, "a"), with(ana, 1, "b")}, [][]int{{0}, {1}}},
		{"a reading that shows both parts those who seemed one", []Sighting{with(ana, 1, "a"), with(ana, 2, "b"), with(ana, 3, "a"), with(ana, 3, "b")}, [][]int{{0, 2}, {1, 3}}},
		{"of namesakes the one whose profile is missing has changed it", []Sighting{with(ana, 1, "a"), with(ana, 1, "b"), with(ana, 2, "c"), with(ana, 2, "b")}, [][]int{{0, 2}, {1, 3}}},
		{"namesakes who both change their profiles are known by their work", []Sighting{with(ana, 1, "a"), at(with(ana, 1, "b"), "orbita", "nurse"), at(with(ana, 2, "c"), "orbita", "nurse"), with(ana, 2, "d")}, [][]int{{0, 3}, {1, 2}}},
		{"namesakes who both change profile and work stay apart", []Sighting{at(with(ana, 1, "a"), "p", "q"), at(with(ana, 1, "b"), "r", "s"), at(with(ana, 2, "c"), "t", "u"), at(with(ana, 2, "d"), "v", "w")}, [][]int{{0}, {1}, {2}, {3}}},
		{"an address that two share says nothing", []Sighting{mail(with(ana, 1, "a"), "office@x.org"), mail(on(with(ana, 1, "b"), june), "office@x.org"), mail(named(with(ana, 2, "c"), "bob"), "office@x.org")}, [][]int{{0}, {1}, {2}}},
		{"an entry without a profile belongs to who has its name and day", []Sighting{with(ana, 1, ""), with(ana, 2, "a"), with(ana, 3, "")}, [][]int{{0, 1, 2}}},
		{"an address goes before a name", []Sighting{with(ana, 1, "a"), mail(with(named(ana, "bob"), 1, "b"), "a@x.org"), mail(with(ana, 2, ""), "a@x.org")}, [][]int{{0}, {1, 2}}},
		{"namesakes without profiles are known by their work", []Sighting{with(ana, 1, ""), at(with(ana, 1, ""), "orbita", "nurse"), at(with(ana, 2, "b"), "orbita", "nurse"), with(ana, 2, "a")}, [][]int{{0, 3}, {1, 2}}},
		{"a namesake without a profile is who is left", []Sighting{with(ana, 1, ""), at(with(ana, 1, ""), "orbita", "nurse"), at(with(ana, 2, "b"), "orbita", "nurse"), at(with(ana, 2, "a"), "kestrel", "boss")}, [][]int{{0, 3}, {1, 2}}},
		{"no reading without profiles lists a person twice", []Sighting{with(ana, 1, ""), at(with(ana, 1, ""), "orbita", "nurse"), with(ana, 2, "a")}, [][]int{{0, 2}, {1}}},
		{"another last name without a profile is another person", []Sighting{with(ana, 1, ""), named(with(ana, 2, ""), "ana lima")}, [][]int{{0}, {1}}},
		{"a last name that changed is bridged by the profile", []Sighting{with(ana, 1, ""), with(ana, 2, "a"), named(with(ana, 3, "a"), "ana lima"), named(with(ana, 4, ""), "ana lima")}, [][]int{{0, 1, 2, 3}}},
		{"what the user joined stays joined", []Sighting{of(with(ana, 1, ""), 7), of(named(with(ana, 2, ""), "ana lima"), 7), named(with(ana, 3, ""), "ana lima")}, [][]int{{0, 1, 2}}},
		{"what the user joined stays joined, though readings list both", []Sighting{of(with(ana, 1, "a"), 7), of(named(with(ana, 1, "b"), "ana lima"), 7), with(ana, 2, "a"), named(with(ana, 2, "b"), "ana lima")}, [][]int{{0, 1, 2, 3}}},
		{"what was joined by mistake is parted", []Sighting{of(with(ana, 1, "a"), 7), of(with(ana, 2, "b"), 7), with(ana, 3, "a"), with(ana, 3, "b")}, [][]int{{0, 2}, {1, 3}}},
		{"a typed profile is its person's", []Sighting{{Reading: Stated, Person: 7, Profile: "a"}, with(ana, 1, "a")}, [][]int{{0, 1}}},
		{"a typed address is its person's", []Sighting{{Reading: Stated, Person: 7, Email: "a@x.org"}, mail(with(ana, 1, "a"), "a@x.org")}, [][]int{{0, 1}}},
		{"two people for whom the user typed one address stay two", []Sighting{{Reading: Stated, Person: 7, Email: "a@x.org"}, {Reading: Stated, Person: 8, Email: "a@x.org"}, mail(with(ana, 1, "a"), "a@x.org")}, [][]int{{0}, {1}, {2}}},
		{"a typed address joins a new profile to a person known by another", []Sighting{of(with(ana, 1, "a"), 7), {Reading: Stated, Person: 7, Email: "a@x.org"}, mail(on(with(ana, 2, "b"), june), "a@x.org")}, [][]int{{0, 1, 2}}},
	} {
		if got := people(Resolve(c.sightings, nil)); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestADoubleIsOfferedOnlyWhereTheLayoutCannotTell(t *testing.T) {
	souza := Sighting{Name: "ana souza", Given: "ana", Connected: may}
	lima := Sighting{Name: "ana lima", Given: "ana", Connected: may}
	with := func(s Sighting, reading data.ID, profile string) Sighting {
		s.Reading, s.Profile = reading, profile
		return s
	}
	for _, c := range []struct {
		name      string
		sightings []Sighting
		want      []Double
	}{
		{"both without a profile", []Sighting{with(souza, 1, ""), with(lima, 2, "")}, []Double{{0, 1}}},
		{"one without a profile", []Sighting{with(souza, 1, "a"), with(lima, 2, "")}, []Double{{0, 1}}},
		{"both with a profile", []Sighting{with(souza, 1, "a"), with(lima, 2, "b")}, nil},
		{"both in one reading", []Sighting{with(souza, 1, ""), with(lima, 1, "")}, nil},
		{"another given name", []Sighting{with(souza, 1, ""), with(Sighting{Name: "bob souza", Given: "bob", Connected: may}, 2, "")}, nil},
	} {
		if got := Resolve(c.sightings, nil).Doubles; !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// crowd makes up sightings of few people with few names, so that everything clashes with everything.
func crowd(random *rand.Rand) []Sighting {
	called := []string{"ann lee", "bob kim", "ann kim", "bob kim", "ann lee", ""}[:3+random.IntN(4)]
	days := []data.Day{may, june, may + 1, june, may, 0}[:2+random.IntN(5)]
	var all []Sighting
	for reading := range data.ID(1 + random.IntN(4)) {
		profiles, used := random.IntN(3) > 0, map[string]bool{}
		for range random.IntN(9) {
			s := Sighting{Reading: reading + 1, Name: called[random.IntN(len(called))], Given: "n", Connected: days[random.IntN(len(days))],
				Employer: fmt.Sprint(random.IntN(3)), Title: fmt.Sprint(random.IntN(2))}
			if random.IntN(3) == 0 {
				s.Email = fmt.Sprint(random.IntN(3))
			}
			if profiles {
				s.Profile = fmt.Sprint("p", random.IntN(9))
			}
			if key := s.Profile + s.Email + s.Name + s.Employer + s.Title + s.Connected.String(); used[s.Profile] && profiles || used[key] {
				continue // a reading lists nobody twice
			} else {
				used[s.Profile], used[key] = true, true
			}
			all = append(all, s)
		}
	}
	return all
}

// told returns a result in a form that does not depend on the order of sightings or the numbers of
// readings.
func told(sightings []Sighting, number func(data.ID) data.ID) string {
	var list []string
	for _, p := range people(Resolve(sightings, nil)) {
		var one []string
		for _, i := range p {
			s := sightings[i]
			s.Reading = number(s.Reading)
			one = append(one, fmt.Sprintf("%+v", s))
		}
		slices.Sort(one)
		list = append(list, fmt.Sprint(one))
	}
	slices.Sort(list)
	return fmt.Sprint(list)
}

func TestTheOrderOfReadingsAndEntriesDoesNotMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	same := func(id data.ID) data.ID { return id }
	for range 3000 {
		all := crowd(random)
		want := told(all, same)
		mixed := slices.Clone(all)
		random.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		for i := range mixed {
			mixed[i].Reading = 10 - mixed[i].Reading
		}
		if got := told(mixed, func(id data.ID) data.ID { return 10 - id }); got != want {
			t.Fatalf("%v\nfell into %s\nand then into %s", all, want, got)
		}
	}
}

func TestNoReadingListsAPersonTwice(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		all := crowd(random)
		for _, p := range people(Resolve(all, nil)) {
			seen := map[data.ID]bool{}
			for _, i := range p {
				if seen[all[i].Reading] {
					t.Fatalf("reading %d lists a person twice: %v", all[i].Reading, all)
				}
				seen[all[i].Reading] = true
			}
		}
	}
}

func TestWhatWasFoundOnceIsFoundAgain(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		all := crowd(random)
		first := Resolve(all, nil)
		for i := range all {
			all[i].Person = data.ID(first.Of[i] + 2)
		}
		if second := Resolve(all, nil); !slices.Equal(first.Of, second.Of) {
			t.Fatalf("%v: %v, then %v", all, first.Of, second.Of)
		}
	}
}

// The employer and the title decide no less when they are told only of those who are asked for them.
func TestWhoIsDescribedLateIsToldApartAsWell(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	asked := 0
	for range 2000 {
		all := crowd(random)
		for i := range all {
			all[i].Person = data.ID(random.IntN(3))
		}
		want := Resolve(slices.Clone(all), nil)
		bare := slices.Clone(all)
		for i := range bare {
			bare[i].Employer, bare[i].Title = "", ""
		}
		got := Resolve(bare, func(i int) (employer, title string) {
			asked++
			return all[i].Employer, all[i].Title
		})
		if !slices.Equal(got.Of, want.Of) {
			t.Fatalf("%v fell into %v and, described late, into %v", all, want.Of, got.Of)
		}
	}
	if asked == 0 {
		t.Error("nobody was asked for")
	}
}

// A file may list thousands under one name and day; that must not take minutes.
func TestAThousandNamesakesAreNoBurden(t *testing.T) {
	var all []Sighting
	for reading := range data.ID(3) {
		for i := range 1000 {
			all = append(all, Sighting{Reading: reading + 1, Name: "x", Given: "x", Connected: may, Employer: fmt.Sprint(i + 500*int(reading))})
		}
	}
	if got := Resolve(all, nil).People; got != 1000 {
		t.Errorf("%d people, want 1000", got)
	}
}

func BenchmarkResolve(b *testing.B) {
	var all []Sighting
	for reading := range data.ID(2) {
		for i := range 10_000 {
			all = append(all, Sighting{Reading: reading + 1, Person: data.ID(i+2) * (1 - reading), Profile: fmt.Sprint("p", i), Name: fmt.Sprint("n", i), Given: "n",
				Connected: may, Employer: "e", Title: "t"})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		Resolve(all, nil)
	}
}
