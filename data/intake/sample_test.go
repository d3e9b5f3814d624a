package intake_test

import (
	"os"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/sample"
	"peerage/data/store"
)

func TestTheSampleNetworkIsWrittenWholeAndTakenBackWhole(t *testing.T) {
	n, err := sample.Load(os.DirFS("../../assets/demo"), today)
	if err != nil {
		t.Fatal(err)
	}
	s := datatest.Open(t)
	empty := state(t, s)
	changes := 0
	defer s.Watch(func(data.Change) { changes++ })()
	if err := intake.Sample(t.Context(), s, keeper, n, "Sample", today); err != nil {
		t.Fatal(err)
	}
	if got := count(t, s); got != len(n.People) || got < 140 || changes != 1 {
		t.Errorf("%d people, %d changes", got, changes)
	}
	coworkers, err := s.People(t.Context(), store.Filter{Tie: data.Coworker})
	if err != nil || len(coworkers) < 40 || len(coworkers) > 55 {
		t.Errorf("%d coworkers, %v", len(coworkers), err)
	}
	circles, err := s.Circles(t.Context())
	if err != nil || len(circles) != len(n.Circles) {
		t.Errorf("%d circles, %v", len(circles), err)
	}
	day, err := briefing.Today(t.Context(), s, data.DefaultPreferences(), today)
	if err != nil || len(day.Reach) == 0 {
		t.Errorf("nobody to reach, %v", err)
	}
	me, err := s.Person(t.Context(), data.Me)
	if err != nil || me.Name != n.Me.Name {
		t.Errorf("I am %q, %v", me.Name, err)
	}
	full := state(t, s)
	if _, err := s.Undo(t.Context()); err != nil || state(t, s) != empty {
		t.Errorf("undone: %v\n%s", err, difference(empty, state(t, s)))
	}
	// The network itself is as it was, and can be written again.
	if err := intake.Sample(t.Context(), s, keeper, n, "Sample", today); err != nil || state(t, s) != full {
		t.Errorf("written again: %v\n%s", err, difference(full, state(t, s)))
	}
}
