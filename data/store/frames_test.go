package store_test

import (
	"strconv"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// crowd writes so many people that steps about all of them are packed, and changes each again.
func crowd(t *testing.T, s *store.Store) {
	t.Helper()
	people := make([]store.Imported, 2*store.StepsInFrame+7)
	for i := range people {
		people[i].Name = "Person " + strconv.Itoa(100_000+i)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		if err := tx.AddImported(people); err != nil {
			return err
		}
		return tx.SaveTie(&data.Tie{Person: people[5].ID, Kind: data.Friend, Current: true, Sure: data.Certain})
	})
	datatest.Write(t, s, func(tx *store.Tx) error {
		for _, p := range people {
			if err := tx.Statement("UPDATE person SET place = name, notes = ? WHERE id = ?", "Halden "+p.Name, p.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// turns undoes and redoes two operations twice over, and compares.
func turns(t *testing.T, s *store.Store, before string) {
	t.Helper()
	after := dump(t, s)
	for range 2 {
		for _, turn := range []func() (string, error){
			func() (string, error) { return s.Undo(ctx) }, func() (string, error) { return s.Undo(ctx) },
		} {
			if _, err := turn(); err != nil {
				t.Fatal(err)
			}
		}
		mustBe(t, s, before, "undone")
		for range 2 {
			if _, err := s.Redo(ctx); err != nil {
				t.Fatal(err)
			}
		}
		mustBe(t, s, after, "redone")
	}
}

func TestWhatManyStepsDidIsPackedAndUndone(t *testing.T) {
	s := datatest.Open(t)
	before := dump(t, s)
	crowd(t, s)
	if most := store.MostRecorded(s); most > 0 {
		t.Errorf("%d steps stay in memory", most)
	}
	turns(t, s, before)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	for _, framed := range store.Texts(t, s, "SELECT CAST(hex(substr(entries, 1, 1)) = '00' AND length(entries) < 100000 AS TEXT) FROM operation WHERE undone = 1") {
		if framed != "1" {
			t.Error("the steps of a large operation are not packed")
		}
	}
}

func TestAJournalOfEarlierVersionsIsUndone(t *testing.T) {
	s := datatest.Open(t)
	before := dump(t, s)
	crowd(t, s)
	store.Unpack(t, s)
	turns(t, s, before)
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	store.Unpack(t, s)
	for range 2 {
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	turns(t, s, before)
}

func TestAMergeAmongManyStepsIsTakenApart(t *testing.T) {
	s := datatest.Open(t)
	crowd(t, s)
	kept, gone := data.ID(3), data.ID(4)
	datatest.Write(t, s, func(tx *store.Tx) error {
		if err := tx.RememberMerge(kept, gone, "Person"); err != nil {
			return err
		}
		for i := range data.ID(store.StepsInFrame + 9) {
			if err := tx.Statement("UPDATE person SET place = 'Eastmere' WHERE id = ?", 5+i); err != nil {
				return err
			}
		}
		return tx.MergePeople(kept, gone)
	})
	merges, err := s.Merges(ctx, kept)
	if err != nil || len(merges) != 1 {
		t.Fatal(merges, err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.TakeApart(merges[0].ID) })
	if p, err := s.Person(ctx, gone); err != nil || p.Name != "Person 100002" {
		t.Errorf("%+v, %v", p, err)
	}
}

// FuzzJournal reads what may stand in a damaged file; what is read is read again from how it is written.
func FuzzJournal(f *testing.F) {
	f.Add([]byte("\x01\x06person\x02\x04\x00"), false)
	f.Add([]byte("\x04\x06person\x02\x04\x01\x03\x03Ana\x03\x06person\x02\x00\x02\x01\x02\x00"), true)
	f.Add([]byte{0, 3, 1, 2, 3}, false)
	f.Fuzz(func(t *testing.T, journal []byte, packed bool) { store.Reread(t, journal, packed) })
}
