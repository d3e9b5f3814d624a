package careers_test

import (
	"fmt"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// worked writes a project with people through the keeper.
func worked(t *testing.T, s *store.Store, kind data.ProjectKind, name, from, to string, people ...data.ID) *data.Project {
	t.Helper()
	p := &data.Project{Kind: kind, Name: name, From: datatest.Partial(t, from), To: datatest.Partial(t, to)}
	for _, id := range people {
		p.People = append(p.People, data.Someone{Person: id})
	}
	save(t, s, p, today)
	return p
}

func save(t *testing.T, s *store.Store, p *data.Project, today data.Day) {
	t.Helper()
	if err := p.Validate(); err != nil {
		t.Fatal(err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.SaveProject(tx, p, today) })
}

// together says which projects tie me to somebody, as they are kept.
func together(t *testing.T, s *store.Store, id data.ID) string {
	t.Helper()
	all, err := s.TieKinds(t.Context(), []data.ID{id})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, tie := range all[id] {
		if tie.Kind != data.Collaborator {
			continue
		}
		if !tie.Derived || tie.Project == 0 || tie.Sure != data.Certain {
			t.Errorf("%+v", tie)
		}
		list = append(list, fmt.Sprintf("%s %v..%v %v", tie.Note, tie.Since, tie.Until, tie.Current))
	}
	return strings.Join(list, "; ")
}

func TestAProjectTiesEveryoneWhoTookPart(t *testing.T) {
	for _, c := range []struct {
		kind           data.ProjectKind
		from, to, want string
	}{
		{data.WorkTogether, "2019-03", "2020", "X 2019-03..2020 false"},
		{data.WorkTogether, "2019-03", "", "X 2019-03.. true"},
		{data.WorkTogether, "2019-03", "2027", "X 2019-03.. true"},
		{data.WorkTogether, "", "", "X .. false"},
		{data.WorkTogether, "", "2020", "X ..2020 false"},
		{data.WorkTogether, "2027-01", "", ""},
		{data.EventTogether, "2026-03-14", "", "X 2026-03-14..2026-03-14 false"},
		{data.EventTogether, "2026-11-22", "", "X 2026-11-22.. true"},
	} {
		s := datatest.Open(t)
		ana, raj := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Raj")
		worked(t, s, c.kind, "X", c.from, c.to, ana)
		if got := together(t, s, ana); got != c.want {
			t.Errorf("%s %q to %q: %q, want %q", c.kind, c.from, c.to, got, c.want)
		}
		if got := together(t, s, raj); got != "" {
			t.Errorf("Raj, who had no part: %q", got)
		}
	}
}

func TestTiesFromProjectsFollowWhatBecomesOfThem(t *testing.T) {
	s := datatest.Open(t)
	ana, raj, kim := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Raj"), datatest.Person(t, s, "Kim")
	expect := func(when string, want ...string) {
		t.Helper()
		for i, id := range []data.ID{ana, raj, kim} {
			if got := together(t, s, id); got != want[i] {
				t.Errorf("%s: %d has %q, want %q", when, i, got, want[i])
			}
		}
	}
	p := worked(t, s, data.WorkTogether, "Orbita", "2026-01", "", ana, raj)
	expect("saved", "Orbita 2026-01.. true", "Orbita 2026-01.. true", "")
	p.People, p.Name, p.To = []data.Someone{{Person: kim}, {Person: raj}}, "Orbita\n2", datatest.Partial(t, "2026-10")
	save(t, s, p, today)
	expect("changed", "", "Orbita 2 2026-01..2026-10 false", "Orbita 2 2026-01..2026-10 false")
	refresh(t, s)
	expect("refreshed", "", "Orbita 2 2026-01..2026-10 false", "Orbita 2 2026-01..2026-10 false")
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	expect("undone", "Orbita 2026-01.. true", "Orbita 2026-01.. true", "")
	datatest.Write(t, s, func(tx *store.Tx) error {
		if err := tx.MergePeople(kim, ana); err != nil {
			return err
		}
		return keeper.Refresh(tx, today)
	})
	expect("made one", "", "Orbita 2026-01.. true", "Orbita 2026-01.. true")
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeletePerson(kim) })
	expect("one removed", "", "Orbita 2026-01.. true", "")
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.DeleteProject(tx, p.ID, today) })
	expect("removed", "", "", "")
}

func TestAProjectIsOverWhenItsDayHasPassed(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Role("Zenith", "Engineer", "2020", ""))
	p := worked(t, s, data.WorkTogether, "Orbita", "2026-01", "2026-11-25", ana)
	bring := func(day data.Day) {
		t.Helper()
		if err := keeper.BeginDay(t.Context(), s, day); err != nil {
			t.Fatal(err)
		}
	}
	bring(today)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.Pause(ana, today+1) })
	bring(today + 3)
	if got := together(t, s, ana); got != "Orbita 2026-01.. true" {
		t.Errorf("on its last day: %q", got)
	}
	if op, err := s.CanUndo(t.Context()); err != nil || op.Name == "" {
		t.Errorf("nothing changed, and nothing can be undone any more: %v", err)
	}
	bring(today + 4)
	if got := together(t, s, ana); got != "Orbita 2026-01..2026-11-25 false" {
		t.Errorf("the day after: %q", got)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		got, err := careers.Ties(tx, ana, today)
		if err != nil || len(got) != 1 || !got[0].Current || got[0].Project != p.ID {
			t.Errorf("asked for the day before: %+v, %v", got, err)
		}
		return err
	})
}

func TestProjectsStandBehindCoworkersAndBeforeAlumni(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Halden", "Engineer", "2016", "2020"), datatest.Role("Kestrel", "Engineer", "2021", ""), datatest.Role("Orbita", "Engineer", "2010", "2012"))
	ana := datatest.Person(t, s, "Ana", datatest.Role("Halden", "Nurse", "2017", "2019"), datatest.Role("Orbita", "Nurse", "2014", "2015"))
	worked(t, s, data.WorkTogether, "Older", "2012", "2013", ana)
	worked(t, s, data.WorkTogether, "Newer", "2018", "2019", ana)
	if got := kinds(t, s, ana); got != "coworker false; peer false; collaborator false; collaborator false; alumni false; " {
		t.Errorf("%s", got)
	}
	if got := together(t, s, ana); !strings.HasPrefix(got, "Newer") {
		t.Errorf("%s", got)
	}
}
