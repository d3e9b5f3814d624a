package opportunities

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// board shows the opportunities in columns by stage. It is one stop of the Tab key: the arrow keys choose
// a card.
type board struct {
	widgets.Composite
	v       *view
	id      data.ID // which is chosen
	focus   bool
	columns []*column
	scroll  *container.Scroll
	ghost   *widgets.Ghost
	dragged *entry  // nil for none
	over    *column // the column it is over; nil for none that it could come to
	pointer fyne.Position
}

var _ fyne.Focusable = (*board)(nil)

func newBoard(v *view) *board {
	w := v.words
	b := &board{v: v, ghost: widgets.NewGhost()}
	row := container.New(lanes{})
	for _, s := range openStages {
		b.columns = append(b.columns, newColumn(b, s, words.Capital(w.Stage(s))))
	}
	b.columns = append(b.columns, newColumn(b, "", w.T("opportunities.closed")))
	for _, c := range b.columns {
		row.Add(c)
	}
	b.scroll = container.NewHScroll(row)
	keys := widgets.NewText(w.T("opportunities.board_keys", words.Args{"Forward": string(forwardKey), "Backward": string(backwardKey)}), look.Small)
	b.Compose(b, container.NewBorder(nil, widgets.Inset(0, columnInset, keys), nil, nil, container.NewStack(b.scroll, container.NewWithoutLayout(b.ghost))))
	return b
}

// name, object, chosen and focused are described at manner.
func (b *board) name() string              { return b.v.words.T("opportunities.board") }
func (b *board) object() fyne.CanvasObject { return b }
func (b *board) focused() fyne.Focusable   { return b }
func (b *board) chosen() data.ID           { return b.id }

// keys is described at manner.
func (b *board) keys() []page.Key {
	w := b.v.words
	return []page.Key{
		{Name: fyne.KeyDown, Label: w.T("opportunities.key_down"), Do: func() { b.move(0, 1) }},
		{Name: fyne.KeyUp, Label: w.T("opportunities.key_up"), Do: func() { b.move(0, -1) }},
		{Name: fyne.KeyRight, Label: w.T("opportunities.key_right"), Do: func() { b.move(1, 0) }},
		{Name: fyne.KeyLeft, Label: w.T("opportunities.key_left"), Do: func() { b.move(-1, 0) }},
	}
}

// show is described at manner. What was chosen stays so wherever it went; where it is gone, what has come
// in its place is chosen.
func (b *board) show(c *content) {
	column, row := b.place()
	for _, col := range b.columns {
		col.show(c)
	}
	if now, _ := b.place(); now >= 0 {
		b.choose(b.id)
	} else {
		b.choose(b.near(column, row))
	}
}

// place returns the column and the row of the card that is chosen, -1 where it is not shown.
func (b *board) place() (column, row int) {
	for i, col := range b.columns {
		for j, card := range col.cards {
			if card.entry.ID == b.id {
				return i, j
			}
		}
	}
	return -1, -1
}

// near returns the opportunity at a place of the board, or close to it; 0 when there is none.
func (b *board) near(at, row int) data.ID {
	at = min(max(at, 0), len(b.columns)-1)
	for _, col := range slices.Concat(b.columns[at:], b.columns[:at]) {
		if n := len(col.cards); n > 0 {
			return col.cards[min(max(row, 0), n-1)].entry.ID
		}
	}
	return 0
}

// move goes to another card: up and down in its column, or to the next column to the right or the left that
// has any.
func (b *board) move(right, down int) {
	column, row := b.place()
	switch {
	case column < 0:
		b.choose(b.near(0, 0))
	case right == 0:
		b.choose(b.near(column, row+down))
	default:
		for i := column + right; i >= 0 && i < len(b.columns); i += right {
			if len(b.columns[i].cards) > 0 {
				b.choose(b.near(i, row))
				break
			}
		}
	}
	b.v.frame.Window().Canvas().Focus(b)
}

// choose marks one card as the one that keys act on, and brings it into sight.
func (b *board) choose(id data.ID) {
	b.id = id
	for _, col := range b.columns {
		for _, card := range col.cards {
			card.choose(card.entry.ID == id)
			if card.chosen {
				b.reveal(col)
				widgets.Reveal(card)
			}
		}
	}
}

// reveal scrolls sideways until a column is in sight.
func (b *board) reveal(c *column) {
	left, right, wide := c.Position().X, c.Position().X+c.Size().Width, b.scroll.Size().Width
	switch {
	case wide <= 0:
	case left < b.scroll.Offset.X:
		b.scroll.ScrollToOffset(fyne.NewPos(left, 0))
	case right > b.scroll.Offset.X+wide:
		b.scroll.ScrollToOffset(fyne.NewPos(right-wide, 0))
	}
}

// FocusGained and FocusLost show where the keys go.
func (b *board) FocusGained() { b.focus = true; b.choose(b.id); b.paint() }
func (b *board) FocusLost()   { b.focus = false; b.paint() }

func (b *board) paint() {
	for _, col := range b.columns {
		for _, card := range col.cards {
			if card.chosen {
				card.Refresh()
			}
		}
	}
}

// TypedRune is called by the toolkit.
func (b *board) TypedRune(rune) {}

// TypedKey hands each key to the page.
func (b *board) TypedKey(ev *fyne.KeyEvent) {
	if f := b.v.frame.Window().Canvas().OnTypedKey(); f != nil {
		f(ev)
	}
}
