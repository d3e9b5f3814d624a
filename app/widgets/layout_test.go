package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

const long = "It came through her and Omar in June and was won in September. Omar has heard from you, Deniz has not."

func TestAColumnIsAsHighAsItsTextAtItsWidth(t *testing.T) {
	text := NewText(long, look.Body)
	below := NewLine("below", look.Name)
	show(t, Column(8, text, below), 200, 400)
	if text.lines < 3 || below.Position().Y != text.MinSize().Height+8 {
		t.Errorf("%d lines, what is below stands at %v", text.lines, below.Position().Y)
	}
}

func TestWhatIsHiddenTakesNoRoomInAColumn(t *testing.T) {
	a, b := NewLine("a", look.Name), NewLine("b", look.Name)
	a.Hide()
	c := Column(8, a, b)
	show(t, c, 200, 200)
	if b.Position().Y != 0 || c.MinSize().Height != look.Name.Height {
		t.Errorf("b at %v, %v high", b.Position(), c.MinSize().Height)
	}
}

func TestTextNestedInCardsAndSidesStillWraps(t *testing.T) {
	text := NewText(long, look.Second)
	button := NewButton("Log", nil)
	card := NewRows(Sides(12, NewAvatar(RowAvatar), text, button))
	page := Page(card, NewLine("below", look.Name))
	show(t, page, 460, 400)
	if text.lines < 3 || card.Size().Height < text.MinSize().Height+20 {
		t.Errorf("%d lines in a card %v high", text.lines, card.Size().Height)
	}
	if button.Position().X+button.Size().Width > card.Size().Width {
		t.Error("the button is out of the card")
	}
}

func TestAFlowBeginsANewLineWhereTheNextDoesNotFit(t *testing.T) {
	a, b, c := NewChip("coworker", look.Green), NewChip("former peer", look.Blue), NewChip("mentor", look.Claret)
	f := Flow(6, a, b, c)
	show(t, Column(0, f), a.MinSize().Width+b.MinSize().Width+10, 200)
	if b.Position().Y != 0 || c.Position() != fyne.NewPos(0, chipHeight+6) || f.MinSize().Height != 2*chipHeight+6 {
		t.Errorf("b %v, c %v, %v high", b.Position(), c.Position(), f.MinSize().Height)
	}
}

// mover counts how often it is moved or given a size.
type mover struct {
	*Chip
	moves int
}

func (m *mover) Move(at fyne.Position) { m.moves++; m.Chip.Move(at) }
func (m *mover) Resize(size fyne.Size) { m.moves++; m.Chip.Resize(size) }

func TestAskingAFlowForItsSizeMovesNothing(t *testing.T) {
	low, high := &mover{Chip: NewChip("coworker", look.Green)}, NewToggleChip("Mentor", true, func(bool) {})
	f := Flow(6, low, high)
	show(t, Column(0, f), 120, 200)
	low.moves = 0
	f.MinSize()
	if low.moves > 0 {
		t.Errorf("moved %d times: a window that draws itself asks for sizes, and would never rest", low.moves)
	}
	f.Layout.Layout(f.Objects, f.Size())
	if low.moves != 2 {
		t.Errorf("laid out with %d moves and sizes, want one of each", low.moves)
	}
}

func TestColumnsStackWhereTheyWouldBeTooNarrow(t *testing.T) {
	a, b := NewText(long, look.Body), NewText(long, look.Body)
	c := Columns(240, 18, a, b)
	w := show(t, Column(0, c), 800, 400)
	if b.Position().X != 409 || b.Position().Y != 0 {
		t.Errorf("wide: b at %v", b.Position())
	}
	w.Resize(fyne.NewSize(400, 400))
	if b.Position().X != 0 || b.Position().Y < a.MinSize().Height || c.MinSize().Height < 2*a.MinSize().Height {
		t.Errorf("narrow: b at %v", b.Position())
	}
}

func TestAPageScrollsWhatDoesNotFit(t *testing.T) {
	last := NewLine("last", look.Name)
	rows := Column(0)
	for range 40 {
		rows.Add(NewLine("row", look.Name))
	}
	rows.Add(last)
	page := Page(rows).(*fyne.Container)
	show(t, page, 400, 300)
	scroll := page.Objects[0].(*container.Scroll)
	scroll.ScrollToBottom()
	if scroll.Content.Size().Height < 41*look.Name.Height || scroll.Offset.Y < 500 {
		t.Errorf("content %v, offset %v", scroll.Content.Size(), scroll.Offset)
	}
}
