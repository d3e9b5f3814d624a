package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// Progress shows how far long work has come: words, a bar, and a button that stops it.
type Progress struct {
	Composite
	words *Line
	bar   *shape
	track *fyne.Container
	part  float64
}

// NewProgress returns work that has not begun. cancel is the button's text; with cancelled nil there
// is no button.
func NewProgress(cancel string, cancelled func()) *Progress {
	p := &Progress{words: NewLine("", look.Body)}
	fill := func(name fyne.ThemeColorName) *shape {
		s := newShape(func(r *canvas.Rectangle) { r.FillColor, r.CornerRadius = look.Color(name), 3 })
		s.least = fyne.NewSize(6, 6)
		return s
	}
	p.bar = fill(look.ColorNameClaret)
	p.track = container.New(track{p}, fill(look.ColorNameLine), p.bar)
	var stop fyne.CanvasObject
	if cancelled != nil {
		stop = NewButton(cancel, cancelled)
	}
	p.Compose(p, Sides(look.Gap, nil, Column(7, p.words, p.track), stop))
	return p
}

// Set shows words and the part that is done, from 0 to 1.
func (p *Progress) Set(words string, part float64) {
	p.words.SetText(words)
	p.part = min(max(part, 0), 1)
	p.track.Refresh()
}

// Words returns what is shown.
func (p *Progress) Words() string { return p.words.Text() }

type track struct{ p *Progress }

func (t track) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(ceil(size.Width*float32(t.p.part)), size.Height))
	objects[1].Refresh()
}

func (t track) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 6) }
