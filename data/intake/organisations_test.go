package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/store"
)

// careerOf tells a person's roles, moves and ties in short.
func careerOf(t *testing.T, s *store.Store, person data.ID) string {
	t.Helper()
	roles, err := s.Roles(t.Context(), person)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range roles {
		list = append(list, fmt.Sprint(r.Title, " at ", r.Employer, " ", r.FirstSeen, "–", r.LastSeen, " ", r.Current))
	}
	moves, err := s.Moves(t.Context(), store.MoveFilter{Person: person})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range moves {
		list = append(list, fmt.Sprint("moved ", m.Kinds))
	}
	ties, err := s.TieKinds(t.Context(), []data.ID{person})
	if err != nil {
		t.Fatal(err)
	}
	for _, tie := range ties[person] {
		if tie.Kind == data.Coworker || tie.Kind == data.Alumni {
			list = append(list, fmt.Sprint(tie.Kind, " ", tie.Current))
		}
	}
	return strings.Join(list, "; ")
}

// twoNames returns a store in which Ana's employer was written in two ways, and mine in the first.
func twoNames(t *testing.T) (*store.Store, data.ID) {
	t.Helper()
	s := open(t)
	datatest.Me(t, s, datatest.Role("Facebook", "Buyer", "2015", ""))
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,Facebook,Engineer,01 Jan 2020", "Bob,Berg,bob,,Orbita,Engineer,01 Jan 2020")...)
	bring(t, s, rows("2025-11-15", "Ana,Souza,ana,,Meta,Engineer,01 Jan 2020", "Bob,Berg,bob,,Zenith,Engineer,01 Jan 2020")...)
	return s, find(t, s, "Ana").ID
}

func TestTwoEmployersThatAreOneMakeOneRoleAndNoMove(t *testing.T) {
	s, ana := twoNames(t)
	before, bob := state(t, s), careerOf(t, s, find(t, s, "Bob").ID)
	const two = "Engineer at Meta 2025-11-15–2025-11-15 true; Engineer at Facebook 2024-11-15–2024-11-15 false; moved [new_employer]; coworker false"
	if got := careerOf(t, s, ana); got != two {
		t.Fatalf("as imported: %s", got)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		return intake.MergeOrganisations(tx, keeper, datatest.Employer(t, s, "Meta"), datatest.Employer(t, s, "Facebook"), today)
	})
	const one = "Engineer at Meta 2024-11-15–2025-11-15 true; coworker true"
	if got := careerOf(t, s, ana); got != one {
		t.Errorf("merged: %s", got)
	}
	if got := careerOf(t, s, find(t, s, "Bob").ID); got != bob {
		t.Errorf("Bob, whom it does not concern: %s", got)
	}
	// The next import neither parts them nor doubts them.
	bring(t, s, rows("2026-11-15", "Ana,Souza,ana,,Facebook,Engineer,01 Jan 2020", "Eve,Lee,eve,,Meta GmbH,Engineer,01 Jan 2020")...)
	if got := careerOf(t, s, ana); got != "Engineer at Facebook 2024-11-15–2026-11-15 true; coworker true" {
		t.Errorf("after the next import: %s", got)
	}
	for range 2 {
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := state(t, s); got != before {
		t.Errorf("undone:\n%s", difference(before, got))
	}
}

func TestASplitBringsBackWhatAMergeTookAway(t *testing.T) {
	s, ana := twoNames(t)
	before := careerOf(t, s, ana)
	var meta data.ID
	datatest.Write(t, s, func(tx *store.Tx) error {
		meta = datatest.Employer(t, s, "Meta")
		return intake.MergeOrganisations(tx, keeper, meta, datatest.Employer(t, s, "Facebook"), today)
	})
	merged := state(t, s)
	datatest.Write(t, s, func(tx *store.Tx) error {
		made, err := intake.SplitOrganisation(tx, keeper, meta, []string{"Facebook"}, today)
		if err == nil && (made == 0 || made == meta) {
			err = fmt.Errorf("organisation %d was made", made)
		}
		return err
	})
	if got := careerOf(t, s, ana); got != before {
		t.Errorf("split: %s, want %s", got, before)
	}
	bring(t, s, rows("2026-11-15", "Ana,Souza,ana,,Facebook,Engineer,01 Jan 2020")...)
	if got := careerOf(t, s, ana); !strings.Contains(got, "Engineer at Meta 2025-11-15–2025-11-15 false") || strings.Count(got, "new_employer") != 2 {
		t.Errorf("after the next import: %s", got)
	}
	for range 2 {
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := state(t, s); got != merged {
		t.Errorf("undone:\n%s", difference(merged, got))
	}
}

func TestANameThatComesToAnOrganisationMakesOneRole(t *testing.T) {
	s, ana := twoNames(t)
	before := state(t, s)
	datatest.Write(t, s, func(tx *store.Tx) error {
		return intake.AddAlias(tx, keeper, datatest.Employer(t, s, "Meta"), "Facebook", today)
	})
	if got := careerOf(t, s, ana); got != "Engineer at Meta 2024-11-15–2025-11-15 true; coworker true" {
		t.Errorf("with the name: %s", got)
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := state(t, s); got != before {
		t.Errorf("undone:\n%s", difference(before, got))
	}
}

func TestARoleThatTheUserStatedTakesInTheOneThatTurnsOutToBeIt(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2025-11-15", "Ana,Souza,ana,,Facebook,Engineer,01 Jan 2020")...)
	ana := find(t, s, "Ana").ID
	datatest.Write(t, s, func(tx *store.Tx) error {
		return keeper.SaveRole(tx, &data.Role{Person: ana, Employer: "Meta", Title: "Engineer", From: data.PartialDay{Year: 2019}, Source: data.Stated, Current: true}, today)
	})
	datatest.Write(t, s, func(tx *store.Tx) error {
		return intake.MergeOrganisations(tx, keeper, datatest.Employer(t, s, "Meta"), datatest.Employer(t, s, "Facebook"), today)
	})
	if got := careerOf(t, s, ana); got != "Engineer at Meta – true" {
		t.Error(got)
	}
}

func TestAnEmployerRespelledAsMineIsNotLeftBehind(t *testing.T) {
	s := open(t)
	datatest.Me(t, s, datatest.Role("University of Eastmere", "Buyer", "2015", ""))
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,University of Eastmere,Engineer,01 Jan 2020")...)
	bring(t, s, rows("2025-11-15", "Ana,Souza,ana,,Eastmere University,Engineer,01 Jan 2020")...)
	mine := datatest.Employer(t, s, "University of Eastmere")
	datatest.Write(t, s, func(tx *store.Tx) error {
		return intake.MergeOrganisations(tx, keeper, datatest.Employer(t, s, "Eastmere University"), mine, today)
	})
	if _, err := s.Organisation(t.Context(), mine); err == nil {
		t.Error("an organisation without a name is left")
	}
	if got := careerOf(t, s, find(t, s, "Ana").ID); got != "Engineer at Eastmere University 2024-11-15–2025-11-15 true; coworker true" {
		t.Error(got)
	}
}
