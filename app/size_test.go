package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAWindowOpensInTheSizeOfTheLast(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	if got := sizeOfLast(p); got != firstSize {
		t.Errorf("the first window is %v", got)
	}
	for _, c := range []struct{ closed, want fyne.Size }{
		{fyne.NewSize(900, 640), fyne.NewSize(900, 640)},
		{fyne.NewSize(900, 641), fyne.NewSize(900, 641)},
		{fyne.NewSize(0, 0), firstSize},
		{fyne.NewSize(1e9, 800), firstSize},
	} {
		keepSize(p, c.closed)
		if got := sizeOfLast(p); got != c.want {
			t.Errorf("after one of %v it is %v", c.closed, got)
		}
	}
}
