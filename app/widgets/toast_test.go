package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestAToastGoesByItselfAndCanBeTakenUp(t *testing.T) {
	var due func()
	stopped := 0
	toast := NewToast(func(d time.Duration, f func()) func() {
		if d != ToastTime {
			t.Errorf("stays for %v", d)
		}
		due = f
		return func() { stopped++ }
	})
	show(t, toast, 800, 600)
	if toast.Text() != "" {
		t.Errorf("before anything happens it says %q", toast.Text())
	}
	toast.Say("Coffee with Ana is logged.", "", nil)
	if toast.Text() != "Coffee with Ana is logged." || toast.action.Visible() {
		t.Errorf("says %q, action %v", toast.Text(), toast.action.Visible())
	}
	due()
	if toast.Text() != "" {
		t.Error("it stays")
	}
	undone := false
	toast.Say("Three people are paused.", "Undo", func() { undone = true })
	test.Tap(toast.action)
	if !undone || toast.Text() != "" || stopped == 0 {
		t.Errorf("undone %v, says %q, timers stopped %d", undone, toast.Text(), stopped)
	}
}

func TestAToastShowsAllOfALongTextAfterAnother(t *testing.T) {
	name := strings.Repeat("Maximiliana-Wolfeschlegelsteinhausenbergerdorff ", 4)
	toast := NewToast(func(time.Duration, func()) func() { return func() {} })
	w := show(t, container.NewStack(toast), 800, 600)
	for _, width := range []float32{800, 176} {
		w.Resize(fyne.NewSize(width, 600))
		saysAll(t, w, toast, name)
	}
}

// saysAll checks that a toast shows all of some texts with a name in them, one after the other.
func saysAll(t *testing.T, w fyne.Window, toast *Toast, name string) {
	t.Helper()
	for _, undo := range []string{"", "Undo", "Take it back again", ""} {
		for _, text := range []string{name + "is thanked.", strings.TrimSpace(strings.ReplaceAll(name, " ", "")), "Short."} {
			toast.Say(text, undo, func() {})
			box := toast.content.(*fyne.Container).Objects[0]
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject
			top, left := at(toast.words).Y, at(toast.words).X
			if m := toast.words.MinSize(); top < at(box).Y || top+m.Height > at(box).Y+box.Size().Height || at(box).Y+box.Size().Height > w.Canvas().Size().Height {
				t.Errorf("with %q, %.20q… stands from %v to %v in a box from %v to %v", undo, text, top, top+m.Height, at(box).Y, at(box).Y+box.Size().Height)
			}
			for _, p := range toast.words.pieces {
				if left+p.Position().X+p.MinSize().Width > at(box).X+box.Size().Width {
					t.Errorf("with %q, %.20q… reaches out of its box", undo, text)
				}
			}
		}
	}
}
