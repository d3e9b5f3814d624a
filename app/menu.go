package app

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// setMenu fills the menu bar on macOS, where a program without one is no program. Elsewhere the rail
// and the finder do, and a bar inside the window would only take room.
func (sh *shell) setMenu() {
	if runtime.GOOS != "darwin" {
		return
	}
	var items []*fyne.MenuItem
	for _, a := range sh.actions() {
		item := fyne.NewMenuItem(a.label, sh.uncovered(a.do))
		if a.modifier != 0 {
			item.Shortcut = &desktop.CustomShortcut{KeyName: a.key, Modifier: a.modifier}
		}
		items = append(items, item)
	}
	sh.window.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu(sh.words.T("menu.go"), items...)))
}
