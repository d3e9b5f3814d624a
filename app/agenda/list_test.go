package agenda

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

// The way through the screen: what is due stands there with its reason, is put on another day with keys, with the
// pointer and in a dialog, taken back, snoozed, logged, and opened.
func TestACheckInIsMovedSnoozedLoggedAndOpened(t *testing.T) {
	x := newScreen(t)
	ana, bob := x.person("Ana Souza", 2), x.person("Bob Day", 10)
	x.show()
	x.sees("Agenda", "In the next seven days: one check-in.", "Tue 24 Nov", "Ana Souza", "Every month, last in touch on 25 October.", "Next week", "1 of 10 check-ins")
	x.chosen("Ana Souza")
	x.Hear(fyne.KeyDown, fyne.KeyModifierAlt)
	x.said("The check-in with Ana Souza is on Wednesday.", true)
	x.is(ana, sunday+3, data.AllDay)
	x.sees("Wed 25 Nov", "You put it here. Every month.")
	x.chosen("Ana Souza")
	x.Hear(fyne.KeyDown, fyne.KeyModifierAlt|fyne.KeyModifierShift)
	x.is(ana, sunday+10, data.AllDay)
	x.key(laterKey, soonerKey, soonerKey)
	x.is(ana, sunday+9, data.AllDay)
	x.undo()
	x.is(ana, sunday+10, data.AllDay)
	x.chosen("Ana Souza")

	x.key(dayKey)
	x.sees("When to check in with Ana Souza", "Day", "Hour", "May stay empty.")
	x.enter("2026-11-21")
	x.tap("Save")
	x.sees("Please choose today or a later day.")
	x.enter("2026-11-30")
	apptest.Type(t, x.top(), "15:00", "9:75")
	x.tap("Save")
	x.sees("Please choose the hour between 00:00 and 23:59.")
	apptest.Type(t, x.top(), "9:75", "9:30")
	x.tap("Save")
	x.said("The check-in with Ana Souza is on 30 November at 09:30.", true)
	x.is(ana, sunday+8, 9*60+30)
	x.sees("09:30")
	x.key(laterKey)
	x.is(ana, sunday+9, 9*60+30)
	x.key(dayKey)
	x.tap("Back to its rhythm")
	x.said("The check-in with Ana Souza follows its rhythm again.", true)
	x.is(ana, 0, 0)
	x.key(dayKey)
	for _, r := range "friday" { // in place of the day that is proposed
		x.Window().Canvas().Focused().TypedRune(r)
	}
	x.tap("Save")
	x.is(ana, sunday+5, data.AllDay)
	x.undo()

	x.key(snoozeKey)
	x.tap("A week later")
	x.said("Snoozed Ana Souza until 1 December.", true)
	x.key(logKey)
	x.sees("Log contact", "Ana Souza")
	x.key(fyne.KeyEscape)
	x.key(fyne.KeyDown)
	x.chosen("Bob Day")
	x.key(fyne.KeyReturn)
	if !slices.Equal(x.Opened, []page.Route{page.Person(bob)}) {
		t.Errorf("opened %v", x.Opened)
	}
}

func TestPromisesAreMovedAndKeptAndDaysOfPeopleStay(t *testing.T) {
	x := newScreen(t)
	datatest.Person(t, x.store, "Cem Kaya", datatest.Promise(data.Mine, "the slides", "2026-11-01", "2026-11-20"), datatest.Birthday("1980-11-25"))
	x.show()
	x.sees("Overdue", "Fri 20 Nov", "For Cem Kaya: the slides", "You said so on 1 November, two days late.", "One is overdue.", "Cem Kaya turns 46", "birthday")
	due := func() data.Day {
		t.Helper()
		all, err := x.store.Promises(t.Context(), store.PromiseFilter{})
		x.check(err)
		return all[0].Due
	}
	x.key(soonerKey)
	x.said("That day is over. Please choose today or a later one.", false)
	x.key(laterKey)
	x.said("Moved to 22 November.", true)
	if due() != sunday {
		t.Errorf("due %s", due())
	}
	x.key(dayKey)
	x.enter("2026-12-24")
	x.tap("Save")
	if due() != datatest.Day(t, "2026-12-24") {
		t.Errorf("due %s", due())
	}
	x.undo()
	x.seesNot("Overdue")
	x.key(fyne.KeyDown)
	x.key(laterKey)
	x.said("Birthdays and other days of people stay where they are.", false)
	x.key(dayKey)
	x.said("Birthdays and other days of people stay where they are.", false)
	x.key(fyne.KeyUp, doneKey)
	x.said("Noted: kept.", true)
	x.seesNot("the slides")
}

func TestWhatTheCapMovesIsSaidAndFullDaysAreMarked(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error {
		if err := tx.Set("per_week", "4"); err != nil {
			return err
		}
		return tx.Set("per_day", "2")
	})
	for i := range 5 {
		x.person(fmt.Sprint("Person ", i), 3)
	}
	x.show()
	x.sees("full", "Due Wed 25 Nov, moved: two that day already. Every month.", "5 of 4 check-ins, more than you give")
	x.person("One More", 3, func(_ testing.TB, tx *store.Tx, id data.ID) error {
		c, err := tx.Cadence(id)
		c.Appoint(data.Appointment{Day: sunday + 3, At: 60, Made: sunday})
		x.check(err)
		return tx.SaveCadence(c)
	})
	x.page.load()
	x.person("Two More", 3, func(_ testing.TB, tx *store.Tx, id data.ID) error {
		c, err := tx.Cadence(id)
		c.Appoint(data.Appointment{Day: sunday + 3, At: 90, Made: sunday})
		x.check(err)
		return tx.SaveCadence(c)
	})
	x.person("Three More", 3, func(_ testing.TB, tx *store.Tx, id data.ID) error {
		c, err := tx.Cadence(id)
		c.Appoint(data.Appointment{Day: sunday + 3, At: 30, Made: sunday})
		x.check(err)
		return tx.SaveCadence(c)
	})
	x.sees("one too many", "00:30")
}

func TestDaysWithoutAnythingAreFoldedAndFurtherWeeksAskedFor(t *testing.T) {
	x := newScreen(t)
	x.person("Ana", 3)
	x.far()
	x.show()
	want := []string{"This week", "-", "Next week", "-", "Ana", "-", "30 November to 6 December", "-", "7 to 13 December", "-", "14 to 20 December", "-", "21 to 27 December", "-", "28 December to 2 January 2027", "-", "+"}
	if got := x.titles(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	x.sees("Mon 23 Nov", "tomorrow", "Tue 24 Nov")
	x.page.list.list.Select(len(x.page.list.rows) - 1)
	x.sees("Show six more weeks: one check-in lies beyond")
	x.page.list.list.Open()
	if got := x.titles(); !slices.Contains(got, "Far") {
		t.Errorf("%q", got)
	}
	x.page.list.list.Select(len(x.page.list.rows) - 1)
	x.sees("Show six more weeks")
}

// drag drags the row of an item to a place and lets it go there.
func (x *screen) drag(i *briefing.Item, to fyne.Position) {
	x.t.Helper()
	for _, l := range x.page.list.made {
		if l.row != nil && l.row.item == i {
			ev := &fyne.DragEvent{}
			ev.AbsolutePosition = to
			l.Dragged(ev)
			if i.Movable() && !x.page.list.ghost.Visible() {
				x.t.Error("nothing is seen to be dragged")
			}
			l.DragEnd()
			return
		}
	}
	x.t.Fatalf("%s is not in sight", i.Name)
}

// at returns the place of the row that stands on a day, or of the day among those that are free.
func (x *screen) at(day data.Day) fyne.Position {
	x.t.Helper()
	l := x.page.list
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.list)
	for i := range l.rows {
		r := &l.rows[i]
		if !r.holds(day) {
			continue
		}
		left := float32(60)
		for j, d := range r.days {
			if d.Day == day {
				from, wide := slotAt(j, len(r.days), l.list.Size().Width)
				left = from + wide/2
			}
		}
		return corner.AddXY(left, (float32(i)+0.5)*60-l.list.Lead)
	}
	x.t.Fatalf("%s is not in the list", day)
	return fyne.Position{}
}

func TestARowIsDraggedToAnotherDay(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana", 3)
	x.person("Bob", 4)
	datatest.Person(t, x.store, "Cem", datatest.Birthday("1980-11-24"))
	x.show()
	anas := func() *briefing.Item { return x.page.list.rows[slices.Index(x.titles(), "Ana")].item }
	x.drag(anas(), x.at(sunday+4))
	x.said("The check-in with Ana is on Thursday.", true)
	x.is(ana, sunday+4, data.AllDay)
	x.drag(anas(), x.at(sunday+6))
	x.is(ana, sunday+6, data.AllDay)
	said := len(x.Toasts)
	x.drag(anas(), x.at(sunday+6))
	x.drag(anas(), fyne.NewPos(5, 5))
	x.drag(x.page.list.rows[slices.Index(x.titles(), "Cem turns 46")].item, x.at(sunday+6))
	if len(x.Toasts) != said {
		t.Errorf("said %v", x.Toasts[said:])
	}
	x.is(ana, sunday+6, data.AllDay)
	if x.page.list.ghost.Visible() || x.page.list.over != 0 {
		t.Error("after it was let go, the list still shows a drag")
	}
}

func TestWhatWaitsForRoomTodayIsOverdueAndItsDayKeptForIt(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error { return tx.Set("per_day", "1") })
	x.person("Ana", -5)
	x.person("Bob", 0)
	x.person("Cem", -2)
	x.show()
	if got := x.titles(); !slices.Equal(got[:5], []string{"Overdue", "Cem", "Bob", "This week", "Ana"}) {
		t.Errorf("%q", got)
	}
	x.sees("Two days over, next free place Mon 23 Nov. Every month.", "Due today, moved to Tue 24 Nov: today is full. Every month.", "tomorrow, full", "Five days over. Every month.", "Two are overdue.")
}

func TestMuchThatIsOverdueIsFoldedUntilItIsAskedFor(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error { return tx.Set("per_day", "2") })
	for i := range 21 {
		x.person(fmt.Sprint("Person ", i), -i)
	}
	x.show()
	overdue := func() int { return slices.Index(x.titles(), "This week") - 1 }
	if n := overdue(); n != overdueAtFirst {
		t.Errorf("%d are shown", n)
	}
	x.sees("the most pressing first", "two overdue")
	x.sees("Show 15 more that are overdue", "14 of 10 check-ins, more than you give")
	x.tap("Show 15 more that are overdue")
	if n := overdue(); n != 19 {
		t.Errorf("%d are shown", n)
	}
}

func TestAnAgendaOfLaterWeeksAloneBeginsWithThisOne(t *testing.T) {
	x := newScreen(t)
	x.far()
	x.show()
	x.sees("This week", "Nothing stands in the next seven days.")
}

func TestAnEmptyAgendaTakesKeysWithoutHarm(t *testing.T) {
	x := newScreen(t).show()
	x.sees("Nothing stands in the next seven days.", "Give a few people a rhythm")
	for _, k := range x.page.Keys() {
		if k.Name != fyne.Key2 {
			k.Do()
		}
	}
	if len(x.Errors)+len(x.Toasts)+len(x.Opened) > 0 || x.Window().Canvas().Overlays().Top() != nil {
		t.Errorf("%v %v %v", x.Errors, x.Toasts, x.Opened)
	}
}

func TestTheMenuOfARowTellsWhatCanBeDone(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana", 2)
	x.show()
	for _, l := range x.page.list.made {
		if l.row != nil && l.row.kind == item {
			l.more.Tapped(nil)
			break
		}
	}
	x.sees("Open the person", "Log contact", "A day sooner", "Put on a day…", "Skip this once", "Pause…")
	x.tap("A day sooner")
	x.is(ana, sunday+1, data.AllDay)
}

func TestHiddenNamesAreHiddenEverywhere(t *testing.T) {
	x := newScreen(t)
	x.Hidden = true
	x.person("Ana Souza", 2, datatest.Promise(data.Mine, "send Ana the slides of Raj", "2026-11-01", "2026-11-25"), datatest.Birthday("1980-11-25"), datatest.Milestone("Souza family day, with Raj", "2026-11-26"))
	x.person("Raj Patel", 2)
	x.show()
	x.sees("A. S.", "A. S. turns 46")
	x.seesNot("Ana", "Souza", "Raj")
	x.key(laterKey)
	x.said("The check-in with A. S. is on Wednesday.", true)
	x.key(fyne.Key2)
	x.seesNot("Ana", "Souza", "Raj")
}

func TestAKeyPressedTwiceBeforeTheListFollowsGoesOn(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana", 2)
	x.show()
	x.Timers().Hold()
	x.Hear(fyne.KeyDown, fyne.KeyModifierAlt)
	x.Hear(fyne.KeyDown, fyne.KeyModifierAlt)
	x.Timers().Release()
	x.is(ana, sunday+4, data.AllDay)
}
