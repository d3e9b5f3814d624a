package people

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// Keys is described at page.Keyed. Letters act on the person shown, unless the list has the focus:
// there they begin a search.
func (v *view) Keys() []page.Key {
	w, p := v.words, v.pane
	onPage := func(do func()) func() {
		act := parts.Letter(v.frame.Tasks(), func() {
			if v.pane.shown != nil {
				p.noteFocus()
				do()
			}
		})
		return func() {
			if v.frame.Window().Canvas().Focused() != fyne.Focusable(v.list.list) {
				act()
			}
		}
	}
	keys := []page.Key{
		{Name: fyne.KeyN, Modifier: fyne.KeyModifierShortcutDefault, Label: w.T("action.add"), Do: v.Add},
		{Name: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault, Label: w.T("people.search"), Do: v.goSearch},
		{Name: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, Label: w.T("people.filter_title"), Do: v.list.askFilter},
		{Name: fyne.KeyM, Modifier: fyne.KeyModifierShortcutDefault, Label: w.T("people.choose"), Do: v.list.startChoosing},
		{Name: fyne.KeyL, Label: w.T("action.log"), Do: onPage(p.logContact)},
		{Name: fyne.KeyB, Label: w.T("meeting.button"), Do: onPage(p.openMeeting)},
		{Name: fyne.KeyE, Label: w.T("people.edit"), Do: onPage(p.edit)},
		{Name: fyne.KeyT, Label: w.T("people.state_tie"), Do: onPage(p.stateTie)},
		{Name: fyne.KeyR, Label: w.T("people.remember"), Do: onPage(p.goRemember)},
		{Name: fyne.KeyG, Label: w.T("people.set_rhythm"), Do: onPage(p.setRhythm)},
		{Name: fyne.KeyS, Label: w.T("people.snooze_week"), Do: onPage(p.snoozeWeek)},
		{Name: fyne.KeyK, Label: w.T("snooze.skip"), Do: onPage(p.skip)},
		{Name: appointKey, Label: w.T("appoint.act"), Do: onPage(p.appoint)},
		{Name: fyne.KeyP, Label: w.T("snooze.pause"), Do: onPage(p.pause)},
		{Name: fyne.KeyC, Label: w.T("people.add_circle"), Do: onPage(p.joinCircle)},
		{Name: fyne.KeyF, Label: p.confideLabel(), Do: onPage(p.confide)},
		{Name: fyne.KeyA, Label: w.T("role.add"), Do: onPage(p.addRole)},
		{Name: fyne.KeyV, Label: w.T("people.compare"), Do: onPage(p.compare)},
		{Name: fyne.KeyM, Label: w.T("people.merge"), Do: onPage(p.merge)},
		{Name: fyne.KeyDelete, Label: w.T("people.delete"), Do: onPage(p.delete)},
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { v.list.list.Step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { v.list.list.Step(-1) }},
	}
	keys = append(keys, p.additionKeys(onPage)...)
	switch {
	case v.list.chosen != nil:
		keys = append(keys, page.Key{Name: fyne.KeyEscape, Label: w.T("people.done"), Do: v.list.stopChoosing})
	case v.split.Narrow() && v.split.Front():
		keys = append(keys, page.Key{Name: fyne.KeyEscape, Label: w.T("people.back"), Do: v.back})
	case v.list.query != "":
		keys = append(keys, page.Key{Name: fyne.KeyEscape, Label: w.T("people.clear_search"), Do: func() { v.list.search.SetText("") }})
	}
	return keys
}

// goSearch puts the focus into the search field.
func (v *view) goSearch() {
	v.bring(false)
	v.frame.Window().Canvas().Focus(v.list.search)
}

// goRemember puts the focus into the field for something to remember.
func (p *pane) goRemember() {
	if p.remember != nil {
		p.v.frame.Window().Canvas().Focus(p.remember)
		widgets.Reveal(p.remember)
	}
}
