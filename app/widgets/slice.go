package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// slice is the part of a card that lies under one row of a list: its ground with the edges at the left
// and the right, and the rounded ends of the card where the row is its first or its last.
type slice struct {
	Composite
	first, last bool
}

func newSlice() *slice {
	s := &slice{}
	ground := newSurface(func(g *face) {
		g.fill, g.edge = look.Color(look.ColorNameCard), look.Color(look.ColorNameLine)
		g.top, g.bottom = s.radii()
	})
	s.Compose(s, container.New(sliceLayout{s}, ground))
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

// sliceLayout lays the ground over all, and over the edge of the row above, because between two rows
// there is one line.
type sliceLayout struct{ s *slice }

func (l sliceLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	from := -look.Hairline
	if l.s.first {
		from = 0
	}
	objects[0].Move(fyne.NewPos(0, from))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-from))
}

func (sliceLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
