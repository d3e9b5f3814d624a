package intake_test

import (
	"fmt"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/store"
)

// inWords lists a career in words, in the order of lists.
func inWords(t *testing.T, s *store.Store, person data.ID) []string {
	t.Helper()
	roles, err := s.Roles(t.Context(), person)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range roles {
		list = append(list, fmt.Sprint(r.Title, ", ", r.Employer, " ", r.From, "–", r.To, " ", r.Source, " ", r.Current))
	}
	slices.Sort(list)
	return list
}

// byHand changes the role of a title as a form does, or removes it where change is nil.
func byHand(t *testing.T, s *store.Store, person data.ID, title string, change func(*data.Role)) {
	t.Helper()
	datatest.Write(t, s, func(tx *store.Tx) error {
		roles, err := tx.Roles(person)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(roles, func(r data.Role) bool { return r.Title == title })
		if at < 0 {
			t.Fatalf("nobody is %s: %+v", title, roles)
		}
		if change == nil {
			return keeper.DeleteRole(tx, roles[at], today)
		}
		change(&roles[at])
		return keeper.StateRole(tx, &roles[at], today)
	})
}

func same(t *testing.T, when string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", when, got, want)
	}
}

func TestARoleOfAnImportThatWasEditedIsNotAddedAgain(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,Halden,Enginer,01 May 2020")...)
	ana := find(t, s, "souza").ID
	byHand(t, s, ana, "Enginer", func(r *data.Role) { r.Title = "Engineer" })
	mended := "Engineer, Halden – stated true"
	same(t, "edited", inWords(t, s, ana), mended)
	for day, line := range map[string]string{
		"2025-11-15": "Ana,Souza,ana,,\"Halden, Inc.\",ENGINER,01 May 2020", // the same role, a year later and in other words
		"2023-11-15": "Ana,Souza,ana,,HALDEN,Enginer,01 May 2020",
	} {
		bring(t, s, rows(day, line)...)
		same(t, day, inWords(t, s, ana), mended)
	}
	bring(t, s, rows("2026-11-15", "Ana,Souza,ana,,Orbita,Enginer,01 May 2020")...)
	same(t, "another employer", inWords(t, s, ana), mended, "Enginer, Orbita – linkedin true")
}

func TestARoleThatWasRemovedStaysAwayUntilItIsHeldAgain(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2020-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020")...)
	bring(t, s, rows("2021-11-15", "Ana,Souza,ana,,Orbita,Lead,01 May 2020")...)
	ana := find(t, s, "souza").ID
	byHand(t, s, ana, "Engineer", nil)
	same(t, "removed", inWords(t, s, ana), "Lead, Orbita – linkedin true")
	bring(t, s, rows("2022-11-15", "Ana,Souza,ana,,Orbita,LEAD,01 May 2020")...)
	same(t, "a later file", inWords(t, s, ana), "LEAD, Orbita – linkedin true")
	bring(t, s, rows("2023-11-15", "Ana,Souza,ana,,HALDEN,Engineer,01 May 2020")...)
	same(t, "held again", inWords(t, s, ana), "Engineer, HALDEN – linkedin true", "LEAD, Orbita – linkedin false")
}

func TestAJobOfMyOwnThatWasEditedIsNotAddedAgain(t *testing.T) {
	s := open(t)
	bring(t, s, read("p.csv", []byte(header+"Halden,Engineer,,,2016,2020\nHalden,Engineer,,,2022,2023\nKestrel,Lead,,,2020,\n"), data.NewDay(2024, 11, 15))...)
	byHand(t, s, data.Me, "Lead", func(r *data.Role) {
		r.Title, r.Employer, r.To, r.Current = "Team Lead", "Kestrel Labs", data.PartialDay{Year: 2025, Month: 2}, false
	})
	want := []string{"Engineer, Halden 2016–2020 positions false", "Engineer, Halden 2022–2023 positions false", "Team Lead, Kestrel Labs 2020–2025-02 stated false"}
	same(t, "edited", inWords(t, s, data.Me), want...)
	plan := bring(t, s, read("p.csv", []byte(header+"Halden,Engineer,,,2016,2020\nHalden,Engineer,,,2022,2023\nKestrel,Lead,,,Mar 2020,Jan 2025\n"), data.NewDay(2025, 11, 15))...)
	same(t, "a later file", inWords(t, s, data.Me), want...)
	if plan.New != 0 || plan.Same != 3 {
		t.Errorf("%+v", plan)
	}
	byHand(t, s, data.Me, "Engineer", nil) // the one told first: 2022 to 2023
	bring(t, s, read("p.csv", []byte(header+"Halden,Engineer,,,2016,2020\nHalden,Engineer,,,2022,2023\n"), data.NewDay(2026, 11, 15))...)
	same(t, "one of two removed", inWords(t, s, data.Me), want[0], want[2])
}

func TestUndoingAnEditLeavesARoleToItsFilesAgain(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020")...)
	ana := find(t, s, "souza").ID
	byHand(t, s, ana, "Engineer", func(r *data.Role) { r.Title = "Nurse" })
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	bring(t, s, rows("2025-11-15", "Ana,Souza,ana,,HALDEN,Engineer,01 May 2020")...)
	same(t, "undone", inWords(t, s, ana), "Engineer, HALDEN – linkedin true")
}

func TestARoleEditedBeforeTwoPeopleBecomeOneStaysEdited(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020", "Ana,Lima,ana2,,Orbita,Lead,02 May 2020")...)
	ana, other := find(t, s, "souza").ID, find(t, s, "lima").ID
	byHand(t, s, other, "Lead", func(r *data.Role) { r.Title = "Boss" })
	datatest.Write(t, s, func(tx *store.Tx) error { return intake.Join(tx, keeper, ana, other, today) })
	bring(t, s, rows("2025-11-15", "Ana,Souza,ana,,HALDEN,Engineer,01 May 2020", "Ana,Lima,ana2,,Orbita,LEAD,02 May 2020")...)
	same(t, "joined", inWords(t, s, ana), "Boss, Orbita – stated true", "Engineer, HALDEN – linkedin true")
}
