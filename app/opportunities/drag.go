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
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	if !b.ghost.Visible() {
		b.choose(c.entry.ID)
		b.ghost.set(c)
	}
	b.ghost.Move(at.Subtract(corner).AddXY(-b.ghost.Size().Width/2, -cardTop))
	b.scrollAlong(at.X - corner.X)
	b.over = nil
	for _, col := range b.columns {
		from := fyne.CurrentApp().Driver().AbsolutePositionForObject(col)
		on := at.X >= from.X && at.X < from.X+col.Size().Width && at.Y >= corner.Y && at.Y < corner.Y+b.Size().Height
		if on && !col.holds(c.entry.Stage()) {
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

// drop lays a card down where it was dragged to. Over the closed ones it asks how it ended.
func (b *board) drop(c *card) {
	to := b.over
	b.over = nil
	b.ghost.Hide()
	for _, col := range b.columns {
		col.setOver(false)
	}
	b.v.frame.Window().Canvas().Focus(b)
	switch {
	case to == nil:
	case to.stage != "":
		b.v.bring(c.entry, to.stage)
	default:
		b.v.askOutcome(c.entry, to.name)
	}
}

// askOutcome opens a menu of how an opportunity may have ended.
func (v *view) askOutcome(e *entry, below fyne.CanvasObject) {
	var items []*fyne.MenuItem
	for _, o := range outcomes {
		items = append(items, parts.KeyedItem(v.words.T(o.label), o.key, func() { v.bring(e, o.stage) }))
	}
	parts.OpenMenu(v.frame.Window(), below, items...)
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
