package intake_test

import (
	"fmt"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/store"
)

// with tells who has a profile, by their names.
func with(t *testing.T, s *store.Store, profile string) []string {
	t.Helper()
	rows, err := s.People(t.Context(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, row := range rows {
		p, err := s.Person(t.Context(), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(p.Contacts, func(c data.ContactPoint) bool { return c.Kind == data.LinkedIn && c.Value == profile }) {
			list = append(list, fmt.Sprint(p.Name, " ", row.Title))
		}
	}
	return list
}

func TestAProfileThatWasHandedOnIsWhoseItIsNow(t *testing.T) {
	for name, later := range map[string][]string{
		"to somebody else":                               {"Bob,Kim,ann,,Zeta,Cook,01 Feb 2025"},
		"to a namesake":                                  {"Ann,Lee,ann-2,,Acme,Lead,05 Mar 2020", "Ann,Lee,ann,,Zeta,Cook,01 Feb 2025"},
		"to somebody else, beside who had it":            {"Ann,Lee,ann-2,,Acme,Lead,05 Mar 2020", "Bob,Kim,ann,,Zeta,Cook,01 Feb 2025"},
		"to somebody else while who had it is at hand":   {"Bob,Kim,ann,,Zeta,Cook,01 Feb 2025", "Ann,Lee,,,Acme,Lead,05 Mar 2020"},
		"to somebody else who has another one by chance": {"Bob,Kim,ann,,Zeta,Cook,01 Feb 2025", "Bob,Kim,bob,,Halden,Cook,01 Feb 2024"},
	} {
		files := func() [][]intake.File {
			return [][]intake.File{rows("2024-11-15", "Ann,Lee,ann,,Acme,Dev,05 Mar 2020"), rows("2025-11-15", slices.Clone(later)...)}
		}
		s, back := open(t), open(t)
		bring(t, s, files()[0]...)
		before := state(t, s)
		bring(t, s, files()[1]...)
		got := with(t, s, "ann")
		if len(got) != 1 || got[0] != "Bob Kim Cook" && got[0] != "Ann Lee Cook" {
			t.Errorf("%s: the profile has %q", name, got)
		}
		bring(t, back, files()[1]...)
		bring(t, back, files()[0]...)
		if a, b := state(t, s), state(t, back); a != b {
			t.Errorf("%s, the other way round:\n%s", name, difference(a, b))
		}
		after := state(t, s)
		if plan := bring(t, s, files()[0]...); plan.Changed+plan.New > 0 || state(t, s) != after {
			t.Errorf("%s, once more: %+v", name, plan)
		}
		if _, err := s.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if undone := state(t, s); undone != before {
			t.Errorf("%s, undone:\n%s", name, difference(before, undone))
		}
	}
}

func TestWhatIsSaidWithAProfileGoesToWhoeverOfItsHoldersIsCalledSo(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ann,Lee,ann,,Acme,Dev,05 Mar 2020")...)
	bring(t, s, rows("2025-11-15", "Bob,Kim,ann,,Zeta,Cook,01 Feb 2025")...)
	bring(t, s, endorsed("2024/01/01 10:00:00 UTC,Go,Ann,Lee,ann,ACCEPTED", "2025/03/01 10:00:00 UTC,Soup,Bob,Kim,ann,ACCEPTED")...)
	checkExchanges(t, s,
		"Ann Lee endorsement by them on 2024-01-01: Go (linkedin)",
		"Bob Kim endorsement by them on 2025-03-01: Soup (linkedin)")
}

func TestPeopleOfOneProfileWhomTheUserJoinsStayOne(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ann,Lee,ann,,Acme,Dev,05 Mar 2020")...)
	bring(t, s, rows("2025-11-15", "Bob,Kim,ann,,Zeta,Cook,01 Feb 2025")...)
	ann, bob := find(t, s, "lee").ID, find(t, s, "kim").ID
	datatest.Write(t, s, func(tx *store.Tx) error { return intake.Join(tx, keeper, ann, bob, today) })
	bring(t, s, rows("2026-11-15", "Bob,Kim,ann,,Zeta,Chef,01 Feb 2025")...)
	if p := find(t, s, "kim"); count(t, s) != 1 || p.ID != ann || !slices.Equal(p.OtherNames, []string{"Ann Lee"}) {
		t.Errorf("%d people, %+v", count(t, s), p)
	}
}

func TestThreeYearsOfOneProfileEndTheSameInAnyOrder(t *testing.T) {
	for name, years := range map[string][3][]string{
		"handed on, then seen without a day": {
			{"Ann,Lee,p,,Acme,Dev,05 Mar 2020"}, {"Bob,Kim,p,,Zeta,Cook,01 Feb 2025"}, {"Bob,Kim,p,,Zeta,Chef,", "Ann,Lee,q,,Acme,Lead,05 Mar 2020"},
		},
		"spelt anew each year": {
			{"Jürgen,Müller,p,,Acme,Dev,05 Mar 2020"}, {"Juergen,Mueller,p,,Acme,Dev,04 Mar 2020"}, {"J.,M.,p,,Acme,Lead,01 Feb 2025"},
		},
		"a day that is another's": {
			{"Ann,Kim,q,a@x.example,Zeta,Cook,01 Feb 2025"}, {"Ann,Lee,s,a@x.example,Acme,Dev,", "Ann,Lee,p,,Acme,Dev,01 Feb 2025"},
			{"Ann,Kim,q,,Acme,Dev,", "Ann,Kim,,a@x.example,Acme,Dev,01 Feb 2025", "Ann,Kim,p,,Acme,Dev,01 Feb 2025"},
		},
	} {
		want := ""
		for _, order := range permutations(3) {
			s := open(t)
			for _, i := range order {
				bring(t, s, rows(fmt.Sprint(2023+i, "-11-15"), slices.Clone(years[i])...)...)
			}
			got := state(t, s)
			if want == "" {
				want = got
			}
			if got != want {
				t.Errorf("%s, in the order %v:\n%s", name, order, difference(want, got))
			}
		}
	}
}
