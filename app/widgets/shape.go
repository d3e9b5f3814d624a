package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// shape is a rectangle that follows the theme: paint sets its colours whenever it is refreshed.
type shape struct {
	widget.BaseWidget
	rect  *canvas.Rectangle
	least fyne.Size
	paint func(*canvas.Rectangle)
}

func newShape(paint func(*canvas.Rectangle)) *shape {
	s := &shape{rect: canvas.NewRectangle(color.Transparent), paint: paint}
	s.ExtendBaseWidget(s)
	paint(s.rect)
	return s
}

// Hairline returns a thin line from left to right.
func Hairline() fyne.CanvasObject {
	s := newShape(func(r *canvas.Rectangle) { r.FillColor = look.Color(look.ColorNameLine) })
	s.least = fyne.NewSize(1, look.Hairline)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *shape) CreateRenderer() fyne.WidgetRenderer { return &shapeRenderer{s} }

type shapeRenderer struct{ s *shape }

func (r *shapeRenderer) Destroy()                     {}
func (r *shapeRenderer) Layout(size fyne.Size)        { r.s.rect.Resize(size) }
func (r *shapeRenderer) MinSize() fyne.Size           { return r.s.least }
func (r *shapeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.rect} }

func (r *shapeRenderer) Refresh() {
	r.s.paint(r.s.rect)
	r.s.rect.Refresh()
}

// edge draws the border of something rounded that can have the focus: the focus is a claret ring,
// twice as thick as a border.
func edge(r *canvas.Rectangle, border fyne.ThemeColorName, focused bool) {
	r.StrokeColor, r.StrokeWidth = look.Color(border), look.Hairline
	if focused {
		r.StrokeColor, r.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	}
}

// passOn hands a key that a focused widget has no use for to whatever listens on the canvas: the
// dialog around it, or the page.
func passOn(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if f := c.OnTypedKey(); f != nil {
			f(ev)
		}
	}
}
