package store_test

import (
	"context"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestEverybodyIsCalledByAllTheirNamesAndEmployers(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Halden", "Engineer", "2019", ""))
	ana := datatest.Person(t, s, "Ana Souza", datatest.Role("Acme", "Engineer", "2016", "2019"), datatest.Role("Northwind", "Engineer", "2019", ""))
	raj := data.Person{Name: "Raj Patel", OtherNames: []string{"Rajesh", "राज"}}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&raj) })
	called, err := s.Called(context.Background())
	if err != nil || len(called) != 2 {
		t.Fatalf("%+v, %v", called, err)
	}
	if c := called[0]; c.ID != ana || c.Name != "Ana Souza" || len(c.OtherNames) > 0 || !slices.Equal(c.Employers, []string{"Northwind", "Acme"}) {
		t.Errorf("%+v", c)
	}
	if c := called[1]; c.ID != raj.ID || !slices.Equal(c.OtherNames, raj.OtherNames) || len(c.Employers) > 0 {
		t.Errorf("%+v", c)
	}
}

func TestNearAreThoseStatedThoseAtWorkNowAndCircles(t *testing.T) {
	s := datatest.Open(t)
	tie := func(tie data.Tie) data.ID {
		return datatest.Person(t, s, "Somebody", func(_ testing.TB, tx *store.Tx, id data.ID) error {
			tie.Person, tie.Months = id, -1
			return tx.AddTies([]data.Tie{tie})
		})
	}
	near := []data.ID{
		tie(data.Tie{Kind: data.Mentor, Current: true, Sure: data.Certain}),
		tie(data.Tie{Kind: data.Coworker, Derived: true, Current: true, Sure: data.Likely}),
		datatest.Person(t, s, "Somebody", func(_ testing.TB, tx *store.Tx, id data.ID) error { return tx.JoinCircle(id, "close", 1) }),
	}
	tie(data.Tie{Kind: data.Coworker, Derived: true, Sure: data.Certain})
	tie(data.Tie{Kind: data.Coworker, Derived: true, Current: true, Sure: data.Possible})
	tie(data.Tie{Kind: data.Colleague, Derived: true, Current: true, Sure: data.Possible})
	datatest.Person(t, s, "Somebody")
	got, err := s.NearPeople(context.Background())
	if err != nil || len(got) != len(near) {
		t.Errorf("%v, %v", got, err)
	}
	for _, id := range near {
		if !got[id] {
			t.Errorf("%d is not near", id)
		}
	}
}
