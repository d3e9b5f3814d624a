package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/look"
)

func TestAButtonIsPressedWithPointerEnterAndSpace(t *testing.T) {
	pressed := 0
	b := NewButton("Snooze", func() { pressed++ })
	w := show(t, b, 200, 60)
	test.Tap(b)
	w.Canvas().Focus(b)
	press(w, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter, fyne.KeyA)
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
	b.Disable()
	test.Tap(b)
	press(w, fyne.KeyReturn)
	if pressed != 4 {
		t.Error("a disabled button was pressed")
	}
}

func TestTheFocusIsSeenOnEveryKindOfButton(t *testing.T) {
	for _, b := range []*Button{NewButton("a", nil), NewPrimary("a", nil), NewQuiet("a", nil)} {
		w := show(t, b, 200, 60)
		before := b.back.StrokeWidth
		w.Canvas().Focus(b)
		if b.back.StrokeWidth != 2 || before == 2 || b.back.StrokeColor == b.back.FillColor {
			t.Errorf("kind %d: stroke %v → %v in %v", b.Kind, before, b.back.StrokeWidth, b.back.StrokeColor)
		}
	}
}

func TestAButtonHasRoomForItsWordsAndItsKey(t *testing.T) {
	show(t, NewButton("", nil), 10, 10)
	plain, keyed := NewButton("Find", nil), NewButton("Find", nil).WithKey("Ctrl K")
	if plain.MinSize().Width < measure("Find", look.Press)+2*buttonInset || keyed.MinSize().Width < plain.MinSize().Width+measure("Ctrl K", look.Press) {
		t.Errorf("%v and %v", plain.MinSize(), keyed.MinSize())
	}
	show(t, keyed, 200, 60)
	if keyed.label.Text != "Find" || keyed.key.Text != "Ctrl K" {
		t.Errorf("shows %q %q", keyed.label.Text, keyed.key.Text)
	}
}

func TestASilentButtonKeepsItsSizeAndItsWordsStandInTheMiddle(t *testing.T) {
	b := NewButton("Find", nil).WithKey("Ctrl K")
	show(t, Row(0, b), 300, 60)
	before := b.Size()
	b.SetSilent(true)
	left := b.label.Position().X
	right := b.Size().Width - left - measure("Find", look.Press)
	if b.Size() != before || b.MinSize() != before || b.key.Visible() || left < right-1 || left > right+1 {
		t.Errorf("%v instead of %v, with %v at the left and %v at the right", b.Size(), before, left, right)
	}
	b.SetSilent(false)
	if b.label.Position().X != buttonInset || !b.key.Visible() {
		t.Errorf("heard again, its words are at %v", b.label.Position().X)
	}
}

func TestAKeyAButtonHasNoUseForGoesOn(t *testing.T) {
	b := NewButton("Save", nil)
	w := show(t, b, 200, 60)
	var heard fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { heard = ev.Name })
	w.Canvas().Focus(b)
	press(w, fyne.KeyEscape)
	if heard != fyne.KeyEscape {
		t.Error("Escape was lost")
	}
}
