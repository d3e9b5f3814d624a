package intake_test

import (
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/store"
)

func TestWhoIsNewIsWrittenBehindTheOthersAndInTheOrderOfLists(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Mia,Lindt,mia,,Halden,Engineer,01 May 2020")...)
	bring(t, s, rows("2025-11-15", "Zoe,Wu,zoe,,Halden,Engineer,01 May 2020", "Mia,Lindt,mia,,Halden,Engineer,01 May 2020",
		"Ana,Souza,ana,,Orbita,Nurse,01 May 2020", "Raj,Shah,raj,,Kestrel,Lead,01 May 2020")...)
	people, err := s.People(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var written []string
	people = slices.Clone(people)
	slices.SortFunc(people, func(a, b *store.Row) int { return int(a.ID - b.ID) })
	for _, p := range people {
		written = append(written, p.Name)
	}
	same(t, "people", written, "Mia Lindt", "Ana Souza", "Raj Shah", "Zoe Wu")
	var before data.ID
	for _, p := range people[1:] {
		held, err := s.Roles(t.Context(), p.ID)
		if err != nil || len(held) != 1 {
			t.Fatalf("%s has %d roles, %v", p.Name, len(held), err)
		}
		if held[0].ID < before {
			t.Errorf("the role of %s stands before that of whoever comes before them", p.Name)
		}
		before = held[0].ID
	}
}
