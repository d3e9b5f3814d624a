package agenda

import (
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// cell is a day of the month: its number, how full it is, and what stands on it, as far as there is room. It is
// opened with a tap, and what stands on it dragged to another.
type cell struct {
	widget.BaseWidget
	month *month
	day   data.Day
	items []briefing.Item
	from  int // the first of them that is named: one that is chosen is, too
	seen  int // how many of them there is room for

	hovered bool
	began   bool // something is dragged out of it
	ground  *canvas.Rectangle
	mark    *canvas.Rectangle // under the item that keys act on
	number  *widgets.Line
	load    *widgets.Line
	lines   []*widgets.Line
	rest    *widgets.Line // how many more there are
}

var (
	_ fyne.Draggable    = (*cell)(nil)
	_ desktop.Hoverable = (*cell)(nil)
)

const (
	cellGap     float32 = 6
	cellInset   float32 = 8
	cellTop     float32 = 6
	cellHead    float32 = 20 // the number and what is beside it
	cellLine    float32 = 17
	linesAtMost         = 8
)

func newCell(m *month) *cell {
	c := &cell{month: m, ground: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent), number: widgets.NewLine("", look.Second), load: widgets.NewLine("", look.Small), rest: widgets.NewLine("", look.Small)}
	for range linesAtMost {
		c.lines = append(c.lines, widgets.NewLine("", look.Small.In(look.ColorNameInk)))
	}
	c.ExtendBaseWidget(c)
	return c
}

// set fills the cell.
func (c *cell) set(day data.Day) {
	v := c.month.v
	c.day, c.items = day, nil
	_, _, n := day.Date()
	number, style := strconv.Itoa(n), look.Second
	if n == 1 {
		number = v.words.ShortDate(day, day)
	}
	load, over := "", false
	if v.content != nil {
		if d := v.content.agenda.Day(day); d != nil {
			c.items = append(slices.Clone(d.Items), v.content.late[day]...)
			load, over = v.dayLoad(d), d.Over() > 0
		}
	}
	switch {
	case day == v.frame.Today():
		number, style = v.words.T("agenda.number_today", words.Args{"Day": number}), look.Second.In(look.ColorNameClaret)
		style.Bold = true
	case c.month.inMonth(day) && day > v.frame.Today():
		style = look.Second.In(look.ColorNameInk)
	}
	c.number.Set(number, style)
	c.load.Set(load, loadStyle(over))
	c.fill()
	c.Refresh()
}

// fill names what stands on the day, and counts what there is no room for.
func (c *cell) fill() {
	room := int((c.Size().Height - cellTop - cellHead - 4) / cellLine)
	c.seen = min(len(c.items), max(room, 0), linesAtMost)
	if c.seen < len(c.items) && c.seen > 0 {
		c.seen = min(c.seen, room-1)
	}
	c.from = 0
	if c.day == c.month.day && c.seen > 0 {
		c.month.at = min(c.month.at, len(c.items)-1) // what was chosen may be gone
		c.from = max(c.month.at-c.seen+1, 0)
	}
	for i, l := range c.lines {
		l.Hidden = i >= c.seen
		if !l.Hidden {
			l.Set(c.month.v.brief(&c.items[c.from+i]))
		}
	}
	more := len(c.items) - c.seen
	c.rest.Hidden = more == 0
	switch {
	case more > 0 && c.seen > 0:
		c.rest.SetText(c.month.v.words.N("agenda.cell_more", more))
	case more > 0:
		c.rest.SetText(c.month.v.words.N("agenda.cell_count", more))
	}
}

// Tapped shows the day in the list.
func (c *cell) Tapped(*fyne.PointEvent) {
	c.month.lay(c.day)
	c.month.fill()
	c.month.open()
}

// Dragged takes the item along that lay under the pointer when it began.
func (c *cell) Dragged(ev *fyne.DragEvent) {
	var i *briefing.Item
	if !c.began {
		c.began = true
		at := int((ev.Position.Y - ev.Dragged.DY - cellTop - cellHead) / cellLine)
		if at >= 0 && at < c.seen {
			i = &c.items[c.from+at]
		}
	}
	c.month.drag(i, ev.AbsolutePosition)
}

// DragEnd lays it down.
func (c *cell) DragEnd() {
	c.began = false
	c.month.drop()
}

// MouseIn, MouseMoved and MouseOut show where the pointer is.
func (c *cell) MouseIn(*desktop.MouseEvent)    { c.hovered = true; c.paint() }
func (c *cell) MouseMoved(*desktop.MouseEvent) {}
func (c *cell) MouseOut()                      { c.hovered = false; c.paint() }

// Cursor returns a pointing hand.
func (c *cell) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel returns the day, and how much stands on it.
func (c *cell) AccessibilityLabel() string {
	w := c.month.v.words
	return w.LongDate(c.day) + ", " + w.N("agenda.cell_count", len(c.items))
}

// AccessibilityRole returns the role of a button.
func (c *cell) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (c *cell) CreateRenderer() fyne.WidgetRenderer { return &cellRenderer{c} }

type cellRenderer struct{ c *cell }

func (r *cellRenderer) Destroy()           {}
func (r *cellRenderer) MinSize() fyne.Size { return fyne.NewSize(40, cellTop+cellHead) }

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.c.ground, r.c.mark, r.c.number, r.c.load, r.c.rest}
	for _, l := range r.c.lines {
		all = append(all, l)
	}
	return all
}

func (r *cellRenderer) Layout(size fyne.Size) {
	c := r.c
	c.ground.Resize(size)
	c.fill()
	inner := max(size.Width-2*cellInset, 0)
	number := min(c.number.Natural()+2, inner)
	c.number.Move(fyne.NewPos(cellInset, cellTop-1))
	c.number.Resize(fyne.NewSize(number, look.Second.Height))
	room := max(inner-number-6, 0)
	load := min(c.load.Natural(), room)
	c.load.Move(fyne.NewPos(size.Width-cellInset-load, cellTop))
	c.load.Resize(fyne.NewSize(load, look.Small.Height))
	y := cellTop + cellHead
	for _, l := range c.lines[:c.seen] {
		l.Move(fyne.NewPos(cellInset, y))
		l.Resize(fyne.NewSize(inner, look.Small.Height))
		y += cellLine
	}
	c.mark.Move(fyne.NewPos(cellInset/2, cellTop+cellHead+cellLine*float32(c.month.at-c.from)))
	c.mark.Resize(fyne.NewSize(inner+cellInset, cellLine))
	c.rest.Move(fyne.NewPos(cellInset, y))
	c.rest.Resize(fyne.NewSize(inner, look.Small.Height))
}

func (r *cellRenderer) Refresh() {
	r.Layout(r.c.Size())
	r.c.paint()
}

// paint marks the day: white in the month that is shown, with a ring where keys act on it, tinted where something
// is dragged over it.
func (c *cell) paint() {
	m, g := c.month, c.ground
	g.CornerRadius, g.FillColor = look.ButtonRadius, look.Color(look.ColorNamePaper)
	if m.inMonth(c.day) {
		g.FillColor = look.Color(look.ColorNameCard)
	}
	g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameLine), look.Hairline
	switch {
	case m.over == c:
		g.FillColor = look.Color(look.ColorNameClaretTint)
		g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	case c.day == m.day && m.focus:
		g.StrokeColor, g.StrokeWidth = look.Color(look.ColorNameClaret), 2*look.Hairline
	case c.day == m.day || c.hovered:
		g.StrokeColor = look.Color(look.ColorNameDimmed)
	}
	g.Refresh()
	c.mark.CornerRadius, c.mark.FillColor = look.SmallGap/2, look.Color(look.ColorNameClaretTint)
	c.mark.Hidden = !m.focus || c.day != m.day || m.chosen() == nil
	c.mark.Refresh()
}
