package opportunities

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	title           *cut
	employer, since *widgets.Line
	through, whom   *cut
	thank           *cut
	content         *fyne.Container
}

var (
	_ fyne.Draggable    = (*card)(nil)
	_ desktop.Hoverable = (*card)(nil)
)

const (
	cardInset float32 = 10
	cardTop   float32 = 8

	titleLines = 2 // how many a title takes at most
)

func newCard(b *board) *card {
	c := &card{board: b, ground: canvas.NewRectangle(color.Transparent), title: newCut(look.Name, titleLines)}
	c.employer, c.since = widgets.NewLine("", look.Second), widgets.NewLine("", look.Small)
	c.through, c.whom, c.thank = newCut(look.Second, 2), newCut(look.Second, 1), newCut(look.Small.In(look.ColorNameClaret), 1)
	column := widgets.Column(0, c.title, c.employer, c.through, c.whom, c.since, c.thank)
	c.content = widgets.Inset(cardInset, cardTop, column)
	c.ExtendBaseWidget(c)
	return c
}

// set fills the card.
func (c *card) set(e *entry) {
	c.entry = e
	since := look.Small
	if e.Stage() == data.Won {
		since = since.In(look.ColorNameGreen)
	}
	c.title.set(e.title)
	c.employer.SetText(e.organisation)
	c.employer.Hidden = e.organisation == ""
	c.through.set(e.through)
	c.whom.set(e.whom)
	c.since.Set(e.short, since)
	c.thank.set(e.thank)
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
func (c *card) DragEnd() { c.board.drop() }

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
