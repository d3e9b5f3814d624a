package rising

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// tabKeys open the views.
var tabKeys = [3]fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3}

// The keys that act on the move that is selected.
const (
	confirmKey      = fyne.KeyC
	correctKey      = fyne.KeyR
	notSoKey        = fyne.KeyN
	congratulateKey = fyne.KeyG
	openKey         = fyne.KeyO
	restKey         = fyne.KeyA
)

// Keys is described at page.Keyed. They act on what is selected in the view that is open; those that are
// letters do so only while the focus is on its list or on a button beside it: what is typed elsewhere, such
// as a word for a search, is no verdict.
func (v *view) Keys() []page.Key {
	w := v.words
	open := func() { v.list().Open() }
	keys := []page.Key{
		{Name: fyne.Key1, Label: w.T("rising.changed"), Do: func() { v.turn(changed) }},
		{Name: fyne.Key2, Label: w.T("rising.managing"), Do: func() { v.turn(managing) }},
		{Name: fyne.Key3, Label: w.T("rising.yearly"), Do: func() { v.turn(yearly) }},
		{Name: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, Label: w.T("people.filter_title"), Do: v.askFilter},
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { v.step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { v.step(-1) }},
		{Name: fyne.KeyReturn, Label: w.T("rising.open"), Do: open},
		{Name: fyne.KeyEnter, Label: w.T("rising.open"), Do: open},
	}
	act := func(name fyne.KeyName, label string, do func()) {
		later := parts.Letter(v.frame.Tasks(), do)
		keys = append(keys, page.Key{Name: name, Label: label, Do: func() {
			if v.onContent() {
				later()
			}
		}})
	}
	act(openKey, w.T("rising.open"), open)
	if v.tab == changed && v.inbox.covers() {
		keys = append(keys, page.Key{Name: fyne.KeyEscape, Label: w.T("rising.back"), Do: func() { v.inbox.bring(false) }})
	}
	switch v.tab {
	case changed:
		act(confirmKey, w.T("rising.confirm"), v.inbox.on(v.confirm))
		act(correctKey, w.T("rising.correct"), v.inbox.on(v.correct))
		act(notSoKey, w.T("move.not_so"), v.inbox.on(v.notSo))
		act(congratulateKey, w.T("congratulate.act"), v.inbox.on(v.congratulate))
		act(restKey, w.T("rising.confirm_rest"), v.confirmRest)
	case yearly:
		act(congratulateKey, w.T("congratulate.act"), v.years.congratulate)
	}
	return keys
}

// Focus is described at page.Focuser: the keys go to the list of the view that is open.
func (v *view) Focus() {
	v.inSight = true
	c := v.frame.Window().Canvas()
	if c.Overlays().Top() != nil {
		return
	}
	switch empty := v.empty(); {
	case v.content == nil:
		c.Unfocus()
	case empty != nil:
		if !widgets.Focus(c, empty) {
			c.Unfocus()
		}
	case v.tab == changed && v.inbox.covers():
		c.Focus(v.inbox.back)
	default:
		c.Focus(v.list())
	}
}

// empty returns what is said where the view that is open has nothing to list, nil where it has.
func (v *view) empty() fyne.CanvasObject {
	for _, o := range map[tab][]fyne.CanvasObject{changed: {v.inbox.unmoved, v.inbox.empty}, managing: {v.managers.empty}, yearly: {v.years.empty}}[v.tab] {
		if o.Visible() {
			return o
		}
	}
	return nil
}

// hasFocus reports whether the page may take the focus: it is in sight, and nothing beside it has the
// focus. What had it and is no longer shown, such as a button of a move that was judged, has it no more.
func (v *view) hasFocus() bool {
	if !v.inSight {
		return false
	}
	return v.frame.Window().Canvas().Focused() == nil || v.onContent()
}

// onContent reports whether the focus is on a list of the page, or on a button for what is selected.
func (v *view) onContent() bool {
	focused := v.frame.Window().Canvas().Focused()
	if l, ok := focused.(fyne.CanvasObject); ok && (l == v.inbox.list || l == v.managers.list || l == v.years.list) {
		return true
	}
	return v.inbox.holds(focused) || widgets.Holds(v.years.empty, focused)
}

// step moves the selection, and brings the focus to the list, from wherever it was.
func (v *view) step(by int) {
	v.list().Step(by)
	v.Focus()
}
