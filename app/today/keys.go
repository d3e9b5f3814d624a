package today

import (
	"context"

	"fyne.io/fyne/v2"

	"peerage/app/page"
)

// Keys returns the keys that work on the current row.
func (v *view) Keys() []page.Key {
	w := v.frame.Words()
	open := func() { v.do(func(l *line) { v.open(l.row) }) }
	return []page.Key{
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { v.step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { v.step(-1) }},
		{Name: fyne.KeyL, Label: w.T("log.title"), Do: v.typed(func() { v.do(func(l *line) { v.log(l.row) }) })},
		{Name: fyne.KeyS, Label: w.T("today.snooze"), Do: v.typed(func() { v.do(v.snooze) })},
		{Name: fyne.KeyD, Label: w.T("today.key_asked"), Do: v.typed(func() { v.do(func(l *line) { v.asked(l.row) }) })},
		{Name: fyne.KeyO, Label: w.T("today.key_open"), Do: v.typed(open)},
		{Name: fyne.KeyReturn, Label: w.T("today.key_open"), Do: open},
		{Name: fyne.KeyEnter, Label: w.T("today.key_open"), Do: open},
	}
}

// typed returns what a letter does. It waits until the letter itself has been typed, which the toolkit
// tells after the key: a field that has the focus by then would show it.
func (v *view) typed(do func()) func() {
	return func() {
		v.frame.Tasks().Go(func(context.Context) error { return nil }, func(error) { do() })
	}
}

// Focus puts the focus on the current row.
func (v *view) Focus() {
	v.inSight = true
	c := v.frame.Window().Canvas()
	if v.at < len(v.lines) {
		c.Focus(v.lines[v.at])
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
		if l.holds(focused) {
			return true
		}
	}
	return false
}

// setCurrent marks the line that the keys act on.
func (v *view) setCurrent(i int) {
	v.at = i
	for j, l := range v.lines {
		l.setCurrent(i == j)
	}
}

// follow makes the line with the focus the current one, when it came to a button in it.
func (v *view) follow() {
	focused := v.frame.Window().Canvas().Focused()
	for i, l := range v.lines {
		if l.holds(focused) {
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
	reveal(v.object, v.lines[v.at])
}

// do does something with the current row.
func (v *view) do(what func(*line)) {
	v.follow()
	if v.at < len(v.lines) {
		what(v.lines[v.at])
	}
}
