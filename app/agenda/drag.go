package agenda

import (
	"fyne.io/fyne/v2"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// ghostWidth is how wide what is dragged is shown.
const ghostWidth float32 = 240

// aside is how far from the pointer what is dragged is shown, so that the day below is seen.
var aside = fyne.NewDelta(ghostWidth/2+12, 24)

// drag takes an item along, to a place in the window, and marks the day it would come to.
func (l *list) drag(i *briefing.Item, at fyne.Position) {
	if l.dragged == nil {
		if i == nil || !i.Movable() {
			return
		}
		l.dragged = i // the row may be filled anew on the way
	}
	l.list.ScrollAlong(at)
	l.over = l.dayAt(at)
	l.ghost.Set(l.v.called(l.dragged), l.v.whither(l.over), ghostWidth)
	l.ghost.Follow(at.Add(aside), l.stack)
	l.paint()
}

// dayAt returns the day at a place in the window, 0 for none.
func (l *list) dayAt(at fyne.Position) data.Day {
	i := l.list.RowAt(at)
	if i < 0 {
		return 0
	}
	switch r := &l.rows[i]; {
	case r.day != nil:
		return r.day.Day
	case r.kind == free:
		x := at.X - fyne.CurrentApp().Driver().AbsolutePositionForObject(l.list).X
		for j, d := range r.days {
			if from, wide := slotAt(j, len(r.days), l.list.Size().Width); x < from+wide || j == len(r.days)-1 {
				return d.Day
			}
		}
	}
	return 0
}

// drop lays what is dragged down where it is.
func (l *list) drop() {
	i, to := l.dragged, l.over
	l.dragged, l.over = nil, 0
	l.ghost.Hide()
	l.paint()
	l.v.frame.Window().Canvas().Focus(l.list)
	l.v.lay(i, to)
}

// paint marks the lines of the day that something is dragged over.
func (l *list) paint() {
	for _, r := range l.made {
		r.paint()
	}
}

// lay puts what was dragged on the day it was laid on, where that is another.
func (v *view) lay(i *briefing.Item, to data.Day) {
	if i == nil || to == 0 || to == i.Day && !v.overdue(i) {
		return
	}
	v.moveTo(i, to)
}

// overdue reports whether an item stands among what is overdue.
func (v *view) overdue(i *briefing.Item) bool {
	for j := range v.content.agenda.Overdue {
		if v.content.agenda.Overdue[j].Same(i) {
			return true
		}
	}
	return false
}

// whither says to which day something would come, 0 for none.
func (v *view) whither(to data.Day) string {
	switch {
	case to == 0:
		return v.words.T("agenda.to_none")
	case to < v.frame.Today():
		return v.words.T("agenda.not_before_today")
	}
	return v.words.T("agenda.to_day", words.Args{"Day": v.words.LongDate(to)})
}
