package store_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func person(t testing.TB, s *store.Store, id data.ID) data.Person {
	t.Helper()
	p, err := s.Person(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAPersonComesBackAsSaved(t *testing.T) {
	s := datatest.Open(t)
	p := data.Person{Name: "Ana O'Neill", Given: "Ana", Family: "O'Neill", OtherNames: []string{"Ana Kim", "安娜"}, Place: "Bergen",
		Birthday: datatest.Partial(t, "--06-30"), HowMet: "at\na fair", Notes: "tea", Photo: []byte{0, 1, 255}, Private: true,
		Connected: 739000, PausedUntil: 740000,
		Contacts: []data.ContactPoint{{Kind: data.Email, Value: "ana@x", Label: "work"}, {Kind: data.Phone, Value: "+47 1"}}}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
	if got := person(t, s, p.ID); !reflect.DeepEqual(got, p) || p.UUID == "" {
		t.Errorf("saved %+v, came back %+v", p, got)
	}
	if id, err := s.ByUUID(ctx, strings.ToUpper(p.UUID)); id != p.ID || err != nil {
		t.Errorf("ByUUID = %d, %v", id, err)
	}
	if _, err := s.ByUUID(ctx, "nobody"); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("ByUUID of nobody: %v", err)
	}
	if _, err := s.Person(ctx, 99); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("Person of nobody: %v", err)
	}
}

func TestWhatStrangersWriteIsCleanedAndUndoneExactly(t *testing.T) {
	s := datatest.Open(t)
	long := strings.Repeat("ñ", 5000)
	for in, want := range map[string]data.Person{
		"NUL":     {Name: "Ana B", Notes: "onetwo"},
		"invalid": {Name: "Ana\uFFFD", Notes: "\uFFFDx"},
		"long":    {Name: long, Notes: long},
		"quotes":  {Name: `Robert'); DROP TABLE "person";--`, Notes: `"'` + "`"},
		"rtl":     {Name: "Ana evil", Notes: "\u202eevil"},
		"lines":   {Name: "Ana B", Notes: "a\r\nb"},
	} {
		p := map[string]data.Person{
			"NUL":     {Name: "Ana\x00 B", Notes: "one\x00two"},
			"invalid": {Name: "Ana\xff", Notes: "\xffx"},
			"long":    {Name: long, Notes: long},
			"quotes":  {Name: `Robert'); DROP TABLE "person";--`, Notes: `"'` + "`"},
			"rtl":     {Name: "\u202eAna \u2067evil\u2069", Notes: "\u202eevil"},
			"lines":   {Name: " Ana\r\nB\t", Notes: "a\r\nb"},
		}[in]
		p.OtherNames = []string{p.Name + "\n", "\x00"}
		p.Contacts = []data.ContactPoint{{Kind: data.OtherWay, Value: p.Name + "x", Label: p.Name}}
		before := dump(t, s)
		datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
		got := person(t, s, p.ID)
		if got.Name != want.Name || got.Notes != want.Notes || !slices.Equal(got.OtherNames, []string{want.Name}) || got.Contacts[0].Label != want.Name {
			t.Errorf("%s: %q, %q, %q, %+v", in, got.Name, got.Notes, got.OtherNames, got.Contacts)
		}
		after := dump(t, s)
		datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeletePerson(p.ID) })
		mustBe(t, s, before, in+": after removing the person")
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		mustBe(t, s, after, in+": after undoing that")
		undoTo(t, s, 0)
		mustBe(t, s, before, in+": after undoing all")
	}
}

func TestContactPointsAreTouchedOnlyWhereTheyDiffer(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Contact(data.Email, "a@x"), datatest.Contact(data.Phone, "1"))
	p := person(t, s, ana)
	email, phone := p.Contacts[0], p.Contacts[1]
	p.Contacts = []data.ContactPoint{{Kind: data.Email, Value: " a@x "}, {ID: phone.ID, Kind: data.Phone, Value: "2"},
		{Kind: data.Phone, Value: "2"}, {ID: 999, Kind: data.Website, Value: "ana.example"}}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
	got := person(t, s, ana).Contacts
	want := []data.ContactPoint{email, {ID: phone.ID, Kind: data.Phone, Value: "2"}, {ID: got[len(got)-1].ID, Kind: data.Website, Value: "ana.example"}}
	if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(p.Contacts, want) {
		t.Errorf("came back %+v, saved %+v, want %+v", got, p.Contacts, want)
	}
	p.Contacts = nil
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
	if got := person(t, s, ana).Contacts; len(got) != 0 {
		t.Errorf("left %+v", got)
	}
}

func TestImportsAreToldWhichNamesTheUserWrote(t *testing.T) {
	s := datatest.Open(t)
	people := []store.Imported{{Name: "Raj"}, {Name: "Kim"}}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.AddImported(people) })
	ana := datatest.Person(t, s, "Ana")
	raj := person(t, s, people[0].ID)
	raj.Notes = "tea"
	kim := person(t, s, people[1].ID)
	kim.Name = "Kim Lee"
	datatest.Write(t, s, func(tx *store.Tx) error { return errors.Join(tx.SavePerson(&raj), tx.SavePerson(&kim)) })
	err := s.Read(ctx, func(tx *store.Tx) error {
		all, err := tx.ImportedPeople()
		if !all[ana].NameStated || all[raj.ID].NameStated || !all[kim.ID].NameStated {
			t.Errorf("stated: %+v", all)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestRemovingAPersonLeavesOthersTheirs(t *testing.T) {
	s := acquaintances(t)
	ana, diana := id(t, s, "Ana"), id(t, s, "Diana")
	datatest.Write(t, s, func(tx *store.Tx) error {
		return errors.Join(
			tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: 739000, People: []data.ID{ana}}),
			tx.SaveInteraction(&data.Interaction{Kind: data.Meal, Day: 739001, People: []data.ID{ana, diana}}))
	})
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeletePerson(ana) })
	left, err := s.Interactions(ctx, diana, 0)
	if err != nil || len(left) != 1 || !slices.Equal(left[0].People, []data.ID{diana}) {
		t.Errorf("Diana keeps %+v, %v", left, err)
	}
	if got := store.Texts(t, s, "SELECT kind FROM interaction"); !slices.Equal(got, []string{"meal"}) {
		t.Errorf("left are the interactions %v", got)
	}
	for _, nobody := range []data.ID{data.Me, ana, 999} {
		if err := s.Write(ctx, "remove", func(tx *store.Tx) error { return tx.DeletePerson(nobody) }); !errors.Is(err, data.ErrNotFound) {
			t.Errorf("removing %d: %v", nobody, err)
		}
	}
}

func TestSavingWhatIsGoneIsNotFound(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana")
	for name, save := range map[string]func(tx *store.Tx) error{
		"person":      func(tx *store.Tx) error { return tx.SavePerson(&data.Person{ID: 99, Name: "x"}) },
		"interaction": func(tx *store.Tx) error { return tx.SaveInteraction(&data.Interaction{ID: 99, People: []data.ID{ana}}) },
		"detail":      func(tx *store.Tx) error { return tx.SaveDetail(&data.Detail{ID: 99, Person: ana, Text: "x"}) },
		"role":        func(tx *store.Tx) error { return tx.SaveRole(&data.Role{ID: 99, Person: ana}) },
		"tie":         func(tx *store.Tx) error { return tx.SaveTie(&data.Tie{ID: 99, Person: ana}) },
		"circle":      func(tx *store.Tx) error { return tx.SaveCircle(&data.Circle{ID: 99, Name: "x"}) },
		"pause":       func(tx *store.Tx) error { return tx.Pause(99, 740000) },
		"merge":       func(tx *store.Tx) error { return tx.MergePeople(ana, 99) },
		"merge one":   func(tx *store.Tx) error { return tx.MergePeople(ana, ana) },
		"merge me":    func(tx *store.Tx) error { return tx.MergePeople(ana, data.Me) },
		"become me":   func(tx *store.Tx) error { return tx.MergePeople(data.Me, ana) },
	} {
		if err := s.Write(ctx, "save", save); !errors.Is(err, data.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.Interaction(ctx, 99); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("Interaction: %v", err)
	}
	if _, err := s.Organisation(ctx, 99); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("Organisation: %v", err)
	}
}

func TestMergingMovesEverythingOnceAndUndoPartsAgain(t *testing.T) {
	s := datatest.Open(t)
	same := []datatest.Part{datatest.Contact(data.Email, "ana@x"), datatest.Circle("Close"), datatest.Detail("Two dogs", ""),
		datatest.Tie(data.Friend), datatest.Role("Halden", "Engineer", "2016", "")}
	keep := datatest.Person(t, s, "Ana Kim", append(same, datatest.Notes("tea"), datatest.Detail("Ask", "2026-12-01"))...)
	drop := datatest.Person(t, s, "Ana O'Neill", append(same, datatest.Notes("coffee"), datatest.Contact(data.LinkedIn, "ana-on"),
		datatest.Circle("Work"), datatest.Tie(data.Mentor), datatest.Role("Citadel", "Lead", "2020", ""),
		datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Call, "2026-11-01", "alone"), datatest.Connected("2016-01-01"))...)
	both := data.Interaction{Kind: data.Meal, Day: 739900, People: []data.ID{keep, drop}}
	datatest.Write(t, s, func(tx *store.Tx) error {
		reading, err := tx.AddReading(data.FromLinkedIn, 739000, "digest")
		return errors.Join(err, tx.SaveInteraction(&both), tx.SaveCadence(data.Cadence{Person: keep, Snoozed: 740000}),
			tx.AddSnapshots(reading, []data.Snapshot{{Person: keep, Title: "Engineer"}, {Person: drop, Title: "Lead"}}))
	})
	before := dump(t, s)
	heard := hear(s)
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.MergePeople(keep, drop) })
	if want := []data.ID{keep, drop}; len(*heard) != 1 || !slices.Equal((*heard)[0].People, want) {
		t.Errorf("told %v", *heard)
	}
	p := person(t, s, keep)
	if p.Name != "Ana Kim" || !slices.Equal(p.OtherNames, []string{"Ana O'Neill"}) || p.Notes != "tea\n\ncoffee" || p.Slug() != "ana-on" ||
		len(p.Contacts) != 2 || p.Connected != datatest.Day(t, "2016-01-01") {
		t.Errorf("became %+v", p)
	}
	for table, want := range map[string]string{"tie": "2", "role": "2", "snapshot": "2", "circle_member": "2", "interaction_person": "2", "detail": "2", "cadence": "1"} {
		if got := store.Texts(t, s, "SELECT count(*) FROM "+table+" WHERE person_id = ?", int64(keep)); got[0] != want {
			t.Errorf("has %s rows in %s, want %s", got[0], table, want)
		}
		if got := store.Texts(t, s, "SELECT count(*) FROM "+table+" WHERE person_id = ?", int64(drop)); got[0] != "0" {
			t.Errorf("leaves %s rows in %s", got[0], table)
		}
	}
	if r, err := s.RhythmOf(ctx, keep, 739942); err != nil || r.Cadence.Rhythm.Ideal != 30 || r.Cadence.Snoozed != 740000 || r.Cadence.Set == 0 {
		t.Errorf("the rhythm became %+v, %v", r, err)
	}
	if got := search(t, s, "o'neill"); !slices.Equal(got, []string{"Ana Kim"}) {
		t.Errorf("search finds %q", got)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	mustBe(t, s, before, "after undoing the merge")
	if got := search(t, s, "o'neill"); !slices.Equal(got, []string{"Ana O'Neill"}) {
		t.Errorf("search finds %q", got)
	}
}

func TestContactDaysAreInOrderAndEachIsThereOnce(t *testing.T) {
	s := datatest.Open(t)
	talk := func(day string) datatest.Part { return datatest.Interaction(data.Coffee, day, "") }
	ana := datatest.Person(t, s, "Ana", talk("2026-03-02"), talk("2025-01-09"), talk("2026-03-02"))
	raj, kim := datatest.Person(t, s, "Raj"), datatest.Person(t, s, "Kim", talk("2026-03-02"))
	days, err := s.ContactDays(ctx, []data.ID{ana, raj})
	want := map[data.ID][]data.Day{ana: {datatest.Day(t, "2025-01-09"), datatest.Day(t, "2026-03-02")}}
	if err != nil || !reflect.DeepEqual(days, want) {
		t.Errorf("ContactDays = %v, %v, want %v; Kim is %d", days, err, want, kim)
	}
}
