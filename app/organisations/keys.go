package organisations

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
)

// Keys is described at page.Keyed. Letters act on the organisation shown, unless the list of all has the
// focus: there they begin a search.
func (v *view) Keys() []page.Key {
	w, p := v.words, v.pane
	onPane := func(do func()) func() {
		act := parts.Letter(v.frame.Tasks(), func() {
			if p.shown != nil {
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
		{Name: fyne.KeySlash, Label: w.T("organisations.search"), Do: parts.Letter(v.frame.Tasks(), v.goSearch)},
		{Name: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault, Label: w.T("organisations.search"), Do: v.goSearch},
		{Name: fyne.KeyReturn, Label: w.T("organisations.open"), Do: p.focus},
		{Name: fyne.KeyR, Label: w.T("organisations.rename"), Do: onPane(p.rename)},
		{Name: fyne.KeyM, Label: w.T("organisations.merge"), Do: onPane(p.merge)},
		{Name: fyne.KeyA, Label: w.T("organisations.alias"), Do: onPane(p.alias)},
		{Name: fyne.KeyS, Label: w.T("organisations.split"), Do: onPane(p.divide)},
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { v.list.list.Step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { v.list.list.Step(-1) }},
	}
	switch {
	case v.split.Narrow() && v.split.Front():
		keys = append(keys, page.Key{Name: fyne.KeyEscape, Label: w.T("organisations.back"), Do: v.back})
	case v.list.query != "":
		keys = append(keys, page.Key{Name: fyne.KeyEscape, Label: w.T("people.clear_search"), Do: func() { v.list.search.SetText("") }})
	}
	return keys
}

// goSearch puts the focus into the search field.
func (v *view) goSearch() {
	v.split.Bring(false)
	v.frame.Window().Canvas().Focus(v.list.search)
}
