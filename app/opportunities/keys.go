package opportunities

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
)

// The keys that act on the opportunity that is chosen, and the one that adds another.
const (
	addKey    = fyne.KeyN
	editKey   = fyne.KeyE
	thankKey  = fyne.KeyT
	wonKey    = fyne.KeyW
	lostKey   = fyne.KeyL
	passedKey = fyne.KeyP

	backwardKey = fyne.KeyLeftBracket
	forwardKey  = fyne.KeyRightBracket
)

// mannerKeys open the manners, in their order.
var mannerKeys = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3}

// outcomes are what closes an opportunity, with their keys and what their buttons say.
var outcomes = []struct {
	stage data.Stage
	key   fyne.KeyName
	label string
}{{data.Won, wonKey, "opportunities.won"}, {data.Lost, lostKey, "opportunities.lost"}, {data.Passed, passedKey, "opportunities.passed"}}

// Keys is described at page.Keyed.
func (v *view) Keys() []page.Key {
	w := v.words
	var keys []page.Key
	add := func(name fyne.KeyName, label string, do func()) {
		keys = append(keys, page.Key{Name: name, Label: label, Do: do})
	}
	letter := func(name fyne.KeyName, label string, do func()) {
		add(name, label, parts.Letter(v.frame.Tasks(), do))
	}
	if v.detail.id != 0 {
		add(fyne.KeyEscape, w.T("opportunities.back"), v.leave)
	} else {
		for i, m := range v.manners {
			add(mannerKeys[i], m.name(), func() { v.turn(i) })
		}
		keys = append(keys, v.manner().keys()...)
		open := v.on(func(e *entry) { v.visit(e.ID) })
		add(fyne.KeyReturn, w.T("opportunities.open"), open)
		add(fyne.KeyEnter, w.T("opportunities.open"), open)
	}
	letter(addKey, w.T("action.add_opportunity"), v.Add)
	letter(editKey, w.T("opportunities.edit"), v.on(v.edit))
	// Not every keyboard has brackets at hand.
	const held = fyne.KeyModifierShortcutDefault
	keys = append(keys, page.Key{Name: forwardKey, Label: w.T("opportunities.forward"), Do: v.on(v.forward)},
		page.Key{Name: fyne.KeyRight, Modifier: held, Label: w.T("opportunities.forward"), Do: v.on(v.forward)},
		page.Key{Name: backwardKey, Label: w.T("opportunities.backward"), Do: v.on(v.backward)},
		page.Key{Name: fyne.KeyLeft, Modifier: held, Label: w.T("opportunities.backward"), Do: v.on(v.backward)})
	for _, o := range outcomes {
		letter(o.key, w.T(o.label), v.on(func(e *entry) { v.bring(e, o.stage) }))
	}
	letter(thankKey, w.T("opportunities.say_thanks"), v.on(v.thankOf))
	add(fyne.KeyDelete, w.T("opportunities.delete"), v.on(v.remove))
	return keys
}

// Focus is described at page.Focuser: the keys go to what is shown.
func (v *view) Focus() {
	v.inSight = true
	c := v.frame.Window().Canvas()
	switch {
	case c.Overlays().Top() != nil:
	case v.detail.id != 0:
		v.detail.focus()
	case v.content == nil:
		c.Unfocus()
	case len(v.content.entries) == 0:
		widgets.Focus(c, v.nobody)
	default:
		c.Focus(v.manner().focused())
	}
}

// hasFocus reports whether the page may take the focus: it is in sight, and nothing beside it has the
// focus.
func (v *view) hasFocus() bool {
	if !v.inSight {
		return false
	}
	focused := v.frame.Window().Canvas().Focused()
	if focused == nil || v.detail.holds(focused) || widgets.Holds(v.nobody, focused) {
		return true
	}
	for i, m := range v.manners {
		if focused == m.focused() || focused == fyne.Focusable(v.turns[i]) {
			return true
		}
	}
	return false
}
