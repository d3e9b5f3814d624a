package paths_test

import (
	"fmt"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/paths"
)

// The people and organisations of the tables; Me is 1.
const (
	ana data.ID = iota + 2
	raj
	kim
	lea
	tom
)

const (
	acme data.ID = iota + 101
	halden
	kestrel
)

var called = map[data.ID]string{ana: "Ana", raj: "Raj", kim: "Kim", lea: "Lea", tom: "Tom", acme: "Acme", halden: "Halden", kestrel: "Kestrel"}

// say writes paths as a person would.
func say(found []paths.Path) string {
	lines := make([]string, len(found))
	for i, p := range found {
		for j, s := range p {
			arrow := " → "
			if j == 0 {
				arrow = ""
			}
			lines[i] += arrow + called[s.Person] + called[s.Organisation*min(1, max(0, 1-s.Person))]
			switch {
			case s.Reason == paths.Together:
				lines[i] += fmt.Sprintf(" (%s, %s)", called[s.Organisation], s.Sure)
			case s.Reason == paths.Introduced:
				lines[i] += fmt.Sprintf(" (introduced %s)", s.Introduction.Day)
			case s.Reason != paths.Acquainted:
				lines[i] += fmt.Sprintf(" (%s)", s.Reason)
			}
		}
	}
	return strings.Join(lines, "; ")
}

// builder makes a network.
type builder struct {
	t testing.TB
	n paths.Network
}

func (b *builder) role(person, organisation data.ID, from, to string) {
	b.n.Roles = append(b.n.Roles, data.Role{ID: data.ID(len(b.n.Roles) + 1), Person: person, Organisation: organisation,
		From: datatest.Partial(b.t, from), To: datatest.Partial(b.t, to), Current: to == "", Source: data.Stated})
}

func (b *builder) seen(person, organisation data.ID, first, last string, now bool) {
	b.n.Roles = append(b.n.Roles, data.Role{ID: data.ID(len(b.n.Roles) + 1), Person: person, Organisation: organisation,
		FirstSeen: datatest.Day(b.t, first), LastSeen: datatest.Day(b.t, last), Current: now, Source: data.FromLinkedIn})
}

func (b *builder) introduced(by, one, other data.ID, day string) {
	b.n.Introductions = append(b.n.Introductions, data.Introduction{By: data.Someone{Person: by},
		Known: [2]data.Someone{{Person: one}, {Person: other}}, Day: datatest.Partial(b.t, day)})
}

func (b *builder) know(warmth int, people ...data.ID) {
	for _, p := range people {
		b.n.Warmth[p] = warmth
	}
}

func (b *builder) slight(people ...data.ID) {
	b.n.Slight = map[data.ID]bool{}
	for _, p := range people {
		b.n.Slight[p] = true
	}
}

func TestPathsLeadOverWhoKnowsWhom(t *testing.T) {
	for _, test := range []struct {
		says  string
		build func(b *builder)
		want  string // from me to Acme
	}{
		{"somebody slightly known is there", func(b *builder) {
			b.role(ana, acme, "2020", "")
			b.slight(ana)
		}, "Ana → Acme (there_now)"},
		{"who is known slightly comes after all others who were there", func(b *builder) {
			b.role(ana, acme, "2020", "")
			b.role(raj, acme, "1990", "1991")
			b.slight(ana)
			b.know(1, raj)
		}, "Raj → Acme (was_there); Ana → Acme (there_now)"},
		{"and before whoever must ask somebody else, also whom I know slightly", func(b *builder) {
			b.role(raj, acme, "2020", "")
			b.introduced(raj, kim, 0, "2022")
			b.know(1000, kim)
			b.slight(raj)
		}, "Raj → Acme (there_now); Kim → Raj (introduced 2022) → Acme (there_now)"},
		{"among many who are known slightly stands the best of the others", func(b *builder) {
			b.role(raj, acme, "2020", "")
			b.role(ana, acme, "2020", "")
			b.role(tom, acme, "2010", "2012")
			b.introduced(raj, kim, 0, "2022")
			b.know(10, kim)
			b.slight(raj, ana, tom)
		}, "Ana → Acme (there_now); Raj → Acme (there_now); Kim → Raj (introduced 2022) → Acme (there_now)"},
		{"who is known warmly is not known slightly as well", func(b *builder) {
			b.role(ana, acme, "2020", "")
			b.know(900, ana)
			b.slight(ana)
		}, "Ana → Acme (there_now)"},
		{"nobody is led through who is known slightly and wants no contact", func(b *builder) {
			b.role(ana, acme, "2020", "")
			b.slight(ana)
			b.n.Closed = map[data.ID]bool{ana: true}
		}, ""},
		{"nobody is known", func(b *builder) { b.role(ana, acme, "2020", "") }, ""},
		{"somebody known is there", func(b *builder) {
			b.role(ana, acme, "2020", "")
			b.know(500, ana)
		}, "Ana → Acme (there_now)"},
		{"who is there goes before who was, the warmer before the colder", func(b *builder) {
			b.role(ana, acme, "2020", "")
			b.role(raj, acme, "2010", "2014")
			b.role(kim, acme, "2020", "")
			b.know(500, ana, raj)
			b.know(900, kim)
		}, "Kim → Acme (there_now); Ana → Acme (there_now); Raj → Acme (was_there)"},
		{"a coworker of somebody there", func(b *builder) {
			b.role(raj, acme, "2020", "")
			b.role(raj, halden, "2014-01", "2018-06")
			b.role(ana, halden, "2016-02", "2020-01")
			b.know(500, ana)
		}, "Ana → Raj (Halden, certain) → Acme (there_now)"},
		{"years that touch are likely", func(b *builder) {
			b.role(raj, acme, "2020", "")
			b.role(raj, halden, "2014", "2018")
			b.role(ana, halden, "2018", "2020")
			b.know(500, ana)
		}, "Ana → Raj (Halden, likely) → Acme (there_now)"},
		{"who was there at another time has not met", func(b *builder) {
			b.role(raj, acme, "2020", "")
			b.role(raj, halden, "2014-01", "2018-06")
			b.role(ana, halden, "2018-07", "2020-01")
			b.know(500, ana)
		}, ""},
		{"both were only seen and are there now", func(b *builder) {
			b.role(raj, acme, "2020", "")
			b.seen(raj, halden, "2026-11-01", "2026-11-01", true)
			b.seen(ana, halden, "2025-05-01", "2026-11-01", true)
			b.know(500, ana)
		}, "Ana → Raj (Halden, certain) → Acme (there_now)"},
		{"an introduction makes all three know each other", func(b *builder) {
			b.role(raj, acme, "2020", "")
			b.introduced(ana, raj, kim, "2022")
			b.know(500, ana, kim)
		}, "Ana → Raj (introduced 2022) → Acme (there_now); Kim → Raj (introduced 2022) → Acme (there_now)"},
		{"a short way goes before a warm one", func(b *builder) {
			b.role(kim, acme, "2010", "2012")
			b.role(raj, acme, "2020", "")
			b.introduced(ana, raj, kim, "2022")
			b.know(1000, ana)
			b.know(1, kim)
		}, "Kim → Acme (was_there); Ana → Raj (introduced 2022) → Acme (there_now)"},
		{"introductions one after the other", func(b *builder) {
			b.role(lea, acme, "2020", "")
			b.introduced(ana, raj, tom, "2022")
			b.introduced(raj, kim, 0, "2023")
			b.introduced(kim, lea, 0, "")
			b.know(500, ana)
		}, "Ana → Raj (introduced 2022) → Kim (introduced 2023) → Lea (introduced ) → Acme (there_now)"},
		{"nobody is led through who wants no contact", func(b *builder) {
			b.role(raj, acme, "2020", "")
			b.role(ana, acme, "2020", "")
			b.know(500, ana, raj)
			b.n.Closed = map[data.ID]bool{ana: true}
		}, "Raj → Acme (there_now)"},
		{"who is paused comes later, however warm", func(b *builder) {
			b.role(raj, acme, "2010", "2012")
			b.role(ana, acme, "2020", "")
			b.know(1000, ana)
			b.know(1, raj)
			b.n.Paused = map[data.ID]bool{ana: true}
		}, "Raj → Acme (was_there); Ana → Acme (there_now)"},
		{"my own roles and those at no organisation lead nowhere", func(b *builder) {
			b.role(data.Me, acme, "2020", "")
			b.role(data.Me, halden, "2010", "2020")
			b.role(raj, halden, "2010", "2020")
			b.role(ana, 0, "2010", "")
			b.role(raj, 0, "2010", "")
			b.know(500, ana)
		}, ""},
	} {
		b := &builder{t, paths.Network{Warmth: map[data.ID]int{}}}
		test.build(b)
		if got := say(paths.New(b.n, today).ToOrganisation(acme)); got != test.want {
			t.Errorf("%s: %s, want %s", test.says, got, test.want)
		}
	}
}

var today = data.NewDay(2026, 11, 22)

func TestPathsToAPersonBeginWithTheTieThereIs(t *testing.T) {
	b := &builder{t, paths.Network{Warmth: map[data.ID]int{}}}
	b.role(raj, halden, "2014", "2018")
	b.role(ana, halden, "2015", "2017")
	b.introduced(kim, raj, lea, "2021-05")
	b.know(400, ana, kim, raj)
	b.know(700, kim)
	g := paths.New(b.n, today)
	if got, want := say(g.ToPerson(raj)), "Raj; Kim → Raj (introduced 2021-05); Ana → Raj (Halden, certain)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	b.n.Closed = map[data.ID]bool{raj: true, kim: true}
	if got, want := say(paths.New(b.n, today).ToPerson(raj)), "Ana → Raj (Halden, certain)"; got != want {
		t.Errorf("who wants no contact may be reached by others, and is no step: %s, want %s", got, want)
	}
	b.slight(tom)
	if got := say(paths.New(b.n, today).ToPerson(tom)); got != "Tom" {
		t.Errorf("whoever I know slightly is not reached: %s", got)
	}
	b.n.Slight = nil
	if got := g.ToPerson(tom); len(got) > 0 {
		t.Errorf("a path to one whom nobody knows: %s", say(got))
	}
	if got := g.ToOrganisation(kestrel); len(got) > 0 {
		t.Errorf("a path to where nobody was: %s", say(got))
	}
}
