package today

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// Keys returns the keys that work on the current row.
func (v *view) Keys() []page.Key {
	w, t := v.frame.Words(), v.frame.Tasks()
	open := func() { v.do(func(l *line) { v.open(l.row) }) }
	return []page.Key{
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { v.step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { v.step(-1) }},
		{Name: fyne.KeyL, Label: w.T("action.log"), Do: parts.Letter(t, func() { v.do(func(l *line) { v.log(l.row) }) })},
		{Name: fyne.KeyS, Label: w.T("today.snooze"), Do: parts.Letter(t, func() { v.do(v.snooze) })},
		{Name: fyne.KeyD, Label: w.T("today.key_asked"), Do: parts.Letter(t, func() { v.do(func(l *line) { v.asked(l.row) }) })},
		{Name: fyne.KeyG, Label: w.T("congratulate.act"), Do: parts.Letter(t, func() { v.do(func(l *line) { v.congratulate(l.row) }) })},
		{Name: fyne.KeyN, Label: w.T("move.not_so"), Do: parts.Letter(t, func() { v.do(func(l *line) { v.notSo(l.row) }) })},
		{Name: fyne.KeyM, Label: w.T("today.key_changes"), Do: parts.Letter(t, v.seeChanges)},
		{Name: fyne.KeyO, Label: w.T("today.key_open"), Do: parts.Letter(t, open)},
		{Name: fyne.KeyReturn, Label: w.T("today.key_open"), Do: open},
		{Name: fyne.KeyEnter, Label: w.T("today.key_open"), Do: open},
	}
}

// Focus puts the focus on the current row.
func (v *view) Focus() {
	v.inSight = true
	c := v.frame.Window().Canvas()
	if v.at < len(v.lines) {
		c.Focus(v.lines[v.at].PressRow)
		return
	}
	c.Unfocus()
}

// hasFocus reports whether the page may take the focus: nothing has it, a row of the page has, or
// something lies over the page and gives the focus back to it.
func (v *view) hasFocus() bool {
	c := v.frame.Window().Canvas()
	focused := c.Focused()
	if !v.inSight {
		return false
	}
	if focused == nil || c.Overlays().Top() != nil {
		return true
	}
	for _, l := range v.lines {
		if l.Holds(focused) {
			return true
		}
	}
	return false
}

// setCurrent marks the line that the keys act on.
func (v *view) setCurrent(i int) {
	v.at = i
	for j, l := range v.lines {
		l.SetCurrent(i == j)
	}
}

// follow makes the line with the focus the current one, when it came to a button in it.
func (v *view) follow() {
	focused := v.frame.Window().Canvas().Focused()
	for i, l := range v.lines {
		if l.Holds(focused) {
			v.setCurrent(i)
		}
	}
}

// step moves to another row, as the arrow keys do.
func (v *view) step(by int) {
	if len(v.lines) == 0 {
		return
	}
	v.follow()
	v.setCurrent(max(min(v.at+by, len(v.lines)-1), 0))
	v.Focus()
	widgets.Reveal(v.lines[v.at].PressRow)
}

// do does something with the current row.
func (v *view) do(what func(*line)) {
	v.follow()
	if v.at < len(v.lines) {
		what(v.lines[v.at])
	}
}
