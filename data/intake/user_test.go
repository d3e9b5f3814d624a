package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/store"
)

func TestWhatTheUserAddedOutlivesEveryImport(t *testing.T) {
	archives := newNetwork(12, 40, true).years(true, false, true)
	s := open(t)
	bring(t, s, archives[1]...)
	rows, err := s.People(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		for i, row := range rows {
			p, err := tx.Person(row.ID)
			if err != nil {
				return err
			}
			p.Notes = fmt.Sprint("note ", i)
			if i%2 == 0 {
				p.Name = fmt.Sprint("Nick ", i)
			}
			p.OtherNames = append(p.OtherNames, fmt.Sprintf("Nickname%03d", i))
			p.Contacts = append(p.Contacts, data.ContactPoint{Kind: data.Phone, Value: fmt.Sprint("+1 ", i)})
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			role := data.Role{Person: p.ID, Employer: "Choir", Title: fmt.Sprint("Voice ", i), Source: data.Stated, From: data.PartialDay{Year: 2019}, Current: true}
			if err := tx.SaveRole(&role); err != nil {
				return err
			}
			for _, part := range []datatest.Part{datatest.Circle("Close"), datatest.Cadence(30+i, 90, "2026-01-01"), datatest.Tie(data.Mentor),
				datatest.Interaction(data.Coffee, "2026-02-03", fmt.Sprint("talk ", i)), datatest.Detail(fmt.Sprint("detail ", i), "")} {
				if err := part(t, tx, p.ID); err != nil {
					return err
				}
			}
		}
		return nil
	})
	bring(t, s, archives[2]...)
	bring(t, s, archives[0]...)
	for i := range rows {
		p := find(t, s, fmt.Sprintf("nickname%03d", i))
		told := tell(t, s, p)
		for _, want := range []string{fmt.Sprint("note ", i), fmt.Sprint("talk ", i), fmt.Sprint("detail ", i), fmt.Sprint("Voice ", i), "mentor", "Close", fmt.Sprint(30 + i), fmt.Sprint("+1 ", i)} {
			if !strings.Contains(told, want) {
				t.Errorf("%s lost %q: %s", p.Name, want, told)
			}
		}
		if i%2 == 0 && p.Name != fmt.Sprint("Nick ", i) {
			t.Errorf("Nick %d is called %s", i, p.Name)
		}
	}
}

// tell gathers what the user added to a person.
func tell(t *testing.T, s *store.Store, p data.Person) string {
	t.Helper()
	var all []any
	interactions, err := s.Interactions(t.Context(), p.ID, 0)
	all = append(all, p, interactions, err)
	details, err := s.Details(t.Context(), p.ID)
	all = append(all, details, err)
	ties, err := s.TieKinds(t.Context(), []data.ID{p.ID})
	all = append(all, ties, err)
	circles, err := s.CircleNames(t.Context())
	all = append(all, circles[p.ID], err)
	rhythm, err := s.RhythmOf(t.Context(), p.ID, today)
	all = append(all, rhythm, err)
	roles, err := s.Roles(t.Context(), p.ID)
	return fmt.Sprintf("%+v", append(all, roles, err))
}

func TestPeopleWhoWereTakenForOneArePartedWithWhatIsTheirs(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,ana@x.org,Halden,Engineer,01 May 2020")...)
	bring(t, s, rows("2025-11-15", "Bea,Lima,bea,ana@x.org,Orbita,Nurse,01 May 2021")...) // an address that was passed on
	if count(t, s) != 1 {
		t.Fatalf("%d people", count(t, s))
	}
	one := find(t, s, "lima")
	datatest.Write(t, s, func(tx *store.Tx) error {
		one.Notes = "plays chess"
		return tx.SavePerson(&one)
	})
	plan := bring(t, s, rows("2026-11-15", "Ana,Souza,ana,,Halden,Boss,01 May 2020", "Bea,Lima,bea,ana@x.org,Orbita,Nurse,01 May 2021")...)
	ana, bea := find(t, s, "souza"), find(t, s, "lima")
	if plan.Parted != 1 || ana.ID == bea.ID || len(ana.OtherNames)+len(bea.OtherNames) != 0 || ana.Slug() != "ana" || bea.Slug() != "bea" {
		t.Errorf("%+v\n%+v\n%+v", plan, ana, bea)
	}
	if ana.Notes+bea.Notes != "plays chess" {
		t.Errorf("the note is with %q and %q", ana.Notes, bea.Notes)
	}
}

func TestUserMergesEndTheSameWheneverTheyAreMade(t *testing.T) {
	archives := newNetwork(13, 40, true).years(true, true, true)
	profiles := [2]string{"member-2", "member-5"} // in every year under these profiles
	in := func(s *store.Store) *intake.Importer { return &intake.Importer{Store: s, Keeper: keeper} }
	join := func(s *store.Store) {
		t.Helper()
		var ids []data.ID
		rows, err := s.People(t.Context(), store.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range profiles {
			for _, row := range rows {
				p, err := s.Person(t.Context(), row.ID)
				if err != nil {
					t.Fatal(err)
				}
				if slices.ContainsFunc(p.Contacts, func(c data.ContactPoint) bool { return c.Value == want }) {
					ids = append(ids, p.ID)
				}
			}
		}
		if len(ids) != 2 {
			t.Fatalf("found %d of two people", len(ids))
		}
		if err := in(s).Join(t.Context(), "Join", ids[0], ids[1], today); err != nil {
			t.Fatal(err)
		}
	}
	want := ""
	for at := range 3 {
		s := open(t)
		for k, a := range archives {
			bring(t, s, a...)
			if k == at {
				join(s)
			}
		}
		got := state(t, s)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("joined after file %d:\n%s", at, difference(want, got))
		}
	}
}

func TestAnAddressTheUserRemovedStaysAwayUntilTheyAddIt(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,ana@old.example,Halden,Engineer,01 May 2020")...)
	save := func(change func(p *data.Person)) {
		p := find(t, s, "ana")
		change(&p)
		datatest.Write(t, s, func(tx *store.Tx) error { return tx.SavePerson(&p) })
	}
	addresses := func() (list []string) {
		p := find(t, s, "ana")
		for _, c := range p.Contacts {
			if c.Kind == data.Email {
				list = append(list, c.Value)
			}
		}
		return list
	}
	save(func(p *data.Person) {
		p.Contacts = slices.DeleteFunc(p.Contacts, func(c data.ContactPoint) bool { return c.Kind == data.Email })
	})
	bring(t, s, rows("2025-11-15", "Ana,Souza,ana,ana@old.example,Halden,Boss,01 May 2020")...)
	if got := addresses(); len(got) != 0 {
		t.Errorf("removed, and back after an import: %v", got)
	}
	save(func(p *data.Person) {
		p.Contacts = append(p.Contacts, data.ContactPoint{Kind: data.Email, Value: "ana@old.example"})
	})
	bring(t, s, rows("2026-11-15", "Ana,Souza,ana,ana@old.example,Halden,Chief,01 May 2020")...)
	if got := addresses(); !slices.Equal(got, []string{"ana@old.example"}) {
		t.Errorf("added again: %v", got)
	}
	save(func(p *data.Person) {
		at := slices.IndexFunc(p.Contacts, func(c data.ContactPoint) bool { return c.Kind == data.Email })
		p.Contacts[at].Value = "ana@new.example"
	})
	bring(t, s, rows("2026-11-20", "Ana,Souza,ana,ana@old.example,Halden,Owner,01 May 2020")...)
	if got := addresses(); !slices.Equal(got, []string{"ana@new.example"}) {
		t.Errorf("written over: %v", got)
	}
}
