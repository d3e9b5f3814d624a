package command_test

import (
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// aDay is today as scripts read it.
type aDay struct {
	Reach []struct {
		Name, Manner string
		Ask          []struct{ Text string }
		Avoid        []string
	}
	Ask      []struct{ Person, Text string }
	Waiting  int
	Capacity struct {
		PerWeek float64 `json:"per_week"`
		Given   int
		Over    bool
	}
	Promises  []struct{ ID, By, Person, What, Due, State string }
	Occasions []struct {
		Person, Kind, Day, Text string
		Years                   int
	}
	Moves []struct{ Name string }
	Nudge *struct{ Kind, Person, Text, Reason string }
}

// change adds somebody with what no flag sets.
func (d *desk) change(name string, parts ...datatest.Part) {
	d.t.Helper()
	s, err := store.Open(d.env.DataDir, d.env.Now)
	if err != nil {
		d.t.Fatal(err)
	}
	datatest.Person(d.t, s, name, parts...)
	if err := s.Close(); err != nil {
		d.t.Fatal(err)
	}
}

func TestTodayTellsAllThatTheDayAsksFor(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Ana Souza", "--detail", "how was Lisbon?", "--ask-on", "2026-11-20")
	d.change("Priya Raman", datatest.Birthday("1980-11-26"))
	d.run("promises", "--add", "the hiring rubric", "--by", "me", "--with", "Priya", "--due", "2026-11-23")
	d.run("promises", "--add", "an introduction to Kim", "--by", "them", "--with", "Ana", "--due", "2026-11-25")
	d.run("promises", "--add", "much later", "--by", "them", "--with", "Ana", "--due", "2026-12-25")
	for range 2 { // asking shows the same again
		day := read[aDay](d, "today")
		if len(day.Promises) != 2 || day.Promises[0].Person != "Priya Raman" || day.Promises[0].By != "me" || day.Promises[0].Due != "2026-11-23" || day.Promises[0].State != "open" || day.Promises[1].By != "them" {
			t.Errorf("promises: %+v", day.Promises)
		}
		if len(day.Occasions) != 1 || day.Occasions[0].Kind != "birthday" || day.Occasions[0].Day != "2026-11-26" || day.Occasions[0].Years != 46 ||
			day.Occasions[0].Text != "Priya Raman turns 46 on Thursday." {
			t.Errorf("occasions: %+v", day.Occasions)
		}
		if day.Nudge == nil || day.Nudge.Kind != "ask" || day.Nudge.Person != "Ana Souza" || day.Nudge.Text != "Ask Ana Souza: how was Lisbon?" || day.Nudge.Reason == "" {
			t.Errorf("nudge: %+v", day.Nudge)
		}
	}
	got := d.run("today")
	for _, line := range []string{"\nPromises\n  For Priya Raman: the hiring rubric. You said so today, due tomorrow.\n  Ana Souza: an introduction to Kim. Offered today, due on Wednesday.\n",
		"\nDays to remember\n  Priya Raman turns 46 on Thursday.\n", "\nOne small thing\n  Ask Ana Souza: how was Lisbon?. "} {
		if !strings.Contains(got, line) {
			t.Errorf("%q is missing in %q", line, got)
		}
	}
	if strings.Count(got, "Lisbon") != 1 || strings.Contains(got, "much later") {
		t.Errorf("%q", got)
	}
}

func TestTodayNamesTopicsToAvoidWithThoseToReach(t *testing.T) {
	d := newDesk(t)
	d.change("Ana Souza", datatest.Cadence(7, 9, "2026-11-01"), datatest.Boundary(data.Boundary{Avoid: []string{"health"}}))
	if got := d.run("today"); !strings.Contains(got, "Ana Souza\n  Every week, ") || !strings.Contains(got, "\n  Avoid: health.\n") {
		t.Errorf("%q", got)
	}
}

func TestTodayForScriptsLeavesNothingOut(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"Ana Souza", "Bo Li", "Cy Day", "Di Ek", "Ed Fox"} {
		d.change(name, datatest.Cadence(1, 1, "2026-11-01"), datatest.Detail("the move", "2026-11-20"),
			datatest.Boundary(data.Boundary{Avoid: []string{"health"}, Channel: data.Phone}))
	}
	d.change("Fa Gul", datatest.Detail("her talk", "2026-11-20"))
	day := read[aDay](d, "today")
	if len(day.Reach) == 0 || len(day.Reach)+day.Waiting != 5 || day.Waiting == 0 || !day.Capacity.Over || day.Capacity.PerWeek != 35 || day.Capacity.Given != 10 {
		t.Errorf("%+v", day)
	}
	for _, p := range day.Reach {
		if len(p.Ask) != 1 || p.Ask[0].Text != "the move" || len(p.Avoid) != 1 || p.Avoid[0] != "health" || p.Manner != "Prefers a call." {
			t.Errorf("%+v", p)
		}
	}
	if !slices.ContainsFunc(day.Ask, func(a struct{ Person, Text string }) bool { return a.Person == "Fa Gul" && a.Text == "her talk" }) {
		t.Errorf("%+v", day.Ask)
	}
}

func TestTheCalendarHoldsPromises(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Priya Raman")
	d.run("promises", "--add", "the hiring rubric", "--by", "me", "--with", "Priya", "--due", "2026-12-03")
	if got := d.run("calendar"); !strings.Contains(got, "SUMMARY:You promised Priya Raman: the hiring rubric\r\n") || !strings.Contains(got, "DTSTART;VALUE=DATE:20261203") {
		t.Error(got)
	}
}
