package store_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestTheNetworkIsAskedForWhoIsCloseAndWhoIsPaused(t *testing.T) {
	s := datatest.Open(t)
	today := datatest.Day(t, datatest.Today)
	friend := datatest.Person(t, s, "Friend", datatest.Role("Acme", "Engineer", "2020", ""), datatest.Tie(data.Friend))
	met := datatest.Person(t, s, "Met", datatest.Role("Acme", "Engineer", "2020", "2022"), datatest.Role("Halden", "Engineer", "2022", ""),
		datatest.Interaction(data.Coffee, "2026-10-01", ""), datatest.Interaction(data.Call, "2026-11-01", ""), datatest.Interaction(data.Call, "2027-01-01", ""))
	long := datatest.Person(t, s, "Long ago", datatest.Role("Acme", "Engineer", "2020", ""), datatest.Interaction(data.Call, "2020-11-01", ""))
	elsewhere := datatest.Person(t, s, "Elsewhere", datatest.Role("Kestrel", "Engineer", "2020", ""), datatest.Tie(data.Friend))
	datatest.Write(t, s, func(tx *store.Tx) error {
		p, err := tx.Person(met)
		if err != nil {
			return err
		}
		p.PausedUntil = today + 1
		return tx.SavePerson(&p)
	})
	near, err := s.Closest(t.Context(), today-365, 10)
	if want := fmt.Sprint([]data.ID{met, friend, elsewhere}); err != nil || fmt.Sprint(near) != want {
		t.Errorf("the closest: %v, %v; want %s", near, err, want)
	}
	built, building := datatest.Person(t, s, "Built"), datatest.Person(t, s, "Building")
	tie := data.Tie{Kind: data.Collaborator, Derived: true, Months: -1, Sure: data.Certain, Since: data.PartialDay{Year: 2024}}
	datatest.Write(t, s, func(tx *store.Tx) error {
		for person, until := range map[data.ID]data.PartialDay{built: {Year: 2025}, building: {Year: 2026}} {
			project := data.Project{Name: "Orbita", Kind: data.WorkTogether, People: []data.Someone{{Person: person}}}
			err := tx.SaveProject(&project)
			tie := tie
			tie.Person, tie.Project, tie.Until = person, project.ID, until
			if err := errors.Join(err, tx.SaveTie(&tie)); err != nil {
				return err
			}
		}
		return nil
	})
	near, err = s.Closest(t.Context(), today-365, 10)
	if want := fmt.Sprint([]data.ID{met, friend, elsewhere, building, built}); err != nil || fmt.Sprint(near) != want {
		t.Errorf("the closest, with those I built something with: %v, %v; want %s", near, err, want)
	}
	if near, err = s.Closest(t.Context(), today-365, 1); err != nil || len(near) != 1 {
		t.Errorf("at most one: %v, %v", near, err)
	}
	contacted, err := s.ContactedAmong(t.Context(), []data.ID{met, long, elsewhere}, today)
	want := fmt.Sprint(map[data.ID]store.Contacted{met: {datatest.Day(t, "2026-11-01"), 2}, long: {datatest.Day(t, "2020-11-01"), 1}})
	if err != nil || fmt.Sprint(contacted) != want {
		t.Errorf("contacted: %v, %v; want %s", contacted, err, want)
	}
	for day, want := range map[data.Day]bool{today: true, today + 1: false} {
		if paused, err := s.PausedPeople(t.Context(), day); err != nil || paused[met] != want || paused[friend] {
			t.Errorf("paused on %s: %v, %v", day, paused, err)
		}
	}
}

func TestStaysAreRolesAndTiesWorthAskingAreThoseThatSaySomething(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Role("Acme", "Engineer", "2020", "2022-06"), datatest.Role("Halden", "Engineer", "2022", ""), datatest.Tie(data.Friend))
	raj := datatest.Person(t, s, "Raj", datatest.Role("Acme", "Engineer", "2021", ""))
	datatest.Write(t, s, func(tx *store.Tx) error {
		if err := tx.SaveRole(&data.Role{Person: raj, Title: "Freelance", Source: data.Stated, Current: true}); err != nil {
			return err
		}
		return tx.AddTies([]data.Tie{
			{Person: raj, Kind: data.Peer, Derived: true, Current: true, Months: -1, Sure: data.Possible},
			{Person: raj, Kind: data.Peer, Derived: true, Current: true, Months: -1, Sure: data.Certain, Confirmed: true},
			{Person: raj, Kind: data.Peer, Derived: true, Months: 12, Sure: data.Certain},
			{Person: raj, Kind: data.Colleague, Derived: true, Months: 12, Sure: data.Certain},
			{Person: raj, Kind: data.Coworker, Derived: true, Current: true, Months: -1, Sure: data.Certain},
			{Person: raj, Kind: data.Alumni, Derived: true, Months: -1, Sure: data.Possible},
		})
	})
	said := func(stays []data.Role, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, r := range stays {
			said += fmt.Sprintf("%d at %d %s–%s %t; ", r.Person, r.Organisation, r.From, r.To, r.Current)
		}
		return said
	}
	names, err := s.OrganisationNames(t.Context())
	if err != nil || len(names) != 2 {
		t.Fatal(names, err)
	}
	acme, halden := names[0].Organisation, names[1].Organisation
	anaAtAcme, anaAtHalden := fmt.Sprintf("%d at %d 2020–2022-06 false; ", ana, acme), fmt.Sprintf("%d at %d 2022– true; ", ana, halden)
	for name, test := range map[string]struct{ got, want string }{
		"of Ana":              {said(s.Stays(t.Context(), []data.ID{ana})), anaAtAcme + anaAtHalden},
		"of nobody":           {said(s.Stays(t.Context(), nil)), ""},
		"at Acme":             {said(s.StaysAt(t.Context(), []data.ID{acme})), anaAtAcme + fmt.Sprintf("%d at %d 2021– true; ", raj, acme)},
		"nowhere":             {said(s.StaysAt(t.Context(), nil)), ""},
		"of both at Halden":   {said(s.StaysAmong(t.Context(), []data.ID{ana, raj}, []data.ID{halden})), anaAtHalden},
		"of nobody at Acme":   {said(s.StaysAmong(t.Context(), nil, []data.ID{acme})), ""},
		"of Ana, but nowhere": {said(s.StaysAmong(t.Context(), []data.ID{ana}, nil)), ""},
	} {
		if test.got != test.want {
			t.Errorf("stays %s: %s, want %s", name, test.got, test.want)
		}
	}
	ties, err := s.TiesWorthAsking(t.Context(), []data.ID{ana, raj})
	if err != nil || len(ties[ana]) != 1 || len(ties[raj]) != 3 {
		t.Errorf("%v, %v", ties, err)
	}
}

func TestATieByProfessionIsTheSameToTheFileAsToTheRules(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana")
	var all []data.Tie
	for _, kind := range []data.TieKind{data.Peer, data.Coworker, data.Collaborator, data.Alumni, data.Friend} {
		for _, sure := range []data.Sureness{data.Certain, data.Likely, data.Possible} {
			for bits := range 32 {
				is := func(bit int) bool { return bits>>bit&1 == 1 }
				tie := data.Tie{Person: ana, Kind: kind, Sure: sure, Derived: is(0), Current: is(1), Confirmed: is(2), Months: -1}
				if is(3) {
					tie.Since = data.PartialDay{Year: 2020}
				}
				if is(4) {
					tie.Months = 0
				}
				all = append(all, tie)
			}
		}
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddTies(all) })
	worth, err := s.TiesWorthAsking(t.Context(), []data.ID{ana})
	if err != nil {
		t.Fatal(err)
	}
	left := len(all)
	for i := range all {
		tie := all[i]
		tie.ID = 0
		if tie.ByProfession() {
			left--
		}
		if kept := slices.Contains(worth[ana], tie); kept == tie.ByProfession() {
			t.Errorf("%+v is kept: %t", tie, kept)
		}
	}
	if len(worth[ana]) != left || left == len(all) {
		t.Errorf("%d of %d are kept", len(worth[ana]), len(all))
	}
}
