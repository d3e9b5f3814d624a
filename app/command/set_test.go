package command_test

import (
	"slices"
	"strings"
	"testing"
)

// known returns a desk with three people.
func known(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.run("set", "--new", "Ana Souza", "Raj Patel", "Kim Lee")
	return d
}

func TestACadenceSetAgainRunsOn(t *testing.T) {
	d := known(t)
	first := read[[]person](d, "set", "Ana", "--cadence", "30/60", "--today", "2026-11-01")[0].due()
	if again := read[[]person](d, "set", "Ana", "--cadence", "30/60")[0].due(); again != first || first == "" {
		t.Errorf("due %s, and %s when set again", first, again)
	}
	if other := read[[]person](d, "set", "Ana", "--cadence", "30/90", "--today", "2027-01-01")[0].due(); other <= "2027-01-01" {
		t.Errorf("another rhythm counts from the day it is set: due %s", other)
	}
	p := read[[]person](d, "set", "Ana", "--cadence", "none")[0]
	if shown := read[person](d, "show", "Ana"); p.Due != nil || shown.Cadence != nil {
		t.Errorf("%+v %+v", p, shown)
	}
	if p := read[person](d, "show", "Raj"); p.Due != nil {
		t.Errorf("Raj is due %s", p.due())
	}
}

func TestOneNumberIsBothIntervals(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", " 14 ")
	if k := read[person](d, "show", "Ana").Cadence; k == nil || k.Ideal != 14 || k.Longest != 14 {
		t.Errorf("%+v", k)
	}
}

func TestCheckInsAreSnoozedSkippedAndPaused(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", "7/14")
	d.run("log", "--with", "Ana", "--day", "2026-11-15", "call")
	for _, c := range []struct {
		flags string
		due   string
	}{
		{"--snooze-until 2026-12-24", "2026-12-24"},
		{"--snooze-until none", "2026-11-22"},
		{"--skip", "2026-11-29"},
		{"--pause-until 2027-03-01", "2027-03-01"},
		{"--cadence 30/60", "2027-03-01"},
		{"--pause-until none", "2026-12-22"},
	} {
		if got := read[[]person](d, append([]string{"set", "Ana"}, strings.Fields(c.flags)...)...)[0].due(); got != c.due {
			t.Errorf("set Ana %s: due %s, want %s", c.flags, got, c.due)
		}
	}
	d.run("undo")
	if p := read[person](d, "show", "Ana"); p.due() != "2027-03-01" || p.PausedUntil == nil || *p.PausedUntil != "2027-03-01" {
		t.Errorf("%+v", p)
	}
}

func TestContactAndRhythmTakeTheDayThatIsTakenForToday(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", "7/14", "--today", "2026-01-01")
	d.run("log", "--with", "Ana", "Meeting", "--today", "2026-02-01")
	p := read[person](d, "show", "Ana", "--today", "2026-02-02")
	if p.due() != "2026-02-08" || p.Interactions[0].Day != "2026-02-01" || p.Interactions[0].Kind != "meeting" {
		t.Errorf("%+v", p)
	}
	today := read[struct {
		Day   string
		Reach []struct {
			Name, Due, Last string
			Overdue         int
		}
	}](d, "today", "--today", "2026-02-20")
	if today.Day != "2026-02-20" || len(today.Reach) != 1 || today.Reach[0].Due != "2026-02-08" || today.Reach[0].Overdue != 5 || today.Reach[0].Last != "2026-02-01" {
		t.Errorf("%+v", today)
	}
}

func TestCirclesAreJoinedAndLeftWhateverTheirCase(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "Raj", "--circle", "Éx-Halden", "--circle", "close")
	d.run("set", "Kim", "--circle", "EX-HALDEN")
	if got := read[[]person](d, "people", "Kim")[0].Circles; !slices.Equal(got, []string{"Éx-Halden"}) {
		t.Errorf("Kim is in %q", got)
	}
	d.run("set", "Ana", "--leave-circle", "CLOSE")
	if got := read[person](d, "show", "Ana").Circles; !slices.Equal(got, []string{"Éx-Halden"}) {
		t.Errorf("Ana is in %q", got)
	}
	d.fails(2, []string{"no circle “clos”", "close, Éx-Halden"}, "set", "Ana", "--leave-circle", "clos")
	d.fails(2, []string{"no circle “clos”"}, "set", "Ana", "--cadence", "7", "--leave-circle", "clos")
	if p := read[person](d, "show", "Ana"); p.Cadence != nil {
		t.Error("a refused call set the rest")
	}
}

func TestACircleSetsTheRhythmOfThoseWithoutOne(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "Raj", "--circle", "close")
	d.run("set", "Raj", "--cadence", "90/120")
	if got := d.run("set", "--circle", "Close", "--circle-cadence", "10/20"); got != "Saved.\n" {
		t.Error(got)
	}
	for name, want := range map[string]int{"Ana": 10, "Raj": 90} {
		if k := read[person](d, "show", name).Cadence; k == nil || k.Ideal != want {
			t.Errorf("%s: %+v, want %d", name, k, want)
		}
	}
	if got := read[[]person](d, "set", "Kim", "--circle", "new", "--circle-cadence", "5"); len(got) != 1 || got[0].due() == "" {
		t.Errorf("%+v", got)
	}
	if got := d.run("set", "--circle", "close", "--circle-cadence", "none", "--json"); got != "[]\n" {
		t.Error(got)
	}
	if k := read[person](d, "show", "Ana").Cadence; k != nil {
		t.Errorf("%+v", k)
	}
	if got := d.run("undo"); got != "Undone: Edit close\n" {
		t.Error(got)
	}
}

func TestTiesAreStatedOnceAndTakenAway(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--tie", "Mentor", "--tie", "friend")
	d.run("set", "Ana", "--tie", "mentor")
	if got := len(read[person](d, "show", "Ana").Ties); got != 2 {
		t.Errorf("%d ties", got)
	}
	d.run("set", "Ana", "--untie", "mentor")
	if got := read[[]person](d, "people", "Ana")[0].Ties; len(got) != 1 || got[0] != "friend" {
		t.Errorf("%v", got)
	}
}

func TestPeopleAreAddedWithAllThatIsSaidOfThem(t *testing.T) {
	d := newDesk(t)
	got := d.run("set", "--new", " Zoë   Quux", "--cadence", "7/9", "--circle", "close", "--tie", "client", "--detail", "Lisbon", "--detail", "Chess", "--ask-on", "2026-12-01")
	if !strings.HasPrefix(got, "Zoë Quux  client, close  due ") {
		t.Error(got)
	}
	p := read[person](d, "show", "zoe quux")
	if len(p.Details) != 2 || p.Details[0].Text != "Lisbon" || p.Details[0].AskOn == nil || *p.Details[0].AskOn != "2026-12-01" {
		t.Errorf("%+v", p)
	}
	if got := d.run("today", "--today", "2026-12-02"); strings.Count(got, "Lisbon") != 1 || strings.Count(got, "Chess") != 1 {
		t.Error(got)
	}
	if got := d.run("undo"); got != "Undone: Add Zoë Quux\n" {
		t.Error(got)
	}
	d.fails(2, []string{"fill in the name"}, "set", "--new", "Ana", " ")
	d.fails(2, []string{"shorten the name"}, "set", "--new", strings.Repeat("x", 301))
	if got := d.run("people", "--json"); got != "[]\n" {
		t.Error(got)
	}
}

func TestPrivacyIsGivenAndEnded(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "Raj", "--private")
	d.run("set", "Raj", "--not-private")
	if !read[person](d, "show", "Ana").Private || read[person](d, "show", "Raj").Private {
		t.Error("not as set")
	}
}

func TestEveryoneNamedIsChangedAtOnceOrNobody(t *testing.T) {
	d := known(t)
	d.fails(2, []string{"Nobody is called “Zoe”"}, "set", "Ana", "Zoe", "--private")
	if read[person](d, "show", "Ana").Private {
		t.Error("Ana was changed")
	}
	d.run("set", "Ana", "Raj", "ana souza", "--private")
	if got := d.run("undo"); got != "Undone: Edit 2 people\n" {
		t.Error(got)
	}
}

func TestTheFirstWordsTellTheKindOfContact(t *testing.T) {
	d := known(t)
	for text, want := range map[string]string{
		"Coffee: her move": "coffee", "VIDEO CALL about Lisbon": "video_call", "e-mail": "email", "callous remark": "other", "we had a call": "other",
	} {
		if got := read[struct{ Kind string }](d, "log", "--with", "Ana", text).Kind; got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	if got := read[struct{ Kind, Text string }](d, "log", "--with", "Ana", "--kind", "call"); got.Kind != "call" || got.Text != "" {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsSoAlreadyIsSaidAndLeavesNothingToUndo(t *testing.T) {
	d := known(t)
	d.run("promises", "--add", "slides", "--by", "me", "--with", "Ana")
	id := read[[]promise](d, "promises")[0].ID
	d.run("promises", "--kept", id)
	d.run("opportunities", "--add", "Data lead", "--through", "Ana", "--thanked", "Ana")
	d.run("set", "Ana", "--avoid", "health")
	for _, line := range []string{
		"set Ana --pause-until none", "set Ana --contact", "set Ana --milestone zzz=none", "set Ana --avoid Health", "set Ana --not-private",
		"promises --kept " + id, "opportunities --change Data --thanked Ana",
	} {
		if got := d.run(split(line)...); got != "Nothing changed.\n" {
			t.Errorf("%s: %q", line, got)
		}
		if got := d.run(append(split(line), "--json")...); !strings.HasPrefix(got, "[") && !strings.HasPrefix(got, "{") {
			t.Errorf("%s --json: %q", line, got)
		}
	}
	if got := d.run("undo"); got != "Undone: Edit Ana Souza\n" {
		t.Error(got)
	}
	if b := read[bounded](d, "show", "Ana"); len(b.Boundary.Avoid) != 0 {
		t.Errorf("something else was taken back: %+v", b)
	}
}
