package opportunities

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// drag takes a card along, to a place in the window, and marks the column it would come to.
func (b *board) drag(c *card, at fyne.Position) {
	b.pointer = at
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	if b.dragged == nil {
		b.dragged = c.entry // the card may be filled anew on the way
		b.choose(c.entry.ID)
		b.ghost.set(c)
	}
	b.ghost.Move(at.Subtract(corner).AddXY(-b.ghost.Size().Width/2, -cardTop))
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

// ghost is what the pointer takes along while a card is dragged.
type ghost struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	title  *widgets.Line
}

func newGhost() *ghost {
	g := &ghost{ground: canvas.NewRectangle(color.Transparent), title: widgets.NewLine("", look.Name)}
	g.ExtendBaseWidget(g)
	g.Hide()
	return g
}

// set makes it the ghost of a card.
func (g *ghost) set(c *card) {
	g.title.SetText(c.entry.title)
	g.Resize(fyne.NewSize(c.Size().Width, look.Name.Height+2*cardTop))
	g.Show()
	g.Refresh()
}

// CreateRenderer is called by the toolkit.
func (g *ghost) CreateRenderer() fyne.WidgetRenderer { return &ghostRenderer{g} }

type ghostRenderer struct{ g *ghost }

func (r *ghostRenderer) Destroy()           {}
func (r *ghostRenderer) MinSize() fyne.Size { return fyne.NewSize(2*cardInset, 2*cardTop) }

func (r *ghostRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.g.ground, r.g.title}
}

func (r *ghostRenderer) Layout(size fyne.Size) {
	r.g.ground.Resize(size)
	r.g.title.Move(fyne.NewPos(cardInset, cardTop))
	r.g.title.Resize(fyne.NewSize(max(size.Width-2*cardInset, 0), look.Name.Height))
}

func (r *ghostRenderer) Refresh() {
	g := r.g.ground
	g.CornerRadius, g.FillColor = look.ButtonRadius, look.Color(look.ColorNameCard)
	g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	g.Refresh()
}
