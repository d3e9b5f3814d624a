package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// Icon is a picture in one colour of the palette.
type Icon struct {
	widget.BaseWidget
	resource fyne.Resource
	size     float32
	color    fyne.ThemeColorName
	image    *canvas.Image
	last     picture
}

// picture is what an icon was drawn from last: to read and colour a picture again costs more than a row
// of text.
type picture struct {
	resource fyne.Resource
	color    color.Color
}

// NewIcon returns an icon.
func NewIcon(resource fyne.Resource, size float32, color fyne.ThemeColorName) *Icon {
	i := &Icon{resource: resource, size: size, color: color, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes picture and colour. Setting what is already there costs nothing.
func (i *Icon) Set(resource fyne.Resource, color fyne.ThemeColorName) {
	i.resource, i.color = resource, color
	i.Refresh()
}

// CreateRenderer is called by the toolkit.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	r := &iconRenderer{i}
	r.Refresh()
	return r
}

type iconRenderer struct{ i *Icon }

func (r *iconRenderer) Destroy()                     {}
func (r *iconRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.i.size) }
func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.i.image} }

func (r *iconRenderer) Layout(size fyne.Size) {
	r.i.image.Resize(fyne.NewSquareSize(r.i.size))
	r.i.image.Move(fyne.NewPos((size.Width-r.i.size)/2, (size.Height-r.i.size)/2))
}

func (r *iconRenderer) Refresh() {
	now := picture{r.i.resource, look.Color(r.i.color)}
	if now == r.i.last {
		return
	}
	r.i.last = now
	r.i.image.Resource = theme.NewColoredResource(r.i.resource, r.i.color)
	r.i.image.Refresh()
}
