package opportunities

import (
	"fyne.io/fyne/v2"

	"peerage/app/parts"
)

// drag takes a card along, to a place in the window, and marks the column it would come to.
func (b *board) drag(c *card, at fyne.Position) {
	b.pointer = at
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	if b.dragged == nil {
		b.dragged = c.entry // the card may be filled anew on the way
		b.choose(c.entry.ID)
		b.ghost.Set(c.entry.title, "", c.Size().Width)
	}
	b.ghost.Follow(at, b)
	b.scrollAlong(at.X - corner.X)
	b.over = nil
	for _, col := range b.columns {
		from := fyne.CurrentApp().Driver().AbsolutePositionForObject(col)
		on := at.X >= from.X && at.X < from.X+col.Size().Width && at.Y >= corner.Y && at.Y < corner.Y+b.Size().Height
		if on && !col.holds(b.dragged.Stage()) {
			b.over = col
		}
	}
	for _, col := range b.columns {
		col.setOver(col == b.over)
	}
}

// scrollAlong brings what lies beyond the edge into sight when a card is dragged there.
func (b *board) scrollAlong(x float32) {
	const edge, by = 30, 12
	most := max(b.scroll.Content.Size().Width-b.scroll.Size().Width, 0)
	switch offset := b.scroll.Offset.X; {
	case x < edge && offset > 0:
		b.scroll.ScrollToOffset(fyne.NewPos(max(offset-by, 0), 0))
	case x > b.Size().Width-edge && offset < most:
		b.scroll.ScrollToOffset(fyne.NewPos(min(offset+by, most), 0))
	}
}

// drop lays what is dragged down where it is. Over the closed ones it asks how it ended.
func (b *board) drop() {
	e, to := b.dragged, b.over
	b.dragged, b.over = nil, nil
	b.ghost.Hide()
	for _, col := range b.columns {
		col.setOver(false)
	}
	b.v.frame.Window().Canvas().Focus(b)
	switch {
	case to == nil:
	case to.stage != "":
		b.v.bring(e, to.stage)
	default:
		to.setOver(true) // until the question is answered
		b.v.askOutcome(e, b.pointer, func() { to.setOver(false) })
	}
}

// askOutcome opens a menu at a place in the window, of how an opportunity may have ended. closed is told when it is
// gone.
func (v *view) askOutcome(e *entry, at fyne.Position, closed func()) {
	var items []*fyne.MenuItem
	for _, o := range outcomes {
		items = append(items, parts.KeyedItem(v.words.T(o.label), o.key, func() { v.bring(e, o.stage) }))
	}
	parts.OpenMenuAt(v.frame.Window(), at, closed, items...)
}
