package briefing_test

import (
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestAConfirmedMoveIsRememberedOnItsAnniversary(t *testing.T) {
	for _, c := range []struct {
		name        string
		before, day string // how the old role ended, and the new one began
		title       string
		today       data.Day
		years       int // 0 when nothing is said
		exact       bool
	}{
		{"a year to the day", "2025-11-21", "2025-11-22", "Engineering Manager", today, 1, true},
		{"three years to the day", "2023-11-21", "2023-11-22", "Engineering Manager", today, 3, true},
		{"the day before", "2025-11-22", "2025-11-23", "Engineering Manager", today, 0, false},
		{"the day itself", "2026-11-21", "2026-11-22", "Engineering Manager", today, 0, false},
		{"29 February in a year without it", "2024-02-28", "2024-02-29", "Engineering Manager", data.NewDay(2026, 2, 28), 2, true},
		{"29 February in a year with it", "2024-02-28", "2024-02-29", "Engineering Manager", data.NewDay(2028, 2, 29), 4, true},
		{"a month, in its first week", "2025-11", "2025-11", "Engineering Manager", data.NewDay(2026, 11, 3), 1, false},
		{"a month, later in it", "2025-11", "2025-11", "Engineering Manager", today, 0, false},
		{"a month, in the next", "2025-11", "2025-11", "Engineering Manager", data.NewDay(2026, 12, 1), 0, false},
		{"a new title alone", "2025-11-21", "2025-11-22", "Senior Developer", today, 0, false},
	} {
		n := newNetwork(t)
		id := n.person("Rosa", datatest.Role("Zenith", "Senior Engineer", "2015-01-01", c.before), datatest.Role("Zenith", c.title, c.day, ""))
		n.refresh()
		if got := anniversaries(t, n.Store, c.today); len(got) != 0 {
			t.Errorf("%s: before it is confirmed: %+v", c.name, got)
		}
		n.judge(data.MoveCongratulated, id)
		got := anniversaries(t, n.Store, c.today)
		switch {
		case len(got) > 1:
			t.Errorf("%s: %+v", c.name, got)
		case c.years == 0 && len(got) != 0:
			t.Errorf("%s: %+v; the move is %+v", c.name, got, n.moves())
		case c.years > 0 && (len(got) != 1 || got[0].Years != c.years || got[0].InMonth == c.exact || got[0].Name != "Rosa"):
			t.Errorf("%s: %+v; the move is %+v", c.name, got, n.moves())
		}
		n.judge(data.MoveDismissed, id)
		if got := anniversaries(t, n.Store, c.today); len(got) != 0 {
			t.Errorf("%s: though it was dismissed: %+v", c.name, got)
		}
	}
}

// anniversaries returns the moves that have their anniversary on a day.
func anniversaries(t *testing.T, s *store.Store, day data.Day) []data.Occasion {
	t.Helper()
	all, err := briefing.Occasions(t.Context(), s, day, 0)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(o data.Occasion) bool { return o.Kind != data.MoveAnniversary })
}

func TestTwoAnniversariesOfOnePersonAreTwo(t *testing.T) {
	n := newNetwork(t)
	id := n.person("Rosa", datatest.Role("Zenith", "Senior Engineer", "2015-01-01", "2020-11-21"),
		datatest.Role("Zenith", "Engineering Manager", "2020-11-22", "2023-11-21"), datatest.Role("Orbita", "Director of Engineering", "2023-11-22", ""))
	n.refresh()
	n.judge(data.MoveCongratulated, id)
	day := func() *briefing.Day {
		t.Helper()
		d, err := briefing.Today(t.Context(), n.Store, data.DefaultPreferences(), today)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := day()
	if len(d.Occasions) != 2 {
		t.Fatalf("%+v", d.Occasions)
	}
	first := briefing.Celebration(&d.Occasions[0])
	datatest.Write(t, n.Store, func(tx *store.Tx) error { return briefing.Answered(tx, first, today, true) })
	d.Without(first)
	if left := day().Occasions; len(left) != 1 || len(d.Occasions) != 1 || left[0].Move.ID != d.Occasions[0].Move.ID {
		t.Errorf("answered one, and left are %+v; nudged about one, and left are %+v", left, d.Occasions)
	}
}
