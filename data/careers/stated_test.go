package careers_test

import (
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// stating writes a role as the user says it is and returns what is kept of it.
func stating(t *testing.T, s *store.Store, role data.Role) data.Role {
	t.Helper()
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.StateRole(tx, &role, datatest.Day(t, datatest.Today)) })
	roles, err := s.Roles(t.Context(), role.Person)
	if err != nil || len(roles) != 1 {
		t.Fatalf("%+v, %v", roles, err)
	}
	return roles[0]
}

func TestDaysOnWhichFilesShowedARoleStayWhereTheUserLeavesItOpen(t *testing.T) {
	first, last, today := datatest.Day(t, "2024-11-15"), datatest.Day(t, "2025-11-15"), datatest.Day(t, datatest.Today)
	year := func(y int) data.PartialDay { return data.PartialDay{Year: y} }
	for name, c := range map[string]struct {
		edit        func(*data.Role)
		first, last data.Day
	}{
		"held now":                   {func(r *data.Role) { r.Current = true }, first, today},
		"held now, since":            {func(r *data.Role) { r.Current, r.From = true, year(2020) }, 0, 0},
		"ended, nobody knows when":   {func(*data.Role) {}, first, last},
		"ended before the last day":  {func(r *data.Role) { r.To = data.PartialDay{Year: 2025, Month: 6} }, first, datatest.Day(t, "2025-06-30")},
		"ended before the first day": {func(r *data.Role) { r.To = year(2020) }, 0, 0},
		"begun between":              {func(r *data.Role) { r.From = year(2025) }, datatest.Day(t, "2025-01-01"), last},
		"held now, but not yet":      {func(r *data.Role) { r.Current, r.From = true, year(2027) }, 0, 0},
		"begun after":                {func(r *data.Role) { r.From = year(2026) }, 0, 0},
		"both ends known":            {func(r *data.Role) { r.From, r.To = year(2020), year(2025) }, 0, 0},
	} {
		s := datatest.Open(t)
		role := data.Role{Person: datatest.Person(t, s, "Ana"), Employer: " Halden ", Title: "Engineer", Source: data.FromLinkedIn,
			FirstSeen: first, LastSeen: last, Gone: last + 1}
		c.edit(&role)
		got := stating(t, s, role)
		if got.FirstSeen != c.first || got.LastSeen != c.last || got.Source != data.Stated || got.Employer != "Halden" {
			t.Errorf("%s: %+v", name, got)
		}
		began := role.From.Earliest() <= today
		if got.Current != (role.Current && began) {
			t.Errorf("%s: held now %v", name, got.Current)
		}
		if ended := !role.Current && role.To.IsZero() && began; ended != (got.Gone != 0) {
			t.Errorf("%s: gone on %v", name, got.Gone)
		}
	}
}

func TestWhatTheUserSaysOfATitleAtNoOrganisationIsKept(t *testing.T) {
	for _, employer := range []string{"", "Self-employed"} {
		s := datatest.Open(t)
		role := stating(t, s, data.Role{Person: datatest.Person(t, s, "Ana"), Employer: employer, Title: "Manager", Current: true})
		datatest.Write(t, s, func(tx *store.Tx) error {
			return keeper.Rule(tx, role, data.Standing{Track: data.Individual, Level: data.Senior}, true, datatest.Day(t, datatest.Today))
		})
		roles, err := s.Roles(t.Context(), role.Person)
		if err != nil || !roles[0].Ruled || roles[0].Standing.Track != data.Individual || roles[0].Standing.Level != data.Senior {
			t.Errorf("%q: %+v, %v", employer, roles, err)
		}
	}
}

func TestARoleThatHasNotBegunIsNotHeldNow(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Role("Halden", "Engineer", "2020", ""), datatest.Role("Orbita", "Director", "2027", ""))
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.Refresh(tx, datatest.Day(t, datatest.Today)) })
	if now := present(t, s, ana); now.Title != "Engineer" {
		t.Errorf("held now: %+v", now)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		role := data.Role{Person: ana, Employer: "Zenith", Title: "Chief", From: data.PartialDay{Year: 2027, Month: 3}, Current: true, Source: data.Stated}
		return keeper.SaveRole(tx, &role, datatest.Day(t, datatest.Today))
	})
	if now := present(t, s, ana); now.Title != "Engineer" {
		t.Errorf("held now: %+v", now)
	}
}
