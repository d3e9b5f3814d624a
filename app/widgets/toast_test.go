package widgets

import (
	"testing"
	"time"

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
