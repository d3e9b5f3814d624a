package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// NewShareBar returns a bar that is filled from the left in a tone, for a share from 0 to 1. It carries
// no figure: it is to be seen beside another.
func NewShareBar(share float64, tone look.Tone) fyne.CanvasObject {
	round := func(color fyne.ThemeColorName) fyne.CanvasObject {
		return newShape(func(r *canvas.Rectangle) { r.FillColor, r.CornerRadius = look.Color(color), shareHeight/2 })
	}
	return container.New(shareBar{float32(min(max(share, 0), 1))}, round(look.ColorNameRail), round(tone.Ink()))
}

const shareHeight float32 = 8

type shareBar struct{ share float32 }

func (b shareBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := float32(int((size.Height - shareHeight) / 2))
	for i, width := range []float32{size.Width, size.Width * b.share} {
		if i == 1 && b.share > 0 {
			width = max(width, shareHeight) // what is there is seen
		}
		objects[i].Move(fyne.NewPos(0, top))
		objects[i].Resize(fyne.NewSize(float32(int(width)), shareHeight))
	}
}

func (b shareBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, shareHeight) }
