package apptest

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Place returns where in the window the first thing stands that shows exactly this text. It fails the test
// when there is none.
func Place(t testing.TB, o fyne.CanvasObject, text string) fyne.Position {
	t.Helper()
	found := find(o, func(o fyne.CanvasObject) bool {
		shown, whole := shownText(o)
		return whole && shown == text
	})
	if found == nil {
		t.Fatalf("nothing shows %q; there is %q", text, Texts(o))
	}
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
}
