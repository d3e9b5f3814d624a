package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// list shows the agenda by day, with what is overdue on top.
type list struct {
	v    *view
	rows []row
	list *widgets.List
	made []*line // all that exist, to be marked while something is dragged over them

	wanted  *briefing.Item // to be chosen once it is shown
	goal    data.Day       // to be gone to once it is shown, 0 for none
	dragged *briefing.Item // nil for nothing
	over    data.Day       // the day it is over, 0 for none
	ghost   *widgets.Ghost
	stack   *fyne.Container // the list, with the ghost over it
	body    fyne.CanvasObject
}

func newList(v *view) *list {
	l := &list{v: v, ghost: widgets.NewGhost()}
	l.list = widgets.NewList(func() int { return len(l.rows) }, func() fyne.CanvasObject {
		made := newLine(l)
		l.made = append(l.made, made)
		return made
	}, func(i int, o fyne.CanvasObject) {
		if i < len(l.rows) {
			o.(*line).set(&l.rows[i])
		}
	})
	l.list.Lead = look.RowHeight - headingHeight
	l.list.Inert = func(i int) bool { return l.rows[i].kind == heading || l.rows[i].kind == free }
	l.list.Carded = func(i int) bool { return l.rows[i].kind != heading && l.rows[i].kind != more }
	l.list.OnOpened = l.open
	l.list.OnTapped = func(i int) {
		l.list.Select(i)
		l.open(i)
	}
	w := v.words
	keys := widgets.NewText(w.T("agenda.keys", words.Args{"Alt": w.T("key.alt"), "Up": w.T("key.up"), "Down": w.T("key.down"), "Day": string(dayKey)}), look.Small)
	l.stack = container.NewStack(l.list, container.NewWithoutLayout(l.ghost))
	l.body = container.NewBorder(nil, widgets.Inset(0, 6, keys), nil, nil, l.stack)
	return l
}

// object, focused and keys are described at manner.
func (l *list) object() fyne.CanvasObject { return l.body }
func (l *list) focused() fyne.Focusable   { return l.list }
func (l *list) keys() []page.Key {
	w := l.v.words
	open := func() { l.list.Open() }
	return []page.Key{
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { l.step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { l.step(-1) }},
		{Name: fyne.KeyReturn, Label: w.T("today.key_open"), Do: open},
		{Name: fyne.KeyEnter, Label: w.T("today.key_open"), Do: open},
	}
}

// chosen is described at manner.
func (l *list) chosen() *briefing.Item {
	if i := l.list.Selected(); i >= 0 && i < len(l.rows) {
		return l.rows[i].item
	}
	return nil
}

// step moves the selection, and brings the focus to the list.
func (l *list) step(by int) {
	l.list.Step(by)
	l.v.frame.Window().Canvas().Focus(l.list)
}

// show is described at manner. What was chosen stays so, wherever it went; where it is gone, what has come in its
// place is chosen.
func (l *list) show(c *content) {
	was, at := l.chosen(), l.list.Selected()
	last := at >= 0 && at < len(l.rows) && l.rows[at].kind == more
	if l.wanted != nil {
		was = l.wanted
	}
	l.rows, l.wanted = c.rows, nil
	l.list.Reload()
	next := -1
	for i := range l.rows {
		r := &l.rows[i]
		if was != nil && r.item != nil && r.item.Same(was) {
			next = i
			break
		}
	}
	if next < 0 {
		next = l.near(max(at, 0))
	}
	if last && next < at { // further weeks were asked for, and nothing stands in them
		next = len(l.rows) - 1
	}
	if next != l.list.Selected() || was != nil {
		l.list.Select(next)
	}
	if l.goal != 0 {
		l.goTo(l.goal)
	}
}

// settle keeps the first weeks in sight where nothing stands in any: the list would go to its last row.
func (l *list) settle() {
	if l.near(0) < 0 {
		l.list.Bring(0)
	}
}

// near returns the row at a place that can be chosen, or the next one, or one before; -1 when there is none.
func (l *list) near(at int) int {
	for i := at; i < len(l.rows); i++ {
		if l.rows[i].kind == item {
			return i
		}
	}
	for i := min(at, len(l.rows)) - 1; i >= 0; i-- {
		if l.rows[i].kind == item {
			return i
		}
	}
	return -1
}

// goTo brings a day to the top of what is in sight, and chooses what stands on it.
func (l *list) goTo(day data.Day) {
	l.goal = day
	for i := range l.rows {
		if r := &l.rows[i]; r.holds(day) {
			l.goal = 0
			if r.kind == item {
				l.list.Select(i)
			}
			l.list.Bring(max(i-1, 0))
			return
		}
	}
}

// holds reports whether a row stands on a day.
func (r *row) holds(day data.Day) bool {
	if r.day != nil {
		return r.day.Day == day
	}
	for _, d := range r.days {
		if d.Day == day {
			return true
		}
	}
	return false
}

func (l *list) open(i int) {
	switch r := &l.rows[i]; r.kind {
	case item:
		l.v.open(r.item)
	case fold:
		l.v.unfold()
	case more:
		l.v.more()
	}
}
