package store_test

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestRhythmsAreThoseOfPeopleAndTheirCircles(t *testing.T) {
	s := datatest.Open(t)
	today := datatest.Day(t, datatest.Today)
	own := datatest.Person(t, s, "Own", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Call, "2026-11-01", ""),
		datatest.Interaction(data.Call, "2026-10-01", ""))
	circled := datatest.Person(t, s, "Circled")
	snoozed := datatest.Person(t, s, "Snoozed without a rhythm")
	plain := datatest.Person(t, s, "Plain", datatest.Interaction(data.Call, "2026-05-05", ""), datatest.Circle("No rhythm"))
	datatest.Write(t, s, func(tx *store.Tx) error {
		return errors.Join(
			tx.SaveCircle(&data.Circle{Name: "Close", Rhythm: data.Rhythm{Ideal: 14, Longest: 28}}),
			tx.SaveCircle(&data.Circle{Name: "Far", Rhythm: data.Rhythm{Ideal: 90, Longest: 180}}),
			tx.JoinCircle(circled, "Far", today-5), tx.JoinCircle(circled, "Close", today-9), tx.JoinCircle(data.Me, "Close", today),
			tx.Pause(circled, today+3), tx.SaveCadence(data.Cadence{Person: snoozed, Snoozed: today + 1}),
			tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: today + 1, People: []data.ID{circled}}))
	})
	got, err := s.Rhythms(ctx, today)
	want := []store.Rhythm{
		{Person: own, Cadence: data.Cadence{Person: own, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Set: datatest.Day(t, "2026-01-01")}, Last: datatest.Day(t, "2026-11-01")},
		{Person: circled, Cadence: data.Cadence{Person: circled}, Circles: []data.Rhythm{{Ideal: 90, Longest: 180}, {Ideal: 14, Longest: 28}}, Joined: today - 9, Paused: today + 3},
	}
	for i := range got {
		if who, err := s.Person(ctx, got[i].Person); err != nil || got[i].UUID != who.UUID || got[i].Name != who.Name || got[i].Private != who.Private {
			t.Errorf("the rhythm of %+v is of %+v, %v", who, got[i], err)
		} else if i < len(want) {
			want[i].UUID, want[i].Name = who.UUID, who.Name
		}
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("Rhythms = %+v, %v\nwant %+v", got, err, want)
	}
	for _, r := range want {
		if one, err := s.RhythmOf(ctx, r.Person, today); err != nil || !reflect.DeepEqual(one, r) {
			t.Errorf("RhythmOf = %+v, %v, want %+v", one, err, r)
		}
	}
	// Of those without a rhythm the last contact is known all the same.
	if one, err := s.RhythmOf(ctx, plain, today); err != nil || one.Last != datatest.Day(t, "2026-05-05") || len(one.Circles) != 0 {
		t.Errorf("RhythmOf = %+v, %v", one, err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SaveCadence(data.Cadence{Person: own}) })
	if got, err := s.Rhythms(ctx, today); err != nil || len(got) != 1 {
		t.Errorf("without a cadence of their own: %+v, %v", got, err)
	}
}

func TestCirclesAreToldApartWhateverTheCase(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Circle("Ärzte"), datatest.Circle("ärzte"), datatest.Circle(" ÄRZTE\x00"), datatest.Circle("Zoo"), datatest.Circle("alt"))
	all, err := s.Circles(ctx)
	if err != nil || len(all) != 3 || all[0].Name != "alt" || all[1].Name != "Ärzte" || all[1].Members != 1 || all[2].Name != "Zoo" {
		t.Fatalf("Circles = %+v, %v", all, err)
	}
	var refused *data.Invalid
	for _, c := range []data.Circle{{Name: "ZOO"}, {ID: all[0].ID, Name: "zoo "}} {
		err := s.Write(ctx, "save", func(tx *store.Tx) error { return tx.SaveCircle(&c) })
		if !errors.As(err, &refused) || *refused != (data.Invalid{Field: "circle", Reason: data.Taken}) {
			t.Errorf("saving %+v: %v", c, err)
		}
	}
	zoo := data.Circle{ID: all[2].ID, Name: "ZOO", Rhythm: data.Rhythm{Ideal: 5, Longest: 9}}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SaveCircle(&zoo) })
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.LeaveCircle(ana, all[0].ID) })
	of, err := s.CirclesOf(ctx, ana)
	if err != nil || len(of) != 2 || of[1].Name != "ZOO" || of[1].Rhythm.Ideal != 5 {
		t.Errorf("CirclesOf = %+v, %v", of, err)
	}
	if names, err := s.CircleNames(ctx); err != nil || !reflect.DeepEqual(names, map[data.ID][]string{ana: {"Ärzte", "ZOO"}}) {
		t.Errorf("CircleNames = %v, %v", names, err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeleteCircle(zoo.ID) })
	if of, err := s.CirclesOf(ctx, ana); err != nil || len(of) != 1 {
		t.Errorf("CirclesOf = %+v, %v", of, err)
	}
}

func TestSettingsAreKeptAsWritten(t *testing.T) {
	s := datatest.Open(t)
	prefs := data.DefaultPreferences()
	prefs.PerDay, prefs.Theme = 7, "dark"
	for range 2 {
		datatest.Write(t, s, func(tx *store.Tx) error {
			for name, value := range prefs.Settings() {
				if err := tx.Set(name, value); err != nil {
					return err
				}
			}
			return nil
		})
	}
	got, err := s.Settings(ctx)
	if err != nil || !maps.Equal(got, prefs.Settings()) {
		t.Errorf("Settings = %v, %v", got, err)
	}
	if n := undoTo(t, s, 0); n != 1 {
		t.Errorf("%d operations, though the second set nothing new", n)
	}
}

func TestOrganisationsHaveManyNames(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Role("Halden AS", "Engineer", "2016", ""), datatest.Role("Citadel", "Lead", "2012", "2015"))
	raj := datatest.Person(t, s, "Raj", datatest.Role("Citadel", "Lead", "2012", ""), datatest.Role("Citadel", "Engineer", "2010", "2012"))
	list, err := s.Organisations(ctx, 0)
	if err != nil || len(list) != 2 || list[0].Name != "Citadel" {
		t.Fatalf("Organisations = %+v, %v", list, err)
	}
	citadel, halden := list[0].ID, list[1].ID
	datatest.Write(t, s, func(tx *store.Tx) error {
		return errors.Join(tx.NameOrganisation(citadel, "Halden AS", true), tx.NameOrganisation(citadel, "Halden AS", false),
			tx.MoveEmployer("Halden AS", halden, citadel), tx.DropEmptyOrganisations(), tx.Rekey(citadel, "the citadel"),
			tx.RenameOrganisation(citadel, "The Citadel"))
	})
	o, err := s.Organisation(ctx, citadel)
	if err != nil || o.Name != "The Citadel" || !slices.Equal(slices.Sorted(slices.Values(o.Aliases)), []string{"Citadel", "Halden AS"}) || o.UUID == "" {
		t.Errorf("Organisation = %+v, %v", o, err)
	}
	names, err := s.OrganisationNames(ctx)
	if err != nil || len(names) != 2 || names[0].Key != "the citadel" || names[0].Confirmed == names[1].Confirmed {
		t.Errorf("OrganisationNames = %+v, %v", names, err)
	}
	if left, err := s.Organisations(ctx, 1); err != nil || len(left) != 1 || left[0].ID != citadel {
		t.Errorf("Organisations = %+v, %v", left, err)
	}
	err = s.Read(ctx, func(tx *store.Tx) error {
		roles, err := tx.RolesAt([]data.ID{citadel})
		if len(roles) != 4 || roles[0].Person != ana || roles[3].Person != raj {
			t.Errorf("RolesAt = %+v", roles)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDetailsToAskComeInTheirOrder(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Detail("Two dogs", ""), datatest.Detail("The move", "2026-12-24"), datatest.Detail("The exam", "2026-11-20"))
	texts := func(details []data.Detail, err error) []string {
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, d := range details {
			all = append(all, d.Text)
		}
		return all
	}
	if got := texts(s.Details(ctx, ana)); !slices.Equal(got, []string{"The exam", "The move", "Two dogs"}) {
		t.Errorf("Details = %q", got)
	}
	if got := texts(s.DetailsToAsk(ctx, datatest.Day(t, datatest.Today))); !slices.Equal(got, []string{"The exam"}) {
		t.Errorf("DetailsToAsk = %q", got)
	}
}

func TestTiesAreReadAsTheyAreShown(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Role("Halden", "Engineer", "2016", ""), datatest.Tie(data.Friend))
	raj := datatest.Person(t, s, "Raj", datatest.Tie(data.Mentor))
	datatest.Me(t, s, datatest.Role("Halden", "Lead", "2015", "2020"))
	over := data.Tie{Person: ana, Kind: data.Alumni, Derived: true, Months: -1, Sure: data.Possible, Mine: 2, Theirs: 1}
	now := data.Tie{Person: ana, Kind: data.Coworker, Derived: true, Current: true, Since: datatest.Partial(t, "2016"), Months: 30, Sure: data.Certain, Mine: 2, Theirs: 1}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddTies([]data.Tie{over, now}) })
	for _, people := range [][]data.ID{nil, {ana, raj}} {
		all, err := s.TieKinds(ctx, people)
		if err != nil || len(all) != 2 || len(all[ana]) != 3 || all[ana][0].Kind != data.Friend || all[ana][1].Kind != data.Coworker || len(all[raj]) != 1 {
			t.Errorf("TieKinds(%v) = %+v, %v", people, all, err)
		}
	}
	if stated, err := s.StatedTiePeople(ctx); err != nil || !maps.Equal(stated, map[data.ID]bool{ana: true, raj: true}) {
		t.Errorf("StatedTiePeople = %v, %v", stated, err)
	}
	// A role takes the ties with it that rest on it.
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeleteRole(1) })
	if all, err := s.TieKinds(ctx, nil); err != nil || len(all[ana]) != 1 {
		t.Errorf("TieKinds = %+v, %v", all, err)
	}
}

func TestReadingsAreKnownByTheirContent(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana")
	datatest.Write(t, s, func(tx *store.Tx) error {
		later, err := tx.AddReading(data.FromLinkedIn, 739500, "later")
		if err != nil {
			return err
		}
		earlier, err := tx.AddReading(data.FromLinkedIn, 739000, "earlier")
		if err != nil {
			return err
		}
		return errors.Join(tx.AddSnapshots(later, []data.Snapshot{{Person: ana, Title: "Lead"}}), tx.AddSnapshots(earlier, []data.Snapshot{{Person: ana, Title: "Engineer"}}))
	})
	got, err := s.Snapshots(ctx, ana)
	if err != nil || len(got) != 2 || got[0].Title != "Engineer" || got[0].Day != 739000 || got[1].Source != data.FromLinkedIn {
		t.Errorf("Snapshots = %+v, %v", got, err)
	}
	err = s.Read(ctx, func(tx *store.Tx) error {
		last, err := tx.LatestReading(data.FromLinkedIn)
		never, err2 := tx.LatestReading(data.FromOwnCareer)
		if last != 739500 || never != 0 {
			t.Errorf("LatestReading %d, %d", last, never)
		}
		return errors.Join(err, err2)
	})
	if err != nil {
		t.Fatal(err)
	}
	again := func(day data.Day) error {
		return s.Write(ctx, "again", func(tx *store.Tx) error { _, err := tx.AddReading(data.FromLinkedIn, day, "later"); return err })
	}
	if err := again(739600); err != nil {
		t.Fatal(err)
	}
	if err := again(739600); err == nil {
		t.Error("the same content was read twice of one day")
	}
	err = s.Read(ctx, func(tx *store.Tx) error {
		got, err := tx.Readings()
		want := []store.Reading{{data.FromLinkedIn, 739500, "later"}, {data.FromLinkedIn, 739000, "earlier"}, {data.FromLinkedIn, 739600, "later"}}
		if !slices.Equal(got, want) {
			t.Errorf("Readings = %+v, want %+v", got, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
