package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// Ghost is what the pointer takes along while something is dragged: what it is, and perhaps where it would come to.
type Ghost struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	title  *Line
	second *Line
}

// NewGhost returns a ghost that is not seen. It is laid over the place in which things are dragged, in a container
// without a layout.
func NewGhost() *Ghost {
	g := &Ghost{ground: canvas.NewRectangle(color.Transparent), title: NewLine("", look.Name), second: NewLine("", look.Second)}
	g.ExtendBaseWidget(g)
	g.BaseWidget.Hide()
	return g
}

const (
	ghostInset float32 = 10
	ghostTop   float32 = 8
)

// Set shows the ghost at a width. Without a second line it has one.
func (g *Ghost) Set(title, second string, width float32) {
	g.title.SetText(title)
	g.second.SetText(second)
	g.second.Hidden = second == ""
	high := look.Name.Height + 2*ghostTop
	if second != "" {
		high += look.Second.Height
	}
	g.Resize(fyne.NewSize(width, high))
	g.Show()
	g.Refresh()
}

// Follow moves the ghost below the pointer, which is at a place in the window; over is what it lies over.
func (g *Ghost) Follow(pointer fyne.Position, over fyne.CanvasObject) {
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
	g.Move(pointer.Subtract(corner).AddXY(-g.Size().Width/2, -ghostTop))
}

// CreateRenderer is called by the toolkit.
func (g *Ghost) CreateRenderer() fyne.WidgetRenderer { return &ghostRenderer{g} }

type ghostRenderer struct{ g *Ghost }

func (r *ghostRenderer) Destroy()           {}
func (r *ghostRenderer) MinSize() fyne.Size { return fyne.NewSize(2*ghostInset, 2*ghostTop) }

func (r *ghostRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.g.ground, r.g.title, r.g.second}
}

func (r *ghostRenderer) Layout(size fyne.Size) {
	r.g.ground.Resize(size)
	wide := max(size.Width-2*ghostInset, 0)
	r.g.title.Move(fyne.NewPos(ghostInset, ghostTop))
	r.g.title.Resize(fyne.NewSize(wide, look.Name.Height))
	r.g.second.Move(fyne.NewPos(ghostInset, ghostTop+look.Name.Height))
	r.g.second.Resize(fyne.NewSize(wide, look.Second.Height))
}

func (r *ghostRenderer) Refresh() {
	g := r.g.ground
	g.CornerRadius, g.FillColor = look.ButtonRadius, look.Color(look.ColorNameCard)
	g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	g.Refresh()
	r.g.title.Refresh()
	r.g.second.Refresh()
}
