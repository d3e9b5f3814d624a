package command_test

import (
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// doors is a desk with somebody known, somebody they know, and where that leads.
func doors(t *testing.T) *desk {
	d := newDesk(t)
	s := d.store()
	ana := datatest.Person(t, s, "Ana Souza", datatest.Tie(data.Friend), datatest.Role("Halden", "Engineer", "2016-02", "2020"))
	raj := datatest.Person(t, s, "Raj Patel", datatest.Role("Halden", "Engineer", "2014", "2018-06"), datatest.Role("Acme", "Head of Data", "2020", ""))
	kim := datatest.Person(t, s, "Kim Lee")
	datatest.Person(t, s, "Acmelia Stone", datatest.Role("Nowhere", "Poet", "2020", ""))
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveIntroduction(&data.Introduction{By: data.Someone{Person: raj}, Known: [2]data.Someone{{Person: ana}, {Person: kim}}, Day: data.PartialDay{Year: 2022}})
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhoIsKnownByAnIntroductionAloneIsSaidToBe(t *testing.T) {
	d := doors(t)
	s := d.store()
	raj, kim := datatest.Person(t, s, "Rajiv Rao"), datatest.Person(t, s, "Kimiko Sato")
	datatest.Introduction(t, s, raj, data.Me, kim, "2022")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for who, want := range map[string]string{
		"Kimiko": "Kimiko Sato\n  Kimiko Sato  Rajiv Rao introduced you to Kimiko Sato in 2022\n",
		"Rajiv":  "Rajiv Rao\n  Rajiv Rao  Rajiv Rao introduced you to Kimiko Sato in 2022\n",
	} {
		if got := d.run("path", who); !strings.HasPrefix(got, want) {
			t.Errorf("to %s:\n%s\nwant\n%s", who, got, want)
		}
	}
}

func TestTheWayToAnOrganisationOrAPersonIsSaidStepByStep(t *testing.T) {
	d := doors(t)
	want := `Raj Patel → Acme
  Raj Patel  In your network, with no contact noted yet
  Acme       Works there now as Head of Data

Ana Souza → Raj Patel → Acme
  Ana Souza  Friend
  Raj Patel  Raj Patel introduced Ana Souza to Kim Lee in 2022
  Acme       Works there now as Head of Data
`
	for _, arg := range []string{"Acme", "acme"} {
		if got := d.run("path", arg); got != want {
			t.Errorf("to %s:\n%s\nwant\n%s", arg, got, want)
		}
	}
	if got := d.run("path", "Kim"); !strings.HasSuffix(got, "\n\nAna Souza → Kim Lee\n  Ana Souza  Friend\n  Kim Lee    Raj Patel introduced Ana Souza to Kim Lee in 2022\n") {
		t.Errorf("to Kim: %s", got)
	}
	if got := d.run("path", "Ana"); got != "Ana Souza\n  Ana Souza  Friend\n" {
		t.Errorf("to Ana: %s", got)
	}
	d.run("set", "Acmelia", "--no-contact")
	if got := d.run("path", "Nowh"); !strings.Contains(got, "leads to Nowhere") {
		t.Errorf("to nowhere: %s", got)
	}
	if got := shape(read[any](d, "path", "Acme")); got != "[{steps [{id string, name string, reason string, why string}]}]" {
		t.Error(got)
	}
	if got := d.run("path", "Nowhere", "--json"); got != "[]\n" {
		t.Errorf("no way: %q", got)
	}
	d.fails(2, []string{"Nobody and no organisation is called “Zz”"}, "path", "Zz")
	d.fails(2, []string{"That is you"}, "path", "me")
	d.fails(2, []string{"peerage path PERSON|ORGANISATION"}, "path")
	if status := d.try("path", "a"); status != 2 || !strings.Contains(d.err.String(), "Acmelia Stone (Poet, Nowhere)") {
		t.Errorf("a name that fits several: %d, %s", status, d.err.String())
	}
}

func TestNobodyIsTheirOwnWayWhoIsNotToBeContactedAndAPauseIsSaid(t *testing.T) {
	d := doors(t)
	d.run("set", "Ana", "--no-contact")
	if got, want := d.run("path", "Ana"), "Ana Souza is not to be contacted, and nobody else you know leads there.\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	d.run("set", "Raj", "--pause-until", "2026-12-24")
	if got := d.run("path", "Raj"); got != "Raj Patel\n  Raj Patel  In your network, with no contact noted yet · paused until 24 December\n" {
		t.Errorf("to Raj: %s", got)
	}
}

func TestAnOrganisationAtWhichThereIsAnOpportunityIsKnown(t *testing.T) {
	d := doors(t)
	d.run("opportunities", "--add", "Platform job", "--at", "Nimbus Räder")
	for _, arg := range []string{"nimbus rader", "Nimb"} {
		if got := d.run("path", arg); !strings.HasPrefix(got, "Nobody you know leads to Nimbus Räder") {
			t.Errorf("to %s: %s", arg, got)
		}
		if got := d.run("people", "--at", arg); !strings.Contains(got, "Nimbus Räder") {
			t.Errorf("at %s: %s", arg, got)
		}
	}
	if got := d.run("path", "Nimbus", "--json"); got != "[]\n" {
		t.Errorf("%q", got)
	}
	if got := read[[]any](d, "people", "--at", "Nimbus"); len(got) != 0 {
		t.Errorf("%v", got)
	}
	d.run("opportunities", "--add", "Raj's job", "--at", "Raj GmbH")
	if got := d.run("path", "Raj"); !strings.HasPrefix(got, "Raj Patel\n") {
		t.Errorf("a person's name goes before a part of an organisation's: %s", got)
	}
	d.run("opportunities", "--add", "Another", "--at", "Nimbus Rader GmbH")
	if status := d.try("path", "Nimb"); status != 2 || !strings.Contains(d.err.String(), "several organisations. Please write more of the name:\n  Nimbus Rader GmbH\n  Nimbus Räder\n") {
		t.Errorf("a part that fits two: %d, %s", status, d.err.String())
	}
}
