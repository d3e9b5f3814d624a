package briefing_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

// keep derives what follows from the roles of everyone.
func keep(t testing.TB, s *store.Store) {
	t.Helper()
	keeper, err := loadKeeper()
	if err != nil {
		t.Fatal(err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.Refresh(tx, today) })
}

func at(t testing.TB, s *store.Store, name string) *briefing.Organisation {
	t.Helper()
	o, err := briefing.At(t.Context(), s, datatest.Employer(t, s, name), today)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func whom(people []briefing.Acquaintance) string {
	var list []string
	for _, p := range people {
		list = append(list, p.Row.Name)
	}
	return strings.Join(list, " ")
}

func why(people []briefing.Introducer) string {
	var list []string
	for _, p := range people {
		said := fmt.Sprint(p.Row.Name, " ", p.Reason)
		if p.With != nil {
			said += fmt.Sprint(" ", p.With.Name, " at ", p.Employer, " ", p.Together.Since, "–", p.Together.Until)
		}
		list = append(list, said)
	}
	return strings.Join(list, "; ")
}

func TestPeopleAtAnOrganisationStandAsOneWouldChoose(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Halden", "Software Engineer", "2016", "2019"))
	datatest.Person(t, s, "Stranger", datatest.Role("Halden", "Accountant", "2021", ""))
	datatest.Person(t, s, "Boss", datatest.Role("Halden", "Director of Engineering", "2021", ""))
	datatest.Person(t, s, "Friend", datatest.Role("Halden", "Accountant", "2022", ""), datatest.Tie(data.Friend))
	datatest.Person(t, s, "Peer", datatest.Role("Halden", "Software Engineer", "2016", "2020"), datatest.Role("Halden", "Engineering Manager", "2020", ""))
	datatest.Person(t, s, "Left", datatest.Role("Halden", "Accountant", "2010", "2023"), datatest.Role("Orbita", "Accountant", "2023", ""))
	datatest.Person(t, s, "Earlier", datatest.Role("Halden", "Accountant", "2010", "2012"))
	datatest.Person(t, s, "Elsewhere", datatest.Role("Orbita", "Accountant", "2010", ""))
	keep(t, s)
	o := at(t, s, "Halden")
	if got := whom(o.Now); got != "Peer Friend Boss Stranger" {
		t.Errorf("there now: %s", got)
	}
	if got := whom(o.Before); got != "Left Earlier" {
		t.Errorf("there before: %s", got)
	}
	if o.InManagement != 2 || len(o.Mine) != 1 || o.Name != "Halden" {
		t.Errorf("%d in management, %d roles of mine at %s", o.InManagement, len(o.Mine), o.Name)
	}
	peer := o.Now[0]
	if !peer.Risen || peer.Role.Title != "Engineering Manager" || peer.Since != (data.PartialDay{Year: 2016}) || !peer.Until.IsZero() {
		t.Errorf("the peer: %+v", peer)
	}
	if left := o.Before[0]; left.Until != (data.PartialDay{Year: 2023}) || left.Row.Organisation != "Orbita" || left.Risen {
		t.Errorf("the one who left: %+v", left)
	}
	if _, err := briefing.At(t.Context(), s, 999, today); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("an organisation that is not there: %v", err)
	}
}

func TestWhoCouldIntroduceMe(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Kestrel", "Engineer", "2014", ""), datatest.Role("Zenith", "Engineer", "2010", "2012"))
	raj := datatest.Role("Orbita", "Buyer", "2016-01", "2020-06")
	datatest.Person(t, s, "Raj", raj, datatest.Role("Halden", "Director", "2020-07", ""))
	datatest.Person(t, s, "Ana", datatest.Role("Orbita", "Buyer", "2015", "2019-12"), datatest.Role("Kestrel", "Engineer", "2020", ""))
	datatest.Person(t, s, "Far", raj) // worked with Raj, and is nobody to me
	datatest.Person(t, s, "Late", datatest.Role("Orbita", "Buyer", "2021", ""), datatest.Tie(data.Friend))
	datatest.Person(t, s, "Former", datatest.Role("Halden", "Buyer", "2011", "2013"), datatest.Interaction(data.Coffee, "2026-11-01", ""))
	datatest.Person(t, s, "Once", datatest.Role("Halden", "Buyer", "2018", "2019"))
	datatest.Person(t, s, "Contact", datatest.Role("Halden", "Buyer", "2022", ""), datatest.Interaction(data.Call, "2020-01-01", ""))
	keep(t, s)
	want := "Ana beside Raj at Orbita 2016-01–2019-12; Former there_before; Contact there_now"
	if got := why(at(t, s, "Halden").Introducers); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got := why(at(t, s, "Orbita").Introducers); got != "Late there_now; Ana there_before" {
		t.Errorf("at Orbita: %s", got)
	}
}

func TestWhereIWasAndKnowSomebodyNobodyNeedsToIntroduceMe(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Halden", "Engineer", "2010", "2012"))
	datatest.Person(t, s, "Old", datatest.Role("Halden", "Buyer", "2011", "2013"))
	datatest.Person(t, s, "New", datatest.Role("Halden", "Buyer", "2020", ""))
	keep(t, s)
	// Whoever came after I left is an alumnus: that is a tie.
	if got := why(at(t, s, "Halden").Introducers); got != "" {
		t.Errorf("%s, though I know somebody", got)
	}
	datatest.Me(t, s, datatest.Role("Orbita", "Engineer", "2010", "2012"))
	datatest.Person(t, s, "Left", datatest.Role("Orbita", "Buyer", "2011", "2013"))
	keep(t, s)
	if got := why(at(t, s, "Orbita").Introducers); got != "Left there_before" {
		t.Errorf("%q, though I know nobody who is there now", got)
	}
}

func TestNoteOfContactCountsFromItsDay(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana", datatest.Role("Halden", "Buyer", "2022", ""), datatest.Cadence(30, 45, "2026-01-01"),
		datatest.Interaction(data.Call, "2026-11-10", ""), datatest.Interaction(data.Call, "2026-12-24", ""))
	keep(t, s)
	if p := at(t, s, "Halden").Now[0]; p.Last != data.NewDay(2026, 11, 10) || p.Due != data.NewDay(2026, 12, 10) {
		t.Errorf("last %v, due %v", p.Last, p.Due)
	}
}

func TestOrganisationsAreFoundByAnyPartOfAnyName(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Mine Alone", "Engineer", "2010", "2012"))
	datatest.Person(t, s, "Ana", datatest.Role("Martıkanat Yazılım", "Engineer", "2020", ""), datatest.Role("Halden Bank", "Buyer", "2010", "2012"))
	datatest.Person(t, s, "Bob", datatest.Role("Crédit Halden", "Head of Sales", "2020", ""), datatest.Role("Crédit Halden", "Buyer", "2010", "2012"))
	datatest.Person(t, s, "Eve", datatest.Role("Crédit Halden", "Buyer", "2020", ""))
	datatest.Write(t, s, func(tx *store.Tx) error {
		all, err := tx.OrganisationNames()
		if err != nil {
			return err
		}
		for _, n := range all {
			if n.Written == "Halden Bank" {
				err = tx.NameOrganisation(n.Organisation, "Old Lady", true)
			}
		}
		return err
	})
	keep(t, s)
	d, err := briefing.LoadDirectory(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"":     "Crédit Halden 2/0/1; Martıkanat Yazılım 1/0/0; Halden Bank 0/1/0; Mine Alone 0/0/0 mine",
		"ALD":  "Crédit Halden 2/0/1; Halden Bank 0/1/0",
		"cred": "Crédit Halden 2/0/1", "lady": "Halden Bank 0/1/0", "bank halden": "Halden Bank 0/1/0", "yazil": "Martıkanat Yazılım 1/0/0",
		"halden lady": "", "xyz": "",
	} {
		var list []string
		for _, o := range d.Find(words) {
			said := fmt.Sprintf("%s %d/%d/%d", o.Name, o.Now, o.Before, o.InManagement)
			if o.Mine {
				said += " mine"
			}
			list = append(list, said)
		}
		if got := strings.Join(list, "; "); got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
	if d.Len() != 4 || len(d.Called("old lady")) != 1 || len(d.Called("old")) != 0 || len(d.Called("")) != 0 {
		t.Errorf("%d organisations, %d called old lady", d.Len(), len(d.Called("old lady")))
	}
}

// crowd is a network of 10,000 people, a thousand of whom are at one organisation now.
func crowd(b *testing.B) *store.Store {
	s := datatest.Open(b)
	datatest.Me(b, s, datatest.Role("Halden", "Engineer", "2010", "2016"), datatest.Role("Kestrel", "Engineer", "2016", ""))
	err := s.Write(context.Background(), "Crowd", func(tx *store.Tx) error {
		people := make([]store.Imported, 10_000)
		for i := range people {
			people[i].Name = fmt.Sprintf("Person %05d", i)
		}
		if err := tx.AddImported(people); err != nil {
			return err
		}
		var roles []data.Role
		employers := []data.ID{}
		for i := range 600 {
			name := fmt.Sprintf("Employer %03d", i)
			switch i {
			case 0:
				name = "Halden"
			case 1:
				name = "Kestrel"
			}
			id, err := datatest.Organisation(tx, name)
			if err != nil {
				return err
			}
			employers = append(employers, id)
		}
		for i := range people {
			add := func(employer int, title string, from, to int) {
				r := data.Role{Person: people[i].ID, Organisation: employers[employer], Employer: fmt.Sprint("E", employer), Title: title,
					From: data.PartialDay{Year: from}, Source: data.Stated, Current: to == 0}
				r.To.Year = to
				roles = append(roles, r)
			}
			switch {
			case i < 1000:
				add(2, "Engineering Manager", 2020, 0)
				add(i%600, "Engineer", 2012, 2020)
			case i < 3000:
				add(i%2, "Engineer", 2014, 2018)
				add(i%600, "Engineer", 2018, 0)
			default:
				add(i%600, "Engineer", 2012, 2018)
				add(i*7%600, "Engineer", 2018, 0)
			}
		}
		if err := tx.AddRoles(roles); err != nil {
			return err
		}
		for i := range 2000 {
			if err := tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: today - data.Day(i%900), People: []data.ID{people[i*3].ID}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	keep(b, s)
	return s
}

func BenchmarkAnOrganisationOfAThousandAmongTenThousand(b *testing.B) {
	s := crowd(b)
	id := datatest.Employer(b, s, "Employer 002")
	o, err := briefing.At(b.Context(), s, id, today)
	if err != nil || len(o.Now) < 1000 {
		b.Fatalf("%d people, %v", len(o.Now), err)
	}
	for b.Loop() {
		if _, err := briefing.At(b.Context(), s, id, today); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTheDirectoryOfTenThousandPeople(b *testing.B) {
	s := crowd(b)
	for b.Loop() {
		if _, err := briefing.LoadDirectory(b.Context(), s); err != nil {
			b.Fatal(err)
		}
	}
}
