package agenda

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// daysAWeek is how many columns a month has.
const daysAWeek = 7

// month shows the agenda as a sheet of a calendar: a row for each week of a month, a column for each of its days.
// It is one stop of the Tab key: the arrow keys choose a day, and the space bar what stands on it.
type month struct {
	widgets.Composite
	v     *view
	first data.Day // of the month
	day   data.Day // that is chosen
	at    int      // which of what stands on it keys act on
	focus bool
	moved *briefing.Item // put on the chosen day, and not shown there yet; nil for nothing

	title   *widgets.Line
	cells   []*cell // of the weeks that the month touches, in the order of the days
	grid    *fyne.Container
	dragged *briefing.Item
	over    *cell // nil for none
	ghost   *widgets.Ghost
}

var _ fyne.Focusable = (*month)(nil)

func newMonth(v *view) *month {
	w := v.words
	m := &month{v: v, day: v.frame.Today(), ghost: widgets.NewGhost(), title: widgets.NewLine("", look.Name)}
	for range 6 * daysAWeek { // a month touches six weeks at most
		m.cells = append(m.cells, newCell(m))
	}
	m.grid = container.New(&sheet{m})
	for _, c := range m.cells {
		m.grid.Add(c)
	}
	labels := container.New(heads{})
	for i := range time.Weekday(daysAWeek) {
		labels.Add(widgets.NewLine(w.ShortWeekday((w.WeekBegins()+i)%daysAWeek), look.Label))
	}
	before := widgets.NewButton("", func() { m.turn(-1) }).WithIcon(theme.NavigateBackIcon())
	after := widgets.NewButton("", func() { m.turn(1) }).WithIcon(theme.NavigateNextIcon())
	now := widgets.NewButton(w.T("agenda.today"), func() { m.choose(v.frame.Today()) }).WithKey(string(nowKey))
	head := widgets.Sides(look.SmallGap, nil, m.title, widgets.Row(look.SmallGap, before, now, after))
	top := widgets.Column(look.SmallGap, head, labels)
	keys := widgets.NewText(w.T("agenda.month_keys", words.Args{"Space": w.T("key.space"), "Alt": w.T("key.alt"), "Day": string(dayKey)}), look.Small)
	sheet := container.NewBorder(widgets.Inset(0, 4, top), widgets.Inset(0, 6, keys), nil, nil, m.grid)
	m.Compose(m, container.NewStack(sheet, container.NewWithoutLayout(m.ghost)))
	m.lay(m.day)
	return m
}

// nowKey goes to today.
const nowKey = fyne.KeyT

// object and focused are described at manner.
func (m *month) object() fyne.CanvasObject { return m }
func (m *month) focused() fyne.Focusable   { return m }
func (m *month) weekBegins() data.Day      { return data.Day(m.v.words.WeekBegins()) }
func (m *month) inMonth(day data.Day) bool { return day >= m.first && day < m.first.AddMonths(1) }
func (m *month) open()                     { m.v.goTo(m.day) }
func (m *month) move(by data.Day)          { m.choose(m.day + by) }
func (m *month) turn(by int)               { m.choose(m.day.AddMonths(by)) }

// chosen is described at manner. What there is no room to name is not chosen either.
func (m *month) chosen() *briefing.Item {
	if c := m.cellOf(m.day); c != nil && c.seen > 0 {
		return &c.items[m.at]
	}
	return nil
}

// cellOf returns the cell of a day, nil for one that is not shown.
func (m *month) cellOf(day data.Day) *cell {
	if i := int(day - m.start()); i >= 0 && i < m.weeks()*daysAWeek {
		return m.cells[i]
	}
	return nil
}

// show is described at manner. What was chosen stays so while it stands on the day; where it is gone, what has come
// in its place is chosen.
func (m *month) show(*content) {
	was := m.moved
	if was == nil {
		was = m.chosen()
	}
	m.fill()
	if c := m.cellOf(m.day); c != nil {
		for i := range c.items {
			if was != nil && c.items[i].Same(was) {
				m.at, m.moved = i, nil
			}
		}
		c.Refresh()
	}
}

// next goes to the next of what stands on the chosen day, and from the last to the first.
func (m *month) next() {
	if c := m.cellOf(m.day); c != nil && len(c.items) > 0 {
		m.at = (m.at + 1) % len(c.items)
		c.Refresh()
	}
	m.v.frame.Window().Canvas().Focus(m)
}

// follow goes to the day that something is put on. The sheet stays where the day is on it.
func (m *month) follow(i *briefing.Item, day data.Day) {
	if m.cellOf(day) == nil {
		m.lay(day)
		m.v.reach(m.start() + data.Day(len(m.cells)) - 1)
	}
	m.day, m.at, m.moved = day, 0, i
	m.fill()
}

// start returns the first day that is shown: that of the week in which the month begins, or of this week where that
// is later, since what is over stands in no agenda.
func (m *month) start() data.Day {
	from := max(m.first, m.v.frame.Today())
	return from - (data.Day(from.Weekday())-m.weekBegins()+daysAWeek)%daysAWeek
}

// keys is described at manner.
func (m *month) keys() []page.Key {
	w := m.v.words
	by := func(name fyne.KeyName, label string, days data.Day) page.Key {
		return page.Key{Name: name, Label: label, Do: func() { m.move(days) }}
	}
	return []page.Key{
		by(fyne.KeyLeft, w.T("agenda.day_before"), -1), by(fyne.KeyRight, w.T("agenda.day_after"), 1),
		by(fyne.KeyUp, w.T("agenda.week_before"), -daysAWeek), by(fyne.KeyDown, w.T("agenda.week_after"), daysAWeek),
		{Name: fyne.KeyPageUp, Label: w.T("agenda.month_before"), Do: func() { m.turn(-1) }},
		{Name: fyne.KeyPageDown, Label: w.T("agenda.month_after"), Do: func() { m.turn(1) }},
		{Name: fyne.KeySpace, Label: w.T("agenda.next_item"), Do: m.next},
		{Name: nowKey, Label: w.T("agenda.today"), Do: parts.Letter(m.v.frame.Tasks(), func() { m.choose(m.v.frame.Today()) })},
		{Name: fyne.KeyReturn, Label: w.T("agenda.open_day"), Do: m.open},
		{Name: fyne.KeyEnter, Label: w.T("agenda.open_day"), Do: m.open},
	}
}

// choose goes to a day from today on, and shows its month.
func (m *month) choose(day data.Day) {
	m.lay(max(day, m.v.frame.Today()))
	m.v.reach(m.start() + data.Day(len(m.cells)) - 1)
	m.fill()
	m.v.frame.Window().Canvas().Focus(m)
}

// lay makes a day the chosen one, with the first of what stands on it, and its month the one that is shown.
func (m *month) lay(day data.Day) {
	_, _, n := day.Date()
	m.day, m.first = day, day-data.Day(n-1)
	m.at, m.moved = 0, nil
	m.title.SetText(m.v.words.MonthYear(m.first))
}

// leastWeeks is how many weeks are shown at least, those of the next month where this one is about to end.
const leastWeeks = 5

// weeks returns how many weeks are shown.
func (m *month) weeks() int {
	days := m.first.AddMonths(1) - m.start()
	return max(int(days+daysAWeek-1)/daysAWeek, leastWeeks)
}

// fill shows each day in its cell.
func (m *month) fill() {
	start, shown := m.start(), m.weeks()*daysAWeek
	for i, c := range m.cells {
		c.Hidden = i >= shown
		if !c.Hidden {
			c.set(start + data.Day(i))
		}
	}
	m.grid.Refresh()
}

// FocusGained and FocusLost show where the keys go.
func (m *month) FocusGained() { m.focus = true; m.paint() }
func (m *month) FocusLost()   { m.focus = false; m.paint() }

func (m *month) paint() {
	for _, c := range m.cells {
		c.paint()
	}
}

// TypedRune is called by the toolkit.
func (m *month) TypedRune(rune) {}

// TypedKey hands each key to the page.
func (m *month) TypedKey(ev *fyne.KeyEvent) {
	if f := m.v.frame.Window().Canvas().OnTypedKey(); f != nil {
		f(ev)
	}
}

// drag takes an item along, to a place in the window, and marks the day it would come to.
func (m *month) drag(i *briefing.Item, at fyne.Position) {
	if m.dragged == nil {
		if i == nil || !i.Movable() {
			return
		}
		m.dragged = i
	}
	m.over = nil
	to := data.Day(0)
	for _, c := range m.cells {
		from := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
		if c.Visible() && at.X >= from.X && at.X < from.X+c.Size().Width && at.Y >= from.Y && at.Y < from.Y+c.Size().Height {
			m.over, to = c, c.day
		}
	}
	m.ghost.Set(m.v.called(m.dragged), m.v.whither(to), ghostWidth)
	m.ghost.Follow(at.Add(aside), m)
	m.paint()
}

// drop lays what is dragged down where it is.
func (m *month) drop() {
	i, to := m.dragged, data.Day(0)
	if m.over != nil {
		to = m.over.day
	}
	m.dragged, m.over = nil, nil
	m.ghost.Hide()
	m.v.lay(i, to)
	m.paint()
	m.v.frame.Window().Canvas().Focus(m)
}

// heads lays the names of the days above their columns.
type heads struct{}

func (heads) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	each := (size.Width + cellGap) / daysAWeek
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(int(each*float32(i)))+cellInset, 0))
		o.Resize(fyne.NewSize(each-cellInset, look.Label.Height))
	}
}

func (heads) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, look.Label.Height) }

// sheet lays the cells out, as high as there is room for.
type sheet struct{ m *month }

func (s *sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	weeks := s.m.weeks()
	wide, high := (size.Width+cellGap)/daysAWeek, (size.Height+cellGap)/float32(weeks)
	for i, o := range objects {
		column, row := float32(i%daysAWeek), float32(i/daysAWeek)
		left, top := float32(int(wide*column)), float32(int(high*row))
		o.Move(fyne.NewPos(left, top))
		o.Resize(fyne.NewSize(float32(int(wide*(column+1)))-cellGap-left, float32(int(high*(row+1)))-cellGap-top))
	}
}

func (s *sheet) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }
