package intake_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
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
	full, told := state(t, s), doors(t, s)
	if want := fmt.Sprint(len(n.Opportunities), len(n.Introductions), len(n.Promises), len(n.Exchanges), len(n.Projects), len(n.Milestones), 4, 2); told[0] != want {
		t.Errorf("opportunities, introductions, promises, exchanges, projects, milestones, boundaries, confidants: %s, want %s", told[0], want)
	}
	if _, err := s.Undo(t.Context()); err != nil || state(t, s) != empty || doors(t, s)[0] != "0 0 0 0 0 0 0 0" {
		t.Errorf("undone: %v\n%s", err, difference(empty, state(t, s)))
	}
	// The network itself is as it was, and can be written again.
	if err := intake.Sample(t.Context(), s, keeper, n, "Sample", today); err != nil || state(t, s) != full || !slices.Equal(doors(t, s), told) {
		t.Errorf("written again: %v\n%s\n%q", err, difference(full, state(t, s)), doors(t, s))
	}
}

// doors tells how much there is of the doors people opened and of what they gave, and the stories of the
// opportunities.
func doors(t *testing.T, s *store.Store) []string {
	t.Helper()
	ctx := t.Context()
	opportunities, err := s.Opportunities(ctx)
	check := func(more error) {
		t.Helper()
		if err = more; err != nil {
			t.Fatal(err)
		}
	}
	check(err)
	introductions, err := s.Introductions(ctx)
	check(err)
	promises, err := s.Promises(ctx, store.PromiseFilter{})
	check(err)
	exchanges, err := s.Exchanges(ctx, store.ExchangeFilter{})
	check(err)
	projects, err := s.Projects(ctx)
	check(err)
	milestones, err := s.Milestones(ctx, 0)
	check(err)
	boundaries, err := s.Boundaries(ctx)
	check(err)
	confidants, err := s.Confidants(ctx)
	check(err)
	told := []string{fmt.Sprint(len(opportunities), len(introductions), len(promises), len(exchanges), len(projects), len(milestones), len(boundaries), len(confidants))}
	for _, o := range opportunities {
		var chain []string
		for _, l := range o.Chain {
			chain = append(chain, fmt.Sprintf("%s %s (%s, %v, %s)", l.Name, l.Part, l.Tie, l.Former, l.Thanked))
		}
		told = append(told, fmt.Sprintf("%s at %s for %s, %v: %s", o.Title, o.Employer, o.For.Name, o.Steps, strings.Join(chain, ", ")))
	}
	return told
}

func TestTheSampleNetworkIsWrittenOnManyDays(t *testing.T) {
	for _, day := range []data.Day{data.NewDay(2026, 1, 1), data.NewDay(2027, 3, 31), data.NewDay(2028, 2, 29), data.NewDay(2026, 12, 31)} {
		n, err := sample.Load(os.DirFS("../../assets/demo"), day)
		if err != nil {
			t.Fatal(err)
		}
		s := datatest.Open(t)
		if err := intake.Sample(t.Context(), s, keeper, n, "Sample", day); err != nil {
			t.Fatal(err)
		}
		opportunities, err := s.Opportunities(t.Context())
		if err != nil || len(opportunities) != len(n.Opportunities) {
			t.Errorf("%v: %d opportunities, %v", day, len(opportunities), err)
		}
		for _, o := range opportunities {
			if err := o.Validate(day); err != nil || o.Employer != "" && o.Organisation == 0 {
				t.Errorf("%v: %s at %s (%d): %v", day, o.Title, o.Employer, o.Organisation, err)
			}
		}
	}
}
