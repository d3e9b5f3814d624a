package widgets

import (
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/look"
)

func TestAShareBarIsFilledByItsShareAndShowsTheSmallest(t *testing.T) {
	for share, want := range map[float64]float32{-1: 0, 0: 0, 0.001: shareHeight, 0.5: 100, 1: 200, 7: 200} {
		bar := NewShareBar(share, look.Green).(*fyne.Container)
		bar.Resize(fyne.NewSize(200, 20))
		if got := bar.Objects[1].Size().Width; got != want {
			t.Errorf("a share of %v is %v wide, not %v", share, got, want)
		}
	}
}
