package store_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

var ctx = context.Background()

// dump is everything that undo answers for. Two tables are treated apart: operation is the undo stack
// itself, which remembers what was undone; and announcement, because no undo brings a reminder back.
func dump(t testing.TB, s *store.Store) string {
	t.Helper()
	return store.Dump(t, s, "operation", "announcement")
}

func mustBe(t testing.TB, s *store.Store, want, when string) {
	t.Helper()
	if got := dump(t, s); got != want {
		t.Fatalf("%s the file differs:\n%s", when, store.Difference(want, got))
	}
}

// undoTo takes back everything newer than the operation top, and counts it.
func undoTo(t testing.TB, s *store.Store, top int64) (undone int) {
	t.Helper()
	for {
		op, err := s.CanUndo(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if op.ID <= top {
			return undone
		}
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		undone++
	}
}

func redoAll(t testing.TB, s *store.Store) (redone int) {
	t.Helper()
	for {
		switch _, err := s.Redo(ctx); {
		case errors.Is(err, data.ErrNoRedo):
			return redone
		case err != nil:
			t.Fatal(err)
		}
		redone++
	}
}

// thereAndBack plays octets, undoes and redoes all of it, with a restart before each, and compares.
func thereAndBack(t testing.TB, dir string, octets []byte) (writes int) {
	t.Helper()
	open := func() *store.Store {
		s := datatest.OpenIn(t, dir)
		store.Exec(t, s, "PRAGMA synchronous = OFF") // a restart loses nothing that the system has
		return s
	}
	s := open()
	again := func() {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = open()
	}
	top, err := s.CanUndo(ctx)
	if err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)
	writes = play(t, s, octets)
	after := dump(t, s)
	again()
	undone := undoTo(t, s, top.ID)
	mustBe(t, s, before, "after undoing all")
	again()
	if redone := redoAll(t, s); redone != undone {
		t.Fatalf("%d operations were undone and %d redone", undone, redone)
	}
	mustBe(t, s, after, "after redoing all")
	// What a redo writes into the journal was recorded of another way there.
	undoTo(t, s, top.ID)
	mustBe(t, s, before, "after undoing what was redone")
	redoAll(t, s)
	mustBe(t, s, after, "after redoing it once more")
	if err := s.Check(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return writes
}

func TestUndoingAllLeavesEveryTableAsItWas(t *testing.T) {
	writes, sequences := 0, 0
	for seed := range uint64(10) {
		// The sequences on one file follow each other, so that later ones find much to change.
		dir := t.TempDir()
		for n := range uint64(20) {
			random := rand.New(rand.NewPCG(seed, n))
			octets := make([]byte, 60+random.IntN(400))
			for i := range octets {
				octets[i] = byte(random.Uint32())
			}
			writes += thereAndBack(t, dir, octets)
			sequences++
		}
	}
	if writes < 5*sequences {
		t.Errorf("only %d writes in %d sequences went through", writes, sequences)
	}
}

func FuzzUndo(f *testing.F) {
	f.Add([]byte("any octets will do"))
	f.Add([]byte{0, 28, 200, 1, 7, 9, 2, 2, 15, 1, 1, 1, 30, 4, 5, 6, 7, 8, 9, 0, 1, 0, 1})
	f.Fuzz(func(t *testing.T, octets []byte) {
		if len(octets) > 2000 {
			octets = octets[:2000]
		}
		thereAndBack(t, t.TempDir(), octets)
	})
}

func TestANewWriteDropsWhatCouldBeRedone(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana")
	datatest.Person(t, s, "Raj")
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	// What changes nothing drops nothing.
	if err := s.Write(ctx, "nothing", func(*store.Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if name, err := s.Redo(ctx); err != nil || name != t.Name() {
		t.Fatalf("after a write of nothing Redo = %q, %v", name, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	datatest.Person(t, s, "Kim")
	if _, err := s.Redo(ctx); !errors.Is(err, data.ErrNoRedo) {
		t.Errorf("Redo: %v", err)
	}
}

func TestUndoNamesWhatItTookBackAndEndsInNothing(t *testing.T) {
	s := datatest.Open(t)
	if _, err := s.Undo(ctx); !errors.Is(err, data.ErrNoUndo) {
		t.Fatalf("Undo on an empty store: %v", err)
	}
	for _, name := range []string{"Add Ana", "Add Raj\x00\xff"} {
		if err := s.Write(ctx, name, func(tx *store.Tx) error { return tx.SavePerson(&data.Person{Name: name}) }); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"Add Raj\uFFFD", "Add Ana"} {
		if op, err := s.CanUndo(ctx); err != nil || op.Name != want {
			t.Errorf("CanUndo = %q, %v, want %q", op.Name, err, want)
		}
		if name, err := s.Undo(ctx); err != nil || name != want {
			t.Errorf("Undo = %q, %v, want %q", name, err, want)
		}
	}
	if _, err := s.Undo(ctx); !errors.Is(err, data.ErrNoUndo) {
		t.Errorf("Undo at the end: %v", err)
	}
}

func TestThePhotoIsNotKeptAgainForEachNewNote(t *testing.T) {
	s := datatest.Open(t)
	p := data.Person{Name: "Ana", Photo: make([]byte, data.MaxPhoto)}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
	for _, note := range []string{"a", "b", "c"} {
		p.Notes = note
		datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
	}
	if got := store.Texts(t, s, "SELECT name FROM operation WHERE length(entries) > 1000"); len(got) > 0 {
		t.Errorf("%d of the operations hold the photo, which none of them replaced", len(got))
	}
}

func TestOnlyTheNewestOperationsCanBeUndone(t *testing.T) {
	s := datatest.Open(t)
	store.Exec(t, s, "PRAGMA synchronous = OFF")
	for i := range 1010 {
		datatest.Write(t, s, func(tx *store.Tx) error { return tx.Set("n", string(rune('a'+i))) })
	}
	if n := undoTo(t, s, 0); n != 1000 {
		t.Errorf("%d operations could be undone, want 1000", n)
	}
	if settings, err := s.Settings(ctx); err != nil || settings["n"] != string(rune('a'+9)) {
		t.Errorf("after undoing all: %q, %v", settings["n"], err)
	}
}

// TestAValueThatWentFromRowToRowGoesBackTheSameWay holds for values that only one row may have: the
// steps must be taken back in their exact order.
func TestAValueThatWentFromRowToRowGoesBackTheSameWay(t *testing.T) {
	s := datatest.Open(t)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.Set("theme", "dark") })
	before := dump(t, s)
	for name, free := range map[string]string{
		"an update frees it":  "UPDATE setting SET name = 'old' WHERE name = 'theme'",
		"a deletion frees it": "DELETE FROM setting WHERE name = 'theme'",
	} {
		datatest.Write(t, s, func(tx *store.Tx) error {
			return errors.Join(tx.Statement("INSERT INTO setting (id, name, value) VALUES (10, 'language', 'de')"), tx.Statement(free),
				tx.Statement("INSERT INTO setting (id, name, value) VALUES (11, 'theme', 'light')"))
		})
		after := dump(t, s)
		for range 2 {
			if _, err := s.Undo(ctx); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			mustBe(t, s, before, name+": after undo")
			if _, err := s.Redo(ctx); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			mustBe(t, s, after, name+": after redo")
		}
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
}
