package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// Sideways keeps the room of a page at the left and the right of an object, and some below it.
func Sideways(below float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(sideways{below}, object)
}

type sideways struct{ below float32 }

func (s sideways) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(look.PageInset, 0))
		o.Resize(fyne.NewSize(max(size.Width-2*look.PageInset, 0), max(size.Height-s.below, 0)))
	}
}

func (s sideways) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.Size{}
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(2*look.PageInset, s.below)
}

// Flush puts buttons that are only their words at the left edge, their words in line with what stands above.
func Flush(quiet ...fyne.CanvasObject) fyne.CanvasObject {
	const inset = 4 // of such a button's words
	return Inset(-inset, 0, Flow(look.SmallGap, quiet...))
}
