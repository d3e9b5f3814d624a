package opportunities

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data"
)

// card is an opportunity on the board. It is opened with a tap, and brought to another stage by dragging it
// over a column.
type card struct {
	widget.BaseWidget
	board *board
	entry *entry

	hovered, chosen bool
	ground          *canvas.Rectangle
	title           *widgets.Text
	cut             *cut
	lines           [5]*widgets.Line // organisation, through whom, for whom, since when, whom to thank
	content         *fyne.Container
}

var (
	_ fyne.Draggable    = (*card)(nil)
	_ desktop.Hoverable = (*card)(nil)
)

// The lines below the title of a card.
const (
	employerLine = iota
	throughLine
	whomLine
	sinceLine
	thankLine
)

const (
	cardInset float32 = 10
	cardTop   float32 = 8
)

func newCard(b *board) *card {
	c := &card{board: b, ground: canvas.NewRectangle(color.Transparent), title: widgets.NewText("", look.Name)}
	c.cut = &cut{text: c.title}
	column := widgets.Column(0, container.New(c.cut, c.title))
	for i, style := range []look.Style{look.Second, look.Second, look.Second, look.Small, look.Small} {
		c.lines[i] = widgets.NewLine("", style)
		column.Add(c.lines[i])
	}
	c.content = widgets.Inset(cardInset, cardTop, column)
	c.ExtendBaseWidget(c)
	return c
}

// set fills the card.
func (c *card) set(e *entry) {
	c.entry = e
	c.cut.set(e.title)
	since := look.Small
	if e.Stage() == data.Won {
		since = since.In(look.ColorNameGreen)
	}
	said := [...]string{employerLine: e.organisation, throughLine: e.through, whomLine: e.whom, sinceLine: e.short, thankLine: e.thank}
	style := [...]look.Style{look.Second, look.Second, look.Second, since, look.Small.In(look.ColorNameClaret)}
	for i, line := range c.lines {
		line.Set(said[i], style[i])
		line.Hidden = said[i] == ""
	}
	c.content.Refresh()
	c.Refresh()
}

// choose marks the card as the one that keys act on.
func (c *card) choose(on bool) {
	if c.chosen != on {
		c.chosen = on
		c.Refresh()
	}
}

// Tapped opens the opportunity.
func (c *card) Tapped(*fyne.PointEvent) {
	c.board.choose(c.entry.ID)
	c.board.v.visit(c.entry.ID)
}

// Dragged takes the card along with the pointer.
func (c *card) Dragged(ev *fyne.DragEvent) { c.board.drag(c, ev.AbsolutePosition) }

// DragEnd lays the card down.
func (c *card) DragEnd() { c.board.drop(c) }

// MouseIn, MouseMoved and MouseOut show where the pointer is.
func (c *card) MouseIn(*desktop.MouseEvent)    { c.hovered = true; c.Refresh() }
func (c *card) MouseMoved(*desktop.MouseEvent) {}
func (c *card) MouseOut()                      { c.hovered = false; c.Refresh() }

// Cursor returns a pointing hand.
func (c *card) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel returns what the card says first.
func (c *card) AccessibilityLabel() string { return c.entry.title + ", " + c.entry.since }

// AccessibilityRole returns the role of a button.
func (c *card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{c}
	r.paint()
	return r
}

type cardRenderer struct{ c *card }

func (r *cardRenderer) Destroy()           {}
func (r *cardRenderer) MinSize() fyne.Size { return r.c.content.MinSize() }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.ground, r.c.content}
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.c.ground.Resize(size)
	r.c.content.Resize(size)
}

func (r *cardRenderer) Refresh() {
	r.paint()
	r.c.ground.Refresh()
	r.c.content.Refresh()
}

// paint marks the card: a ring where keys act on it, thinner while the board has not the focus.
func (r *cardRenderer) paint() {
	g := r.c.ground
	g.CornerRadius, g.FillColor = look.ButtonRadius, look.Color(look.ColorNameCard)
	g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameLine), look.Hairline
	switch {
	case r.c.chosen && r.c.board.focus:
		g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	case r.c.chosen || r.c.hovered:
		g.StrokeColor = look.Color(look.ColorNameDimmed)
	}
}

// cut keeps a title to a few lines, at whatever width it gets.
type cut struct {
	text  *widgets.Text
	title string
	width float32 // for which the title was cut last
}

// titleLines is how many lines a title takes at most.
const titleLines = 2

func (l *cut) set(title string) {
	if title != l.title {
		l.title, l.width = title, 0
	}
}

func (l *cut) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.text.Resize(size)
	if l.width != size.Width {
		l.width = size.Width
		l.text.Shorten(l.title, titleLines)
	}
}

func (l *cut) MinSize([]fyne.CanvasObject) fyne.Size { return l.text.MinSize() }
