package intake_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/store"
)

const (
	withProfiles    = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
	withoutProfiles = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
)

// rows reads lines in which a slug stands for a profile's address.
func rows(day string, lines ...string) []intake.File {
	header := withoutProfiles
	if len(lines) > 0 && strings.Count(lines[0], ",") == 6 {
		header = withProfiles
	}
	for i, line := range lines {
		cells := strings.Split(line, ",")
		if len(cells) == 7 && cells[2] != "" {
			cells[2] = "https://www.linkedin.com/in/" + cells[2]
		}
		lines[i] = strings.Join(cells, ",")
	}
	d, err := data.ParseDay(day)
	if err != nil {
		panic(err)
	}
	return read("Connections.csv", []byte(header+strings.Join(lines, "\n")), d)
}

func find(t *testing.T, s *store.Store, words string) data.Person {
	t.Helper()
	rows, err := s.People(t.Context(), store.Filter{Words: words})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%d people called %q, %v", len(rows), words, err)
	}
	p, err := s.Person(t.Context(), rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func count(t testing.TB, s *store.Store) int {
	t.Helper()
	n, err := s.CountPeople(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestANewLastNameUnderTheSameProfileIsTheSamePerson(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020")...)
	plan := bring(t, s, rows("2025-11-15", "Ana,Lima,ana,,Halden,Engineer,01 May 2020")...)
	if p := find(t, s, "lima"); plan.Changed != 1 || p.Name != "Ana Lima" || !slices.Equal(p.OtherNames, []string{"Ana Souza"}) {
		t.Errorf("%+v, %+v", plan, p)
	}
}

func TestANewLastNameWithoutProfilesIsOfferedAndNeverMergedSilently(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,,Halden,Engineer,01 May 2020")...)
	plan := bring(t, s, rows("2025-11-15", "Ana,Lima,,Halden,Engineer,01 May 2020")...)
	souza := find(t, s, "souza")
	want := []intake.Double{{A: souza.ID, NameA: "Ana Souza", NameB: "Ana Lima"}}
	if count(t, s) != 2 || !slices.Equal(plan.Doubles, want) {
		t.Errorf("%d people, doubles %+v", count(t, s), plan.Doubles)
	}
	// Once the user has joined them they stay joined, and later files are about one person.
	in := &intake.Importer{Store: s, Keeper: keeper}
	if err := in.Join(t.Context(), "Join", souza.ID, find(t, s, "lima").ID, today); err != nil {
		t.Fatal(err)
	}
	joined := find(t, s, "ana")
	if joined.Name != "Ana Lima" || !slices.Equal(joined.OtherNames, []string{"Ana Souza"}) {
		t.Errorf("joined as %+v", joined)
	}
	plan = bring(t, s, rows("2026-11-15", "Ana,Lima,ana-lima,,Halden,Boss,01 May 2020")...)
	if p := find(t, s, "ana"); count(t, s) != 1 || plan.Parted != 0 || p.Slug() != "ana-lima" {
		t.Errorf("%d people, %+v", count(t, s), plan)
	}
}

func TestSomeoneTypedInIsOfferedAsADoubleByName(t *testing.T) {
	s := open(t)
	id := datatest.Person(t, s, "Ana Souza")
	plan := bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,Halden,Engineer,01 May 2020")...)
	if want := []intake.Double{{A: id, NameA: "Ana Souza", NameB: "Ana Souza"}}; count(t, s) != 2 || !slices.Equal(plan.Doubles, want) {
		t.Errorf("%d people, doubles %+v", count(t, s), plan.Doubles)
	}
}

func TestSomeoneTypedInIsKnownByAProfileOrAnAddress(t *testing.T) {
	s := open(t)
	ana := datatest.Person(t, s, "Ana from the choir", datatest.Contact(data.LinkedIn, "ana"), datatest.Notes("sings"))
	bob := datatest.Person(t, s, "Bob", datatest.Contact(data.Email, "Bob@Example.org"))
	for _, day := range []string{"2024-11-15", "2025-11-15"} {
		bring(t, s, rows(day, "Ana,Souza,ana,,Halden,Engineer,01 May 2020", "Robert,Smith,,bob@example.org,,,02 May 2020")...)
	}
	a, b := find(t, s, "choir"), find(t, s, "bob")
	if count(t, s) != 2 || a.ID != ana || a.Notes != "sings" || !slices.Equal(a.OtherNames, []string{"Ana Souza"}) {
		t.Errorf("%d people, %+v", count(t, s), a)
	}
	if b.ID != bob || b.Name != "Bob" || len(b.Contacts) != 1 || !slices.Equal(b.OtherNames, []string{"Robert Smith"}) {
		t.Errorf("%+v", b)
	}
}

func TestTheSameContentAgainChangesNothing(t *testing.T) {
	n := newNetwork(5, 30, false)
	content, day := n.connections(true), data.NewDay(2026, 11, 15)
	resaved := slices.Concat([]byte("\ufeff"), []byte(strings.ReplaceAll(string(content), "\n", "\r\n")))
	shuffled := n.connections(true)
	s := open(t)
	first := bring(t, s, slices.Concat(read("a.csv", content, day), read("Positions.csv", positions(2026), day))...)
	before := state(t, s)
	changes := 0
	defer s.Watch(func(data.Change) { changes++ })()
	for name, files := range map[string][]intake.File{
		"the same file": read("b.csv", content, day), "saved again": read("c.csv", resaved, day), "with its rows in another order": read("d.csv", shuffled, day),
		"a copy of a later day": undated(read("e.csv", content, day+300)), "my jobs": undated(read("f.csv", positions(2026), day+3)),
		"both": slices.Concat(read("g.csv", content, day), undated(read("h.csv", content, day-1))),
	} {
		plan := bring(t, s, files...)
		if plan.New+plan.Changed != 0 || plan.Same == 0 || len(plan.People) != 0 {
			t.Errorf("%s: %+v", name, plan)
		}
	}
	op, err := s.CanUndo(t.Context())
	if err != nil || op.ID != 1 || changes != 0 || state(t, s) != before {
		t.Errorf("newest operation %+v, %d changes told, %v", op, changes, err)
	}
	if first.New == 0 {
		t.Errorf("the first import: %+v", first)
	}
}

func TestThePlanSaysWhatTheImportDoesAndCountsEveryEntry(t *testing.T) {
	for seed := range uint64(3) {
		archives := newNetwork(seed+40, 40, false).years(layouts[seed]...)
		s := open(t)
		in := &intake.Importer{Store: s, Keeper: keeper}
		for _, a := range append(archives, archives[1], slices.Concat(archives...)) {
			entries := 0
			for _, f := range a {
				entries += len(f.People) + len(f.Roles) + f.Skipped
			}
			plan, err := in.Plan(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			done := bring(t, s, a...)
			if fmt.Sprintf("%+v", plan) != fmt.Sprintf("%+v", done) {
				t.Errorf("planned %+v\ndid %+v", plan, done)
			}
			if done.Entries() != entries {
				t.Errorf("%d entries counted, there are %d", done.Entries(), entries)
			}
		}
	}
}

func TestAPlanIsMadeAgainWhereTheFileWasWrittenToSince(t *testing.T) {
	files := newNetwork(3, 40, true).years(true)[0]
	for _, between := range []bool{false, true} {
		s := open(t)
		in := &intake.Importer{Store: s, Keeper: keeper}
		planned, err := in.Plan(t.Context(), files)
		if err != nil {
			t.Fatal(err)
		}
		if between {
			bring(t, s, files...)
		}
		done, err := in.Apply(t.Context(), "Import", files, today)
		if err != nil {
			t.Fatal(err)
		}
		if between == (done.New == planned.New) || between && done.New > 0 {
			t.Errorf("written in between %t: planned %d new, added %d", between, planned.New, done.New)
		}
		again, err := in.Apply(t.Context(), "Import", files, today)
		if err != nil || again.New > 0 {
			t.Errorf("the same again added %d: %v", again.New, err)
		}
	}
}

func TestAnImportIsUndoneAndRedoneWhole(t *testing.T) {
	archives := newNetwork(9, 40, false).years(false, true, true)
	s := open(t)
	states := []string{state(t, s)}
	for _, a := range archives {
		bring(t, s, a...)
		states = append(states, state(t, s))
	}
	for i := range archives {
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if want := states[2-i]; state(t, s) != want {
			t.Errorf("undone:\n%s", difference(want, state(t, s)))
		}
	}
	for i := range archives {
		if _, err := s.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if want := states[i+1]; state(t, s) != want {
			t.Errorf("done again:\n%s", difference(want, state(t, s)))
		}
	}
}

func TestACancelledImportLeavesNothingHalfWritten(t *testing.T) {
	archives := newNetwork(10, 400, false).years(true, true)
	s := open(t)
	bring(t, s, archives[0]...)
	before := state(t, s)
	for stop := range 4 {
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		in := &intake.Importer{Store: s, Keeper: keeper, Progress: func(int, int) {
			if calls++; calls > stop {
				cancel()
			}
		}}
		if _, err := in.Apply(ctx, "Import", archives[1], today); !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at step %d: %v", stop, err)
		}
		if got := state(t, s); got != before {
			t.Errorf("cancelled at step %d:\n%s", stop, difference(before, got))
		}
		cancel()
	}
	if op, err := s.CanUndo(t.Context()); err != nil || op.ID != 1 {
		t.Errorf("newest operation %+v, %v", op, err)
	}
}

func TestProgressRisesToTheEnd(t *testing.T) {
	s := open(t)
	last, total, calls := 0, 0, 0
	in := &intake.Importer{Store: s, Keeper: keeper, Progress: func(done, of int) {
		if done <= last || done > of || total != 0 && of != total {
			t.Errorf("%d of %d after %d of %d", done, of, last, total)
		}
		last, total, calls = done, of, calls+1
	}}
	if _, err := in.Apply(t.Context(), "Import", newNetwork(11, 3000, true).years(true)[0], today); err != nil {
		t.Fatal(err)
	}
	if last != total || calls < 6 {
		t.Errorf("%d calls, the last of them %d of %d", calls, last, total)
	}
}
