package briefing_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/paths"
	"peerage/data/store"
)

// introduce notes that somebody made two people known to each other.
func introduce(t testing.TB, s *store.Store, by, one, other data.ID, day string) {
	t.Helper()
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveIntroduction(&data.Introduction{By: data.Someone{Person: by}, Known: [2]data.Someone{{Person: one}, {Person: other}}, Day: datatest.Partial(t, day)})
	})
}

// bound sets what a person wants left alone.
func bound(t testing.TB, s *store.Store, b data.Boundary) {
	t.Helper()
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SaveBoundary(b) })
}

// saidWays writes ways in short.
func saidWays(ways []briefing.Way) string {
	said := make([]string, len(ways))
	for i, way := range ways {
		for j, step := range way {
			if j > 0 {
				said[i] += " → "
			}
			said[i] += step.Name
			switch step.Reason {
			case paths.Together:
				said[i] += fmt.Sprintf(" (%s %s–%s %s)", step.Employer, step.Between.Since, step.Between.Until, step.Between.Sure)
			case paths.Introduced:
				said[i] += fmt.Sprintf(" (%s %s)", step.Introduction.By.Name, step.Introduction.Day)
			case paths.ThereNow, paths.WasThere:
				said[i] += fmt.Sprintf(" (%s %s)", step.Reason, step.Role.Title)
			}
		}
	}
	return strings.Join(said, "; ")
}

func TestWaysLeadToAnOrganisationOverIntroductionsAndSharedEmployers(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Kestrel", "Engineer", "2010", "2018"))
	ana := datatest.Person(t, s, "Ana", datatest.Role("Kestrel", "Engineer", "2012", "2016"), datatest.Role("Halden", "Engineer", "2016-02", ""))
	raj := datatest.Person(t, s, "Raj", datatest.Role("Halden", "Engineer", "2014", "2020-06"), datatest.Role("Acme", "Head of Data", "2020", ""))
	kim := datatest.Person(t, s, "Kim", datatest.Tie(data.Friend))
	lea := datatest.Person(t, s, "Lea", datatest.Role("Acme", "Designer", "2019", ""))
	keep(t, s)
	introduce(t, s, kim, lea, data.Me, "2022")
	introduce(t, s, kim, raj, ana, "2023-05")
	to := func() string {
		t.Helper()
		ways, err := briefing.WaysToOrganisation(t.Context(), s, datatest.Employer(t, s, "Acme"), today)
		if err != nil {
			t.Fatal(err)
		}
		return saidWays(ways)
	}
	want := "Lea → Acme (there_now Designer); Raj → Acme (there_now Head of Data); Kim → Raj (Kim 2023-05) → Acme (there_now Head of Data)"
	if got := to(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	bound(t, s, data.Boundary{Person: lea, NoContact: true})
	bound(t, s, data.Boundary{Person: kim, NoContact: true})
	datatest.Write(t, s, func(tx *store.Tx) error {
		all, err := s.Introductions(t.Context())
		for _, in := range all {
			err = errors.Join(err, tx.DeleteIntroduction(in.ID))
		}
		return err
	})
	if got, want := to(), "Raj → Acme (there_now Head of Data); Ana → Raj (Halden 2016-02–2020-06 certain) → Acme (there_now Head of Data)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	ways, err := briefing.WaysToPerson(t.Context(), s, raj, today)
	if got := saidWays(ways); err != nil || got != "Raj; Ana → Raj (Halden 2016-02–2020-06 certain)" || !ways[0].Direct() || ways[1].Direct() {
		t.Errorf("to Raj: %s, %v", got, err)
	}
	if ways, err = briefing.WaysToPerson(t.Context(), s, kim, today); err != nil || len(ways) != 0 {
		t.Errorf("to a friend who wants no contact: %s, %v", saidWays(ways), err)
	}
	for _, err := range []error{second(briefing.WaysToPerson(t.Context(), s, 999, today)), second(briefing.WaysToOrganisation(t.Context(), s, 999, today))} {
		if !errors.Is(err, data.ErrNotFound) {
			t.Errorf("to nobody: %v", err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestAnIntroductionOutlivesWhoeverMadeIt(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Tie(data.Friend))
	raj := datatest.Person(t, s, "Raj")
	kim := datatest.Person(t, s, "Kim")
	introduce(t, s, kim, ana, raj, "2022")
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeletePerson(kim) })
	ways, err := briefing.WaysToPerson(t.Context(), s, raj, today)
	if got := saidWays(ways); err != nil || got != "Raj; Ana → Raj (Kim 2022)" {
		t.Errorf("%s, %v", got, err)
	}
}

func TestWhoeverIsInTheNetworkIsTheWeakestFirstStep(t *testing.T) {
	s := datatest.Open(t)
	var lars data.ID
	for i := range 30 {
		lars = datatest.Person(t, s, fmt.Sprint("Lars ", i), datatest.Role("Globex", "Engineer", "2020", ""), datatest.Connected("2021-05-04"))
	}
	kim := datatest.Person(t, s, "Kim", datatest.Tie(data.Friend))
	introduce(t, s, kim, lars, 0, "2022")
	ways, err := briefing.WaysToOrganisation(t.Context(), s, datatest.Employer(t, s, "Globex"), today)
	want := "Lars 0 → Globex (there_now Engineer); Lars 1 → Globex (there_now Engineer); Kim → Lars 29 (Kim 2022) → Globex (there_now Engineer)"
	if got := saidWays(ways); err != nil || got != want {
		t.Fatalf("%s, %v", got, err)
	}
	if first := ways[0][0]; !first.Slight || first.Connected != datatest.Day(t, "2021-05-04") || first.Paused != 0 || ways[2][0].Slight {
		t.Errorf("%+v", first)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.Pause(lars, today+32) })
	ways, err = briefing.WaysToPerson(t.Context(), s, lars, today)
	if got := saidWays(ways); err != nil || got != "Lars 29; Kim → Lars 29 (Kim 2022)" || ways[0][0].Paused != today+32 || ways[1][1].Paused != today+32 || ways[1][0].Paused != 0 {
		t.Errorf("to one who is paused: %s, %+v, %v", got, ways, err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveInteraction(&data.Interaction{Kind: data.Coffee, Day: today, People: []data.ID{lars}})
	})
	if ways, err = briefing.WaysToPerson(t.Context(), s, lars, today); err != nil || ways[0][0].Slight || ways[0][0].Last != today {
		t.Errorf("after contact: %+v, %v", ways, err)
	}
}

// strangers adds an organisation at which n people are whom I do not know, and introductions among the others.
func strangers(b *testing.B, s *store.Store, name string, n int) {
	rows, err := s.People(b.Context(), store.Filter{})
	if err != nil {
		b.Fatal(err)
	}
	ties, err := s.TieKinds(b.Context(), nil)
	if err != nil {
		b.Fatal(err)
	}
	contacts, err := s.LastContacts(b.Context(), today)
	if err != nil {
		b.Fatal(err)
	}
	datatest.Write(b, s, func(tx *store.Tx) error {
		id, err := datatest.Organisation(tx, name)
		if err != nil {
			return err
		}
		var roles []data.Role
		for _, r := range rows {
			known := slices.ContainsFunc(ties[r.ID], func(t data.Tie) bool { return !t.ByProfession() })
			if contacts[r.ID] == 0 && !known && len(roles) < n {
				roles = append(roles, data.Role{Person: r.ID, Organisation: id, Employer: name, Title: "Engineer",
					From: data.PartialDay{Year: 2021}, Source: data.Stated, Current: true})
			}
		}
		if len(roles) < n {
			b.Fatalf("only %d are unknown", len(roles))
		}
		for i := range 100 {
			in := data.Introduction{By: data.Someone{Person: rows[i].ID}, Known: [2]data.Someone{{Person: rows[i*7+1].ID}, {Person: rows[i*13+2].ID}}}
			if err := tx.SaveIntroduction(&in); err != nil {
				return err
			}
		}
		return tx.AddRoles(roles)
	})
}

// BenchmarkPathToCompany10000 finds the ways to an organisation among 10,000 people, with all loading: to one
// where thirty people are, some of whom I know; to one where a thousand are; to one where I was myself, as were
// a thousand others; and to two where I know nobody, so that it goes over others.
func BenchmarkPathToCompany10000(b *testing.B) {
	s := crowd(b)
	strangers(b, s, "Small", 20)
	strangers(b, s, "Big", 1000)
	for _, name := range []string{"Employer 333", "Employer 002", "Halden", "Small", "Big"} {
		id := datatest.Employer(b, s, name)
		ways, err := briefing.WaysToOrganisation(b.Context(), s, id, today)
		if err != nil || len(ways) == 0 {
			b.Fatal(name, ways, err)
		}
		b.Run(fmt.Sprintf("%s in %d steps", name, len(ways[0])), func(b *testing.B) {
			for b.Loop() {
				if _, err := briefing.WaysToOrganisation(b.Context(), s, id, today); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
