package command_test

import (
	"regexp"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// opportunity is what the tests look at of opportunities.
type opportunity struct {
	ID, Title, Kind, Stage, Organisation, Heard, For string
	Closed                                           *string
	Chain                                            []struct {
		ID              *string
		Name, Part, Tie string
		Thanked, Former bool
	}
	Worth, Notes string
	Steps        []struct{ Stage, Day string }
}

// orbita notes a project that came through Ana and Raj.
func orbita(d *desk) opportunity {
	d.t.Helper()
	return read[[]opportunity](d, "opportunities", "--add", "Platform project", "--kind", "project", "--at", "Orbita", "--heard", "2024-05-01",
		"--stage", "won", "--on", "2024-06-03", "--through", "Ana Souza", "--through", "Raj Patel", "--thanked", "Raj Patel")[0]
}

func TestOpportunitiesHaveTheKeysOfTheManual(t *testing.T) {
	d := known(t)
	if got := d.run("opportunities", "--json"); got != "[]\n" {
		t.Errorf("none: %q", got)
	}
	orbita(d)
	keys := regexp.MustCompile(`"([a-z]+)":`)
	var got []string
	for _, m := range keys.FindAllStringSubmatch(d.run("opportunities", "--json"), 15) {
		got = append(got, m[1])
	}
	want := "id title kind stage organisation heard closed chain id name part tie thanked former id"
	if strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestAnOpportunityIsNotedWithItsChainAndTheTiesOfThatDay(t *testing.T) {
	d := newDesk(t)
	d.run(append([]string{"import"}, d.archive()...)...)
	d.run("set", "Raj Patel", "--tie", "friend")
	d.run("set", "--new", "Kim Lee", "Ana Souza")
	o := orbita(d)
	if o.Title != "Platform project" || o.Kind != "project" || o.Stage != "won" || o.Organisation != "Orbita" || o.Heard != "2024-05-01" ||
		o.Closed == nil || *o.Closed != "2024-06-03" || len(o.Chain) != 2 || o.For != "" {
		t.Fatalf("%+v", o)
	}
	ana, raj := o.Chain[0], o.Chain[1]
	if ana.Name != "Ana Souza" || ana.Part != "told" || ana.Tie != "" || ana.Thanked || ana.ID == nil {
		t.Errorf("%+v", ana)
	}
	if raj.Tie != "friend" || raj.Former || !raj.Thanked {
		t.Errorf("%+v", raj)
	}
	if open := read[[]opportunity](d, "opportunities", "--add", "Talk", "--kind", "TALK", "--through", "Kim Lee", "--for", "Raj Patel")[0]; open.Stage != "heard" || open.Closed != nil || open.Heard != "2026-11-22" || !strings.Contains(open.For, "Raj") {
		t.Errorf("%+v", open)
	}
	said := d.run("opportunities")
	for _, part := range []string{"One since 2024 came through two people. None is open, one person is not thanked yet.",
		"Platform project, Orbita (project): won on 3 June 2024, heard of on 1 May 2024", "Raj Patel (friend, thanked)", "Ana Souza (not thanked yet)", "for Raj"} {
		if !strings.Contains(said, part) {
			t.Errorf("%q does not say %q", said, part)
		}
	}
}

func TestWhatBecameOfAnOpportunityIsNotedAndTakenBack(t *testing.T) {
	d := known(t)
	d.run("opportunities", "--add", "Data lead", "--heard", "2026-10-01", "--through", "Ana")
	o := read[[]opportunity](d, "opportunities", "--change", "data", "--stage", "interviewing", "--on", "2026-10-20", "--thanked", "Ana")[0]
	if o.Stage != "interviewing" || o.Closed != nil || !o.Chain[0].Thanked {
		t.Errorf("%+v", o)
	}
	if o = read[[]opportunity](d, "opportunities", "--change", o.ID, "--stage", "won")[0]; o.Closed == nil || *o.Closed != "2026-11-22" {
		t.Errorf("%+v", o)
	}
	if said := d.run("undo"); !strings.Contains(said, "Edit Data lead") {
		t.Errorf("undone is %q", said)
	}
	if o = read[[]opportunity](d, "opportunities")[0]; o.Stage != "interviewing" {
		t.Errorf("after undo: %+v", o)
	}
}

func TestAStageItIsAtAlreadyKeepsItsDayUnlessAnotherIsNamed(t *testing.T) {
	d := known(t)
	d.run("opportunities", "--add", "Data lead", "--heard", "2026-10-01", "--stage", "won", "--on", "2026-10-20")
	if o := read[[]opportunity](d, "opportunities", "--change", "data", "--stage", "won")[0]; *o.Closed != "2026-10-20" {
		t.Errorf("won on %s", *o.Closed)
	}
	if said := d.run("undo"); !strings.Contains(said, "Add Data lead") {
		t.Errorf("what changed nothing can be undone: %q", said)
	}
	d.run("opportunities", "--add", "Data lead", "--heard", "2026-10-01", "--stage", "won", "--on", "2026-10-20")
	if o := read[[]opportunity](d, "opportunities", "--change", "data", "--stage", "won", "--on", "2026-10-21")[0]; *o.Closed != "2026-10-21" {
		t.Errorf("won on %s", *o.Closed)
	}
}

func TestSomebodyRemovedStaysInTheChainByName(t *testing.T) {
	d := known(t)
	orbita(d)
	s := datatest.OpenIn(t, d.env.DataDir)
	ana, err := s.People(t.Context(), store.Filter{Words: "Ana"})
	if err != nil || len(ana) != 1 {
		t.Fatal(ana, err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeletePerson(data.ID(ana[0].ID)) })
	if l := read[[]opportunity](d, "opportunities")[0].Chain[0]; l.ID != nil || l.Name != "Ana Souza" {
		t.Errorf("%+v", l)
	}
	if said := d.run("opportunities"); !strings.Contains(said, "everybody is thanked") || !strings.Contains(said, "through Ana Souza, Raj Patel (thanked)") {
		t.Error(said)
	}
}

func TestAnOpportunityKeepsPartsNotesAndWorth(t *testing.T) {
	d := known(t)
	o := read[[]opportunity](d, "opportunities", "--add", "Data lead", "--heard", "2026-10-01", "--stage", "applied", "--on", "2026-10-05",
		"--through", "Ana=introduced", "--through", "Raj", "--worth", "a third more", "--notes", "ask\nfor Lisbon")[0]
	if o.Chain[0].Part != "introduced" || o.Chain[1].Part != "told" || o.Worth != "a third more" || o.Notes != "ask\nfor Lisbon" ||
		len(o.Steps) != 2 || o.Steps[0].Stage != "heard" || o.Steps[0].Day != "2026-10-01" || o.Steps[1].Stage != "applied" || o.Steps[1].Day != "2026-10-05" {
		t.Errorf("%+v", o)
	}
	if said := d.run("opportunities"); !strings.Contains(said, "\n  worth: a third more\n  ask for Lisbon\n") {
		t.Error(said)
	}
	if o = read[[]opportunity](d, "opportunities", "--change", "Data", "--notes", "", "--worth", "nothing")[0]; o.Notes != "" || o.Worth != "nothing" || o.Stage != "applied" {
		t.Errorf("%+v", o)
	}
}

func TestAnOpportunityThatWasSetBackWasNotHeardOfAgain(t *testing.T) {
	d := known(t)
	d.run("opportunities", "--add", "Data lead", "--heard", "2026-01-22", "--stage", "applied", "--on", "2026-03-01")
	if said := d.run("opportunities", "--change", "Data lead", "--stage", "heard"); !strings.Contains(said, ": set back today, heard of on 22 January\n") {
		t.Error(said)
	}
}

func TestAWrongOpportunityIsRefusedInOneSentenceAndNothingIsWritten(t *testing.T) {
	d := known(t)
	d.run("opportunities", "--add", "Data lead")
	d.run("opportunities", "--add", "Data engineer")
	before := d.run("opportunities", "--json")
	add := func(args ...string) []string { return append([]string{"opportunities", "--add", "Talk"}, args...) }
	for _, c := range []struct {
		says string
		args []string
	}{
		{"the same person is there twice", add("--through", "Ana", "--through", "Raj", "--through", "ana souza")},
		{"lies before", add("--heard", "2026-05-01", "--stage", "won", "--on", "2026-04-30")},
		{"“hired” is no stage", add("--stage", "hired")},
		{"“gig” is no kind", add("--kind", "gig")},
		{"2026-02-30", add("--heard", "2026-02-30")},
		{"the day you heard of it: it cannot lie ahead", add("--heard", "2026-11-23")},
		{"“sang” is no part in an opportunity. There are: told, introduced", add("--through", "Ana=sang")},
		{"needs to know of which", []string{"opportunities", "--notes", "x"}},
		{"No opportunity is called", []string{"opportunities", "--change", "Orbita"}},
		{"shorten", add("--worth", strings.Repeat("長", 10_000))},
		{"it cannot lie ahead", add("--stage", "won", "--on", "2027-01-01")},
		{"Please say which: --stage", add("--on", "2026-01-01")},
		{"Nobody", add("--through", "Zoe")},
		{"leave yourself out", add("--through", "me")},
		{"did not come through", add("--through", "Ana", "--thanked", "Raj")},
		{"Please fill in", []string{"opportunities", "--add", " "}},
		{"what the opportunity is", []string{"opportunities", "--add", strings.Repeat("長", 10_000)}},
		{"needs to know of which", []string{"opportunities", "--stage", "won"}},
		{"not both", add("--change", "Data lead")},
		{"what to change", []string{"opportunities", "--change", "Data lead"}},
		{"No opportunity is called", []string{"opportunities", "--change", "Orbita", "--stage", "won"}},
		{"lies before", []string{"opportunities", "--change", "Data lead", "--stage", "won", "--on", "2026-11-21"}},
		{"too much here", []string{"opportunities", "all"}},
	} {
		d.fails(2, []string{c.says}, c.args...)
	}
	if d.try("opportunities", "--change", "data", "--stage", "won") != 2 || strings.Count(d.err.String(), "\n  ") != 2 {
		t.Errorf("a part of two titles: %s", d.err.String())
	}
	if after := d.run("opportunities", "--json"); after != before {
		t.Errorf("before %s\nafter %s", before, after)
	}
}
