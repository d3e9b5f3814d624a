package parts

import (
	"context"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/words"
)

// Chord writes a key of the window, as it stands on the keyboard, with the modifier of this system:
// "Ctrl K", on macOS "Cmd K".
func Chord(w *words.Words, key fyne.KeyName) string {
	modifier := w.T("key.control")
	if fyne.KeyModifierShortcutDefault == fyne.KeyModifierSuper {
		modifier = w.T("key.super")
	}
	if key == fyne.KeyReturn {
		return modifier + " " + w.T("key.enter")
	}
	return modifier + " " + string(key)
}

// Letter returns what a page does on a key that is a letter. It waits until the letter itself has been
// typed, which the toolkit tells after the key: a field that has the focus by then would show it.
func Letter(tasks page.Tasks, do func()) func() {
	return func() {
		tasks.Go(func(context.Context) error { return nil }, func(error) { do() })
	}
}
