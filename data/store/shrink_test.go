package store_test

import (
	"testing"

	"peerage/data/datatest"
)

func TestAStoreThatHasShrunkIsReadAndWrittenAsBefore(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana")
	for range 2 {
		if err := s.Shrink(t.Context()); err != nil {
			t.Fatal(err)
		}
		datatest.Person(t, s, "Raj")
	}
	if n, err := s.CountPeople(t.Context()); n != 3 || err != nil {
		t.Errorf("%d people, %v", n, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s.Shrink(t.Context()) == nil {
		t.Error("a closed store shrinks")
	}
}
