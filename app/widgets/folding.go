package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// Folding is Sides as long as that leaves centre a width of least. Where it does not, right stands below the others.
func Folding(gap, least float32, left, centre, right fyne.CanvasObject) *fyne.Container {
	if right == nil {
		return Sides(gap, left, centre, nil)
	}
	f := &folding{beside: sides{gap, left, centre, right}, above: sides{gap, left, centre, nil}, least: least}
	return container.New(f, left, centre, right)
}

type folding struct {
	beside, above sides
	least         float32
	folded        bool
}

func (f *folding) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := f.beside.left, f.beside.right
	f.folded = size.Width-left.MinSize().Width-right.MinSize().Width-2*f.beside.gap < f.least
	if !f.folded {
		f.beside.Layout(objects, size)
		return
	}
	width := min(right.MinSize().Width, size.Width)
	high := heightFor(right, width)
	f.above.Layout(objects[:2], size.SubtractWidthHeight(0, high+look.SmallGap))
	right.Resize(fyne.NewSize(width, high))
	right.Move(fyne.NewPos(0, size.Height-high))
}

func (f *folding) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !f.folded {
		return f.beside.MinSize(objects)
	}
	above, right := f.above.MinSize(objects[:2]), f.beside.right.MinSize()
	return fyne.NewSize(max(above.Width, right.Width), above.Height+look.SmallGap+right.Height)
}
