package widgets

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"peerage/app/look"
)

var twoLayers = []Layer{
	{Label: "engineers", From: look.ColorNameBlueTint, To: look.ColorNameBlue, Depth: 0.5},
	{Label: "managers", From: look.ColorNameRail, To: look.ColorNameInk, Depth: 1, Apart: true},
}

func years(n int) []Stack {
	var stacks []Stack
	for i := range n {
		part := float64(i) / float64(max(n-1, 1))
		stacks = append(stacks, Stack{Label: "20" + string(rune('0'+i%10)) + "0", Top: "9 %", Parts: []float64{1 - part, part}, Said: "Year " + string(rune('A'+i)) + "."})
	}
	return stacks
}

func drawn(s *Stacks) (bars []*canvas.Rectangle, texts []string) {
	for _, o := range s.objects {
		switch o := o.(type) {
		case *canvas.Rectangle:
			bars = append(bars, o)
		case *canvas.Text:
			texts = append(texts, o.Text)
		}
	}
	return bars, texts
}

func TestColumnsLieWithinTheChartForAnyNumberOfThem(t *testing.T) {
	for n := range 13 {
		s := NewStacks(twoLayers, years(n))
		show(t, Column(0, s), 500, 300)
		for _, o := range s.objects {
			if p, size := o.Position(), o.Size(); p.X < -1 || p.Y < -1 || p.X+size.Width > 501 || p.Y+size.Height > s.MinSize().Height+1 {
				t.Errorf("%d columns: %T at %v, %v", n, o, p, size)
			}
		}
	}
}

func TestAColumnIsAsHighAsItsSharesAndNothingIsDrawnOfNone(t *testing.T) {
	s := NewStacks(twoLayers, []Stack{{Label: "2025", Parts: []float64{0.75, 0.25}}, {Label: "2026", Parts: []float64{0, 1}}, {Label: "2027", Parts: nil}})
	show(t, s, 500, 300)
	bars, _ := drawn(s)
	if len(bars) != 3 {
		t.Fatalf("%d bars for three shares", len(bars))
	}
	if a, b := bars[0].Size().Height, bars[1].Size().Height; a < 2.9*b || a > 3.1*b {
		t.Errorf("three quarters are %v high, one %v", a, b)
	}
	if below := bars[0].Position().Y - (bars[1].Position().Y + bars[1].Size().Height); below < stackApart {
		t.Errorf("the second kind of thing begins %v above the first", below)
	}
}

func TestTheLastColumnIsSaidUntilAnotherIsPointedTo(t *testing.T) {
	s := NewStacks(twoLayers, years(4))
	w := show(t, s, 400, 300)
	says := func(want string) {
		t.Helper()
		if _, texts := drawn(s); !strings.Contains(strings.Join(texts, "\n"), want) {
			t.Errorf("says %q, want %q", texts, want)
		}
	}
	says("Year D.")
	s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 40)}})
	says("Year A.")
	s.MouseOut()
	says("Year D.")
	w.Canvas().Focus(s)
	for range 6 {
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	says("Year B.")
	if got := s.AccessibilityLabel(); got != "Year A. Year B. Year C. Year D." {
		t.Errorf("read aloud: %q", got)
	}
}

func TestTheColourOfALayerLiesBetweenItsTwo(t *testing.T) {
	for _, from := range []color.Color{color.White, color.Black} {
		near, far := mix(from, color.Gray{128}, 0.25), mix(from, color.Gray{128}, 1)
		if near == far || mix(from, color.Gray{128}, 0) != color.NRGBAModel.Convert(from) {
			t.Errorf("%v and %v", near, far)
		}
	}
}
