package careers_test

import (
	"fmt"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

var today = data.NewDay(2026, 11, 22)

func refresh(t *testing.T, s *store.Store) {
	t.Helper()
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.Refresh(tx, today) })
}

func kinds(t *testing.T, s *store.Store, id data.ID) string {
	t.Helper()
	all, err := s.TieKinds(t.Context(), []data.ID{id})
	if err != nil {
		t.Fatal(err)
	}
	list := ""
	for _, tie := range all[id] {
		list += fmt.Sprint(tie.Kind, " ", tie.Current, "; ")
	}
	return list
}

func TestTiesFollowTheCareers(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Halden", "Engineer", "2016-07", "2020-02"), datatest.Role("Kestrel", "Lead", "2020-03", ""))
	ana := datatest.Person(t, s, "Ana", datatest.Role("Kestrel", "Buyer", "2021", ""), datatest.Role("Halden", "Buyer", "2010", "2012"))
	bob := datatest.Person(t, s, "Bob", datatest.Role("Orbita", "Buyer", "2021", ""), datatest.Tie(data.Friend))
	refresh(t, s)
	if a, b := kinds(t, s, ana), kinds(t, s, bob); a != "coworker true; alumni false; " || b != "friend true; " {
		t.Errorf("Ana %s, Bob %s", a, b)
	}
	changes := 0
	defer s.Watch(func(data.Change) { changes++ })()
	refresh(t, s)
	if changes != 0 {
		t.Error("a second refresh changed something")
	}
	// The job at Kestrel goes, and with it what rested on it; what the user stated stays.
	datatest.Write(t, s, func(tx *store.Tx) error {
		roles, err := tx.Roles(data.Me)
		if err != nil {
			return err
		}
		kestrel := slices.IndexFunc(roles, func(r data.Role) bool { return r.Employer == "Kestrel" })
		if err := tx.DeleteRole(roles[kestrel].ID); err != nil {
			return err
		}
		return keeper.Refresh(tx, today)
	})
	if a, b := kinds(t, s, ana), kinds(t, s, bob); a != "alumni false; " || b != "friend true; " {
		t.Errorf("Ana %s, Bob %s", a, b)
	}
}

func TestTiesReadAndTiesKeptAreTheSame(t *testing.T) {
	s := datatest.Open(t)
	// Two roles of mine say the same of her: which of them a tie names must not depend on their ids.
	datatest.Me(t, s, datatest.Role("Halden", "Tutor", "2016-07", "2020-02"), datatest.Role("Halden", "Engineer", "2016-07", "2020-02"))
	ana := datatest.Person(t, s, "Ana", datatest.Role("Halden", "Buyer", "2017", "2019"))
	refresh(t, s)
	err := s.Read(t.Context(), func(tx *store.Tx) error {
		kept, err := tx.TiesOf(ana)
		if err != nil {
			return err
		}
		for i := range kept {
			kept[i].ID = 0
		}
		read, err := careers.Ties(tx, ana, today)
		if err != nil {
			return err
		}
		if !slices.Equal(kept, read) || len(read) != 2 {
			t.Errorf("kept %+v\nread %+v", kept, read)
		}
		mine, err := tx.Roles(data.Me)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(mine, func(r data.Role) bool { return r.ID == read[0].Mine })
		if mine[i].Title != "Engineer" {
			t.Errorf("the tie names %s", mine[i].Title)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAStatedTieIsCurrentWithinItsTime(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana")
	datatest.Write(t, s, func(tx *store.Tx) error {
		for _, tie := range []data.Tie{
			{Kind: data.Mentor, Since: data.PartialDay{Year: 2020}, Until: data.PartialDay{Year: 2024}},
			{Kind: data.Friend, Since: data.PartialDay{Year: 2020}}, {Kind: data.Client},
			{Kind: data.Partner, Since: data.PartialDay{Year: 2030}},
		} {
			tie.Person, tie.Months = ana, -1
			if err := tx.SaveTie(&tie); err != nil {
				return err
			}
		}
		return nil
	})
	err := s.Read(t.Context(), func(tx *store.Tx) error {
		all, err := careers.Ties(tx, ana, today)
		for _, tie := range all {
			if want := tie.Kind == data.Friend || tie.Kind == data.Client; tie.Current != want {
				t.Errorf("%s is current: %v", tie.Kind, tie.Current)
			}
		}
		if len(all) != 4 {
			t.Errorf("%d ties", len(all))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
