package careers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

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
	for _, when := range []string{"removed", "removed once more"} {
		datatest.Write(t, s, func(tx *store.Tx) error { return keeper.DeleteProject(tx, p.ID, today) })
		expect(when, "", "", "")
	}
}

func TestTiesFromProjectsFollowTheDayWithoutAWrite(t *testing.T) {
	day := today
	s, err := store.Open(t.TempDir(), func() time.Time { return day.Time() })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	ana := datatest.Person(t, s, "Ana", datatest.Role("Zenith", "Engineer", "2020", ""))
	worked(t, s, data.WorkTogether, "Orbita", "2026-01", "2026-11-25", ana)
	worked(t, s, data.WorkTogether, "Kestrel", "2026-12", "2027-02", ana)
	worked(t, s, data.EventTogether, "Eastmere Days", "2026-11-24", "", ana)
	before, err := s.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ day, together string }{
		{"2026-11-22", "Orbita 2026-01.. true"},
		{"2026-11-24", "Eastmere Days 2026-11-24.. true; Orbita 2026-01.. true"},
		{"2026-11-25", "Orbita 2026-01.. true; Eastmere Days 2026-11-24..2026-11-24 false"},
		{"2026-11-26", "Eastmere Days 2026-11-24..2026-11-24 false; Orbita 2026-01..2026-11-25 false"},
		{"2026-12-01", "Kestrel 2026-12.. true; Eastmere Days 2026-11-24..2026-11-24 false; Orbita 2026-01..2026-11-25 false"},
		{"2027-02-28", "Kestrel 2026-12.. true; Eastmere Days 2026-11-24..2026-11-24 false; Orbita 2026-01..2026-11-25 false"},
		{"2027-03-01", "Kestrel 2026-12..2027-02 false; Eastmere Days 2026-11-24..2026-11-24 false; Orbita 2026-01..2026-11-25 false"},
	} {
		day = datatest.Day(t, want.day)
		if got := together(t, s, ana); got != want.together {
			t.Errorf("on %s: %q, want %q", want.day, got, want.together)
		}
		over := strings.Contains(want.together, "false") && !strings.Contains(want.together, "true")
		if rows, err := s.People(t.Context(), store.Filter{Tie: data.Collaborator, FormerTie: true}); err != nil || (len(rows) == 1) != over {
			t.Errorf("on %s: found %d who were collaborators once, %v", want.day, len(rows), err)
		}
		sameAsRead(t, s, ana, day)
	}
	if now, err := s.Version(t.Context()); err != nil || now != before {
		t.Errorf("the days that passed wrote to the file, %v", err)
	}
	if _, err := s.Undo(t.Context()); err != nil || strings.Contains(together(t, s, ana), "Eastmere") {
		t.Errorf("undone: %q, %v", together(t, s, ana), err)
	}
}

// sameAsRead fails unless the ties in a list are those that a person's page shows.
func sameAsRead(t *testing.T, s *store.Store, person data.ID, day data.Day) {
	t.Helper()
	listed, err := s.TiesOf(t.Context(), []data.ID{person})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Read(t.Context(), func(tx *store.Tx) error {
		shown, err := careers.Ties(tx, person, day)
		for i := range listed[person] {
			listed[person][i].ID = 0
		}
		if !slices.Equal(listed[person], shown) {
			t.Errorf("on %v listed as %+v\nshown as %+v", day, listed[person], shown)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
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
