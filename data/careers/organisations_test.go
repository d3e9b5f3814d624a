package careers_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// houses tells which names stand for one organisation, what it is called, and who works there.
func houses(t *testing.T, s *store.Store) string {
	t.Helper()
	list := strings.Split(place(t, s), " | ")
	people, err := s.People(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		roles, err := s.Roles(t.Context(), p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range roles {
			o, err := s.Organisation(t.Context(), r.Organisation)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, fmt.Sprintf("%s at %s (%s)", p.Name, r.Employer, o.Name))
		}
	}
	return strings.Join(list, ", ")
}

// verdicts returns what the user said of ties with a person, by kind and organisation.
func verdicts(t *testing.T, s *store.Store, person data.ID) string {
	t.Helper()
	var list []string
	err := s.Read(t.Context(), func(tx *store.Tx) error {
		all, err := tx.TieVerdicts(person)
		for _, v := range all {
			o, err := tx.Organisation(v.Organisation)
			if err != nil {
				return err
			}
			list = append(list, fmt.Sprint(v.Kind, " at ", o.Name, " ", v.Holds))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

// say keeps that a person is or is no coworker at an organisation.
func say(t *testing.T, s *store.Store, person, organisation data.ID, holds bool) {
	t.Helper()
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveTieVerdict(data.TieVerdict{Person: person, Kind: data.Coworker, Organisation: organisation, Holds: holds})
	})
}

func undo(t *testing.T, s *store.Store) {
	t.Helper()
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestTwoOrganisationsBecomeOneAndStaySo(t *testing.T) {
	s := datatest.Open(t)
	place(t, s, []string{"Facebook", "Meta", "Meta Ltd"})
	ana := datatest.Person(t, s, "Ana", datatest.Role("Facebook", "Engineer", "2018", "2020"))
	datatest.Person(t, s, "Bob", datatest.Role("Meta", "Engineer", "2019", ""))
	facebook, meta := datatest.Employer(t, s, "Facebook"), datatest.Employer(t, s, "Meta")
	say(t, s, ana, facebook, false)
	before := houses(t, s)
	datatest.Write(t, s, func(tx *store.Tx) error { return careers.MergeOrganisations(tx, meta, facebook) })
	want := "Meta=Facebook+Meta+Meta Ltd, Ana at Facebook (Meta), Bob at Meta (Meta)"
	if got := houses(t, s); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := verdicts(t, s, ana); got != "coworker at Meta false" {
		t.Errorf("said of ties: %s", got)
	}
	undo(t, s)
	if got := houses(t, s); got != before || verdicts(t, s, ana) != "coworker at Facebook false" {
		t.Errorf("undone: %s, %s", got, verdicts(t, s, ana))
	}
	if _, err := s.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	// Another legal form would part Meta from Meta Ltd, had the user not said that all are one.
	got := place(t, s, []string{"Meta GmbH", "Facebook Inc", "FACEBOOK"})
	if !strings.Contains(got, "Meta=FACEBOOK+Facebook+Facebook Inc+Meta+Meta Ltd") {
		t.Errorf("after the next import: %s", got)
	}
}

func TestOfWhatWasSaidOfBothTheOneThatStaysCounts(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Role("Facebook", "Engineer", "2018", "2020"), datatest.Role("Meta", "Engineer", "2020", ""))
	facebook, meta := datatest.Employer(t, s, "Facebook"), datatest.Employer(t, s, "Meta")
	say(t, s, ana, facebook, false)
	say(t, s, ana, meta, true)
	datatest.Write(t, s, func(tx *store.Tx) error { return careers.MergeOrganisations(tx, meta, facebook) })
	if got := verdicts(t, s, ana); got != "coworker at Meta true" {
		t.Error(got)
	}
}

func TestAnOrganisationIsCalledByAnotherNameAndKeepsIt(t *testing.T) {
	s := datatest.Open(t)
	place(t, s, []string{"HALDEN BANK", "Vantage"})
	datatest.Person(t, s, "Ana", datatest.Role("HALDEN BANK", "Engineer", "2018", ""))
	halden := datatest.Employer(t, s, "HALDEN BANK")
	rename := func(name string) error {
		return s.Write(t.Context(), "Rename", func(tx *store.Tx) error { return careers.RenameOrganisation(tx, rules, halden, name) })
	}
	if err := rename("  Bank of\nHalden "); err != nil {
		t.Fatal(err)
	}
	if got, want := houses(t, s), "Bank of Halden=Bank of Halden+HALDEN BANK Vantage=Vantage, Ana at HALDEN BANK (Bank of Halden)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := place(t, s, []string{"Halden Bank", "Halden Bank plc"}); !strings.HasPrefix(got, "Bank of Halden=Bank of Halden+HALDEN BANK+Halden Bank+Halden Bank plc") {
		t.Errorf("after the next import: %s", got)
	}
	for name, reason := range map[string]data.Reason{
		"": data.Missing, " \n": data.Missing, strings.Repeat("x", data.MaxName+1): data.TooLong, "Vantage": data.Taken, "self-employed": data.NoOrganisation,
	} {
		var invalid *data.Invalid
		if err := rename(name); !errors.As(err, &invalid) || invalid.Field != "organisation" || invalid.Reason != reason {
			t.Errorf("%.20q: %v, want %s", name, err, reason)
		}
	}
	halden = 999
	if err := rename("Zenith"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("an organisation that is not there: %v", err)
	}
	undo(t, s) // the import
	undo(t, s)
	if got := houses(t, s); !strings.HasPrefix(got, "HALDEN BANK=HALDEN BANK ") {
		t.Errorf("undone: %s", got)
	}
}

func TestANameOfAnotherOrganisationComesWithItsRoles(t *testing.T) {
	s := datatest.Open(t)
	place(t, s, []string{"Vantage", "Vantage Ltd", "Delta"})
	ana := datatest.Person(t, s, "Ana", datatest.Role("Vantage", "Engineer", "2018", "2020"))
	bob := datatest.Person(t, s, "Bob", datatest.Role("Vantage Ltd", "Engineer", "2018", "2020"))
	vantage, delta := datatest.Employer(t, s, "Vantage"), datatest.Employer(t, s, "Delta")
	say(t, s, ana, vantage, false)
	say(t, s, bob, vantage, false)
	alias := func(id data.ID, written string) error {
		return s.Write(t.Context(), "Alias", func(tx *store.Tx) error { return careers.AddAlias(tx, rules, id, written) })
	}
	if err := alias(delta, "Vantage"); err != nil {
		t.Fatal(err)
	}
	if got, want := houses(t, s), "Delta=Delta+Vantage Vantage Ltd=Vantage Ltd, Ana at Vantage (Delta), Bob at Vantage Ltd (Vantage Ltd)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	// What was said of Ana goes with her role; that of Bob stays with his.
	if a, b := verdicts(t, s, ana), verdicts(t, s, bob); a != "coworker at Delta false, coworker at Vantage Ltd false" || b != "coworker at Vantage Ltd false" {
		t.Errorf("said of Ana %s, of Bob %s", a, b)
	}
	if got := place(t, s, []string{"Orbita", "Delta AG"}); !strings.Contains(got, "Vantage Ltd=Vantage Ltd") {
		t.Errorf("after the next import: %s", got)
	}
	var invalid *data.Invalid
	if err := alias(delta, "Vantage"); !errors.As(err, &invalid) || invalid.Reason != data.Taken {
		t.Errorf("the same name again: %v", err)
	}
	if err := alias(delta, "retired"); !errors.As(err, &invalid) || invalid.Reason != data.NoOrganisation {
		t.Errorf("a text that names none: %v", err)
	}
	if err := alias(999, "Zenith"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("an organisation that is not there: %v", err)
	}
	// The last name of an organisation takes it along.
	if err := alias(delta, "Vantage Ltd"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Organisation(t.Context(), vantage); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("an organisation without names is still there: %v", err)
	}
}

func TestANameOfTheUsersDrawsNoOthersBehindIt(t *testing.T) {
	s := datatest.Open(t)
	place(t, s, []string{"Citadel Ltd", "Halden"})
	datatest.Write(t, s, func(tx *store.Tx) error {
		return careers.AddAlias(tx, rules, datatest.Employer(t, s, "Halden"), "Citadel")
	})
	if got := place(t, s, []string{"Orbita"}); got != "Citadel Ltd=Citadel Ltd Halden=Citadel+Halden Orbita=Orbita" {
		t.Errorf("after the next import: %s", got)
	}
}

func TestAnOrganisationIsSplitAndStaysSo(t *testing.T) {
	s := datatest.Open(t)
	place(t, s, []string{"Vantage", "VANTAGE", "Vantage Ltd"})
	ana := datatest.Person(t, s, "Ana", datatest.Role("Vantage", "Engineer", "2018", ""))
	datatest.Person(t, s, "Bob", datatest.Role("Vantage Ltd", "Engineer", "2018", ""))
	vantage := datatest.Employer(t, s, "Vantage")
	say(t, s, ana, vantage, true)
	before := houses(t, s)
	split := func(written ...string) error {
		return s.Write(t.Context(), "Split", func(tx *store.Tx) error {
			_, err := careers.SplitOrganisation(tx, vantage, written)
			return err
		})
	}
	if err := split("VANTAGE", "Vantage"); err != nil {
		t.Fatal(err)
	}
	want := "Vantage Ltd=Vantage Ltd Vantage=VANTAGE+Vantage, Ana at Vantage (Vantage), Bob at Vantage Ltd (Vantage Ltd)"
	if got := houses(t, s); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := verdicts(t, s, ana); got != "coworker at Vantage Ltd true, coworker at Vantage true" {
		t.Errorf("said of ties: %s", got)
	}
	if got := place(t, s, []string{"Orbita", "Vantage GmbH"}); !strings.Contains(got, "Vantage Ltd=Vantage Ltd") || !strings.Contains(got, "Vantage=VANTAGE+Vantage") {
		t.Errorf("after the next import: %s", got)
	}
	undo(t, s)
	undo(t, s)
	if got := houses(t, s); got != before || verdicts(t, s, ana) != "coworker at Vantage true" {
		t.Errorf("undone: %s, %s", got, verdicts(t, s, ana))
	}
	var invalid *data.Invalid
	for _, wrong := range [][]string{nil, {"Vantage", "VANTAGE", "Vantage Ltd"}, {"Orbita"}} {
		if err := split(wrong...); !errors.As(err, &invalid) || invalid.Reason != data.Missing {
			t.Errorf("%q split off: %v", wrong, err)
		}
	}
}

func TestWhatWasSplitIsMergedAndSplitAgain(t *testing.T) {
	s := datatest.Open(t)
	place(t, s, []string{"Vantage", "Vantage Ltd", "Delta"})
	vantage, delta := datatest.Employer(t, s, "Vantage"), datatest.Employer(t, s, "Delta")
	datatest.Write(t, s, func(tx *store.Tx) error {
		for range 2 {
			made, err := careers.SplitOrganisation(tx, vantage, []string{"Vantage Ltd"})
			if err != nil {
				return err
			}
			if err := careers.MergeOrganisations(tx, vantage, made); err != nil {
				return err
			}
		}
		made, err := careers.SplitOrganisation(tx, vantage, []string{"Vantage Ltd"})
		if err != nil {
			return err
		}
		// The organisation made keeps its key when it has lost the name it was made from.
		if err := careers.AddAlias(tx, rules, made, "Vantage One"); err != nil {
			return err
		}
		if err := careers.AddAlias(tx, rules, delta, "Vantage Ltd"); err != nil {
			return err
		}
		_, err = careers.SplitOrganisation(tx, delta, []string{"Vantage Ltd"})
		return err
	})
	if got := place(t, s); got != "Delta=Delta Vantage Ltd=Vantage Ltd Vantage One=Vantage One Vantage=Vantage" {
		t.Error(got)
	}
}
