package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
)

// PressRow is a row that can be pressed and have the focus, with other controls in it or none. Of the
// rows of a page one may be the current one, which the keys act on; it is marked also while a button
// in it has the focus.
type PressRow struct {
	pressable
	// Label is what the row is called for those who cannot see it.
	Label string
	// OnReached, when it is set, is told when the row gets the focus.
	OnReached func()
	// OnKey, when it is set, sees each key first and returns whether it took it.
	OnKey func(fyne.KeyName) bool

	content fyne.CanvasObject
	inner   []fyne.Focusable
	ground  *canvas.Rectangle
	around  fyne.Delta // how far the ground reaches beyond the content
	current bool
	sign    *Icon // that pressing opens a menu; nil for none
}

var _ fyne.Focusable = (*PressRow)(nil)

// NewPressRow returns a row of a card that reaches from edge to edge. inner are the controls in it.
func NewPressRow(content fyne.CanvasObject, pressed func(), inner ...fyne.Focusable) *PressRow {
	const padding = 10 // above and below what stands in the row
	const corner = -4  // keeps the ground off the rounded corners of the card
	content = Inset(look.RowInset-look.Hairline, padding, content)
	return newPressRow(content, pressed, fyne.NewDelta(corner, corner), inner)
}

// NewPressText returns a row for within a card, such as a sentence, that opens a menu: a quiet sign at its
// right says so. Its mark reaches a little into the room around it.
func NewPressText(content fyne.CanvasObject, pressed func()) *PressRow {
	sign := NewIcon(theme.MenuDropDownIcon(), pressSign, look.ColorNameDimmed)
	r := newPressRow(Sides(look.SmallGap, nil, content, sign), pressed, fyne.NewDelta(8, 4), nil)
	r.sign = sign
	return r
}

const pressSign float32 = 16

func newPressRow(content fyne.CanvasObject, pressed func(), around fyne.Delta, inner []fyne.Focusable) *PressRow {
	r := &PressRow{content: content, inner: inner, around: around, ground: canvas.NewRectangle(color.Transparent)}
	r.onPressed = pressed
	r.extend(r)
	return r
}

// Content returns what stands in the row.
func (r *PressRow) Content() fyne.CanvasObject { return r.content }

// SetCurrent says whether the keys act on this row.
func (r *PressRow) SetCurrent(on bool) {
	if r.current != on {
		r.current = on
		r.Refresh()
	}
}

// Holds reports whether the focus is on the row or on a control in it.
func (r *PressRow) Holds(focused fyne.Focusable) bool {
	if focused == fyne.Focusable(r) {
		return true
	}
	for _, f := range r.inner {
		if f == focused {
			return true
		}
	}
	return false
}

// FocusGained makes the row the current one.
func (r *PressRow) FocusGained() {
	if r.OnReached != nil {
		r.OnReached()
	}
	r.pressable.FocusGained()
}

// TypedKey is called by the toolkit.
func (r *PressRow) TypedKey(ev *fyne.KeyEvent) {
	if r.OnKey == nil || !r.OnKey(ev.Name) {
		r.pressable.TypedKey(ev)
	}
}

// AccessibilityLabel returns what the row is called.
func (r *PressRow) AccessibilityLabel() string { return r.Label }

// AccessibilityRole returns the role of a button.
func (r *PressRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (r *PressRow) CreateRenderer() fyne.WidgetRenderer {
	x := &pressRowRenderer{r}
	x.paint()
	return x
}

type pressRowRenderer struct{ r *PressRow }

func (x *pressRowRenderer) Destroy()           {}
func (x *pressRowRenderer) MinSize() fyne.Size { return x.r.content.MinSize() }
func (x *pressRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.ground, x.r.content}
}

func (x *pressRowRenderer) Layout(size fyne.Size) {
	a := x.r.around
	x.r.ground.Move(fyne.NewPos(-a.DX, -a.DY))
	x.r.ground.Resize(size.AddWidthHeight(2*a.DX, 2*a.DY))
	x.r.content.Resize(size)
}

func (x *pressRowRenderer) Refresh() {
	x.paint()
	x.r.ground.Refresh()
	x.r.content.Refresh()
}

// paint marks the row: a ring for the focus, a shade for the current one and for the pointer. No tint:
// chips and avatars are to be told from the ground.
func (x *pressRowRenderer) paint() {
	g := x.r.ground
	g.CornerRadius = look.ButtonRadius
	g.FillColor, g.StrokeColor, g.StrokeWidth = color.Transparent, color.Transparent, 0
	if x.r.current || x.r.hovered {
		g.FillColor = look.Color(look.ColorNameHover)
	}
	if s := x.r.sign; s != nil {
		ink := look.ColorNameDimmed
		if x.r.hovered || x.r.focused {
			ink = look.ColorNameClaret
		}
		if s.color != ink {
			s.Set(s.resource, ink)
		}
	}
	if x.r.focused {
		g.FillColor = color.Transparent
		g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	}
}
