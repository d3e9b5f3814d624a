package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// NewEmptyState fills a place where there is nothing yet: an icon, a sentence that says what to do
// next, and the buttons that do it.
func NewEmptyState(icon fyne.Resource, sentence string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	words := NewCentred(sentence, look.Body.In(look.ColorNameDimmed))
	parts := []fyne.CanvasObject{container.NewCenter(NewIcon(icon, 32, look.ColorNameDimmed))}
	parts = append(parts, words)
	if len(actions) > 0 {
		parts = append(parts, container.NewCenter(Row(look.SmallGap, actions...)))
	}
	return container.New(layout.NewCenterLayout(), Fixed(420, 0, Column(14, parts...)))
}

// Icon is a picture in one colour of the palette.
type Icon struct {
	widget.BaseWidget
	resource fyne.Resource
	size     float32
	color    fyne.ThemeColorName
	image    *canvas.Image
}

// NewIcon returns an icon.
func NewIcon(resource fyne.Resource, size float32, color fyne.ThemeColorName) *Icon {
	i := &Icon{resource: resource, size: size, color: color, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes picture and colour.
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
	r.i.image.Resource = theme.NewColoredResource(r.i.resource, r.i.color)
	r.i.image.Refresh()
}
