package store_test

import (
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestWhatIsPublishedIsRememberedWhateverIsUndone(t *testing.T) {
	s := datatest.Open(t)
	told := 0
	s.Watch(func(data.Change) { told++ })
	where := store.Publication{Account: "https://dav.example me", Address: "https://dav.example/me/peerage/", Mark: "7", Emptied: 12, Told: "Made anew.", ToldAt: 13}
	a := store.Published{UID: "a", ETag: "1", Digest: -5, Task: true, Day: 740000, At: data.AllDay, PriorDay: 739990, PriorAt: 540, Seen: true, LeftOut: true, Wish: 1, Wished: 2, Since: 3}
	b := store.Published{UID: "b", Day: 740001, At: 600}
	for _, err := range []error{s.SavePublication(t.Context(), where), s.SavePublished(t.Context(), []store.Published{b, a}, nil)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	holds := func(what string, wantWhere store.Publication, want ...store.Published) {
		t.Helper()
		p, all, err := s.Publication(t.Context())
		if err != nil || p != wantWhere || !slices.Equal(all, want) {
			t.Errorf("%s: %v, %+v, %+v", what, err, p, all)
		}
	}
	holds("as written", where, a, b)
	if _, err := s.Undo(t.Context()); err == nil || told != 0 {
		t.Errorf("it can be undone, or was told of %d times", told)
	}
	a.Day, a.LeftOut = 740009, false
	where.Mark = "8"
	if err := s.SavePublication(t.Context(), where); err != nil {
		t.Fatal(err)
	}
	if err := s.SavePublished(t.Context(), []store.Published{a}, []string{"b", "c"}); err != nil {
		t.Fatal(err)
	}
	holds("as changed", where, a)
	if err := s.ForgetPublished(t.Context()); err != nil {
		t.Fatal(err)
	}
	holds("forgotten", store.Publication{})
}
