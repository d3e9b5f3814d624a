package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// slice is the part of a card that lies under one row of a list: its ground with the edges at the left
// and the right, and the rounded ends of the card where the row is its first or its last.
type slice struct {
	Composite
	shape       *shape
	layout      *sliceEdges
	first, last bool
}

func newSlice() *slice {
	s := &slice{}
	s.shape = newShape(func(r *canvas.Rectangle) {
		r.FillColor, r.StrokeColor, r.StrokeWidth = look.Color(look.ColorNameCard), look.Color(look.ColorNameLine), look.Hairline
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius = s.radii()
		r.TopRightCornerRadius, r.BottomRightCornerRadius = s.radii()
	})
	s.layout = &sliceEdges{s}
	line := func() fyne.CanvasObject { return Ground(look.ColorNameLine) }
	s.Compose(s, container.New(s.layout, s.shape, line(), line(), line(), line()))
	return s
}

// set says whether the row is the first and the last of its card.
func (s *slice) set(first, last bool) {
	if s.first != first || s.last != last {
		s.first, s.last = first, last
		s.Relayout()
	}
}

// radii returns how much the corners are rounded at the top and at the bottom.
func (s *slice) radii() (top, bottom float32) {
	if s.first {
		top = look.CardRadius
	}
	if s.last {
		bottom = look.CardRadius
	}
	return top, bottom
}

// sliceEdges lays the ground over all, and plain lines along the straight part of the edges, which the
// toolkit softens at whatever is rounded: top, bottom, left and right.
type sliceEdges struct{ s *slice }

func (e *sliceEdges) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, bottom := e.s.radii()
	// The edge between two rows is the line of the row above.
	from := -look.Hairline
	if e.s.first {
		from = 0
	}
	objects[0].Move(fyne.NewPos(0, from))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-from))
	place := func(i int, x, y, w, h float32) {
		objects[i].Move(fyne.NewPos(x, y))
		objects[i].Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	}
	place(1, top, from, size.Width-2*top, look.Hairline)
	place(2, bottom, size.Height-look.Hairline, size.Width-2*bottom, look.Hairline)
	place(3, 0, top+from, look.Hairline, size.Height-top-bottom-from)
	place(4, size.Width-look.Hairline, top+from, look.Hairline, size.Height-top-bottom-from)
}

func (e *sliceEdges) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
