package opportunities

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestAnEmptyScreenSaysWhatToDoNext(t *testing.T) {
	x := newScreen(t).show(page.Opportunities())
	x.sees("No opportunity is noted yet.", "Add an opportunity")
	x.tap("Add an opportunity")
	x.sees("What it is")
}

func TestTheBoardShowsEachOpportunityAtItsStageWithWhomItCameThrough(t *testing.T) {
	x := newScreen(t)
	deniz, omar := x.coworker("Deniz Demir"), x.coworker("Omar Khalil")
	x.opportunity("Platform lead", data.Interviewing, deniz, omar)
	x.opportunity("Data lead", data.Won, omar)
	x.opportunity("Talk at Eastmere", data.Heard)
	x.show(page.Opportunities())
	x.sees("Three came since 2026, two of them through two people. Two are open, two people are not thanked yet.")
	x.sees("Platform lead", "through Omar Khalil and one more", "since 1 Oct", "thank 2 people")
	x.sees("won 1 Oct", "through Omar Khalil", "thank Omar Khalil", "since 3 Aug")
	for i, want := range [][]string{{"Talk at Eastmere"}, nil, nil, {"Platform lead"}, nil, {"Data lead"}} {
		if got := x.column(i); !slices.Equal(got, want) {
			t.Errorf("column %d holds %q, want %q", i, got, want)
		}
	}
}

func TestTheBoardTellsItsKeys(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Heard)
	x.show(page.Opportunities())
	x.sees("[ and ] move the chosen card back and on. F1 lists all keys.")
	x.key(forwardKey)
	if got := x.stage(id); got != data.Exploring {
		t.Errorf("it is at %s", got)
	}
	x.key(backwardKey)
	if got := x.stage(id); got != data.Heard {
		t.Errorf("it is at %s", got)
	}
}

func TestWhatWasPassedOnSaysForWhomAndAsksForNoThanks(t *testing.T) {
	x := newScreen(t)
	ana, omar := x.coworker("Ana Souza"), x.coworker("Omar Khalil")
	o := data.Opportunity{Title: "Head of Design", Kind: data.JobOffer, For: data.Someone{Person: ana}, Steps: []data.Step{{Stage: data.Heard, Day: sunday}},
		Chain: []data.Link{{Someone: data.Someone{Person: omar}, Part: data.ToldOf}}}
	x.write(func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	x.show(page.Opportunities())
	x.sees("You passed one on.", "for Ana Souza", "through Omar Khalil")
	x.seesNot("thank")
	x.opportunity("Data lead", data.Won)
	x.sees("One came since 2026, through nobody. None is open. You passed one more on.")
}

func TestTheArrowKeysGoFromCardToCard(t *testing.T) {
	x := newScreen(t)
	first, second, won := x.opportunity("First", data.Heard), x.opportunity("Second", data.Heard), x.opportunity("Third", data.Won)
	x.show(page.Opportunities())
	for _, c := range []struct {
		key  fyne.KeyName
		want data.ID
	}{{fyne.KeyDown, first}, {fyne.KeyDown, first}, {fyne.KeyRight, won}, {fyne.KeyRight, won}, {fyne.KeyLeft, second}, {fyne.KeyLeft, second}, {fyne.KeyDown, first}, {fyne.KeyUp, second}} {
		x.key(c.key)
		if got := x.board().id; got != c.want {
			t.Errorf("%s goes to %d, want %d", c.key, got, c.want)
		}
	}
	x.key(fyne.KeyReturn)
	x.opened(page.Opportunity(second))
	x.sees("Second", "Heard of on 3 August.")
}

func TestKeysBringACardFromStageToStage(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Heard)
	x.show(page.Opportunities())
	stage := func(want data.Stage) {
		t.Helper()
		if got := x.stage(id); got != want {
			t.Fatalf("it is %s, want %s", got, want)
		}
		if x.board().id != id {
			t.Error("the card is not the chosen one any more")
		}
	}
	x.key(fyne.KeyRightBracket)
	stage(data.Exploring)
	x.said("Platform lead: exploring.")
	x.chord(fyne.KeyRight)
	stage(data.Applied)
	x.key(fyne.KeyLeftBracket)
	stage(data.Exploring)
	x.chord(fyne.KeyLeft)
	stage(data.Heard)
	if got := x.kept(id).Steps; len(got) != 1 {
		t.Errorf("what was taken back on the same day left %v", got)
	}
	x.key(fyne.KeyLeftBracket)
	stage(data.Heard)
	x.key(fyne.KeyW)
	stage(data.Won)
	x.key(fyne.KeyRightBracket)
	stage(data.Won)
	x.key(fyne.KeyL)
	stage(data.Lost)
	x.key(fyne.KeyP)
	stage(data.Passed)
	x.undo()
	stage(data.Lost)
}

func TestAfterTheOfferAnOutcomeHasToBeNamed(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Offered)
	x.show(page.Opportunities())
	x.key(fyne.KeyRightBracket)
	if got := x.Toasts; len(got) != 1 || got[0].Undo || got[0].Text != "After the offer comes the outcome: W for won, L for lost, P for passed." {
		t.Errorf("said %v", got)
	}
	x.key(fyne.KeyW)
	x.key(fyne.KeyLeftBracket)
	if got := x.kept(id); got.Stage() != data.Offered || len(got.Steps) != 2 {
		t.Errorf("an outcome taken back left %v", got.Steps)
	}
}

// drag drags the card of an opportunity over a column and lets it go there; -1 is a place outside the board.
func (x *screen) drag(id data.ID, column int) {
	x.t.Helper()
	b := x.board()
	driver := fyne.CurrentApp().Driver()
	for _, from := range b.columns {
		for _, c := range from.cards {
			if c.entry.ID != id {
				continue
			}
			at := fyne.NewPos(2, 2)
			if column >= 0 {
				to := b.columns[column]
				at = driver.AbsolutePositionForObject(to).AddXY(to.Size().Width/2, 80)
			}
			ev := &fyne.DragEvent{}
			ev.AbsolutePosition = at
			c.Dragged(ev)
			c.DragEnd()
			return
		}
	}
	x.t.Fatalf("%d is not on the board", id)
}

func TestACardIsDraggedToAnotherStageAndUndoBringsItBack(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Heard)
	x.show(page.Opportunities())
	x.drag(id, 2)
	x.said("Platform lead: applied.")
	o := x.kept(id)
	if o.Stage() != data.Applied || o.Steps[1].Day != sunday || len(x.column(2)) != 1 {
		t.Errorf("it is at %v", o.Steps)
	}
	x.undo()
	if got := x.column(0); len(got) != 1 {
		t.Errorf("undo left %q in the first column", got)
	}
	x.drag(id, -1)
	x.drag(id, 0)
	if got := x.kept(id).Steps; len(got) != 1 {
		t.Errorf("a card that went nowhere came to %v", got)
	}
}

func TestACardDraggedToTheClosedOnesIsAskedHowItEnded(t *testing.T) {
	x := newScreen(t)
	id := x.opportunity("Platform lead", data.Offered)
	x.show(page.Opportunities())
	x.drag(id, 5)
	x.sees("Won", "Lost", "Passed")
	if at, menu := x.board().pointer, apptest.Place(t, x.top(), "Won"); menu.Y < at.Y || menu.Y > at.Y+60 || menu.X < at.X || menu.X > at.X+60 {
		t.Errorf("the question is at %v, the pointer at %v", menu, at)
	}
	if !x.board().columns[5].over {
		t.Error("the column that is asked about is not marked")
	}
	x.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	x.said("Platform lead: lost.")
	if got := x.stage(id); got != data.Lost {
		t.Errorf("it is %s", got)
	}
	if x.board().columns[5].over {
		t.Error("the column stays marked")
	}
}

func TestWhileACardIsDraggedItsColumnIsMarkedAndTheBoardGoesAlong(t *testing.T) {
	x := newScreen(t)
	x.opportunity("Platform lead", data.Heard)
	x.show(page.Opportunities())
	x.Window().Resize(fyne.NewSize(700, 600))
	b := x.board()
	c := b.columns[0].cards[0]
	ev := &fyne.DragEvent{}
	ev.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(b.Size().Width-5, 100)
	c.Dragged(ev)
	if !b.ghost.Visible() || b.over == nil || !b.over.over || b.scroll.Offset.X == 0 {
		t.Errorf("ghost %v, over %v, scrolled %v", b.ghost.Visible(), b.over, b.scroll.Offset)
	}
	c.DragEnd()
	if b.ghost.Visible() || b.over != nil || slices.ContainsFunc(b.columns, func(c *column) bool { return c.over }) {
		t.Error("after it was let go, the board still shows a drag")
	}
}

func TestInANarrowWindowTheChosenColumnComesIntoSight(t *testing.T) {
	x := newScreen(t)
	x.opportunity("Platform lead", data.Heard)
	x.opportunity("Data lead", data.Won)
	x.show(page.Opportunities())
	x.Window().Resize(fyne.NewSize(740, 600))
	b := x.board()
	x.key(fyne.KeyRight)
	last := b.columns[5]
	if end := last.Position().X + last.Size().Width; end > b.scroll.Offset.X+b.scroll.Size().Width {
		t.Errorf("the column ends at %v, seen is up to %v", end, b.scroll.Offset.X+b.scroll.Size().Width)
	}
	x.key(fyne.KeyLeft)
	if b.scroll.Offset.X != 0 {
		t.Errorf("the first column is not in sight: %v", b.scroll.Offset)
	}
}

func TestAFullColumnLeadsToTheListOfAllAtItsStage(t *testing.T) {
	x := newScreen(t)
	x.write(func(tx *store.Tx) error {
		for i := range 300 {
			o := data.Opportunity{Title: fmt.Sprint("Opportunity ", i), Kind: data.Talk, For: data.Someone{Person: data.Me},
				Steps: []data.Step{{Stage: data.Stages[i%8], Day: datatest.Day(t, "2026-01-01") + data.Day(i)}}}
			if err := tx.SaveOpportunity(&o); err != nil {
				return err
			}
		}
		return nil
	})
	x.show(page.Opportunities())
	if got := len(x.column(0)); got != cardsAtMost {
		t.Errorf("%d cards", got)
	}
	x.sees("8 more")
	x.tap("8 more")
	x.sees("38")
	if got := len(x.list().rows); got != 38 || x.page.manner() != manner(x.list()) {
		t.Errorf("the list has %d", got)
	}
	x.key(fyne.Key1)
	x.tap("81 more")
	if got := len(x.list().rows); got != 111 {
		t.Errorf("the list has %d closed ones", got)
	}
}

func TestAnEmptyBoardTakesKeysWithoutHarm(t *testing.T) {
	x := newScreen(t).show(page.Opportunities())
	x.key(fyne.KeyDown, fyne.KeyRight, fyne.KeyW, fyne.KeyRightBracket, fyne.KeyLeftBracket, fyne.KeyDelete, fyne.KeyT, fyne.KeyE)
	x.closed()
	if len(x.Errors)+len(x.Toasts)+len(x.Opened) > 0 {
		t.Errorf("%v %v %v", x.Errors, x.Toasts, x.Opened)
	}
}

func TestWhatIsDraggedStaysSoWhenTheBoardIsShownAnew(t *testing.T) {
	x := newScreen(t)
	x.opportunity("Data lead", data.Heard)
	id := x.opportunity("Platform lead", data.Heard)
	x.show(page.Opportunities())
	b := x.board()
	c := b.columns[0].cards[0]
	ev := &fyne.DragEvent{}
	to := b.columns[1]
	ev.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(to).AddXY(20, 80)
	c.Dragged(ev)
	x.opportunity("A third", data.Heard)
	c.Dragged(ev)
	c.DragEnd()
	if got := x.stage(id); got != data.Exploring {
		t.Errorf("another was moved: it is %s", got)
	}
}
