package today

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// career gives me and someone else a career, with all that follows from it.
func (x *screen) career(name string, parts ...datatest.Part) data.ID {
	x.t.Helper()
	if mine, err := x.store.Roles(context.Background(), data.Me); err == nil && len(mine) == 0 {
		datatest.Me(x.t, x.store, datatest.Role("Halden Bank", "Senior Engineer", "2016-07", "2020-02"), datatest.Role("Brightwater", "Staff Engineer", "2020-03", ""))
	}
	id := datatest.Person(x.t, x.store, name, parts...)
	x.write(func(tx *store.Tx) error { return x.keeper.Refresh(tx, sunday, id) })
	return id
}

// rosa adds a peer who came into management on a day.
func (x *screen) rosa(on string) data.ID {
	return x.career("Rosa Oliveira", datatest.Role("Halden Bank", "Senior Engineer", "2016", "2020"),
		datatest.Role("Zenith", "Senior Software Engineer", "2020-03", on), datatest.Role("Zenith", "Engineering Manager", on, ""))
}

func (x *screen) move(person data.ID) data.Move {
	x.t.Helper()
	all, err := x.store.Moves(context.Background(), store.MoveFilter{Person: person})
	x.check(err)
	if len(all) == 0 {
		x.t.Fatal("there is no move")
	}
	return all[0]
}

func TestAPeerWhoHasRisenStandsAtTheTopInBrass(t *testing.T) {
	x := newScreen(t)
	x.person("Ana Souza", 51)
	rosa := x.rosa("2026-04")
	x.show()
	x.sees("One person to reach, one peer who has moved up.", "Rosa Oliveira is now Engineering Manager at Zenith",
		"You were peers at Halden Bank, 2016 to 2020. Senior Software Engineer until April 2026.", "Not so", "Congratulate")
	x.seesNot("change to look at")
	x.tap("Rosa Oliveira is now Engineering Manager at Zenith")
	if want := []page.Route{page.Person(rosa)}; !slices.Equal(x.Opened, want) {
		t.Errorf("opened %v, want %v", x.Opened, want)
	}
	x.key(fyne.KeyN)
	x.said("Noted: not so. Peerage does not ask again about this move of Rosa Oliveira.", true)
	x.seesNot("Rosa Oliveira")
	x.sees("One person to reach.")
	x.undo()
	x.sees("Rosa Oliveira is now Engineering Manager at Zenith")
}

func TestCongratulatingFromTheDayIsNotedAndTakesTheCardAway(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa("2026-10")
	x.show()
	x.sees("One peer who has moved up.", "Give a few people a rhythm")
	x.key(fyne.KeyG)
	x.tap("Another way")
	if x.Window().Canvas().Overlays().Top() == nil {
		t.Fatal("the ways are not offered")
	}
	x.key(fyne.KeyEscape)
	x.tap("Congratulate")
	x.said("The words are copied. Noted that you congratulated Rosa Oliveira.", true)
	if m := x.move(rosa); m.Status != data.MoveCongratulated {
		t.Errorf("the move is %+v", m)
	}
	x.seesNot("is now Engineering Manager")
}

func TestAConfirmedMoveWaitsForAWordWhileItIsNews(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa("2026-10")
	x.write(func(tx *store.Tx) error { return x.keeper.Judge(tx, data.MoveConfirmed, sunday, x.move(rosa)) })
	x.show()
	x.sees("Rosa Oliveira is now Engineering Manager at Zenith")
	x.Day += 200
	x.page.Changed(data.Change{All: true})
	x.seesNot("is now Engineering Manager")
}

func TestWhatElseHasChangedIsCountedAndOpensTheMoves(t *testing.T) {
	x := newScreen(t)
	for _, name := range []string{"Raj Patel", "Kim Lee"} {
		x.career(name, datatest.Role("Acme", "Accountant", "2019", "2026-08"), datatest.Role("Orbita", "Accountant", "2026-08", ""))
	}
	x.show()
	x.sees("Two changes to look at")
	x.rosa("2026-04")
	x.sees("Two more changes to look at")
	x.tap("Two more changes to look at")
	x.key(fyne.KeyM)
	if want := []page.Route{page.Moves(), page.Moves()}; !slices.Equal(x.Opened, want) {
		t.Errorf("opened %v, want %v", x.Opened, want)
	}
}

func TestTheAnniversaryOfAConfirmedMoveIsSaid(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa("2025-11-22")
	x.show()
	x.seesNot("Days to remember")
	x.write(func(tx *store.Tx) error { return x.keeper.Judge(tx, data.MoveCongratulated, sunday, x.move(rosa)) })
	x.sees("Days to remember", "Today it is a year since Rosa Oliveira became Engineering Manager at Zenith.")
	x.seesNot("Nothing waits")
	x.tap("Today it is a year since Rosa Oliveira became Engineering Manager at Zenith.")
	if want := []page.Route{page.Person(rosa)}; !slices.Equal(x.Opened, want) {
		t.Errorf("opened %v, want %v", x.Opened, want)
	}
	x.key(fyne.KeyL)
	x.tap("Save")
	x.said("Logged with Rosa Oliveira.", true)
	x.key(fyne.KeyG, fyne.KeyN, fyne.KeyS, fyne.KeyD)
	if len(x.Toasts) != 1 || x.Window().Canvas().Overlays().Top() != nil {
		t.Errorf("a key did to a milestone what is for others: %v", x.Toasts)
	}
}

func TestTheSampleNetworkTellsWhoHasRisen(t *testing.T) {
	x := newScreen(t).withSample().show()
	x.sees("Rosa Oliveira is now Engineering Manager at Zenith", "peers who have moved up", "more changes to look at")
}

func TestAVerdictIsNotTakenFromAWordThatIsTypedWhileNothingHasTheFocus(t *testing.T) {
	x := newScreen(t)
	rosa := x.rosa("2026-04")
	x.show()
	x.Window().Canvas().Unfocus()
	x.key(fyne.KeyZ, fyne.KeyE, fyne.KeyN, fyne.KeyG, fyne.KeyL, fyne.KeyO)
	if m := x.move(rosa); m.Status != data.MoveNew || len(x.Toasts)+len(x.Opened) > 0 || x.Window().Canvas().Overlays().Top() != nil {
		t.Errorf("a word was taken for a verdict: %s, said %v, opened %v", m.Status, x.Toasts, x.Opened)
	}
	x.key(fyne.KeyDown, fyne.KeyN)
	if m := x.move(rosa); m.Status != data.MoveDismissed {
		t.Errorf("with the focus on the row the move is %s", m.Status)
	}
}
