package agenda

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/look"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// cell returns the cell of a day that is shown.
func (x *screen) cell(day data.Day) *cell {
	x.t.Helper()
	for _, c := range x.page.month.cells {
		if c.Visible() && c.day == day {
			return c
		}
	}
	x.t.Fatalf("%s is not shown", day)
	return nil
}

func TestTheMonthNamesWhatStandsOnItsDays(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 3)
	datatest.Person(t, x.store, "Cem", datatest.Promise(data.Theirs, "a word", "2026-11-01", "2026-11-26"), datatest.Birthday("1980-11-25"))
	x.show()
	x.key(fyne.Key2)
	x.sees("November 2026", "Mon", "Sun", "22, today", "1 Dec", "Ana Souza", "promise: Cem", "Cem turns 46")
	if first := x.page.month.cells[0]; first.day.Weekday() != time.Monday || first.day > sunday || first.day <= sunday-7 {
		t.Errorf("the month begins on %s", first.day)
	}
}

func TestTheArrowKeysGoFromDayToDayAndPageKeysFromMonthToMonth(t *testing.T) {
	x := newScreen(t)
	x.far()
	x.show()
	x.key(fyne.Key2)
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyRight, "2026-11-23"}, {fyne.KeyDown, "2026-11-30"}, {fyne.KeyLeft, "2026-11-29"}, {fyne.KeyUp, "2026-11-22"}, {fyne.KeyUp, "2026-11-22"},
		{fyne.KeyPageDown, "2026-12-22"}, {fyne.KeyPageDown, "2027-01-22"}, {fyne.KeyPageUp, "2026-12-22"}, {nowKey, "2026-11-22"}, {fyne.KeyPageUp, "2026-11-22"},
	} {
		x.key(c.key)
		if got := x.page.month.day.String(); got != c.want {
			t.Errorf("%s goes to %s, want %s", c.key, got, c.want)
		}
	}
	x.key(fyne.KeyPageDown, fyne.KeyPageDown)
	x.sees("January 2027", "Far")
	x.key(fyne.KeyLeft)
	x.key(fyne.KeyReturn)
	if x.page.at != manner(x.page.list) {
		t.Fatal("Enter does not open the day in the list")
	}
	x.chosen("Far")
}

func TestADayOfTheMonthIsOpenedWithATap(t *testing.T) {
	x := newScreen(t)
	x.person("Ana", 3)
	x.person("Bob", 9)
	x.show()
	x.key(fyne.Key2)
	x.cell(sunday + 9).Tapped(nil)
	x.chosen("Bob")
	if x.page.at != manner(x.page.list) {
		t.Error("the list is not shown")
	}
}

func TestWhatStandsInTheMonthIsDraggedToAnotherDay(t *testing.T) {
	x := newScreen(t)
	ana := x.person("Ana", 3)
	x.show()
	x.key(fyne.Key2)
	from, to := x.cell(sunday+3), x.cell(sunday+5)
	drag := func(at fyne.Position, onto *cell) {
		ev := &fyne.DragEvent{}
		ev.Position = at
		ev.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(onto).AddXY(10, 10)
		from.Dragged(ev)
		from.DragEnd()
	}
	drag(fyne.NewPos(20, cellTop+cellHead+cellLine*3), to) // nothing stands there
	x.is(ana, 0, 0)
	drag(fyne.NewPos(20, cellTop+cellHead+4), to)
	x.said("The check-in with Ana is on Friday.", true)
	x.is(ana, sunday+5, data.AllDay)
	from = x.cell(sunday + 5)
	drag(fyne.NewPos(20, cellTop+cellHead+4), x.cell(sunday-2))
	x.said("That day is over. Please choose today or a later one.", false)
	x.is(ana, sunday+5, data.AllDay)
	if x.page.month.ghost.Visible() || x.page.month.over != nil {
		t.Error("after it was let go, the month still shows a drag")
	}
}

func TestADayWithoutRoomCountsWhatStandsOnIt(t *testing.T) {
	x := newScreen(t)
	x.person("Ana", 3)
	x.person("Bob", 3)
	x.person("Cem", 3)
	x.show()
	x.key(fyne.Key2)
	c := x.cell(sunday + 3)
	for high, want := range map[float32]int{20: 0, 50: 0, 62: 0, 80: 1, 200: 3} {
		c.Resize(fyne.NewSize(120, high))
		if c.seen != want {
			t.Errorf("%v high, %d are named", high, c.seen)
		}
	}
}

func TestTheMonthNamesWhatIsOverdueWhereThereIsAPlaceForIt(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error { return tx.Set("per_day", "1") })
	x.person("Ana", -5)
	x.person("Bob", -2)
	datatest.Person(t, x.store, "Cem", datatest.Promise(data.Mine, "the slides", "2026-11-01", "2026-11-20"))
	x.show()
	x.key(fyne.Key2)
	for day, want := range map[data.Day]string{sunday: "late: Ana", sunday + 1: "late: Bob"} {
		if !apptest.Shows(x.cell(day), want) {
			t.Errorf("%s shows %q", day, apptest.Texts(x.cell(day)))
		}
	}
	if !apptest.Shows(x.cell(sunday), "late promise: Cem") {
		t.Errorf("today shows %q", apptest.Texts(x.cell(sunday)))
	}
}

func TestWhatIsLateDiffersFromTheRestOfTheMonthInWordsAndColour(t *testing.T) {
	x := newScreen(t)
	x.person("Ana", -5)
	x.person("Bob", 0)
	datatest.Person(t, x.store, "Dora", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-01-02", ""))
	x.show()
	x.key(fyne.Key2)
	if x.page.content.agenda.Day(sunday).CheckIns != 3 {
		t.Fatal("not all stand on today")
	}
	for i := range x.cell(sunday).items {
		it := &x.cell(sunday).items[i]
		text, style := x.page.brief(it)
		if late := it.Name != "Bob"; strings.HasPrefix(text, "late: ") != late || (style.Color == look.ColorNameClaret) != late {
			t.Errorf("%s is written %q in %s", it.Name, text, style.Color)
		}
	}
}

func TestWhatStandsOnADayOfTheMonthIsChosenAndMovedWithKeys(t *testing.T) {
	x := newScreen(t)
	ana, bob := x.person("Ana", 3), x.person("Bob", 3)
	x.show()
	x.key(fyne.Key2, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	mark := func(day data.Day, want float32) {
		t.Helper()
		if c := x.cell(day); c.mark.Hidden || c.mark.Position().Y != cellTop+cellHead+want*cellLine {
			t.Errorf("the mark is at %v, hidden %v", c.mark.Position(), c.mark.Hidden)
		}
	}
	chosen := func(name string) {
		t.Helper()
		if i := x.page.at.chosen(); i == nil || i.Name != name {
			t.Errorf("%+v is chosen, want %s", i, name)
		}
	}
	chosen("Ana")
	mark(sunday+3, 0)
	x.key(fyne.KeySpace)
	chosen("Bob")
	mark(sunday+3, 1)
	x.key(fyne.KeySpace)
	chosen("Ana")
	x.key(fyne.KeySpace)
	x.Hear(fyne.KeyRight, fyne.KeyModifierAlt)
	x.is(bob, sunday+4, data.AllDay)
	chosen("Bob")
	x.Hear(fyne.KeyDown, fyne.KeyModifierAlt) // as the arrow lies: a week
	x.is(bob, sunday+11, data.AllDay)
	if x.page.month.title.Text() != "November 2026" || x.page.month.day != sunday+11 {
		t.Errorf("%s is chosen in %s: the sheet did not stay", x.page.month.day, x.page.month.title.Text())
	}
	chosen("Bob")
	for range 6 {
		x.Hear(fyne.KeyDown, fyne.KeyModifierAlt)
	}
	x.is(bob, sunday+53, data.AllDay)
	x.sees("January 2027", "Bob")
	chosen("Bob")
	x.key(dayKey)
	x.sees("When to check in with Bob")
	x.key(fyne.KeyEscape)
	x.key(nowKey, logKey) // nothing stands on today
	if x.Window().Canvas().Overlays().Top() != nil {
		t.Error("a key acts on nothing")
	}
	x.is(ana, 0, 0)
	x.undo()
	x.is(bob, sunday+46, data.AllDay)
}

func TestInADayWithLittleRoomWhatIsChosenIsAmongWhatIsNamed(t *testing.T) {
	x := newScreen(t)
	for _, name := range []string{"Ana", "Bob", "Cem"} {
		x.person(name, 3)
	}
	x.show()
	x.key(fyne.Key2, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace, fyne.KeySpace)
	c := x.cell(sunday + 3)
	c.Resize(fyne.NewSize(120, 80))
	if c.seen != 1 || !apptest.Shows(c, "Cem") || apptest.Shows(c, "Ana") {
		t.Errorf("it shows %q", apptest.Texts(c))
	}
	c.Resize(fyne.NewSize(120, 20))
	if x.page.at.chosen() != nil {
		t.Error("keys act on something that nobody sees")
	}
}

func TestWhatWasChosenLastOnADayMayGo(t *testing.T) {
	x := newScreen(t)
	x.person("Ana", 3)
	bob := x.person("Bob", 3)
	x.show()
	x.key(fyne.Key2, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	x.write(func(tx *store.Tx) error { return tx.DeletePerson(bob) })
	if i := x.page.at.chosen(); i == nil || i.Name != "Ana" {
		t.Errorf("%+v is chosen", i)
	}
}

func TestADayThatIsTappedIsChosenFromItsBeginning(t *testing.T) {
	x := newScreen(t)
	for name, in := range map[string]int{"Ana": 3, "Bob": 3, "Cem": 5} {
		x.person(name, in)
	}
	x.show()
	x.key(fyne.Key2, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace)
	x.cell(sunday + 5).Tapped(nil)
	x.key(fyne.Key2)
	if i := x.page.at.chosen(); i == nil || i.Name != "Cem" {
		t.Errorf("%+v is chosen", i)
	}
}
