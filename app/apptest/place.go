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

// InWindow fails the test where something that shows exactly one of the texts reaches out of the window at its
// left or right.
func InWindow(t testing.TB, w fyne.Window, o fyne.CanvasObject, texts ...string) {
	t.Helper()
	for _, text := range texts {
		found := find(o, func(o fyne.CanvasObject) bool {
			shown, whole := shownText(o)
			return whole && shown == text
		})
		if found == nil {
			t.Errorf("nothing shows %q; there is %q", text, Texts(o))
			continue
		}
		left := fyne.CurrentApp().Driver().AbsolutePositionForObject(found).X
		if right := left + found.Size().Width; left < 0 || right > w.Canvas().Size().Width {
			t.Errorf("%q reaches from %v to %v in a window %v wide", text, left, right, w.Canvas().Size().Width)
		}
	}
}
