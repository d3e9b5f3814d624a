package meeting

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
)

// Keys is described at page.Keyed.
func (v *view) Keys() []page.Key {
	w := v.frame.Words()
	return []page.Key{
		{Name: fyne.KeyP, Label: w.T("meeting.print"), Do: parts.Letter(v.frame.Tasks(), v.toPrinter)},
		{Name: fyne.KeyP, Modifier: fyne.KeyModifierShortcutDefault, Label: w.T("meeting.print"), Do: v.toPrinter},
		{Name: fyne.KeyL, Label: w.T("action.log"), Do: parts.Letter(v.frame.Tasks(), v.logOnly)},
		{Name: fyne.KeyEscape, Label: w.T("meeting.back"), Do: v.frame.Back},
	}
}
