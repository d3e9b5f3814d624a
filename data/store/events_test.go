package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"peerage/data/datatest"
	"peerage/data/store"
)

// told returns what Revise says of an event with that digest.
func told(t *testing.T, s *store.Store, event, digest int64) store.Revision {
	t.Helper()
	events := []store.Revision{{Event: 1}, {Event: event, Digest: digest}}
	if err := s.Revise(t.Context(), events); err != nil {
		t.Fatal(err)
	}
	return events[1]
}

// clocked opens a store whose clock shows what now holds.
func clocked(t *testing.T, dir string, now *time.Time) *store.Store {
	t.Helper()
	s, err := store.Open(dir, func() time.Time { return *now })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestARevisionRisesWithEveryChangeAndWithNothingElse(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 700, time.UTC)
	s := clocked(t, t.TempDir(), &now)
	at := func(seconds int) time.Time {
		return now.Truncate(time.Second).Add(time.Duration(seconds) * time.Second)
	}
	start := at(0)
	for i, step := range []struct {
		digest   int64
		later    time.Duration
		sequence int
		changed  time.Time
	}{
		{7, time.Hour, 0, start},
		{7, time.Hour, 0, start},
		{8, time.Hour, 1, start.Add(2 * time.Hour)},
		{8, -24 * time.Hour, 1, start.Add(2 * time.Hour)},
		{7, 0, 2, start.Add(2*time.Hour + time.Second)}, // what it said first is a change again, and the clock was put back
		{9, 0, 3, start.Add(2*time.Hour + 2*time.Second)},
		{-9, 0, 4, start.Add(2*time.Hour + 3*time.Second)},
	} {
		if got := told(t, s, -7, step.digest); got.Sequence != step.sequence || !got.Changed.Equal(step.changed) {
			t.Errorf("step %d: %+v, want %d at %v", i, got, step.sequence, step.changed)
		}
		now = now.Add(step.later)
	}
}

func TestUndoLeavesRevisionsAlone(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana")
	told(t, s, -7, 1)
	told(t, s, -7, 2)
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := told(t, s, -7, 2); got.Sequence != 1 {
		t.Errorf("after undo %+v", got)
	}
}

func TestAnEventThatComesBackGoesOnWhereItWas(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	s := clocked(t, t.TempDir(), &now)
	told(t, s, -7, 1)
	told(t, s, -7, 2)
	now = now.AddDate(1, 0, 0)
	told(t, s, 8, 1)
	if got := told(t, s, -7, 3); got.Sequence != 2 {
		t.Errorf("after a year %+v", got)
	}
	now = now.AddDate(2, 0, 0)
	told(t, s, 8, 2)
	if got := told(t, s, -7, 3); got.Sequence != 0 {
		t.Errorf("after three years %+v is remembered still", got)
	}
}

func TestProcessesTellOfOneChangeOnce(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	dir := filepath.Join(t.TempDir(), "data")
	one, other := clocked(t, dir, &now), clocked(t, dir, &now)
	told(t, one, -7, 1)
	told(t, other, -7, 2)
	if got := told(t, one, -7, 2); got.Sequence != 1 {
		t.Errorf("%+v", got)
	}
	before, err := one.Version(t.Context())
	told(t, one, -7, 2)
	after, err2 := one.Version(t.Context())
	if err != nil || err2 != nil || before != after {
		t.Errorf("what says the same was written: %v %v", err, err2)
	}
}
