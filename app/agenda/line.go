package agenda

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
	"peerage/data"
	"peerage/data/briefing"
)

// line shows a row of the list: a heading, an item with its day, days that are free, or the way to further weeks.
// An item is dragged to another day.
type line struct {
	widgets.Composite
	list *list
	row  *row

	mark       *canvas.Rectangle // under what something is dragged over
	title      *widgets.Line
	load       *widgets.Line
	heading    *fyne.Container
	day        *widgets.Line
	full       *widgets.Line
	person     *parts.PersonRow
	more       *sign
	item       *fyne.Container
	slots      []*slot
	free       *fyne.Container
	further    *widgets.Line
	furtherRow *fyne.Container
}

var _ fyne.Draggable = (*line)(nil)

const (
	headingHeight float32 = 34 // of the first row, the upper part of which is left out
	headingGap    float32 = 7  // between a heading and its card
	headingInset  float32 = 14 // keeps the load off the bar that scrolls, and the title in line with the days
	dayWidth      float32 = 92
	slotWidth     float32 = 108 // of a free day, at most
	slotsAtMost           = 7
	signSize      float32 = 32
)

func newLine(l *list) *line {
	r := &line{list: l, mark: canvas.NewRectangle(color.Transparent),
		title: widgets.NewLine("", look.Label), load: widgets.NewWholeLine("", look.Small), day: widgets.NewLine("", look.Name), full: widgets.NewLine("", look.Small),
		person: parts.NewPersonRow(), further: widgets.NewLine("", look.Name.In(look.ColorNameClaret))}
	const high = look.RowHeight - look.Hairline
	r.heading = container.New(low{}, widgets.Inset(headingInset, 0, widgets.Sides(look.SmallGap, nil, r.title, r.load)))
	r.more = newSign(func() {
		if r.row != nil && r.row.item != nil {
			l.v.actions(r.row.item, r.more)
		}
	})
	r.item = container.New(&itemLayout{r}, r.day, r.full, r.person, r.more)
	for range slotsAtMost {
		r.slots = append(r.slots, newSlot())
	}
	r.free = container.New(&slotLayout{r})
	for _, s := range r.slots {
		r.free.Add(s)
	}
	r.furtherRow = widgets.Inset(look.RowInset, (high-look.Name.Height)/2, r.further)
	r.Compose(r, container.New(over{r}, r.mark, r.heading, r.item, r.free, r.furtherRow))
	return r
}

// set fills the line.
func (r *line) set(to *row) {
	r.row = to
	r.heading.Hidden, r.item.Hidden, r.free.Hidden = to.kind != heading, to.kind != item, to.kind != free
	r.furtherRow.Hidden = to.kind != more && to.kind != fold
	switch to.kind {
	case heading:
		r.title.SetText(to.title)
		r.load.Set(to.load, loadStyle(to.over))
	case more, fold:
		r.further.SetText(to.title)
	case item:
		r.setItem(to)
	case free:
		for i, s := range r.slots {
			s.Hidden = i >= len(to.days)
			if !s.Hidden {
				s.set(r.list.v, to.days[i])
			}
		}
	}
	r.Relayout()
	r.paint()
}

func (r *line) setItem(to *row) {
	v := r.list.v
	day, full, over := "", "", false
	switch {
	case to.day == nil:
		day = v.words.WeekdayDate(due(to.item))
	case to.first:
		day, full, over = v.words.WeekdayDate(to.day.Day), v.underDay(to.day), to.day.Over() > 0
	}
	r.day.SetText(day)
	r.full.Set(full, loadStyle(over))
	r.person.Set(v.person(to.item))
}

// due returns the day on which something overdue was due.
func due(i *briefing.Item) data.Day {
	if i.CheckIn != nil {
		return i.CheckIn.Natural
	}
	return i.Day
}

// paint marks the line where something is dragged over its day.
func (r *line) paint() {
	fill := color.Color(color.Transparent)
	if to := r.list.over; to != 0 && r.row != nil && r.row.holds(to) {
		fill = look.Color(look.ColorNameClaretTint)
	}
	if r.mark.FillColor != fill || r.row != nil && r.row.kind == free {
		r.mark.FillColor = fill
		over{r}.place(r.Size())
		r.mark.Refresh()
	}
}

// Dragged takes the item along with the pointer.
func (r *line) Dragged(ev *fyne.DragEvent) {
	if r.row != nil {
		r.list.drag(r.row.item, ev.AbsolutePosition)
	}
}

// DragEnd lays it down.
func (r *line) DragEnd() { r.list.drop() }

// over lays the parts of a line over each other, and the mark under the day that something is dragged over.
type over struct{ r *line }

func (o over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, x := range objects[1:] {
		x.Resize(size)
		x.Move(fyne.Position{})
	}
	o.place(size)
}

func (o over) place(size fyne.Size) {
	o.r.mark.Move(fyne.NewPos(1, 0))
	o.r.mark.Resize(fyne.NewSize(max(size.Width-2, 0), size.Height))
	if row := o.r.row; row != nil && row.kind == free {
		for i, d := range row.days {
			if d.Day == o.r.list.over {
				from, wide := slotAt(i, len(row.days), size.Width)
				o.r.mark.Move(fyne.NewPos(from-6, 0))
				o.r.mark.Resize(fyne.NewSize(wide, size.Height))
			}
		}
	}
}

func (over) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, look.RowHeight-1) }

// low puts a heading at the lower end of its row, close to the card that it heads.
type low struct{}

func (low) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, look.Label.Height))
	objects[0].Move(fyne.NewPos(0, size.Height-look.Label.Height-headingGap))
}

func (low) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, look.Label.Height) }

// itemLayout puts the day before the person, and the sign of the menu at the end.
type itemLayout struct{ r *line }

func (l *itemLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r, top := l.r, float32(int((size.Height-look.Name.Height-look.Small.Height)/2))
	if r.full.Text() == "" {
		top = float32(int((size.Height - look.Name.Height) / 2))
	}
	r.day.Move(fyne.NewPos(look.RowInset, top))
	r.day.Resize(fyne.NewSize(dayWidth, look.Name.Height))
	r.full.Move(fyne.NewPos(look.RowInset, top+look.Name.Height))
	r.full.Resize(fyne.NewSize(dayWidth, look.Small.Height))
	from, to := look.RowInset+dayWidth, size.Width-signSize-6
	r.person.Move(fyne.NewPos(from, 0))
	r.person.Resize(fyne.NewSize(max(to-from, 0), size.Height))
	r.more.Resize(fyne.NewSquareSize(signSize))
	r.more.Move(fyne.NewPos(to, float32(int((size.Height-signSize)/2))))
}

func (l *itemLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(300, look.RowHeight-1)
}

// slot is a free day beside others.
type slot struct {
	widgets.Composite
	day, says *widgets.Line
}

func newSlot() *slot {
	s := &slot{day: widgets.NewLine("", look.Second), says: widgets.NewLine("", look.Small)}
	s.Compose(s, widgets.Column(0, s.day, s.says))
	return s
}

func (s *slot) set(v *view, d *briefing.Planner) {
	s.day.SetText(v.words.WeekdayDate(d.Day))
	s.says.SetText(v.underDay(d))
	s.says.Hidden = s.says.Text() == ""
	s.Relayout()
}

// slotAt returns where one of n free days begins in a row of a width, and how wide it is.
func slotAt(i, n int, width float32) (from, wide float32) {
	wide = min(slotWidth, float32(int((width-2*look.RowInset)/float32(max(n, 1)))))
	return look.RowInset + float32(i)*wide, wide
}

type slotLayout struct{ r *line }

func (l *slotLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if l.r.row == nil {
		return
	}
	for i := range l.r.row.days {
		from, wide := slotAt(i, len(l.r.row.days), size.Width)
		high := objects[i].MinSize().Height
		objects[i].Move(fyne.NewPos(from, float32(int((size.Height-high)/2))))
		objects[i].Resize(fyne.NewSize(wide-look.SmallGap, high))
	}
}

func (l *slotLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, look.RowHeight-1)
}

// sign opens a menu of what can be done with a row. The keys of the list do the same, so that it is no stop of the
// Tab key.
type sign struct {
	widget.BaseWidget
	pressed func()
	icon    *widgets.Icon
}

var _ desktop.Hoverable = (*sign)(nil)

func newSign(pressed func()) *sign {
	s := &sign{pressed: pressed, icon: widgets.NewIcon(theme.MoreHorizontalIcon(), 18, look.ColorNameDimmed)}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped opens the menu.
func (s *sign) Tapped(*fyne.PointEvent) { s.pressed() }

// MouseIn, MouseMoved and MouseOut show where the pointer is.
func (s *sign) MouseIn(*desktop.MouseEvent)    { s.tint(look.ColorNameClaret) }
func (s *sign) MouseMoved(*desktop.MouseEvent) {}
func (s *sign) MouseOut()                      { s.tint(look.ColorNameDimmed) }

func (s *sign) tint(name fyne.ThemeColorName) { s.icon.Set(theme.MoreHorizontalIcon(), name) }

// Cursor returns a pointing hand.
func (s *sign) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by the toolkit.
func (s *sign) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewCenter(s.icon))
}
