package people

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/store"
)

func year(y int) data.PartialDay { return data.PartialDay{Year: y} }
func partial(t testing.TB, s string) data.PartialDay {
	t.Helper()
	p, err := data.ParsePartialDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// said returns a paragraph as one text.
func said(runs []widgets.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func TestATieIsExplainedWithItsEvidence(t *testing.T) {
	w := apptest.English(t)
	mine := data.Role{ID: 1, Employer: "Halden Bank", Title: "Senior Software Engineer", From: partial(t, "2016-07"), To: partial(t, "2020-02")}
	dated := data.Role{ID: 2, Employer: "Halden Bank", Title: "Product Designer", From: partial(t, "2015-01"), Current: true}
	seen := data.Role{ID: 2, Employer: "Halden Bank", Title: "Product Designer", Current: true, Source: data.FromLinkedIn, FirstSeen: sunday - 700, LastSeen: sunday - 10}
	untitled := data.Role{ID: 2, Employer: "Halden Bank", Current: true, Source: data.Stated, FirstSeen: sunday, LastSeen: sunday}
	for _, c := range []struct {
		name      string
		theirs    data.Role
		connected data.Day
		tie       data.Tie
		want      string
	}{
		{"dates on both sides", dated, 0, data.Tie{Kind: data.Coworker, Since: mine.From, Until: mine.To, Months: 44, Sure: data.Certain},
			"Coworkers at Halden Bank from July 2016 to February 2020 (3 years 8 months). You were Senior Software Engineer, they Product Designer. Certain: your dates and theirs."},
		{"less than a month", dated, 0, data.Tie{Kind: data.Coworker, Since: mine.From, Until: mine.From, Months: -1, Sure: data.Likely},
			"Coworkers at Halden Bank from July 2016 to July 2016. You were Senior Software Engineer, they Product Designer. Likely: the dates meet, but not all of them are known to the day."},
		{"current", dated, 0, data.Tie{Kind: data.Coworker, Since: mine.From, Current: true, Months: 13, Sure: data.Certain},
			"Coworkers at Halden Bank since July 2016 (1 year 1 month). You are Senior Software Engineer, they Product Designer. Certain: your dates and theirs."},
		{"an end that is not known", dated, 0, data.Tie{Kind: data.Coworker, Since: mine.From, Months: -1, Sure: data.Possible},
			"Coworkers at Halden Bank from July 2016 on. You were Senior Software Engineer, they Product Designer. Possible: not all of the dates are known."},
		{"a snapshot and the connection", seen, data.NewDay(2018, 5, 4), data.Tie{Kind: data.Coworker, Until: mine.To, Months: -1, Sure: data.Likely},
			"Coworkers at Halden Bank until February 2020. You were Senior Software Engineer, they Product Designer. Likely: you connected on 4 May 2018, while you worked there."},
		{"a snapshot alone", seen, 0, data.Tie{Kind: data.Coworker, Current: true, Months: -1, Sure: data.Certain},
			"Coworkers at Halden Bank today. You are Senior Software Engineer, they Product Designer. Certain: LinkedIn connections showed them there on 12 November, while you were there."},
		{"the user's word", untitled, 0, data.Tie{Kind: data.Coworker, Months: -1, Sure: data.Certain},
			"Coworkers at Halden Bank, in the past. Certain: you noted today that they are there."},
		{"alumni", dated, 0, data.Tie{Kind: data.Alumni, Months: -1, Sure: data.Certain},
			"Both at Halden Bank, at other times. You were Senior Software Engineer, they Product Designer. Certain: your dates and theirs."},
		{"perhaps alumni", seen, 0, data.Tie{Kind: data.Alumni, Months: -1, Sure: data.Possible},
			"Both at Halden Bank, perhaps at other times. You were Senior Software Engineer, they Product Designer. Possible: nobody has noted when they were there."},
	} {
		c.tie.Derived, c.tie.Mine, c.tie.Theirs = true, 1, 2
		d := &dossier{person: data.Person{Connected: c.connected}, mine: []data.Role{mine}, roles: []data.Role{c.theirs}}
		if got := said(explain(w, d, c.tie, sunday)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestPeersAndColleaguesAreExplainedWithTheirEvidence(t *testing.T) {
	w := apptest.English(t)
	standing := data.Standing{Track: data.Individual, Level: data.Senior, Field: "engineering"}
	role := func(id, organisation data.ID, employer, title string) data.Role {
		return data.Role{ID: id, Organisation: organisation, Employer: employer, Title: title, Standing: standing, From: year(2016)}
	}
	engineer, twin := role(1, 7, "Halden Bank", "Senior Engineer"), role(2, 7, "Halden Bank", "Senior Engineer")
	lead, elsewhere := role(2, 7, "Halden Bank", "Lead Engineer"), role(2, 8, "Zenith", "Lead Engineer")
	untitled := role(2, 7, "Halden Bank", "")
	seen := data.Role{ID: 2, Organisation: 7, Employer: "Halden Bank", Title: "Lead Engineer", Standing: standing, FirstSeen: sunday - 9, LastSeen: sunday, Current: true}
	freelance := role(2, 0, "Freelance", "Senior Engineer")
	span := data.Tie{Kind: data.Peer, Since: year(2016), Until: year(2018), Months: 20, Sure: data.Certain}
	peers := func(change func(*data.Tie)) data.Tie {
		tie := span
		change(&tie)
		return tie
	}
	present := data.Tie{Kind: data.Peer, Current: true, Months: -1, Sure: data.Possible}
	for _, c := range []struct {
		name   string
		theirs data.Role
		tie    data.Tie
		beside bool
		want   string
	}{
		{"one title", twin, span, false, "Peers at Halden Bank, 2016 to 2018: both Senior Engineer. Certain: your dates and theirs."},
		{"two titles", lead, span, false, "Peers at Halden Bank, 2016 to 2018: you Senior Engineer, they Lead Engineer. Certain: your dates and theirs."},
		{"beside a coworker", lead, span, true, "Peers at Halden Bank: you Senior Engineer, they Lead Engineer."},
		{"beside a coworker, one title", twin, span, true, "Peers at Halden Bank: both Senior Engineer."},
		{"no title", untitled, span, false, "Peers at Halden Bank, 2016 to 2018. Certain: your dates and theirs."},
		{"no title, beside a coworker", untitled, span, true, "Peers at Halden Bank."},
		{"today", lead, peers(func(t *data.Tie) { t.Until, t.Current = data.PartialDay{}, true }), false,
			"Peers at Halden Bank, since 2016: you Senior Engineer, they Lead Engineer. Certain: your dates and theirs."},
		{"a title read later", seen, peers(func(t *data.Tie) { t.Since, t.Sure = data.PartialDay{}, data.Possible }), false,
			"You may have been peers at Halden Bank, until 2018: you Senior Engineer, they Lead Engineer. Possible: the titles were read at another time."},
		{"confirmed", lead, peers(func(t *data.Tie) { t.Confirmed = true }), false,
			"Peers at Halden Bank, 2016 to 2018: you Senior Engineer, they Lead Engineer. You said so."},
		{"colleagues", lead, peers(func(t *data.Tie) { t.Kind = data.Colleague }), false, "Colleagues in engineering at Halden Bank, 2016 to 2018. Certain: your dates and theirs."},
		{"colleagues beside coworkers", lead, peers(func(t *data.Tie) { t.Kind = data.Colleague }), true, "Colleagues in engineering at Halden Bank."},
		{"peers by profession", elsewhere, present, false, "Peers by profession: you Senior Engineer, they Lead Engineer. Read from what both of you do today."},
		{"at no organisation", freelance, present, false, "Peers by profession: both Senior Engineer. Read from what both of you do today."},
		{"colleagues by profession", elsewhere, data.Tie{Kind: data.Colleague, Current: true, Months: -1, Sure: data.Possible}, false,
			"Colleagues by profession: both in engineering. Read from what both of you do today."},
		{"confirmed by profession", elsewhere, data.Tie{Kind: data.Colleague, Current: true, Months: -1, Sure: data.Certain, Confirmed: true}, false,
			"Colleagues by profession: both in engineering. You said so."},
		{"confirmed at the organisation", seen, data.Tie{Kind: data.Colleague, Current: true, Months: -1, Sure: data.Certain, Confirmed: true}, false,
			"Colleagues in engineering at Halden Bank. You said so."},
	} {
		c.tie.Derived, c.tie.Mine, c.tie.Theirs = true, 1, 2
		d := &dossier{mine: []data.Role{engineer}, roles: []data.Role{c.theirs}}
		if c.beside {
			coworker := c.tie
			coworker.Kind = data.Coworker
			d.ties = []data.Tie{coworker}
		}
		if got := said(explain(w, d, c.tie, sunday)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestAStatedTieIsSaidAsStated(t *testing.T) {
	w := apptest.English(t)
	for want, tie := range map[string]data.Tie{
		"Mentor, since 2021. You said so.":                                    {Kind: data.Mentor, Since: year(2021), Current: true},
		"Former manager, 2016 to 2019. Taught me to write less. You said so.": {Kind: data.Manager, Since: year(2016), Until: year(2019), Note: "Taught me to write less"},
		"Friend. You said so.":                                                {Kind: data.Friend, Current: true},
	} {
		if got := said(explain(w, &dossier{}, tie, sunday)); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestARoleLiesWhereItIsKnownToHaveBeen(t *testing.T) {
	now := yearOf(sunday)
	day := data.NewDay(2024, 1, 1)
	for name, c := range map[string]struct {
		role data.Role
		want widgets.Bar
		none bool
	}{
		"dates":             {role: data.Role{From: year(2016), To: year(2019)}, want: widgets.Bar{From: 2016, To: 2020}},
		"dates, current":    {role: data.Role{From: year(2016), Current: true}, want: widgets.Bar{From: 2016, To: now}},
		"seen, current":     {role: data.Role{FirstSeen: day, LastSeen: sunday - 9, Current: true}, want: widgets.Bar{From: 2024, To: now, FadeFrom: true}},
		"seen, past":        {role: data.Role{FirstSeen: day, LastSeen: data.NewDay(2026, 1, 1)}, want: widgets.Bar{From: 2024, To: 2026, FadeFrom: true, FadeTo: true}},
		"seen once":         {role: data.Role{FirstSeen: day, LastSeen: day}, want: widgets.Bar{From: 2024 - shortBar, To: 2024, FadeFrom: true, FadeTo: true}},
		"current, no dates": {role: data.Role{Current: true}, want: widgets.Bar{From: now - shortBar, To: now, FadeFrom: true}},
		"only an end":       {role: data.Role{To: year(2019)}, want: widgets.Bar{From: 2020 - shortBar, To: 2020, FadeFrom: true}},
		"only a start":      {role: data.Role{From: year(2019)}, want: widgets.Bar{From: 2019, To: 2019 + shortBar, FadeTo: true}},
		"ends before":       {role: data.Role{From: year(2020), To: year(2019)}, want: widgets.Bar{From: 2020, To: 2020, Point: true}},
		"nothing":           {role: data.Role{Title: "Poet"}, none: true},
	} {
		got, ok := barOf(&c.role, sunday)
		if c.none {
			if ok {
				t.Errorf("%s: %+v", name, got)
			}
			continue
		}
		got.Label = ""
		if !ok || got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

func TestARoleSeenLaterIsNotDrawnFromBeforeTheOneSeenLast(t *testing.T) {
	first, last, now := data.NewDay(2024, 11, 30), data.NewDay(2025, 11, 30), data.NewDay(2026, 11, 15)
	roles := []data.Role{
		{ID: 1, Title: "Creative Director", FirstSeen: now, LastSeen: now, Current: true},
		{ID: 2, Title: "Accountant", FirstSeen: first, LastSeen: last},
		{ID: 3, Title: "Trainee", From: year(2010), To: year(2012)},
	}
	got := bars(roles, sunday, 0)
	for i, want := range []float64{yearOf(last), yearOf(data.NewDay(2010, 12, 31)), 0} {
		if got[i].Earliest != want {
			t.Errorf("%s is drawn from %v on at the earliest, want %v", roles[i].Title, got[i].Earliest, want)
		}
	}
}

func TestTheYearsTogetherAreMarked(t *testing.T) {
	d := &dossier{mine: []data.Role{{ID: 1, Organisation: 7, From: year(2010), To: year(2015)}}, roles: []data.Role{{ID: 2, Organisation: 7, From: year(2012), Current: true}},
		ties: []data.Tie{{Kind: data.Coworker, Derived: true, Mine: 1, Theirs: 2, Since: year(2012), Until: year(2015)}, {Kind: data.Mentor}}}
	lanes, marks := axis(d, sunday)
	if len(lanes) != 2 || len(marks) != 1 || marks[0] != (widgets.Span{From: 2012, To: 2016}) {
		t.Errorf("%d lanes, marked %v", len(lanes), marks)
	}
	if lanes, _ := axis(&dossier{mine: d.mine}, sunday); lanes != nil {
		t.Error("my own career is shown beside nobody's")
	}
}

func TestRolesThatMeetInAMonthOrAYearDoNotOverlap(t *testing.T) {
	march := data.PartialDay{Year: 2020, Month: 3}
	for _, c := range []struct {
		to, from data.PartialDay
		want     float64
	}{
		{march, march, yearOf(data.NewDay(2020, 3, 1))}, {year(2020), year(2020), 2020}, {year(2020), march, yearOf(data.NewDay(2020, 3, 1))},
		{march, year(2021), yearOf(data.NewDay(2020, 4, 1))}, {year(2022), march, 2023},
	} {
		roles := []data.Role{{From: year(2016), To: c.to}, {From: c.from, Current: true}}
		if got := bars(roles, sunday, 0)[0].To; got != c.want {
			t.Errorf("to %v, then from %v: ends in %v, want %v", c.to, c.from, got, c.want)
		}
	}
}

func TestTheAxisBeginsNearTheirCareerAndKeepsWhatIsShared(t *testing.T) {
	d := &dossier{
		mine:  []data.Role{{ID: 1, Organisation: 7, From: year(1985), To: year(1990)}, {ID: 2, From: year(1995), To: year(2020)}},
		roles: []data.Role{{ID: 3, Organisation: 7, FirstSeen: data.NewDay(2024, 1, 1), LastSeen: sunday, Current: true}},
	}
	first := func() float64 {
		lanes, _ := axis(d, sunday)
		return lanes[1].Bars[0].From
	}
	if got := first(); got != 2024-earlier {
		t.Errorf("my own career begins in %v", got)
	}
	d.ties = []data.Tie{{Kind: data.Alumni, Derived: true, Mine: 1, Theirs: 3}}
	if got := first(); got != 1985 {
		t.Errorf("where we both were begins in %v", got)
	}
}

func TestSomeoneImportedIsInvitedToBeKeptUpWith(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	x.tap("Note when you last spoke")
	x.enter("Coffee by the river")
	x.tap("Save")
	x.wants("Coffee: Coffee by the river")
	x.wantsNo("Note when you last spoke")
}

func TestATieIsStatedEndedAndRemoved(t *testing.T) {
	x := newScreen(t)
	x.show(page.Person(x.add("Ada")[0]))
	x.wants("Nothing is noted yet on how you know each other.")
	x.tap("Say how you know each other")
	x.next(1)
	x.enter("2021")
	x.tap("Save")
	x.said("Saved Ada.")
	x.wants("Mentor, since 2021.")
	x.tap("Mentor, since 2021. You said so.")
	x.tap("Edit")
	x.next(2)
	x.enter("2019")
	x.tap("Save")
	x.wants("it lies before the first one")
	x.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("2023")
	x.tap("Save")
	x.wants("Former mentor, 2021 to 2023.")
	x.tap("Former mentor, 2021 to 2023. You said so.")
	x.tap("Remove")
	x.said("Removed the tie.")
	x.wantsNo("Former mentor")
}

func TestContactIsListedByDayEditedAndRemoved(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Raj")
	x.write(func(tx *store.Tx) error {
		for i := range 12 {
			talk := data.Interaction{Kind: data.Call, Day: x.Day - data.Day(i/2), Text: strings.Repeat("x", i+1), People: ids[:1]}
			if i == 0 {
				talk.People = ids
			}
			if err := tx.SaveInteraction(&talk); err != nil {
				return err
			}
		}
		return nil
	})
	x.show(page.Person(ids[0]))
	x.wants("Call, with Raj: x")
	count := 0
	for _, text := range x.seen() {
		if text == "22 Nov" {
			count++
		}
	}
	if count != 1 {
		t.Errorf("a day is written %d times", count)
	}
	x.wantsNo("Call: " + strings.Repeat("x", 12))
	x.tap("Show all")
	x.wants("Call: " + strings.Repeat("x", 12))
	x.tap("Call: " + strings.Repeat("x", 12))
	x.tap("Remove")
	x.said("Removed the contact.")
	x.wantsNo("Call: " + strings.Repeat("x", 12))
	x.tap("Call, with Raj: x")
	x.tap("Edit")
	x.wants("Edit contact")
}

func TestADetailIsAskedAgainUntilItWasAsked(t *testing.T) {
	x := newScreen(t)
	x.show(page.Person(x.add("Ada")[0]))
	x.hear(fyne.KeyR, 0)
	x.enter("Daughter starts school")
	x.key(fyne.KeyReturn)
	x.tap("Daughter starts school")
	x.tap("Edit")
	x.next(1)
	x.enter("2026-12")
	x.tap("Save")
	x.wants("as a whole day")
	x.enter("-03")
	x.tap("Save")
	x.wants("ask again on 3 December")
	x.tap("Daughter starts school")
	x.tap("Asked")
	x.wantsNo("ask again")
	x.tap("Daughter starts school")
	x.tap("Remove")
	x.wantsNo("Daughter starts school")
	x.undo()
	x.wants("Daughter starts school")
}

func TestACheckInIsPutOnADayFromThePage(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada")
	x.show(page.Person(ids[0]))
	x.wantsNo("Put on a day…")
	x.hear(appointKey, 0)
	x.tap("Every quarter")
	x.hear(appointKey, 0)
	x.wants("When to check in with Ada")
	x.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("2026-12-03")
	apptest.Type(t, x.page.Object(), "15:00", "15:00")
	x.tap("Save")
	x.said("The check-in with Ada is on 3 December at 15:00.")
	x.wants("Every quarter, at the latest every four months; due on 3 December at 15:00.")
	x.wants("You put the next check-in on that day, whatever the rhythm asks for.")
	x.tap("Back to its rhythm")
	x.wantsNo("15:00")
	x.undo()
	x.wants("due on 3 December at 15:00")
	x.tap("Put on a day…")
	x.tap("Save")
	x.wants("due on 3 December at 15:00")
}

func TestARhythmIsSetSnoozedSkippedAndPaused(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada")
	x.write(func(tx *store.Tx) error {
		return tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: data.NewDay(2026, 10, 22), People: ids})
	})
	x.show(page.Person(ids[0]))
	x.wants("How often would you like to be in touch?")
	x.tap("Every quarter")
	x.said("Saved Ada.")
	x.wants("Every quarter")
	x.tap("Set a rhythm")
	x.key(fyne.KeyUp)
	x.tap("Save")
	x.wants("Every six weeks, at the latest every ten weeks; due on 3 December.")
	x.tap("Snooze")
	x.tap("Snooze for a month")
	x.said("Snoozed Ada until 22 December.")
	x.wants("Snoozed until 22 December.")
	x.undo()
	x.wantsNo("Snoozed until")
	x.tap("Snooze")
	x.tap("Skip this once")
	x.said("Skipped Ada this once.")
	x.wants("due on 3 January 2027")
	x.hear(fyne.KeyP, 0)
	x.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("2026-11-22")
	x.tap("Pause")
	x.wants("Please choose a day after today.")
	x.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("2027-03-01")
	x.tap("Pause")
	x.said("Paused Ada until 1 March 2027.")
	x.wants("Paused until 1 March 2027.")
	x.tap("Resume")
	x.wantsNo("Paused until")
	x.tap("Set a rhythm")
	x.next(1)
	x.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("many")
	x.tap("Save")
	x.wants("Please choose the ideal interval")
}

func TestACircleGivesItsRhythm(t *testing.T) {
	x := newScreen(t)
	x.show(page.Person(x.add("Ada")[0]))
	x.tap("Add to a circle")
	x.enter("Close")
	x.tap("Save")
	x.tap("Close")
	x.tap("Edit the circle")
	x.next(1)
	x.key(fyne.KeyDown)
	x.tap("Save")
	x.said("Saved the circle “Close”.")
	x.wants("Every two weeks, at the latest every three weeks")
	x.wants("The circle “Close” asks for it.")
	x.tap("Close")
	x.tap("Take out of the circle")
	x.said("Took Ada out of “Close”.")
	x.wants("How often would you like to be in touch?")
	x.undo()
	x.tap("Close")
	x.tap("Edit the circle")
	x.tap("Delete the circle")
	x.said("Deleted the circle “Close”. The people in it stay.")
	x.wantsList("Ada")
}

func TestTwoCirclesOfOneNameAreRefused(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada")
	x.write(func(tx *store.Tx) error {
		if err := tx.JoinCircle(ids[0], "Close", x.Day); err != nil {
			return err
		}
		return tx.JoinCircle(ids[0], "Dormant", x.Day)
	})
	x.show(page.Person(ids[0]))
	x.tap("Dormant")
	x.tap("Edit the circle")
	x.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("close")
	x.tap("Save")
	x.wants("this one is taken")
	if x.Window().Canvas().Overlays().Top() == nil {
		t.Error("the refused form is gone")
	}
}

func TestSeveralPeopleAreEditedInOneOperation(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada", "Ben", "Cleo")
	x.show(page.People())
	x.tap("Choose several")
	x.wants("0 chosen")
	x.tap("Ben")
	x.tap("Cleo")
	x.wants("2 chosen")
	x.tap("Rhythm…")
	x.key(fyne.KeyDown)
	x.tap("Save")
	x.said("Saved 2 people.")
	rhythms, err := x.store.Rhythms(context.Background(), x.Day)
	x.check(err)
	if len(rhythms) != 2 || rhythms[0].Person != ids[1] {
		t.Fatalf("%+v", rhythms)
	}
	x.tap("All in the list")
	x.tap("Circle…")
	x.enter("Ex-Halden")
	x.write(func(tx *store.Tx) error { return tx.DeletePerson(ids[0]) })
	x.tap("Save")
	circles, err := x.store.Circles(context.Background())
	x.check(err)
	if len(circles) != 1 || circles[0].Members != 2 {
		t.Errorf("%+v", circles)
	}
	x.undo()
	if circles, _ = x.store.Circles(context.Background()); len(circles) != 0 {
		t.Errorf("undo left %+v", circles)
	}
	x.hear(fyne.KeyEscape, 0)
	x.wants("Choose several")
}

func TestTwoEntriesBecomeOneAndPartAgain(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada Lovelace", "Ada King")
	x.show(page.Person(ids[0]))
	x.tap("More")
	x.tap("Same as someone else…")
	x.tap("Make them one")
	x.wants("Please fill in")
	x.enter("ada")
	if slices.Contains(apptest.Texts(x.Window().Canvas().Overlays().Top()), "Ada Lovelace") {
		t.Error("someone can be merged with themselves")
	}
	x.tap("Ada King")
	x.tap("Make them one")
	x.said("Ada Lovelace is one entry now.")
	x.wantsList("Ada Lovelace")
	x.wants("Ada King") // among the other names
	x.undo()
	x.wantsList("Ada King", "Ada Lovelace")
}

func TestOnlyWhatIsKnownHasASection(t *testing.T) {
	x := newScreen(t)
	id := x.add("Ada")[0]
	x.show(page.Person(id))
	for _, heading := range []string{"Notes", "How to reach them"} {
		x.wantsNo(heading)
	}
	x.write(func(tx *store.Tx) error {
		p, err := tx.Person(id)
		p.Notes, p.HowMet, p.Place, p.Private = "First.\n\nSecond.", "At a talk", "London", true
		p.Birthday, p.Connected = data.PartialDay{Month: 5, Day: 12}, data.NewDay(2017, 3, 4)
		p.Contacts = []data.ContactPoint{{Kind: data.Email, Value: "ada@example.org"}, {Kind: data.Phone, Value: "+44 1", Label: "home"}}
		if err != nil {
			return err
		}
		return tx.SavePerson(&p)
	})
	for _, text := range []string{"First.", "Second.", "How you met: At a talk", "London.", "private", "12 May",
		"Connected on LinkedIn since 4 March 2017.", "ada@example.org", "Home", "+44 1"} {
		x.wants(text)
	}
}
