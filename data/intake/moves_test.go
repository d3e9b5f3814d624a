package intake_test

import (
	"fmt"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/intake"
	"peerage/data/store"
)

// moves tells the moves of everyone, newest first.
func moves(t testing.TB, s *store.Store) []data.Move {
	t.Helper()
	all, err := s.Moves(t.Context(), store.MoveFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func told(all []data.Move) string {
	text := ""
	for _, m := range all {
		text += fmt.Sprintf("%s > %s %v %s–%s %s; ", m.From.Title, m.To.Title, m.Kinds, m.After, m.By, m.Status)
	}
	return text
}

// judge says of all moves between two titles what the user makes of them.
func judge(t testing.TB, s *store.Store, from, to string, status data.MoveStatus) {
	t.Helper()
	err := s.Write(t.Context(), "Judge", func(tx *store.Tx) error {
		for _, m := range moves(t, s) {
			if m.From.Title == from && m.To.Title == to {
				if err := keeper.Judge(tx, status, today, m); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

const (
	ana2024 = "Ana,Souza,ana,,Halden,Software Engineer,01 May 2020"
	ana2025 = "Ana,Souza,ana,,Halden,Sr. Software Engineer,01 May 2020"
	ana2026 = "Ana,Souza,ana,,Zenith,Engineering Manager,01 May 2020"
)

func TestMovesAreReadBetweenTheFilesOfTwoYears(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", ana2024)...)
	if got := moves(t, s); len(got) != 0 {
		t.Errorf("one file shows %s", told(got))
	}
	bring(t, s, rows("2026-11-15", ana2026)...)
	if got, want := told(moves(t, s)), "Software Engineer > Engineering Manager [into_management new_employer new_title] 2024-11-15–2026-11-15 new; "; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestAFileThatSpeaksOfALaterDayLosesNoMove(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2025-11-15", ana2025)...)
	bring(t, s, rows("2027-11-15", ana2026)...)
	want := "Sr. Software Engineer > Engineering Manager [into_management new_employer new_title] 2025-11-15–2027-11-15 new; "
	for range 2 {
		if got := told(moves(t, s)); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
		err := s.Write(t.Context(), "Refresh", func(tx *store.Tx) error { return keeper.Refresh(tx, today) })
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestAVerdictSurvivesEveryImportAndUndo(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2025-11-15", ana2025)...)
	bring(t, s, rows("2026-11-15", ana2026)...)
	judge(t, s, "Sr. Software Engineer", "Engineering Manager", data.MoveDismissed)
	// A year before, and one after in which both are spelt in another way: the judged move stays judged.
	bring(t, s, rows("2024-11-15", ana2024)...)
	bring(t, s, rows("2025-12-01", "Ana,Souza,ana,,Halden Inc.,Senior Software Engineer,01 May 2020")...)
	want := "Senior Software Engineer > Engineering Manager [into_management new_employer new_title] 2025-12-01–2026-11-15 dismissed; " +
		"Software Engineer > Senior Software Engineer [promotion new_title] 2024-11-15–2025-11-15 new; "
	if got := told(moves(t, s)); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	for range 3 {
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := moves(t, s); len(got) != 1 || got[0].Status != data.MoveNew {
		t.Errorf("after undoing the verdict too: %s", told(got))
	}
	for range 3 {
		if _, err := s.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := told(moves(t, s)); got != want {
		t.Errorf("redone: %s\nwant %s", got, want)
	}
}

func TestACorrectedTitleChangesTheMoveAndIsNeverReadAgain(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2025-11-15", ana2025)...)
	bring(t, s, rows("2026-11-15", ana2026)...)
	err := s.Write(t.Context(), "Correct", func(tx *store.Tx) error {
		roles, err := tx.Roles(moves(t, s)[0].Person)
		if err != nil {
			return err
		}
		if err := keeper.Judge(tx, data.MoveConfirmed, today, moves(t, s)[0]); err != nil {
			return err
		}
		return keeper.Rule(tx, *data.Present(roles), data.Standing{Track: data.Individual, Level: data.Lead}, true, today)
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "Sr. Software Engineer > Engineering Manager [new_employer new_title] 2025-11-15–2026-11-15 confirmed; "
	if got := told(moves(t, s)); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	// The next file brings the role again, in other letters.
	bring(t, s, rows("2026-11-20", "Ana,Souza,ana,,Zenith Ltd,ENGINEERING MANAGER,01 May 2020")...)
	bring(t, s, rows("2024-11-15", ana2024)...)
	p := find(t, s, "ana")
	roles, err := s.Roles(t.Context(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	if r := data.Present(roles); r == nil || !r.Ruled || r.Standing.Track != data.Individual || r.Standing.Level != data.Lead {
		t.Errorf("%+v", r)
	}
	if got := moves(t, s); len(got) != 2 || got[0].Status != data.MoveConfirmed || got[0].Is(data.IntoManagement) {
		t.Errorf("%s", told(got))
	}
}

func TestSomeoneWhoseEmployerIsEmptiedHasLeft(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2025-11-15", ana2025, "Bob,Smith,bob,,Halden,Nurse,02 May 2020")...)
	bring(t, s, rows("2026-11-15", "Ana,Souza,ana,,,,01 May 2020")...) // Bob is absent: that says nothing
	if got := moves(t, s); len(got) != 1 || !slices.Equal(got[0].Kinds, []data.MoveKind{data.Left}) || got[0].To != (data.Post{Standing: data.UnknownStanding}) {
		t.Errorf("%s", told(got))
	}
}

func TestMergedPeopleKeepWhatWasSaidOfBoth(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2025-11-15", ana2025, "Ana,Lima,lima,,Orbita,Nurse,02 May 2020")...)
	bring(t, s, rows("2026-11-15", ana2026, "Ana,Lima,lima,,Orbita,Head Nurse,02 May 2020")...)
	judge(t, s, "Nurse", "Head Nurse", data.MoveConfirmed)
	keep, drop := find(t, s, "souza"), find(t, s, "lima")
	err := s.Write(t.Context(), "Join", func(tx *store.Tx) error { return intake.Join(tx, keeper, keep.ID, drop.ID, today) })
	if err != nil {
		t.Fatal(err)
	}
	if people := count(t, s); people != 1 {
		t.Fatalf("%d people", people)
	}
	for _, m := range moves(t, s) {
		if m.Person != keep.ID {
			t.Errorf("a move of somebody else: %s", told([]data.Move{m}))
		}
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := moves(t, s); len(got) != 2 {
		t.Errorf("after undo: %s", told(got))
	}
}
