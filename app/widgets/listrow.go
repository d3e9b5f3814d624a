package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// listBody is as high as all rows, and holds the slots where their rows are. To refresh it draws no row
// anew, as to refresh a container would: whoever changes rows has the list place them.
type listBody struct {
	widget.BaseWidget
	l       *List
	objects []fyne.CanvasObject // the slots
}

func newListBody(l *List) *listBody {
	b := &listBody{l: l}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by the toolkit.
func (b *listBody) CreateRenderer() fyne.WidgetRenderer { return listBodyRenderer{b.l} }

type listBodyRenderer struct{ l *List }

func (r listBodyRenderer) Destroy()         {}
func (r listBodyRenderer) Layout(fyne.Size) { r.l.place(false) }
func (r listBodyRenderer) Refresh()         {}
func (r listBodyRenderer) MinSize() fyne.Size {
	return fyne.NewSize(1, max(r.l.top(r.l.length()), 0))
}

func (r listBodyRenderer) Objects() []fyne.CanvasObject { return r.l.body.objects }

// listRow is a slot: the ground that shows selection and pointer, the row, and the hairline below.
type listRow struct {
	widget.BaseWidget
	list    *List
	index   int
	hovered bool
	card    *slice // under it all, where the row stands on a card
	ground  *canvas.Rectangle
	line    *canvas.Rectangle
	child   fyne.CanvasObject
}

var _ desktop.Hoverable = (*listRow)(nil)

func newListRow(l *List) *listRow {
	r := &listRow{list: l, index: -1, card: newSlice(), ground: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent), child: l.create()}
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) show(index int) {
	stays := r.hovered && r.index == index // a row that is filled anew has no other place below the pointer
	r.index = index
	r.hovered = stays && !r.inert()
	r.Move(fyne.NewPos(0, r.list.top(index)))
	r.list.update(index, r.child)
	r.paint()
}

func (r *listRow) paint() {
	fill, stroke, width := color.Color(color.Transparent), color.Color(color.Transparent), float32(0)
	switch {
	case r.index == r.list.selected:
		fill = look.Color(look.ColorNameClaretTint)
		if r.list.focused {
			stroke, width = look.Color(look.ColorNameClaret), 2
		}
	case r.hovered:
		fill = look.Color(look.ColorNameHover)
	}
	rounded := r.paintCard()
	if rounded && (width > 0 || fill != color.Transparent) || r.ground.FillColor != fill || r.ground.StrokeWidth != width || r.ground.StrokeColor != stroke {
		r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = fill, stroke, width
		r.ground.Refresh()
	}
	line := look.Color(look.ColorNameLine)
	if r.list.Carded != nil && (r.card.Hidden || r.card.last) { // the card has an edge of its own
		line = color.Transparent
	}
	if r.line.FillColor != line {
		r.line.FillColor = line
		r.line.Refresh()
	}
}

// paintCard gives the row its part of the card it stands on, and reports whether its ground is rounded otherwise now.
func (r *listRow) paintCard() bool {
	carded := func(i int) bool { return i >= 0 && i < r.list.length() && r.list.Carded(i) }
	on := r.list.Carded != nil && carded(r.index)
	r.card.Hidden = !on
	top, bottom := r.list.corners(r.index)
	if on {
		r.card.set(!carded(r.index-1), !carded(r.index+1))
		top, bottom = r.card.radii()
	}
	g := r.ground
	if g.TopLeftCornerRadius == top && g.BottomLeftCornerRadius == bottom {
		return false
	}
	g.TopLeftCornerRadius, g.TopRightCornerRadius, g.BottomLeftCornerRadius, g.BottomRightCornerRadius = top, top, bottom, bottom
	return true
}

// Tapped selects the row.
func (r *listRow) Tapped(*fyne.PointEvent) {
	if r.inert() {
		return
	}
	if r.list.OnTapped != nil {
		r.list.OnTapped(r.index)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.list); c != nil {
		c.Focus(r.list)
	}
	r.list.user(r.index)
}

// MouseIn shows that the pointer has come.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.hovered = !r.inert(); r.paint() }

func (r *listRow) inert() bool { return r.list.Inert != nil && r.list.Inert(r.index) }

// MouseMoved is called by the toolkit.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has gone.
func (r *listRow) MouseOut() { r.hovered = false; r.paint() }

// CreateRenderer is called by the toolkit.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer { return &listRowRenderer{r} }

type listRowRenderer struct{ r *listRow }

func (x *listRowRenderer) Destroy()           {}
func (x *listRowRenderer) MinSize() fyne.Size { return fyne.NewSize(40, x.r.list.rowHeight) }
func (x *listRowRenderer) Refresh()           { x.r.paint(); x.r.child.Refresh() }

func (x *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.card, x.r.ground, x.r.child, x.r.line}
}

func (x *listRowRenderer) Layout(size fyne.Size) {
	x.r.card.Resize(size)
	x.r.ground.Resize(size)
	x.r.child.Resize(fyne.NewSize(size.Width, size.Height-look.Hairline))
	x.r.line.Resize(fyne.NewSize(size.Width, look.Hairline))
	x.r.line.Move(fyne.NewPos(0, size.Height-look.Hairline))
}
