package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/look"
)

// show puts o into a window of a size, in the theme of the house.
func show(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	w := app.NewWindow("")
	w.SetPadded(false)
	w.SetContent(o)
	w.Resize(fyne.NewSize(width, height))
	t.Cleanup(w.Close)
	return w
}

// press presses a key where the focus is, else on the canvas, as the toolkit does.
func press(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		ev := &fyne.KeyEvent{Name: name}
		if f := w.Canvas().Focused(); f != nil {
			f.TypedKey(ev)
		} else if f := w.Canvas().OnTypedKey(); f != nil {
			f(ev)
		}
	}
}
