package today

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/store"
)

func TestTheDaySaysWhomToReachWhyAndWhatToAsk(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana Souza", 51)
	x.detail(ana, "how the move went", sunday)
	raj := x.person("Raj Patel", 10)
	x.detail(raj, "Daughter starts school", sunday-3)
	x.show()
	x.sees("Sunday, 22 November", "One person to reach, one detail to ask about.",
		"Ana Souza", "Every six weeks, nine days over. Coffee on 2 October: her move to Lisbon. Ask: how the move went",
		"Ask about", "Raj Patel", "Daughter starts school")
}

func TestLoggingContactClearsTheRowAndUndoBringsItBack(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 51)
	x.show()
	x.key(fyne.KeyL)
	x.tap("Save")
	x.said("Logged with Ana Souza.", true)
	x.seesNot("Reach out")
	x.sees("Nobody is due today. Next: Ana Souza on 3 January 2027.", "Nothing waits for you here.")
	x.undo()
	x.sees("Reach out", "One person to reach.")
}

func TestSnoozingOffersSeveralDays(t *testing.T) {
	for item, until := range map[string]data.Day{"Until tomorrow": sunday + 1, "For a week": sunday + 7, "For a month": data.NewDay(2026, 12, 22)} {
		t.Run(item, func(t *testing.T) {
			x := newScreen(t)
			ana := x.person("Ana Souza", 51)
			x.show()
			x.tap("Snooze")
			x.tap(item)
			x.said("Snoozed Ana Souza until "+x.Words().Date(until, sunday)+".", true)
			if r, err := x.store.RhythmOf(context.Background(), ana, sunday); err != nil || r.Cadence.Snoozed != until || r.Cadence.Rhythm != sixWeeks {
				t.Errorf("kept %+v, %v", r.Cadence, err)
			}
			x.seesNot("Reach out")
			x.undo()
			x.sees("Reach out")
		})
	}
}

func TestSnoozingToADayOfOnesOwnAsksForADayAfterToday(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 51)
	x.show()
	x.key(fyne.KeyS)
	x.tap("Until a day…")
	top := x.Window().Canvas().Overlays().Top()
	for typed, answer := range map[string]string{"2026-11-22": "Please choose a day after today.", "soon": "Please write the day as a year, a month or a day", "": "Please choose a day after today."} {
		apptest.Type(t, top, shownDay(top), typed)
		apptest.Tap(t, top, "Snooze")
		if !apptest.Shows(top, answer) {
			t.Errorf("%q: %q", typed, apptest.Texts(top))
		}
	}
	apptest.Type(t, top, shownDay(top), "2026-12-03")
	apptest.Key(x.Window(), fyne.KeyReturn)
	x.said("Snoozed Ana Souza until 3 December.", true)
}

// shownDay returns what stands in the field for a day.
func shownDay(o fyne.CanvasObject) string {
	texts := apptest.Texts(o)
	i := slices.IndexFunc(texts, func(s string) bool { return strings.HasPrefix(s, "Until") })
	for _, s := range texts[i+1:] {
		if s != "*" {
			return s
		}
	}
	return ""
}

func TestSkippingLeavesOutOneCheckInAndPausingAllUntilADay(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana Souza", 51)
	x.show()
	x.tap("Snooze")
	x.tap("Skip this once")
	x.said("Skipped Ana Souza this once.", true)
	x.seesNot("Reach out")
	x.undo()
	x.tap("Snooze")
	x.tap("Pause…")
	apptest.Key(x.Window(), fyne.KeyReturn)
	x.said("Paused Ana Souza until 22 February 2027.", true)
	if p, err := x.store.Person(context.Background(), ana); err != nil || p.PausedUntil != data.NewDay(2027, 2, 22) {
		t.Errorf("paused until %v, %v", p.PausedUntil, err)
	}
	x.seesNot("Reach out")
}

func TestSomeoneWithTheRhythmOfACircleCanBeSnoozed(t *testing.T) {
	x := newScreen(t)
	p := data.Person{Name: "Ana Souza"}
	x.write(func(tx *store.Tx) error {
		if err := tx.SaveCircle(&data.Circle{Name: "Close", Rhythm: sixWeeks}); err != nil {
			return err
		}
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		return tx.JoinCircle(p.ID, "Close", sunday-100)
	})
	x.show()
	x.sees("Ana Souza")
	x.tap("Snooze")
	x.tap("For a week")
	x.seesNot("Reach out")
	x.sees("Coming up", "Sunday, 29 November")
}

func TestAskedTakesTheDayFromTheDetailAndKeepsIt(t *testing.T) {
	x := newScreen(t)
	raj := x.person("Raj Patel", 10)
	x.detail(raj, "Daughter starts school", sunday-3)
	x.show()
	x.tap("Asked")
	x.said("Asked Raj Patel.", true)
	x.seesNot("Ask about", "Daughter starts school")
	kept, err := x.store.Details(context.Background(), raj)
	if err != nil || len(kept) != 1 || kept[0].AskOn != 0 || kept[0].Text != "Daughter starts school" {
		t.Errorf("kept %+v, %v", kept, err)
	}
	x.undo()
	x.sees("Ask about", "Daughter starts school")
}

func TestEverythingCanBeDoneWithTheKeysAlone(t *testing.T) {
	x := newScreen(t)
	ana, raj := x.person("Ana Souza", 60), x.person("Raj Patel", 50)
	li := x.person("李雷", 5)
	x.detail(li, "Looking for a data lead", sunday)
	x.show()
	x.key(fyne.KeyO)
	x.key(fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyO)
	if want := []page.Route{page.Person(ana), page.Person(raj), page.Person(li), page.Person(ana)}; !slices.Equal(x.Opened, want) {
		t.Errorf("opened %v, want %v", x.Opened, want)
	}
	x.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyD)
	x.said("Asked 李雷.", true)
	x.key(fyne.KeyS)
	x.key(fyne.KeyDown, fyne.KeyReturn) // what is now the last row is Raj's, and the menu has the focus
	x.said("Snoozed Raj Patel until 23 November.", true)
	x.key(fyne.KeyL)
	x.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	x.sees("Ana Souza")
}

func TestTabGoesFromTheRowToItsButtonsAndTheKeysFollow(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 60)
	raj := x.person("Raj Patel", 50)
	x.show()
	c := x.Window().Canvas()
	c.FocusNext() // Ana's Snooze
	c.FocusNext() // Ana's Log
	c.FocusNext() // Raj
	c.FocusNext() // Raj's Snooze
	x.key(fyne.KeyO)
	if want := []page.Route{page.Person(raj)}; !slices.Equal(x.Opened, want) {
		t.Errorf("opened %v, want %v", x.Opened, want)
	}
	x.key(fyne.KeySpace)
	if c.Overlays().Top() == nil {
		t.Error("Space on Snooze opens no menu")
	}
}

func TestTheRowStaysTheCurrentOneWhenTheDayIsShownAnew(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 60)
	x.person("Raj Patel", 50)
	x.person("Tomasz Nowak", 45)
	x.show()
	x.key(fyne.KeyDown)
	x.page.Changed(data.Change{All: true})
	x.key(fyne.KeyS, fyne.KeyDown, fyne.KeyReturn)
	x.said("Snoozed Raj Patel until 23 November.", true)
	x.key(fyne.KeyS, fyne.KeyDown, fyne.KeyReturn)
	x.said("Snoozed Tomasz Nowak until 23 November.", true)
}

func TestTappingARowOpensThePerson(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana Souza", 51)
	raj := x.person("Raj Patel", 40)
	x.show()
	x.tap("Ana Souza")
	x.tap("Raj Patel")
	if want := []page.Route{page.Person(ana), page.Person(raj)}; !slices.Equal(x.Opened, want) {
		t.Errorf("opened %v, want %v", x.Opened, want)
	}
}

func TestTheHeaderFindsAndLogs(t *testing.T) {
	x := newScreen(t).show()
	x.tap("Find")
	x.tap("Log")
	if !slices.Equal(x.log, []string{"find", "log"}) {
		t.Errorf("asked for %v", x.log)
	}
}

func TestWithoutARhythmTheScreenSaysWhatToDo(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error { return tx.SavePerson(&data.Person{Name: "Ana Souza"}) })
	x.show()
	x.sees("Nobody has a rhythm yet.", "Give a few people a rhythm")
	x.seesNot("Reach out", "Coming up", "Nothing waits")
	x.tap("Choose whom to keep up with")
	x.tap("Import")
	if want := []page.Route{page.Welcome(), page.Importing()}; !slices.Equal(x.Opened, want) {
		t.Errorf("opened %v, want %v", x.Opened, want)
	}
	x.key(fyne.KeyDown, fyne.KeyUp, fyne.KeyL, fyne.KeyS, fyne.KeyD, fyne.KeyO)
	if len(x.Opened) != 2 || len(x.Toasts) > 0 || x.Window().Canvas().Overlays().Top() != nil {
		t.Error("a key did something though there is no row")
	}
}

func TestAFreeDayNamesWhoComesNextAndListsTheWeek(t *testing.T) {
	x := newScreen(t)
	for i := range 7 {
		x.person(fmt.Sprintf("Person %d", i+1), 42-i/2-1)
	}
	x.person("Far Away", 30)
	x.show()
	x.sees("Nobody is due today. Next: Person 1 tomorrow.", "Coming up", "Monday, 23 November", "Tuesday, 24 November", "Person 5", "Every six weeks")
	x.seesNot("Person 6", "Far Away")
	if n := strings.Count(strings.Join(apptest.Texts(x.page.Object()), "\n"), "Monday"); n != 1 {
		t.Errorf("Monday is named %d times, for two people", n)
	}
}

func TestWhoeverWaitsForAFreeDayIsNamedWithWhatIsOverdue(t *testing.T) {
	x := newScreen(t)
	for i := range 5 {
		x.person(fmt.Sprint("Person ", i+1), 50)
	}
	x.show()
	x.sees("Three people to reach. Two more are due and wait for a free day.")
	x.prefer("per_day", "1")
	x.person("Long Ago", 80)
	x.person("Longer Ago", 90)
	x.sees("One person to reach. Six more are due and wait for a free day, one of them overdue.")
}

func TestADayKeptFreeSaysWhoWaits(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 50)
	x.prefer("weekdays", "1,2,3,4,5")
	x.show()
	x.seesNot("Nothing waits")
	x.sees("Every six weeks, eight days over", "You keep today free. One person is due and waits for the next day you give.", "Monday, 23 November")
	x.person("Raj Patel", 100)
	x.sees("Two people are due and wait for the next days you give, one of them overdue.")
}

func TestTooManyRhythmsAreSaid(t *testing.T) {
	x := newScreen(t)
	for i := range 12 {
		x.person(fmt.Sprint("Person ", i+1), 1)
	}
	x.prefer("per_week", "1")
	x.show()
	x.sees("Your rhythms ask for 2 check-ins a week; you give 1.")
}

func TestANewDayIsShownWhenItBegins(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 41)
	x.show()
	x.sees("Sunday, 22 November", "Nobody is due today.")
	x.Day++
	x.page.Changed(data.Change{Kinds: []data.Kind{data.Snapshots}})
	x.sees("Monday, 23 November", "One person to reach.", "Every six weeks, due today.")
}

func TestHiddenNamesAreInitials(t *testing.T) {
	x := newScreen(t)
	x.Hidden = true
	ana := x.person("Ana Souza", 51)
	x.person("Raj Patel", 40)
	x.detail(ana, "Ask Ana for her talk", sunday)
	x.write(func(tx *store.Tx) error {
		if err := tx.SavePromise(&data.Promise{Person: ana, By: data.Mine, What: "send Ana Souza the rubric", Made: sunday - 3, Due: sunday}); err != nil {
			return err
		}
		return tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: sunday - 51, Text: "Souza moves to Lisbon", People: []data.ID{ana}})
	})
	raj := x.person("Kim Lee", 1)
	x.detail(raj, "Ask", sunday)
	x.show()
	x.seesNot("Ana", "Souza", "Raj", "Kim")
	x.sees("A. S.", "R. P.", "K. L.")
}

func TestTextFromStrangersStaysOnItsRow(t *testing.T) {
	x := newScreen(t)
	name := "A\u202egro\nB" + strings.Repeat("x", 280)
	id := x.person(name, 51)
	x.detail(id, strings.Repeat("word ", 1000)+"\n{{.Name}}", sunday)
	for i := range 20 {
		x.detail(x.person(fmt.Sprint("Person ", i), 1), strings.Repeat("long ", 1000), sunday)
	}
	x.show()
	x.sees("…", "Ten more to ask about after these.")
	if h := x.page.Object().MinSize().Width; h > 740 {
		t.Errorf("the page needs %v, so that it is cut in a narrow window", h)
	}
	for _, s := range apptest.Texts(x.page.Object()) {
		if len([]rune(s)) > 700 {
			t.Errorf("a row shows %d characters", len([]rune(s)))
		}
	}
}

func TestAPersonWhoIsGoneIsAFailureNotACrash(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana Souza", 51)
	x.show()
	stale := x.page.(*view).content.reach[0]
	x.write(func(tx *store.Tx) error { return tx.DeletePerson(ana) })
	x.sees("Nobody has a rhythm yet.")
	x.page.(*view).putOff(stale).Snooze(sunday + 7)
	if len(x.Errors) != 1 || len(x.Toasts) != 0 {
		t.Errorf("failed %v, said %v", x.Errors, x.Toasts)
	}
}

func TestTheSampleNetworkFillsTheDay(t *testing.T) {
	x := newScreen(t).withSample().show()
	x.sees("Reach out", "Coming up", "to reach", "Every ")
	if n := len(x.page.(*view).content.reach); n == 0 || n > 3 {
		t.Errorf("%d people to reach", n)
	}
}

func TestThreeThousandRhythmsAreShown(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error {
		for i := range 3000 {
			p := data.Person{Name: fmt.Sprint("Person ", i)}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			if err := tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: sixWeeks, Set: sunday - 200}); err != nil {
				return err
			}
		}
		return nil
	})
	x.show()
	x.sees("Three people to reach. 2997 more are due", "Your rhythms ask for 500 check-ins a week; you give 10.")
}

func TestACheckInWithAnHourSaysItAndComesFirst(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 60)
	bob := x.person("Bob Day", 45)
	x.write(func(tx *store.Tx) error {
		c, err := tx.Cadence(bob)
		c.Appoint(data.Appointment{Day: sunday, At: 15 * 60, Made: sunday})
		x.check(err)
		return tx.SaveCadence(c)
	})
	x.show()
	x.sees("Every six weeks, due today at 15:00.")
	cem := x.person("Cem Kaya", 30)
	x.write(func(tx *store.Tx) error {
		c, err := tx.Cadence(cem)
		c.Appoint(data.Appointment{Day: sunday + 2, At: 9 * 60, Made: sunday})
		x.check(err)
		return tx.SaveCadence(c)
	})
	x.sees("Every six weeks, at 09:00")
	shown := apptest.Texts(x.page.Object())
	if slices.Index(shown, "Bob Day") > slices.Index(shown, "Ana Souza") {
		t.Errorf("%q", shown)
	}
	x.key(fyne.KeyS)
	x.tap("Put on a day…")
	x.key(fyne.KeyEscape)
}
