package welcome

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

func TestWhileThereIsNobodyThreeWaysAreOffered(t *testing.T) {
	x := newScreen(t).show()
	x.sees("Welcome to Peerage", "Bring your LinkedIn archive", "Get a copy of your data", "Start with one person", "Look around first",
		"Everything is kept on this computer, in /home/maria/peerage. Nothing leaves it unless you send it.")
	x.tap("Import")
	x.tap("Add someone")
	x.tap("Show the sample")
	x.key(fyne.KeyReturn) // the focus is on what is most likely wanted
	x.key(fyne.KeyI, fyne.KeyA, fyne.KeyS)
	if want := []string{"import", "add", "sample", "import", "import", "add", "sample"}; !slices.Equal(x.asked, want) {
		t.Errorf("opened %v, want %v", x.asked, want)
	}
}

func TestTheSampleIsOfferedOnlyWhileThereIsNobody(t *testing.T) {
	x := newScreen(t).show()
	x.sees("Show the sample")
	x.write(func(tx *store.Tx) error { return tx.SavePerson(&data.Person{Name: "Ana Souza"}) })
	x.seesNot("Show the sample")
	x.key(fyne.KeyS)
	if len(x.asked) != 0 {
		t.Errorf("opened %v", x.asked)
	}
}

func TestPeopleAreProposedByTieWithTheReasonAndARhythm(t *testing.T) {
	x := newScreen(t)
	x.friend("Tomasz Nowak")
	x.coworker("Ana Souza", 2023, 0)
	x.coworker("Raj Patel", 2016, 2020)
	x.show()
	x.sees("Whom to keep up with", "In all, that makes about two check-ins a month; you give ten a week.", "Keep up with these 3",
		"Ties you noted", "Friend, since 2019.", "People you work with", "Peer at Halden Bank, 3 years 9 months. Now: Engineer, Halden Bank.",
		"People you worked with", "Former peer at Halden Bank, 3 years 11 months.", "Every six weeks", "Twice a year")
}

func TestOneKeyKeepsUpWithAllAndUndoTakesItBack(t *testing.T) {
	x := newScreen(t)
	tomasz, ana, raj := x.friend("Tomasz Nowak"), x.coworker("Ana Souza", 2020, 0), x.coworker("Raj Patel", 2016, 2020)
	x.show()
	x.key(fyne.KeyReturn)
	x.said("3 people have a rhythm now.", true)
	if !slices.Equal(x.Opened, []page.Route{page.Today()}) {
		t.Errorf("opened %v", x.Opened)
	}
	for id, ideal := range map[data.ID]int{tomasz: 42, ana: 42, raj: 182} {
		if c := x.rhythm(id); c.Rhythm.Ideal != ideal || c.Set != sunday {
			t.Errorf("person %d has %+v", id, c)
		}
	}
	x.sees("Everyone Peerage would propose has a rhythm already.")
	if name, err := x.store.Undo(context.Background()); err != nil || name != "Keep up with 3 people" {
		t.Errorf("undid %q, %v", name, err)
	}
	if c := x.rhythm(ana); c.Rhythm != (data.Rhythm{}) {
		t.Errorf("after undo there is %+v", c)
	}
	x.sees("Keep up with these 3")
}

func TestWhoeverIsUncheckedKeepsNoRhythm(t *testing.T) {
	x := newScreen(t)
	tomasz, ana := x.friend("Tomasz Nowak"), x.coworker("Ana Souza", 2020, 0)
	x.show()
	x.tap("Tomasz Nowak")
	x.sees("Keep up with this one")
	x.tap("Keep up with this one")
	x.said("One person has a rhythm now.", true)
	if c := x.rhythm(tomasz); c.Rhythm != (data.Rhythm{}) {
		t.Errorf("the one unchecked has %+v", c)
	}
	if c := x.rhythm(ana); c.Rhythm.Ideal != 42 {
		t.Errorf("the one checked has %+v", c)
	}
}

func TestTheKeysCheckChooseAndAccept(t *testing.T) {
	x := newScreen(t)
	tomasz, ana, raj := x.friend("Tomasz Nowak"), x.coworker("Ana Souza", 2020, 0), x.coworker("Raj Patel", 2016, 2020)
	x.show()
	x.key(fyne.KeySpace, fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft, fyne.KeyLeft)
	x.sees("Keep up with these 2")
	x.key(fyne.KeyReturn)
	for id, ideal := range map[data.ID]int{tomasz: 0, ana: 91, raj: 42} {
		if c := x.rhythm(id); c.Rhythm.Ideal != ideal {
			t.Errorf("person %d has %+v, want %d", id, c, ideal)
		}
	}
}

func TestTabReachesTheRhythmOfARow(t *testing.T) {
	x := newScreen(t)
	x.friend("Tomasz Nowak")
	ana := x.coworker("Ana Souza", 2020, 0)
	x.show()
	c := x.Window().Canvas()
	c.FocusNext() // the first rhythm
	c.FocusNext() // the second row
	c.FocusNext() // its rhythm
	x.key(fyne.KeyUp)
	x.sees("Every month")
	c.FocusPrevious()
	x.key(fyne.KeyReturn)
	if got := x.rhythm(ana); got.Rhythm != (data.Rhythm{Ideal: 30, Longest: 50}) {
		t.Errorf("kept %+v", got)
	}
}

func TestNobodyCheckedCannotBeAccepted(t *testing.T) {
	x := newScreen(t)
	x.friend("Tomasz Nowak")
	x.friend("Ana Souza")
	x.show()
	x.key(fyne.KeyA)
	x.sees("Check those you want to keep up with.")
	x.key(fyne.KeyReturn)
	if len(x.Toasts)+len(x.Opened) > 0 {
		t.Errorf("said %v, opened %v", x.Toasts, x.Opened)
	}
	x.key(fyne.KeyA)
	x.sees("Keep up with these 2")
}

func TestNotNowGoesToPeople(t *testing.T) {
	x := newScreen(t)
	x.friend("Tomasz Nowak")
	x.show()
	x.tap("Not now")
	x.key(fyne.KeyN)
	if want := []page.Route{page.People(), page.People()}; !slices.Equal(x.Opened, want) {
		t.Errorf("opened %v", x.Opened)
	}
}

func TestWhatWasUncheckedStaysSoWhenPeopleChange(t *testing.T) {
	x := newScreen(t)
	x.friend("Tomasz Nowak")
	x.friend("Ana Souza")
	x.show()
	x.tap("Tomasz Nowak")
	x.key(fyne.KeyDown) // from the second and last row nowhere
	x.friend("Raj Patel")
	x.sees("Raj Patel", "Keep up with these 2")
	x.key(fyne.KeySpace) // the row of the keys is still the same
	x.sees("Keep up with these 3")
}

func TestWithoutASharedEmployerTheScreenSaysWhatIsMissing(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error { return tx.SavePerson(&data.Person{Name: "Ana Souza"}) })
	x.show()
	x.sees("it does not know yet where you worked. Import Positions.csv or the whole LinkedIn archive")
	x.tap("Import")
	x.tap("Pick people yourself")
	if !slices.Equal(x.asked, []string{"import"}) || !slices.Equal(x.Opened, []page.Route{page.People()}) {
		t.Errorf("opened %v, %v", x.asked, x.Opened)
	}
	x.write(func(tx *store.Tx) error { x.halden(tx); return nil })
	x.sees("nobody here worked where you did")
}

func TestTheAmountIsSaidForAWeekOrAMonthAndWhenItIsTooMuch(t *testing.T) {
	w := apptest.English(t)
	weekly, yearly := data.Rhythm{Ideal: 7, Longest: 10}, data.Rhythm{Ideal: 365, Longest: 400}
	for _, c := range []struct {
		chosen []data.Rhythm
		asked  float64
		given  int
		want   string
	}{
		{nil, 3, 10, "Check those you want to keep up with."},
		{[]data.Rhythm{yearly}, 0, 10, "In all, that makes about one check-in a month; you give ten a week."},
		{[]data.Rhythm{weekly}, 0, 10, "In all, that makes about one check-in a week; you give ten."},
		{[]data.Rhythm{weekly, weekly}, 8, 10, "In all, that makes about ten check-ins a week; you give ten."},
		{[]data.Rhythm{weekly, yearly}, 9, 10, "In all, that makes about eleven check-ins a week, more than the ten you give. Uncheck some, or choose longer rhythms."},
	} {
		if got := amount(w, c.chosen, c.asked, c.given); got != c.want {
			t.Errorf("%v beside %v: %q, want %q", c.chosen, c.asked, got, c.want)
		}
	}
}

func TestNamesFromStrangersFitAndHiddenOnesAreInitials(t *testing.T) {
	x := newScreen(t)
	x.friend("A\u202egro\n" + strings.Repeat("Wolfeschlegelstein", 16))
	x.friend("محمد العربي")
	x.show()
	x.sees("محمد العربي")
	if w := x.page.Object().MinSize().Width; w > 740 {
		t.Errorf("the page needs %v, so that it is cut in a narrow window", w)
	}
	x.Hidden = true
	x.page.Changed(data.Change{All: true})
	x.seesNot("محمد العربي", "Wolfe")
}

func TestTheSampleNetworkIsProposedAndScrolls(t *testing.T) {
	x := newScreen(t).withSample().show()
	lines := x.page.(*view).choosing.lines
	if len(lines) < 20 || len(lines) > 30 {
		t.Fatalf("%d people are proposed", len(lines))
	}
	for range lines {
		x.key(fyne.KeyDown)
	}
	last := lines[len(lines)-1]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last)
	if at.Y < 0 || at.Y+last.Size().Height > 800 {
		t.Errorf("the last row is at %v, out of sight", at)
	}
}

func TestThirtyOfThreeThousandAreProposed(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error {
		for i := range 3000 {
			p := data.Person{Name: fmt.Sprint("Person ", i)}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			if err := tx.SaveTie(&data.Tie{Person: p.ID, Kind: data.Client, Current: true, Months: -1, Sure: data.Certain}); err != nil {
				return err
			}
		}
		return nil
	})
	x.show()
	x.sees("Keep up with these 30")
	x.key(fyne.KeyReturn)
	x.said("30 people have a rhythm now.", true)
	if !apptest.Shows(x.page.Object(), "Keep up with these 30") {
		t.Error("the next thirty are not proposed")
	}
}
