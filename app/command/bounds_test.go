package command_test

import (
	"slices"
	"strings"
	"testing"
)

// bounded is what show says of boundaries, dates and confidants.
type bounded struct {
	Private, Confidant bool
	Boundary           struct {
		NoContact bool `json:"no_contact"`
		Avoid     []string
		Channel   string
		From, To  *int
	}
	Milestones []struct {
		Text, On string
		Yearly   bool
	}
	Projects []struct{ Name string }
	Due      *string
}

func TestBoundariesAreSetAndTakenAway(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", "7/14")
	d.run("set", "Ana", "--no-contact", "--avoid", "health", "--avoid", " money ", "--prefer", "Phone", "--hours", "10-18")
	b := read[bounded](d, "show", "Ana")
	if !b.Boundary.NoContact || !slices.Equal(b.Boundary.Avoid, []string{"health", "money"}) || b.Boundary.Channel != "phone" ||
		b.Boundary.From == nil || *b.Boundary.From != 10 || b.Boundary.To == nil || *b.Boundary.To != 18 || b.Due != nil {
		t.Errorf("%+v", b)
	}
	if said := d.run("show", "Ana"); !strings.Contains(said, "Not to be contacted. Prefers a call; between 10:00 and 18:00. Avoid: health, money.") {
		t.Error(said)
	}
	d.run("set", "Ana", "--contact", "--avoid", "none", "--avoid", "age", "--prefer", "none", "--hours", "-18")
	b = read[bounded](d, "show", "Ana")
	if b.Boundary.NoContact || !slices.Equal(b.Boundary.Avoid, []string{"age"}) || b.Boundary.Channel != "" || b.Boundary.From != nil || *b.Boundary.To != 18 || b.Due == nil {
		t.Errorf("%+v", b)
	}
	d.run("set", "Ana", "--avoid", "none", "--hours", "none")
	if b = read[bounded](d, "show", "Ana"); len(b.Boundary.Avoid) != 0 || b.Boundary.To != nil {
		t.Errorf("%+v", b)
	}
	d.run("undo")
	if b = read[bounded](d, "show", "Ana"); len(b.Boundary.Avoid) != 1 {
		t.Errorf("%+v", b)
	}
}

func TestATopicIsAvoidedOnceHoweverItIsWritten(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--avoid", "politics", "--avoid", "Politics")
	d.run("set", "Ana", "--avoid", "POLITICS", "--avoid", "health")
	if b := read[bounded](d, "show", "Ana"); !slices.Equal(b.Boundary.Avoid, []string{"politics", "health"}) {
		t.Errorf("%q", b.Boundary.Avoid)
	}
}

func TestAConfidantIsPrivateAndStaysSo(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--confidant")
	if b := read[bounded](d, "show", "Ana"); !b.Confidant || !b.Private {
		t.Errorf("%+v", b)
	}
	d.fails(2, []string{"Ana Souza is someone to turn to, and so private."}, "set", "Ana", "--not-private", "--circle", "close")
	d.fails(2, []string{"someone to turn to"}, "set", "Raj Patel", "--confidant", "--not-private")
	if b := read[bounded](d, "show", "Ana"); !b.Private {
		t.Error("a confidant is not private")
	}
	d.run("set", "Ana", "--no-confidant")
	if b := read[bounded](d, "show", "Ana"); b.Confidant || !b.Private {
		t.Errorf("%+v", b)
	}
	d.run("set", "Ana", "--not-private")
	if b := read[bounded](d, "show", "Ana"); b.Private {
		t.Errorf("%+v", b)
	}
	d.run("set", "Ana", "--confidant")
	d.run("set", "Ana", "--not-private", "--no-confidant")
	if b := read[bounded](d, "show", "Ana"); b.Private || b.Confidant {
		t.Errorf("%+v", b)
	}
}

func TestDatesAreNotedOnceByTheirWords(t *testing.T) {
	d := known(t)
	for range 2 {
		d.run("set", "Ana", "--milestone", "the marathon=--11-24", "--milestone", "a=b=2026-12-01")
	}
	got := read[bounded](d, "show", "Ana").Milestones
	if len(got) != 2 || got[0].Text != "the marathon" || got[0].On != "--11-24" || !got[0].Yearly || got[1].Text != "a=b" || got[1].Yearly {
		t.Errorf("%+v", got)
	}
	d.run("set", "Ana", "--milestone", "The Marathon=--11-25", "--milestone", "a=b=none")
	if got := read[bounded](d, "show", "Ana").Milestones; len(got) != 1 || got[0].On != "--11-25" {
		t.Errorf("%+v", got)
	}
	if said := d.run("show", "Ana"); !strings.Contains(said, "25 November, every year") {
		t.Error(said)
	}
}

func TestBoundariesThatCannotBeAreRefused(t *testing.T) {
	d := known(t)
	for _, c := range []struct {
		args, want []string
	}{
		{[]string{"--contact", "--no-contact"}, []string{"--no-contact, --contact"}},
		{[]string{"--confidant", "--no-confidant"}, []string{"--confidant, --no-confidant"}},
		{[]string{"--prefer", "pigeon"}, []string{"pigeon", "email"}},
		{[]string{"--hours", "ten"}, []string{"“ten”"}},
		{[]string{"--hours", "-"}, []string{"“-”"}},
		{[]string{"--hours", "18-10"}, []string{"the end must come after the beginning"}},
		{[]string{"--hours", "9-99"}, []string{"hours"}},
		{[]string{"--milestone", "the marathon"}, []string{"TEXT="}},
		{[]string{"--milestone", "the marathon=2026-02-30"}, []string{"“the marathon=2026-02-30”: there is no such day."}},
		{[]string{"--milestone", "the marathon=--02-30"}, []string{"there is no such day"}},
		{[]string{"--milestone", "the marathon=2026"}, []string{"with its month and its day"}},
		{[]string{"--milestone", "the marathon="}, []string{"TEXT="}},
		{[]string{"--milestone", "the marathon=soon"}, []string{"TEXT="}},
		{[]string{"--prefer", ""}, []string{"“” is no way to reach somebody"}},
		{[]string{"--hours", ""}, []string{"“” is no hours"}},
		{[]string{"--milestone", "=--11-24"}, []string{""}},
		{[]string{"--avoid", strings.Repeat("x", 400)}, []string{""}},
	} {
		d.fails(2, c.want, append([]string{"set", "Ana"}, c.args...)...)
	}
	if b := read[bounded](d, "show", "Ana"); b.Boundary.NoContact || len(b.Milestones) > 0 || b.Confidant {
		t.Errorf("%+v", b)
	}
}
