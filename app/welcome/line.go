package welcome

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// line is someone who is proposed, to be checked or not, with the rhythm beside them. A tap anywhere
// and Space check it; Enter accepts all who are checked.
type line struct {
	*widgets.PressRow
	proposal proposal
	often    *widgets.Choice
	box      *box
	toggled  func(on bool)
}

// oftenWidth makes the rhythms one column.
const oftenWidth float32 = 158

func newLine(p proposal, checked bool, often *widgets.Choice, accept func()) *line {
	l := &line{proposal: p, often: often, box: newBox(checked)}
	who := parts.NewPersonLine(p.person, []widgets.Run{{Text: p.why}}, widgets.Fixed(oftenWidth, 0, often))
	l.PressRow = widgets.NewPressRow(widgets.Sides(look.RowInset, container.NewCenter(l.box), who, nil), l.tapped, often)
	l.Label = p.person.Name
	l.OnKey = func(k fyne.KeyName) bool {
		if k == fyne.KeyReturn || k == fyne.KeyEnter {
			accept()
			return true
		}
		return false
	}
	return l
}

// tapped checks the line, and takes the focus so that the keys go on from there.
func (l *line) tapped() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.PressRow); c != nil {
		c.Focus(l.PressRow)
	}
	l.toggle()
}

// toggle checks the line, or takes the check away.
func (l *line) toggle() {
	l.box.set(!l.box.checked)
	l.toggled(l.box.checked)
}

// box is a box with a tick in it or none.
type box struct {
	widget.BaseWidget
	checked bool
	ground  *canvas.Rectangle
	tick    *canvas.Image
}

func newBox(checked bool) *box {
	b := &box{checked: checked, ground: canvas.NewRectangle(color.Transparent), tick: &canvas.Image{FillMode: canvas.ImageFillContain}}
	b.ExtendBaseWidget(b)
	return b
}

func (b *box) set(checked bool) {
	if b.checked != checked {
		b.checked = checked
		b.Refresh()
	}
}

const (
	boxSize  float32 = 20
	tickSize float32 = 16
)

// CreateRenderer is called by the toolkit.
func (b *box) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{b}
	r.Refresh()
	return r
}

type boxRenderer struct{ b *box }

func (r *boxRenderer) Destroy()           {}
func (r *boxRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(boxSize) }
func (r *boxRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.ground, r.b.tick}
}

func (r *boxRenderer) Layout(size fyne.Size) {
	r.b.ground.Resize(size)
	r.b.tick.Move(fyne.NewSquareOffsetPos((boxSize - tickSize) / 2))
	r.b.tick.Resize(fyne.NewSquareSize(tickSize))
}

func (r *boxRenderer) Refresh() {
	b, edge := r.b, look.Color(look.ColorNameDimmed)
	b.ground.CornerRadius, b.ground.StrokeWidth = look.ButtonRadius, look.Hairline
	b.ground.FillColor = look.Color(look.ColorNameCard)
	if b.checked {
		edge = look.Color(look.ColorNameClaret)
		b.ground.FillColor = edge
	}
	b.ground.StrokeColor = edge
	b.tick.Hidden = !b.checked
	b.tick.Resource = theme.NewColoredResource(theme.ConfirmIcon(), look.ColorNameOnClaret)
	b.ground.Refresh()
	b.tick.Refresh()
}
