package store_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// together adds contact with several people.
func together(t *testing.T, s *store.Store, kind data.InteractionKind, day, text string, people ...data.ID) data.Interaction {
	t.Helper()
	i := data.Interaction{Kind: kind, Day: datatest.Day(t, day), Text: text, People: people}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SaveInteraction(&i) })
	return i
}

func TestTheLastContactOfEachIsFoundAtOnce(t *testing.T) {
	s := datatest.Open(t)
	ana, raj, kim := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Raj"), datatest.Person(t, s, "Kim")
	together(t, s, data.Coffee, "2026-10-01", "old", ana)
	lunch := together(t, s, data.Meal, "2026-11-01", "lunch", raj, ana)
	ahead := together(t, s, data.Call, "2026-12-01", "ahead", ana)
	last, err := s.LastInteractions(ctx, []data.ID{ana, raj, kim, 999}, datatest.Day(t, "2026-11-22"))
	if err != nil || len(last) != 2 || last[ana].ID != lunch.ID || last[raj].Text != "lunch" || last[ana].Kind != data.Meal || last[ana].Day != lunch.Day {
		t.Errorf("%+v, %v", last, err)
	}
	if last, err = s.LastInteractions(ctx, []data.ID{ana}, ahead.Day); err != nil || last[ana].ID != ahead.ID {
		t.Errorf("%+v, %v", last, err)
	}
	between, err := s.InteractionsBetween(ctx, datatest.Day(t, "2026-10-02"), ahead.Day)
	if err != nil || len(between) != 2 || between[0].ID != ahead.ID || !reflect.DeepEqual(between[1].People, []data.ID{raj, ana}) {
		t.Errorf("%+v, %v", between, err)
	}
}

func TestWhoFellSilentIsFoundWithoutThoseWhoHaveARhythm(t *testing.T) {
	s := datatest.Open(t)
	elsewhere := func(_ testing.TB, tx *store.Tx, id data.ID) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Place = "Lisbon"
		return tx.SavePerson(&p)
	}
	side := func(months int, current bool) datatest.Part {
		return func(_ testing.TB, tx *store.Tx, id data.ID) error {
			return tx.SaveTie(&data.Tie{Person: id, Kind: data.Coworker, Derived: true, Months: months, Sure: data.Certain, Current: current})
		}
	}
	long := datatest.Interaction(data.Coffee, "2025-01-01", "")
	datatest.Person(t, s, "Nowhere", long)
	ana := datatest.Person(t, s, "Ana", elsewhere, long)
	raj := datatest.Person(t, s, "Raj", elsewhere, datatest.Interaction(data.Coffee, "2025-02-01", ""), side(3, false))
	datatest.Person(t, s, "Lately", elsewhere, long, datatest.Interaction(data.Coffee, "2026-11-01", ""))
	datatest.Person(t, s, "Kept", elsewhere, long, datatest.Cadence(30, 60, "2026-01-01"))
	datatest.Person(t, s, "Kept by a circle", elsewhere, long, datatest.Circle("Close"))
	datatest.Person(t, s, "Former and kept", side(50, false), datatest.Circle("Close"))
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveCircle(&data.Circle{ID: 1, Name: "Close", Rhythm: data.Rhythm{Ideal: 30, Longest: 60}})
	})
	datatest.Person(t, s, "Still", side(30, true))
	datatest.Person(t, s, "Short", side(3, false))
	kim, li := datatest.Person(t, s, "Kim", side(20, false)), datatest.Person(t, s, "Li", side(40, false))
	got, err := s.Silent(ctx, datatest.Day(t, "2026-05-01"), 10)
	want := []store.Silent{{raj, datatest.Day(t, "2025-02-01"), true}, {ana, datatest.Day(t, "2025-01-01"), false}, {li, 0, true}, {kim, 0, true}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v, %v", got, want, err)
	}
	if got, err = s.Silent(ctx, datatest.Day(t, "2026-05-01"), 1); err != nil || len(got) != 1 || got[0].Person != raj {
		t.Errorf("at most one: %+v, %v", got, err)
	}
}

func TestThanksThatAreOwedAreListed(t *testing.T) {
	s := datatest.Open(t)
	ana, raj, gone := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Raj"), datatest.Person(t, s, "Gone")
	heard, won := datatest.Day(t, "2026-06-03"), datatest.Day(t, "2026-09-14")
	id := datatest.Opportunity(t, s, data.Opportunity{Title: "Project", Steps: datatest.Steps(t, "heard 2026-06-03, won 2026-09-14"), Chain: []data.Link{
		{Someone: data.Someone{Person: ana}, Part: data.ToldOf}, {Someone: data.Someone{Person: raj}, Part: data.Referred, Thanked: won}, {Someone: data.Someone{Person: gone}, Part: data.Advised}}})
	// For what I passed on it is not mine to thank.
	passedOn := door(t, s, "Passed on", heard, ana)
	passedOn.For = data.Someone{Person: raj}
	datatest.Write(t, s, func(tx *store.Tx) error { return errors.Join(tx.SaveOpportunity(&passedOn), tx.DeletePerson(gone)) })
	o, err := s.Opportunity(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Owed(ctx)
	if want := []store.Owed{{id, o.Chain[0].ID, ana, o.UUID, data.Won, heard, won}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v, %v", got, want, err)
	}
}

func TestWhatADaySaysOfPeopleIsFoundForMany(t *testing.T) {
	s := datatest.Open(t)
	today := datatest.Day(t, datatest.Today)
	ana := datatest.Person(t, s, "Ana", datatest.Confidant())
	quiet := datatest.Person(t, s, "Quiet", datatest.Boundary(data.Boundary{NoContact: true}))
	paused := datatest.Person(t, s, "Paused", func(_ testing.TB, tx *store.Tx, id data.ID) error { return tx.Pause(id, today+1) })
	back := datatest.Person(t, s, "Back", func(_ testing.TB, tx *store.Tx, id data.ID) error { return tx.Pause(id, today) })
	known, err := s.Known(ctx, []data.ID{data.Me, ana, quiet, paused, back, 999}, today)
	if err != nil || len(known) != 4 || !known[ana].Private || known[ana].LeftAlone || known[ana].Name != "Ana" || !known[quiet].LeftAlone || !known[paused].LeftAlone || known[back].LeftAlone {
		t.Errorf("%+v, %v", known, err)
	}
	ids, err := s.ByUUIDs(ctx, []string{known[ana].UUID, "nobody", `"]`})
	if err != nil || fmt.Sprint(ids) != fmt.Sprint(map[string]data.ID{known[ana].UUID: ana}) {
		t.Errorf("%v, %v", ids, err)
	}
	if ids, err = s.ByUUIDs(ctx, nil); err != nil || len(ids) != 0 {
		t.Errorf("of nobody: %v, %v", ids, err)
	}
}

func TestSmallCirclesAreListedWithEveryoneInThem(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Circle("Writers"), datatest.Circle("All"))
	raj := datatest.Person(t, s, "Raj", datatest.Circle("Writers"), datatest.Circle("All"))
	datatest.Person(t, s, "Kim", datatest.Circle("All"))
	got, err := s.Companies(ctx, 2)
	if want := []store.Company{{"Writers", []data.ID{ana, raj}}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v, %v", got, want, err)
	}
}

func TestWhoIsNearInAFieldHasItToday(t *testing.T) {
	s := datatest.Open(t)
	in := func(field data.Field, current bool) datatest.Part {
		return func(_ testing.TB, tx *store.Tx, id data.ID) error {
			return tx.SaveRole(&data.Role{Person: id, Employer: "Acme", Title: "x", Source: data.Stated, Current: current, Standing: data.Standing{Track: data.Individual, Level: data.Mid, Field: field}})
		}
	}
	friend := datatest.Person(t, s, "Friend", in("finance", true), datatest.Tie(data.Friend))
	met := datatest.Person(t, s, "Met", in("finance", true), datatest.Interaction(data.Call, "2026-11-01", ""))
	datatest.Person(t, s, "Long ago", in("finance", true), datatest.Interaction(data.Call, "2020-11-01", ""))
	datatest.Person(t, s, "Was", in("finance", false), datatest.Tie(data.Friend))
	other := datatest.Person(t, s, "Other", in("law", true), datatest.Tie(data.Friend))
	trade := datatest.Person(t, s, "Trade", func(_ testing.TB, tx *store.Tx, id data.ID) error {
		return tx.SaveTie(&data.Tie{Person: id, Kind: data.Colleague, Derived: true, Months: -1, Sure: data.Possible, Current: true})
	})
	got, err := s.NearInField(ctx, "finance", datatest.Day(t, "2026-01-01"))
	if err != nil || !reflect.DeepEqual(got, []data.ID{friend, met}) {
		t.Errorf("%v, %v", got, err)
	}
	tied, err := s.TiedAmong(ctx, []data.ID{friend, met, trade})
	if err != nil || len(tied) != 1 || !tied[friend] || tied[other] {
		t.Errorf("%v, %v", tied, err)
	}
}
