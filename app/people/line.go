package people

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"peerage/app/look"
	"peerage/app/widgets"
)

// action is something that can be done with a line.
type action struct {
	text string
	do   func()
}

// line is content of the page that offers a menu of actions when it is pressed.
type line struct {
	widgets.Composite
	v                *view
	actions          []action
	ground           *canvas.Rectangle
	hovered, focused bool
}

var (
	_ fyne.Focusable     = (*line)(nil)
	_ fyne.Tappable      = (*line)(nil)
	_ desktop.Hoverable  = (*line)(nil)
	_ desktop.Cursorable = (*line)(nil)
)

func newLine(v *view, content fyne.CanvasObject, actions ...action) *line {
	l := &line{v: v, actions: actions, ground: canvas.NewRectangle(color.Transparent)}
	l.ground.CornerRadius = look.ButtonRadius
	l.Compose(l, container.New(behind{}, l.ground, content))
	return l
}

// behind lays the first object around the second, a little larger.
type behind struct{}

const (
	groundX float32 = 8
	groundY float32 = 4
)

// Layout is described at fyne.Layout.
func (behind) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(-groundX, -groundY))
	objects[0].Resize(size.AddWidthHeight(2*groundX, 2*groundY))
	objects[1].Move(fyne.Position{})
	objects[1].Resize(size)
}

// MinSize is described at fyne.Layout.
func (behind) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

func (l *line) paint() {
	l.ground.FillColor, l.ground.StrokeWidth = color.Transparent, 0
	if l.hovered {
		l.ground.FillColor = look.Color(look.ColorNameHover)
	}
	if l.focused {
		l.ground.StrokeColor, l.ground.StrokeWidth = look.Color(look.ColorNameClaret), 2
	}
	l.ground.Refresh()
}

// Tapped opens the menu.
func (l *line) Tapped(*fyne.PointEvent) {
	l.v.pane.noteFocus()
	items := make([]*fyne.MenuItem, len(l.actions))
	for i, a := range l.actions {
		items[i] = fyne.NewMenuItem(a.text, a.do)
	}
	l.v.menu(l, items...)
}

// Cursor returns a pointing hand.
func (l *line) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shows that the pointer has come.
func (l *line) MouseIn(*desktop.MouseEvent) { l.hovered = true; l.paint() }

// MouseMoved is called by the toolkit.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has gone.
func (l *line) MouseOut() { l.hovered = false; l.paint() }

// FocusGained shows the focus ring.
func (l *line) FocusGained() { l.focused = true; l.paint() }

// FocusLost takes the focus ring away.
func (l *line) FocusLost() { l.focused = false; l.paint() }

// TypedRune is called by the toolkit.
func (l *line) TypedRune(rune) {}

// TypedKey opens the menu on Enter and Space and passes every other key on.
func (l *line) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.Tapped(nil)
	default:
		if heard := l.v.frame.Window().Canvas().OnTypedKey(); heard != nil {
			heard(ev)
		}
	}
}
