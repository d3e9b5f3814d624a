package today

import (
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// Keys returns the keys that work on the current row. Those that are letters do so only while the focus is
// on the row: what is typed elsewhere, such as a word for a search, is no verdict.
func (v *view) Keys() []page.Key {
	w := v.frame.Words()
	open := func() { v.do(func(l *line) { v.open(l.row) }) }
	return []page.Key{
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { v.step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { v.step(-1) }},
		v.letter(fyne.KeyL, w.T("action.log"), func(l *line) { v.log(l.row) }),
		v.letter(fyne.KeyS, w.T("today.key_later"), v.putLater),
		v.letter(fyne.KeyD, w.T("today.key_done"), func(l *line) { v.done(l.row) }),
		v.letter(fyne.KeyX, w.T("today.key_another_time"), func(l *line) { v.letGo(l.row) }),
		v.letter(fyne.KeyG, w.T("today.key_write"), func(l *line) { v.writeTo(l.row) }),
		v.letter(fyne.KeyN, w.T("move.not_so"), func(l *line) { v.notSo(l.row) }),
		{Name: fyne.KeyM, Label: w.T("today.key_changes"), Do: parts.Letter(v.frame.Tasks(), v.seeChanges)},
		v.letter(fyne.KeyO, w.T("today.key_open"), func(l *line) { v.open(l.row) }),
		{Name: fyne.KeyReturn, Label: w.T("today.key_open"), Do: open},
		{Name: fyne.KeyEnter, Label: w.T("today.key_open"), Do: open},
	}
}

// letter is a key that does something with the row that has the focus.
func (v *view) letter(name fyne.KeyName, label string, do func(*line)) page.Key {
	act := parts.Letter(v.frame.Tasks(), func() { v.do(do) })
	return page.Key{Name: name, Label: label, Do: func() {
		if v.onRow() {
			act()
		}
	}}
}

// onRow reports whether the focus is on a row, or on a button in one.
func (v *view) onRow() bool {
	focused := v.frame.Window().Canvas().Focused()
	return focused != nil && slices.ContainsFunc(v.lines, func(l *line) bool { return l.Holds(focused) })
}

// Focus puts the focus on the current row.
func (v *view) Focus() {
	v.inSight = true
	c := v.frame.Window().Canvas()
	if v.at < len(v.lines) {
		c.Focus(v.lines[v.at].PressRow)
		return
	}
	if v.empty == nil || !widgets.Focus(c, v.empty) {
		c.Unfocus()
	}
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
	return v.onRow() || widgets.Holds(v.empty, focused)
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
