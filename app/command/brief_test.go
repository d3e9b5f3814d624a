package command_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

// expected is a desk with somebody about whom much is open.
func expected(t *testing.T) *desk {
	d := newDesk(t)
	s := d.store()
	today := datatest.Day(t, datatest.Today)
	kim := datatest.Person(t, s, "Kim Lee")
	ana := datatest.Person(t, s, "Ana Souza", datatest.Tie(data.Friend), datatest.Role("Halden", "Engineer", "2016", "2026-09"),
		datatest.Role("Zenith", "Engineering Manager", "2026-10", ""),
		datatest.Detail("her move to Lisbon", "2026-11-01"), datatest.Interaction(data.Coffee, "2026-10-02", "the offer"))
	datatest.Write(t, s, func(tx *store.Tx) error {
		return errors.Join(tx.SavePromise(&data.Promise{Person: ana, By: data.Theirs, What: "a word with Kim", Made: today - 9, Due: today - 1, State: data.PromiseOpen}),
			tx.SaveExchange(&data.Exchange{Person: ana, By: data.Theirs, Kind: data.Advice, Day: today - 3, Text: "on salaries"}),
			tx.SaveExchange(&data.Exchange{Person: ana, By: data.Mine, Kind: data.Help, Day: today - 4}),
			tx.SaveBoundary(data.Boundary{Person: ana, Avoid: []string{"money"}, Channel: data.Phone}),
			tx.SaveMilestone(&data.Milestone{Person: ana, Text: "Marathon", On: data.Whole(today + 5)}),
			tx.SaveProject(&data.Project{Name: "Orbita", Kind: data.WorkTogether, People: []data.Someone{{Person: ana}, {Person: kim}}}))
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestBeforeAMeetingOnePageIsSaid(t *testing.T) {
	d := expected(t)
	got := d.run("brief", "Ana")
	for _, want := range []string{"Before you meet Ana Souza\nOne open promise, ", "\nEngineering Manager at Zenith. Prefers a call.\n", "\nHow you know each other\n  Friend",
		"\nLately\n  Coffee on 2 October: the offer.\n", "\nPromises\n  Ana Souza promised you: a word with Kim.\n    One day late\n", "\nRemember\n  her move to Lisbon\n    Ask now\n",
		"\nBetter left alone\n  money\n", "\nPeople in common\n  Kim Lee\n", "\nGood to ask\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if got := d.run("brief", "Ana", "Kim"); !strings.HasPrefix(got, "Before you meet Ana Souza and Kim Lee\n") || !strings.Contains(got, "\n\nKim Lee\n") {
		t.Errorf("of two: %s", got)
	}
}

func TestABriefForScriptsHasTheKeysOfTheManual(t *testing.T) {
	d := expected(t)
	want := "[{avoid [string], coming [{day string, kind string, text string}], details [{ask_on string, text string}], gave [{day string, kind string, text string}], " +
		"got [{day string, kind string, text string}], headline string, id string, last [{day string, kind string, text string}], manner string, moves [string], name string, " +
		"now string, projects [string], promises [{by string, due string, id string, state string, what string}], questions [string], " +
		"shared [{name string, with [string]}], ties [string]}]"
	if got := shape(read[any](d, "brief", "Ana")); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	type gift struct{ Kind, Text string }
	type brief struct{ Gave, Got []gift }
	if got := read[[]brief](d, "brief", "Ana"); got[0].Gave[0] != (gift{"advice", "on salaries"}) || got[0].Got[0] != (gift{"help", ""}) {
		t.Errorf("she gave %+v", got)
	}
	want = "[{avoid [], coming [], details [], gave [], got [], headline string, id string, last [], manner string, moves [], name string, now string, projects [string], " +
		"promises [], questions [string], shared [{name string, with [string]}], ties [string]}]"
	if got := shape(read[any](d, "brief", "Kim")); got != want {
		t.Errorf("of somebody hardly known: %s\nwant %s", got, want)
	}
}

func TestABriefIsWrittenAsAPageToPrint(t *testing.T) {
	d := expected(t)
	file := filepath.Join(t.TempDir(), "ana.html")
	if got := d.run("brief", "Ana", "-o", file); got != "The page is in "+file+".\n" {
		t.Errorf("said %q", got)
	}
	page, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(page), "<h1>Before you meet Ana Souza</h1>") || !strings.Contains(string(page), `lang="en"`) {
		t.Errorf("the page is %.200s, %v", page, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the page may be read by others: %v, %v", info, err)
	}
	if got := read[map[string]string](d, "brief", "Ana", "--output", file); got["file"] != file {
		t.Errorf("said %v", got)
	}
	d.fails(1, []string{"A file stands in the way"}, "brief", "Ana", "-o", filepath.Join(file, "x.html"))
}

func TestABriefIsOnSomebodyElseAndNotOnACrowd(t *testing.T) {
	d := expected(t)
	d.fails(2, []string{"peerage brief PERSON"}, "brief")
	d.fails(2, []string{"Nobody is called “Zz”"}, "brief", "Zz")
	d.fails(2, []string{"Please name somebody else"}, "brief", "me")
	d.fails(2, []string{"--output FILE"}, "brief", "Ana", "--output=")
	s := d.store()
	crowd := []string{"brief"}
	for i := range briefing.MostMet + 1 {
		name := "Person " + string(rune('A'+i))
		datatest.Person(t, s, name)
		crowd = append(crowd, name)
	}
	d.fails(2, []string{"12 people at most"}, crowd...)
}

func TestAPageIsNotWrittenUnderAnEndingThatMeansSomethingElse(t *testing.T) {
	d := expected(t)
	dir := t.TempDir()
	for _, name := range []string{"x.pdf", "x.PDF", "x.docx", "x.html.txt"} {
		d.fails(2, []string{"ends in .html", "PDF"}, "brief", "Ana", "-o", filepath.Join(dir, name))
	}
	for _, name := range []string{"x.html", "x.HTM", "page"} {
		d.run("brief", "Ana", "-o", filepath.Join(dir, name))
	}
	if written, err := os.ReadDir(dir); err != nil || len(written) != 3 {
		t.Errorf("%v, %v", written, err)
	}
}
