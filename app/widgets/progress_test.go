package widgets

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestProgressFillsItsBarAndCanBeStopped(t *testing.T) {
	stopped := false
	p := NewProgress("Stop", func() { stopped = true })
	show(t, p, 500, 60)
	width := p.track.Size().Width
	for part, want := range map[float64]float32{0: 0, 0.5: width / 2, 1: width, 7: width, -1: 0} {
		p.Set("Reading", part)
		if got := p.bar.Size().Width; got < want-1 || got > want+1 {
			t.Errorf("%v done is %v of %v", part, got, width)
		}
	}
	for _, o := range children(p.content) {
		if b, ok := o.(*Button); ok {
			test.Tap(b)
		}
	}
	if !stopped || p.Words() != "Reading" {
		t.Errorf("stopped %v, words %q", stopped, p.Words())
	}
}
