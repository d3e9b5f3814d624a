package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// KeyedItem returns an entry of a menu that shows which key of the page does the same.
func KeyedItem(text string, key fyne.KeyName, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(text, do)
	item.Shortcut = &desktop.CustomShortcut{KeyName: key}
	return item
}

// OpenMenu opens a menu below something, within the window, and gives it the focus.
func OpenMenu(window fyne.Window, below fyne.CanvasObject, items ...*fyne.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	OpenMenuAt(window, at, nil, items...)
}

// OpenMenuAt opens a menu at a place in the window, as far as it fits there, and gives it the focus. closed, which
// may be nil, is told when it is gone.
func OpenMenuAt(window fyne.Window, at fyne.Position, closed func(), items ...*fyne.MenuItem) {
	c := window.Canvas()
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	if dismiss := m.OnDismiss; closed != nil {
		m.OnDismiss = func() {
			dismiss()
			closed()
		}
	}
	size, room := m.MinSize(), c.Size()
	at.X = max(min(at.X, room.Width-size.Width-look.SmallGap), 0)
	at.Y = max(min(at.Y, room.Height-size.Height-look.SmallGap), 0)
	m.ShowAtPosition(at)
	c.Focus(m)
}
