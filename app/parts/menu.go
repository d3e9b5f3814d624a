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
	c := window.Canvas()
	m := widget.NewPopUpMenu(fyne.NewMenu("", items...), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2)
	size, room := m.MinSize(), c.Size()
	at.X = max(min(at.X, room.Width-size.Width-look.SmallGap), 0)
	at.Y = max(min(at.Y, room.Height-size.Height-look.SmallGap), 0)
	m.ShowAtPosition(at)
	c.Focus(m)
}
