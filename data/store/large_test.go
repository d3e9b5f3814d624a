package store_test

import (
	"strconv"
	"testing"

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
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddImported(people) })
	done := pages(t, s)
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if again := pages(t, s); again > done+done/20 {
		t.Errorf("%d pages, and %d when redone", done, again)
	}
	if n := store.Recorded(s); n > 0 {
		t.Errorf("%d steps stay in memory", n)
	}
}
