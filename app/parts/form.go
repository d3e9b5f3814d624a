package parts

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/widgets"
)

// NewForm returns a dialog that is saved or given up, and not shown yet. save returns whether the
// dialog is to close.
func NewForm(frame page.Frame, title string, body fyne.CanvasObject, save func() bool) *widgets.Dialog {
	w := frame.Words()
	return widgets.NewDialog(frame.Window(), title, body).Confirm(w.T("form.save"), save).
		ConfirmKey(Chord(w, fyne.KeyReturn)).Cancel(w.T("form.cancel"))
}
