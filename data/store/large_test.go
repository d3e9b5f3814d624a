package store_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// pages returns how many pages of the file hold something.
func pages(t *testing.T, s *store.Store) int {
	t.Helper()
	n, err := strconv.Atoi(store.Texts(t, s, "SELECT CAST(page_count - freelist_count AS TEXT) FROM pragma_page_count, pragma_freelist_count")[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestALargeWriteThatIsRedoneTakesNoMoreRoomThanBefore(t *testing.T) {
	s := datatest.Open(t)
	people := make([]store.Imported, 5000)
	for i := range people {
		people[i].Name = "Person " + strconv.Itoa(10_000+i)
	}
	before := dump(t, s)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddImported(people) })
	done, after := pages(t, s), dump(t, s)
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		mustBe(t, s, before, "undone")
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
		mustBe(t, s, after, "redone")
	}
	if again := pages(t, s); again > done+done/20 {
		t.Errorf("%d pages, and %d when redone", done, again)
	}
	if n := store.Recorded(s); n > 0 {
		t.Errorf("%d steps stay in memory", n)
	}
}

// What does not fit into memory is written to the log at once, and again with every further change.
func TestALargeWriteStaysInMemoryUntilItIsDone(t *testing.T) {
	s := datatest.Open(t)
	notes := strings.Repeat("x", 1<<20)
	log := func() int64 {
		info, err := os.Stat(s.Path() + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	before := log()
	datatest.Write(t, s, func(tx *store.Tx) error {
		for range 100 {
			if err := tx.SavePerson(&data.Person{Name: "Ana", Notes: notes}); err != nil {
				return err
			}
		}
		if grown := log() - before; grown > 0 {
			t.Errorf("%d octets were written before the end", grown)
		}
		return nil
	})
	if log() < 100<<20 {
		t.Error("the notes are not in the log: it says nothing of what was written before the end")
	}
}
