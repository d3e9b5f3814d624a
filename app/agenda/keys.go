package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/briefing"
)

// The keys that act on what is chosen.
const (
	openKey   = fyne.KeyO
	logKey    = fyne.KeyL
	snoozeKey = fyne.KeyS
	dayKey    = fyne.KeyM
	doneKey   = fyne.KeyD
	soonerKey = fyne.KeyComma
	laterKey  = fyne.KeyPeriod
)

// Keys is described at page.Keyed.
func (v *view) Keys() []page.Key {
	w := v.words
	keys := []page.Key{
		{Name: fyne.Key1, Label: w.T("agenda.list"), Do: func() { v.turn(v.list) }},
		{Name: fyne.Key2, Label: w.T("agenda.month"), Do: func() { v.turn(v.month) }},
	}
	keys = append(keys, v.at.keys()...)
	letter := func(name fyne.KeyName, label string, do func(*briefing.Item)) {
		act := parts.Letter(v.frame.Tasks(), v.on(do))
		keys = append(keys, page.Key{Name: name, Label: label, Do: func() {
			if v.onContent() {
				act()
			}
		}})
	}
	letter(openKey, w.T("today.key_open"), v.open)
	letter(logKey, w.T("action.log"), v.log)
	letter(snoozeKey, w.T("today.key_later"), func(i *briefing.Item) { v.later(i, v.below()) })
	letter(dayKey, w.T("appoint.act"), v.pickDay)
	letter(doneKey, w.T("agenda.key_kept"), v.done)
	move := func(name fyne.KeyName, m fyne.KeyModifier, label string, by func() data.Day) {
		keys = append(keys, page.Key{Name: name, Modifier: m, Label: label, Do: v.on(func(i *briefing.Item) { v.shift(i, by()) })})
	}
	// In a month the arrows move as they lie there: by a week up and down. The shell asks for keys with a modifier
	// once, so that they cannot be others in another manner.
	days := func(n data.Day) func() data.Day { return func() data.Day { return n } }
	along := func(n data.Day) func() data.Day {
		return func() data.Day {
			if v.at == manner(v.month) {
				return n * week
			}
			return n
		}
	}
	// With Shift it is a week: the toolkit hands the key on as without.
	move(soonerKey, 0, w.T("agenda.sooner"), func() data.Day { return -held() })
	move(laterKey, 0, w.T("agenda.later"), func() data.Day { return held() })
	sooner, later := w.T("agenda.sooner"), w.T("agenda.later")
	move(fyne.KeyLeft, fyne.KeyModifierAlt, sooner, days(-1))
	move(fyne.KeyRight, fyne.KeyModifierAlt, later, days(1))
	if v.at == manner(v.month) {
		sooner, later = w.T("agenda.week_sooner"), w.T("agenda.week_later")
	}
	move(fyne.KeyUp, fyne.KeyModifierAlt, sooner, along(-1))
	move(fyne.KeyDown, fyne.KeyModifierAlt, later, along(1))
	move(fyne.KeyUp, fyne.KeyModifierAlt|fyne.KeyModifierShift, w.T("agenda.week_sooner"), days(-week))
	move(fyne.KeyDown, fyne.KeyModifierAlt|fyne.KeyModifierShift, w.T("agenda.week_later"), days(week))
	return keys
}

// held returns how many days a key moves by: a week while Shift is held.
func held() data.Day {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		return week
	}
	return 1
}

// below returns what a menu for what is chosen opens below.
func (v *view) below() fyne.CanvasObject {
	if c := v.month.cellOf(v.month.day); c != nil && v.at == manner(v.month) {
		return c
	}
	for _, l := range v.list.made {
		if l.row != nil && l.row.item == v.list.chosen() && v.at == manner(v.list) {
			return l.more
		}
	}
	return v.header
}

// Focus is described at page.Focuser.
func (v *view) Focus() {
	v.inSight = true
	switch c := v.frame.Window().Canvas(); {
	case c.Overlays().Top() != nil:
	case v.content == nil:
		c.Unfocus()
	case v.content.empty():
		widgets.Focus(c, v.nothing)
	default:
		c.Focus(v.at.focused())
		v.list.settle()
	}
}

// hasFocus reports whether the page may take the focus: it is in sight, and nothing beside it has the focus.
func (v *view) hasFocus() bool {
	focused := v.frame.Window().Canvas().Focused()
	return v.inSight && (focused == nil || v.onContent() || widgets.Holds(v.nothing, focused))
}

// onContent reports whether the focus is on what is shown, or on a button that turns to it.
func (v *view) onContent() bool {
	switch focused := v.frame.Window().Canvas().Focused(); focused {
	case nil:
		return false
	case v.list.focused(), v.month.focused(), fyne.Focusable(v.turns[0]), fyne.Focusable(v.turns[1]):
		return true
	}
	return false
}
