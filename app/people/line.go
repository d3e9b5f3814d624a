package people

import (
	"fyne.io/fyne/v2"

	"peerage/app/widgets"
)

// action is something that can be done with a line.
type action struct {
	text string
	do   func()
}

// newLine returns content of the page that offers a menu of actions when it is pressed.
func newLine(v *view, content fyne.CanvasObject, actions ...action) *widgets.PressRow {
	var l *widgets.PressRow
	l = widgets.NewPressText(content, func() {
		v.pane.noteFocus()
		items := make([]*fyne.MenuItem, len(actions))
		for i, a := range actions {
			items[i] = fyne.NewMenuItem(a.text, a.do)
		}
		v.menu(l, items...)
	})
	return l
}
