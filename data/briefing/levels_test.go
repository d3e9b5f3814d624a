package briefing_test

import (
	"fmt"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

func (n *network) careers() *briefing.Careers {
	n.t.Helper()
	c, err := briefing.LoadCareers(n.t.Context(), n.Store, n.moves(), today)
	if err != nil {
		n.t.Fatal(err)
	}
	return c
}

func TestEachYearHasWhereEveryoneStoodAtItsEnd(t *testing.T) {
	n := newNetwork(t)
	rosa := n.person("Rosa", datatest.Role("Zenith", "Senior Engineer", "2022-03", "2025-04"), datatest.Role("Zenith", "Engineering Manager", "2025-04", ""))
	seen := n.person("Seen", func(_ testing.TB, tx *store.Tx, id data.ID) error {
		for _, r := range []data.Role{
			{Title: "Engineer", FirstSeen: data.NewDay(2023, 11, 20), LastSeen: data.NewDay(2024, 11, 20), Gone: data.NewDay(2025, 11, 20)},
			{Title: "Director of Engineering", FirstSeen: data.NewDay(2025, 11, 20), LastSeen: data.NewDay(2025, 11, 20), Current: true},
		} {
			r.Person, r.Employer, r.Source = id, "Acme", data.FromLinkedIn
			if err := tx.SaveRole(&r); err != nil {
				return err
			}
		}
		return nil
	})
	for i := range 4 {
		n.person(fmt.Sprint("Person ", i), datatest.Role("Acme", "Accountant", "2022-01", ""))
	}
	c := n.refresh().careers()
	if want := []int{2022, 2023, 2024, 2025, 2026}; !slices.Equal(c.Years, want) {
		t.Fatalf("years %v, want %v: of fewer than five people nothing is told", c.Years, want)
	}
	for id, want := range map[data.ID][]data.Level{
		rosa: {data.Senior, data.Senior, data.Senior, data.ManagerLevel, data.ManagerLevel},
		seen: {"", data.Mid, data.Mid, data.Director, data.Director},
	} {
		for i, s := range c.Levels[id] {
			if s.Level != want[i] {
				t.Errorf("%d in %d: %+v, want %s", id, c.Years[i], s, want[i])
			}
		}
	}
	if c.Levels[data.Me] != nil {
		t.Error("I am in my own network")
	}
}

func TestWhoIsInManagementNowAndSinceWhen(t *testing.T) {
	n := newNetwork(t)
	rosa := n.person("Rosa", rise("2026-04")...)
	always := n.person("Always", datatest.Role("Acme", "Chief Technology Officer", "2015", ""))
	n.person("Back", datatest.Role("Acme", "Engineering Manager", "2019", "2026-10"), datatest.Role("Acme", "Staff Engineer", "2026-10", ""))
	n.person("Gone", datatest.Role("Acme", "Engineering Manager", "2019", "2026-10"))
	c := n.refresh().careers()
	if len(c.Managers) != 2 {
		t.Fatalf("%+v", c.Managers)
	}
	for _, m := range c.Managers {
		switch m.Person {
		case rosa:
			if m.After != data.NewDay(2026, 4, 1) || m.By != data.NewDay(2026, 4, 30) || m.Role.Employer != "Zenith" || m.Role.Organisation == 0 {
				t.Errorf("%+v", m)
			}
		case always:
			if m.By != 0 {
				t.Errorf("%+v", m)
			}
		default:
			t.Errorf("%+v", m)
		}
	}
	n.judge(data.MoveDismissed, rosa)
	for _, m := range n.careers().Managers {
		if m.Person == rosa && m.By != 0 {
			t.Errorf("a move that was none tells since when: %+v", m)
		}
	}
}
