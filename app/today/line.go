package today

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/widgets"
)

// line is a row that can be pressed and have the focus, with buttons in it. One line of the page is
// the current one, which the keys act on; it is marked also while a button has the focus.
type line struct {
	widget.BaseWidget
	row     row
	snooze  *widgets.Button // nil where there is nothing to snooze
	buttons []fyne.Focusable
	content fyne.CanvasObject
	ground  *canvas.Rectangle

	opened  func()
	reached func() // told when the line gets the focus

	current, focused, hovered bool
}

var (
	_ fyne.Focusable    = (*line)(nil)
	_ fyne.Tappable     = (*line)(nil)
	_ desktop.Hoverable = (*line)(nil)
)

func newLine(r row, opened func()) *line {
	l := &line{row: r, opened: opened, ground: canvas.NewRectangle(color.Transparent)}
	l.ExtendBaseWidget(l)
	return l
}

// linePadding is the room above and below what stands in a line.
const linePadding float32 = 10

// fill says what stands in the line; buttons are those in it.
func (l *line) fill(content fyne.CanvasObject, buttons ...fyne.Focusable) *line {
	l.content, l.buttons = widgets.Inset(look.RowInset-look.Hairline, linePadding, content), buttons
	return l
}

// holds reports whether the focus is on the line or on something in it.
func (l *line) holds(focused fyne.Focusable) bool {
	if focused == fyne.Focusable(l) {
		return true
	}
	for _, b := range l.buttons {
		if b == focused {
			return true
		}
	}
	return false
}

func (l *line) setCurrent(on bool) {
	if l.current != on {
		l.current = on
		l.Refresh()
	}
}

// Tapped opens the person.
func (l *line) Tapped(*fyne.PointEvent) { l.opened() }

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
	if l.reached != nil {
		l.reached()
	}
	l.Refresh()
}

// FocusLost takes the focus ring away.
func (l *line) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune is called by the toolkit.
func (l *line) TypedRune(rune) {}

// TypedKey opens the person on Space and hands every other key to the page.
func (l *line) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeySpace {
		l.opened()
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

// AccessibilityLabel returns whom the line is about.
func (l *line) AccessibilityLabel() string { return l.row.person.Name }

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

// groundInset keeps the ground of a line off the rounded corners of its card.
const groundInset float32 = 4

func (r *lineRenderer) Layout(size fyne.Size) {
	r.l.ground.Move(fyne.NewSquareOffsetPos(groundInset))
	r.l.ground.Resize(size.SubtractWidthHeight(2*groundInset, 2*groundInset))
	r.l.content.Resize(size)
}

func (r *lineRenderer) Refresh() {
	r.paint()
	r.l.ground.Refresh()
	r.l.content.Refresh()
}

// paint marks the line: a ring for the focus, a shade for the current one and for the pointer. No tint:
// chips and avatars are to be told from the ground.
func (r *lineRenderer) paint() {
	g := r.l.ground
	g.CornerRadius = look.ButtonRadius
	g.FillColor, g.StrokeColor, g.StrokeWidth = color.Transparent, color.Transparent, 0
	switch {
	case r.l.focused:
		g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	case r.l.current, r.l.hovered:
		g.FillColor = look.Color(look.ColorNameHover)
	}
}

// newCard returns a card of lines with hairlines between them.
func newCard(lines []*line) fyne.CanvasObject {
	c := widgets.Column(0)
	for i, l := range lines {
		if i > 0 {
			c.Add(widgets.Hairline())
		}
		c.Add(l)
	}
	return widgets.NewBareCard(c)
}

// reveal scrolls what is on the page until the line is in sight.
func reveal(on fyne.CanvasObject, l *line) {
	holder, ok := on.(*fyne.Container)
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
		scroll.ScrollToOffset(fyne.NewPos(0, max(top-look.Gap, 0)))
	case top+l.Size().Height > offset+scroll.Size().Height:
		scroll.ScrollToOffset(fyne.NewPos(0, top+l.Size().Height-scroll.Size().Height+look.Gap))
	}
}
