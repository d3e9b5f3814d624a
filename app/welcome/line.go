package welcome

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// line is someone who is proposed, to be checked or not, with the rhythm beside them. A tap anywhere
// and Space check it.
type line struct {
	widget.BaseWidget
	proposal proposal
	often    *widgets.Choice
	toggled  func(on bool)
	reached  func() // told when the line gets the focus

	checked, current, focused, hovered bool

	ground, box *canvas.Rectangle
	tick        *canvas.Image
	content     fyne.CanvasObject
}

var (
	_ fyne.Focusable    = (*line)(nil)
	_ fyne.Tappable     = (*line)(nil)
	_ desktop.Hoverable = (*line)(nil)
)

const (
	boxSize     float32 = 20
	tickSize    float32 = 16
	oftenWidth  float32 = 158
	linePadding float32 = 10
	groundInset float32 = 4 // keeps the ground of a line off the rounded corners of its card
)

func newLine(p proposal, checked bool, often *widgets.Choice) *line {
	l := &line{proposal: p, checked: checked, often: often, ground: canvas.NewRectangle(color.Transparent),
		box: canvas.NewRectangle(color.Transparent), tick: &canvas.Image{FillMode: canvas.ImageFillContain}}
	who := parts.NewPersonLine(p.person, []widgets.Run{{Text: p.why}}, widgets.Fixed(oftenWidth, 0, often))
	box := container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(boxSize), container.NewStack(l.box, container.NewCenter(widgets.Fixed(tickSize, tickSize, l.tick)))))
	l.content = widgets.Inset(look.RowInset-look.Hairline, linePadding, widgets.Sides(look.RowInset, box, who, nil))
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) setChecked(on bool) {
	if l.checked != on {
		l.checked = on
		l.Refresh()
	}
}

// toggle checks the line, or takes the check away.
func (l *line) toggle() {
	l.setChecked(!l.checked)
	l.toggled(l.checked)
}

func (l *line) setCurrent(on bool) {
	if l.current != on {
		l.current = on
		l.Refresh()
	}
}

// Tapped checks the line, and takes the focus so that the keys go on from there.
func (l *line) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.toggle()
}

// MouseIn shows that the pointer has come.
func (l *line) MouseIn(*desktop.MouseEvent) { l.hovered = true; l.Refresh() }

// MouseMoved is called by the toolkit.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has gone.
func (l *line) MouseOut() { l.hovered = false; l.Refresh() }

// Cursor returns a pointing hand.
func (l *line) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained makes the line the current one.
func (l *line) FocusGained() {
	l.focused = true
	l.reached()
	l.Refresh()
}

// FocusLost takes the focus ring away.
func (l *line) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune is called by the toolkit.
func (l *line) TypedRune(rune) {}

// TypedKey checks the line on Space and hands every other key to the page.
func (l *line) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace {
		l.toggle()
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

// AccessibilityLabel returns who is proposed and why.
func (l *line) AccessibilityLabel() string { return l.proposal.person.Name + ", " + l.proposal.why }

// AccessibilityRole returns the role of a button.
func (l *line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l}
	r.paint()
	return r
}

type lineRenderer struct{ l *line }

func (r *lineRenderer) Destroy()           {}
func (r *lineRenderer) MinSize() fyne.Size { return r.l.content.MinSize() }
func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.ground, r.l.content}
}

func (r *lineRenderer) Layout(size fyne.Size) {
	r.l.ground.Move(fyne.NewSquareOffsetPos(groundInset))
	r.l.ground.Resize(size.SubtractWidthHeight(2*groundInset, 2*groundInset))
	r.l.content.Resize(size)
}

func (r *lineRenderer) Refresh() {
	r.paint()
	r.l.ground.Refresh()
	r.l.box.Refresh()
	r.l.tick.Refresh()
	r.l.content.Refresh()
}

// paint marks the line: a ring for the focus, a shade for the current one and for the pointer, and a
// tick in the box when it is checked.
func (r *lineRenderer) paint() {
	l := r.l
	l.ground.CornerRadius = look.ButtonRadius
	l.ground.FillColor, l.ground.StrokeColor, l.ground.StrokeWidth = color.Transparent, color.Transparent, 0
	switch {
	case l.focused:
		l.ground.StrokeColor, l.ground.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	case l.current, l.hovered:
		l.ground.FillColor = look.Color(look.ColorNameHover)
	}
	l.box.CornerRadius, l.box.StrokeWidth = look.ButtonRadius, look.Hairline
	l.box.FillColor, l.box.StrokeColor = look.Color(look.ColorNameCard), look.Color(look.ColorNameDimmed)
	if l.checked {
		l.box.FillColor, l.box.StrokeColor = look.Color(look.ColorNameClaret), look.Color(look.ColorNameClaret)
	}
	l.tick.Hidden = !l.checked
	l.tick.Resource = theme.NewColoredResource(theme.ConfirmIcon(), look.ColorNameOnClaret)
}

// reveal scrolls what is in a scroller until the line is in sight.
func reveal(in fyne.CanvasObject, l *line) {
	holder, ok := in.(*fyne.Container)
	if !ok || len(holder.Objects) == 0 {
		return
	}
	scroll, ok := holder.Objects[0].(*container.Scroll)
	if !ok || scroll.Size().Height <= 0 {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(l).Y - driver.AbsolutePositionForObject(scroll.Content).Y
	switch offset := scroll.Offset.Y; {
	case top < offset:
		scroll.ScrollToOffset(fyne.NewPos(0, max(top-2*look.Gap, 0)))
	case top+l.Size().Height > offset+scroll.Size().Height:
		scroll.ScrollToOffset(fyne.NewPos(0, top+l.Size().Height-scroll.Size().Height+look.Gap))
	}
}
