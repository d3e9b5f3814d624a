package command_test

import (
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
)

// planned is the agenda as scripts read it.
type planned struct {
	Day, Until string
	Overdue    []standing
	Days       []struct {
		Day      string
		CheckIns int `json:"check_ins"`
		Places   int
		Items    []standing
	}
	Weeks []struct {
		From, Until     string
		CheckIns, Given int `json:"-"`
	}
	Beyond, Late int
}

type standing struct {
	Kind, ID, Name, Day, Due, Moved, What, Why string
	At                                         *string
	Agreed                                     bool
}

func TestACheckInIsPutOnADayAndAnHour(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Ana Souza", "--cadence", "30/60", "--on", "2026-12-03", "--at", "15:00")
	due := func(want string) {
		t.Helper()
		if got := read[[]person](d, "people", "Ana"); len(got) != 1 || got[0].Due == nil || *got[0].Due != want {
			t.Errorf("due %+v, want %s", got, want)
		}
	}
	due("2026-12-03")
	shown := read[standing](d, "show", "Ana")
	if shown.At == nil || *shown.At != "15:00" || !shown.Agreed {
		t.Errorf("%+v", shown)
	}
	if said := d.run("show", "Ana"); !strings.Contains(said, "due on 3 December at 15:00") {
		t.Errorf("%s", said)
	}
	if said := d.run("set", "Ana", "--on", "2026-12-03", "--at", "15:00", "--today", "2026-11-23"); !strings.Contains(said, "Nothing changed") {
		t.Errorf("the same again: %s", said)
	}
	d.run("set", "Ana", "--on", "2026-11-22")
	due("2026-11-22")
	if said := d.run("today"); !strings.Contains(said, "due today, as you chose") {
		t.Errorf("%s", said)
	}
	d.run("set", "Ana", "--on", "none")
	if shown := read[standing](d, "show", "Ana"); shown.Agreed || shown.At != nil {
		t.Errorf("%+v", shown)
	}
	d.run("undo")
	due("2026-11-22")
	d.run("set", "Ana", "--skip")
	due("2026-12-22")
}

func TestTodayPutsThoseWithAnHourFirst(t *testing.T) {
	d := newDesk(t)
	d.run("set", "--new", "Late", "--cadence", "7/9", "--today", "2026-01-01")
	d.run("set", "--new", "Fixed", "--cadence", "300/400", "--on", "2026-11-22", "--at", "9:30")
	day := read[struct{ Reach []standing }](d, "today")
	if len(day.Reach) != 2 || day.Reach[0].Name != "Fixed" || *day.Reach[0].At != "09:30" || !day.Reach[0].Agreed || day.Reach[1].At != nil || day.Reach[1].Agreed {
		t.Errorf("%+v", day.Reach)
	}
	if said := d.run("today"); !strings.Contains(said, "due today at 09:30") {
		t.Errorf("%s", said)
	}
}

func TestTheAgendaListsTheComingWeeksByDay(t *testing.T) {
	d := newDesk(t)
	if said := d.run("agenda"); said != "Nothing stands in the agenda.\n" {
		t.Errorf("%q", said)
	}
	d.run("set", "--new", "Ana Souza", "--cadence", "30/60", "--on", "2026-11-25", "--at", "15:00")
	d.change("Cem Kaya", datatest.Birthday("1980-11-25"), datatest.Promise(data.Theirs, "an introduction", "2026-11-01", "2026-11-20"))
	got := read[planned](d, "agenda")
	if got.Day != "2026-11-22" || got.Until != "2027-01-02" || len(got.Weeks) != 7 || len(got.Overdue) != 1 || got.Overdue[0].Kind != "promise" || got.Overdue[0].Day != "2026-11-20" {
		t.Errorf("%+v", got)
	}
	if len(got.Days) != 1 || got.Days[0].CheckIns != 1 || got.Days[0].Places != 3 || len(got.Days[0].Items) != 2 {
		t.Fatalf("%+v", got.Days)
	}
	if i := got.Days[0].Items[0]; i.Kind != "check_in" || i.Name != "Ana Souza" || i.Moved != "appointed" || *i.At != "15:00" || i.Due != "2026-11-25" || i.Why != "You put it here. Every month." {
		t.Errorf("%+v", i)
	}
	if i := got.Days[0].Items[1]; i.Kind != "occasion" || i.What != "Cem Kaya turns 46" || i.ID == "" || i.At != nil {
		t.Errorf("%+v", i)
	}
	said := d.run("agenda")
	for _, want := range []string{"Overdue", "Cem Kaya: an introduction. Offered on 1 November, two days late.", "Wednesday, 25 November", "15:00 Ana Souza. You put it here. Every month.", "Cem Kaya turns 46"} {
		if !slices.Contains(strings.Split(said, "\n"), want) && !slices.Contains(strings.Split(said, "\n"), "  "+want) {
			t.Errorf("%q is missing in\n%s", want, said)
		}
	}
	if got := read[planned](d, "agenda", "--weeks", "1"); got.Until != "2026-11-28" || len(got.Weeks) != 2 {
		t.Errorf("%+v", got)
	}
}
