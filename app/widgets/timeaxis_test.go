package widgets

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"peerage/app/look"
)

func axisTexts(a *TimeAxis) []string {
	var out []string
	for _, o := range a.objects {
		if t, ok := o.(*canvas.Text); ok {
			out = append(out, t.Text)
		}
	}
	return out
}

func career(n int) []Bar {
	var bars []Bar
	for i := range n {
		bars = append(bars, Bar{From: float64(2000 + i*2), To: float64(2002 + i*2), Label: fmt.Sprintf("Employer %d · Engineer", i), Tone: look.Blue})
	}
	return bars
}

func TestBarsLieWithinTheAxisForAnyNumberOfRoles(t *testing.T) {
	for n := range 16 {
		a := NewTimeAxis([]Lane{{"Rosa", career(n)}, {"You", nil}}, []Span{{2001, 2003}}, 2026.9)
		show(t, Column(0, a), 700, 300)
		if len(a.placed) != n {
			t.Fatalf("%d bars for %d roles", len(a.placed), n)
		}
		for _, o := range a.objects {
			if r := o.Position().X + o.Size().Width; o.Position().X < -1 || r > 702 || o.Position().Y+o.Size().Height > a.MinSize().Height+1 {
				t.Errorf("%d roles: %T from %v to %v", n, o, o.Position(), r)
			}
		}
	}
}

func TestJobsAtTheSameTimeStandBelowEachOther(t *testing.T) {
	a := NewTimeAxis([]Lane{{"Rosa", []Bar{{From: 2016, To: 2020, Label: "a"}, {From: 2017, To: 2018, Label: "b"}, {From: 2020, To: 2022, Label: "c"}}}}, nil, 2022)
	show(t, a, 700, 300)
	if a.placed[0].y == a.placed[1].y || a.placed[0].y != a.placed[2].y {
		t.Errorf("at %v, %v, %v", a.placed[0].y, a.placed[1].y, a.placed[2].y)
	}
}

func TestTheTimeTogetherIsMarkedBehindTheBars(t *testing.T) {
	a := NewTimeAxis([]Lane{{"", []Bar{{From: 2010, To: 2020, Label: "x"}}}}, []Span{{2012, 2014}}, 2020)
	show(t, a, 1000, 300)
	mark, ok := a.objects[0].(*canvas.Rectangle)
	if !ok || mark.FillColor != look.Color(look.ColorNameGreenTint) || mark.Position().X < 199 || mark.Position().X > 201 || mark.Size().Width < 190 {
		t.Errorf("first comes %T at %v, %v", a.objects[0], a.objects[0].Position(), a.objects[0].Size())
	}
}

func TestAnUnknownEndFades(t *testing.T) {
	gradients := func(b Bar) int {
		a := NewTimeAxis([]Lane{{"", []Bar{b}}}, nil, 2020)
		show(t, a, 600, 100)
		n := 0
		for _, o := range a.objects {
			if g, ok := o.(*canvas.LinearGradient); ok {
				n++
				if _, _, _, alpha := g.StartColor.RGBA(); alpha != 0 {
					_, _, _, alpha = g.EndColor.RGBA()
					if alpha != 0 {
						t.Error("neither end of the gradient is clear")
					}
				}
			}
		}
		return n
	}
	for i, b := range []Bar{{}, {FadeFrom: true}, {FadeFrom: true, FadeTo: true}} {
		b.From, b.To = 2010, 2020
		if got := gradients(b); got != i {
			t.Errorf("%+v: %d fading ends", b, got)
		}
	}
}

func TestABarWithAnUnknownEndReachesOutUntilItCanBeRead(t *testing.T) {
	const width = 700
	label := "Vantage Retail Group · Manager"
	whole := measure(label, barStyle)
	for name, c := range map[string]struct {
		bar         Bar
		left, right bool // which way it may reach
	}{
		"seen of late":     {Bar{From: 2026.4, To: 2026.9, FadeFrom: true}, true, false},
		"seen in the past": {Bar{From: 2019.9, To: 2020, FadeFrom: true, FadeTo: true}, true, false},
		"begun of late":    {Bar{From: 2014, To: 2014.1, FadeTo: true}, false, true},
		"at the beginning": {Bar{From: 2012, To: 2012.1, FadeFrom: true, FadeTo: true}, false, true},
		"dated":            {Bar{From: 2026.4, To: 2026.9}, false, false},
	} {
		c.bar.Label = label
		a := NewTimeAxis([]Lane{{"", []Bar{c.bar}}, {"", []Bar{{From: 2012, To: 2026.9}}}}, nil, 2026.9)
		show(t, a, width, 200)
		from, to := a.extent()
		at := func(y float64) float32 { return float32((y-from)/(to-from)) * width }
		var p placedBar
		for _, placed := range a.placed {
			if placed.Label == label {
				p = placed
			}
		}
		if p.x < 0 || p.x+p.width > width {
			t.Errorf("%s: from %v to %v on an axis %v wide", name, p.x, p.x+p.width, width)
		}
		if left, right := p.x < at(c.bar.From)-5, p.x+p.width > at(c.bar.To)+5; left != c.left || right != c.right {
			t.Errorf("%s: reaches left %v, right %v", name, left, right)
		}
		if (c.left || c.right) && p.width < min(whole, readable-16) {
			t.Errorf("%s: %v wide, the label takes %v", name, p.width, whole)
		}
	}
}

func TestTheLabelOfAShortBarStandsBesideIt(t *testing.T) {
	labelled := func(bars ...Bar) (text *canvas.Text, p placedBar) {
		a := NewTimeAxis([]Lane{{"Rosa", bars}}, nil, 2026.9)
		show(t, a, 700, 200)
		for _, o := range a.objects {
			if x, ok := o.(*canvas.Text); ok && strings.HasPrefix(x.Text, "Zen") {
				text = x
			}
		}
		for _, placed := range a.placed {
			if strings.HasPrefix(placed.Label, "Zen") {
				p = placed
			}
		}
		return text, p
	}
	now := Bar{From: 2026.4, To: 2026.9, Label: "Zenith · Engineering Manager"}
	if text, p := labelled(Bar{From: 2010, To: 2020, Label: "Orbita"}, now); text == nil || text.Text != now.Label || text.Position().X+text.Size().Width > p.x {
		t.Errorf("at the end of the axis: %+v beside %v", text, p.x)
	}
	first := Bar{From: 2010, To: 2010.5, Label: "Zenith"}
	if text, p := labelled(first, Bar{From: 2020, To: 2026}); text == nil || text.Text != first.Label || text.Position().X < p.x+p.width {
		t.Errorf("at its beginning: %+v beside %v", text, p.x)
	}
	if text, p := labelled(Bar{From: 2010, To: 2026.4, Label: "Orbita"}, now); text == nil || text.Text != now.Label || p.row != 1 {
		t.Errorf("without room before it: %+v in row %d", text, p.row)
	}
}

func TestTheAxisIsNeverShort(t *testing.T) {
	a := NewTimeAxis([]Lane{{"", []Bar{{From: 2026.8, To: 2026.9}}}}, nil, 2026.9)
	if from, to := a.extent(); from != 2022 || to != 2026.9 {
		t.Errorf("from %v to %v", from, to)
	}
}

func TestLabelsAreCutAndShownWholeWhereTheKeysGo(t *testing.T) {
	whole := "Halden Bank · Senior Software Engineer in the group for payments"
	a := NewTimeAxis([]Lane{{"Rosa", []Bar{{From: 2016, To: 2018, Label: whole}, {From: 2018, To: 2026, Label: "Zenith"}}}}, nil, 2026)
	w := show(t, a, 600, 200)
	if texts := strings.Join(axisTexts(a), "\n"); strings.Contains(texts, whole) || !strings.Contains(texts, "…") {
		t.Errorf("at rest: %q", texts)
	}
	w.Canvas().Focus(a)
	if texts := strings.Join(axisTexts(a), "\n"); !strings.Contains(texts, whole) {
		t.Errorf("with the focus: %q", texts)
	}
	press(w, fyne.KeyRight, fyne.KeyRight)
	if a.at != 1 {
		t.Errorf("Right twice stands on bar %d", a.at)
	}
}

func TestYearsBelowDoNotRunIntoEachOther(t *testing.T) {
	for _, width := range []float32{260, 500, 1200} {
		a := NewTimeAxis([]Lane{{"Rosa", career(13)}}, nil, 2026)
		show(t, Column(0, a), width, 200)
		end, ticks := float32(-1), 0
		for _, o := range a.objects {
			if x, ok := o.(*canvas.Text); ok && strings.HasPrefix(x.Text, "20") {
				if x.Position().X < end {
					t.Errorf("at %v wide %s begins at %v, the one before ends at %v", width, x.Text, x.Position().X, end)
				}
				end = x.Position().X + x.Size().Width
				ticks++
			}
		}
		if ticks < 2 {
			t.Errorf("%d years at a width of %v", ticks, width)
		}
	}
}

func TestFadingKeepsTheColour(t *testing.T) {
	if got := transparent(color.NRGBA{1, 2, 3, 255}); got != (color.NRGBA{1, 2, 3, 0}) {
		t.Errorf("%v", got)
	}
}

func TestAFadingStartReachesBackNoFurtherThanItMay(t *testing.T) {
	bar := Bar{From: 2026, To: 2026.8, Label: "Halden Bank · Creative Director", Tone: look.Brass, Strong: true, FadeFrom: true, Earliest: 2025}
	early := Bar{From: 2010, To: 2025, Label: "x", Tone: look.Blue}
	a := NewTimeAxis([]Lane{{"", []Bar{early, bar}}}, nil, 2026.8)
	show(t, a, 700, 100)
	if at := a.placed[1].x; at < a.placed[0].x+a.placed[0].width-1 {
		t.Errorf("it begins at %v, before the other ends at %v", at, a.placed[0].x+a.placed[0].width)
	}
	bar.Earliest = 0
	free := NewTimeAxis([]Lane{{"", []Bar{early, bar}}}, nil, 2026.8)
	show(t, free, 700, 100)
	if free.placed[1].x >= a.placed[1].x {
		t.Error("without a limit it reaches back no further")
	}
	// What is written on a bar that is half faded is in the ink for the bare ground.
	for _, o := range free.objects {
		if label, ok := o.(*canvas.Text); ok && strings.HasPrefix(label.Text, "Halden") && label.Color != look.Color(look.Brass.Ink()) {
			t.Errorf("the label is %v", label.Color)
		}
	}
}

func TestAPointInTimeHasNoLabelBesideIt(t *testing.T) {
	a := NewTimeAxis([]Lane{{"", []Bar{{From: 2010, To: 2020, Label: "a"}, {From: 2015, To: 2015, Label: "wrong", Point: true}}}}, nil, 2020)
	show(t, a, 700, 100)
	if texts := fmt.Sprint(axisTexts(a)); strings.Contains(texts, "wrong") {
		t.Errorf("shows %s", texts)
	}
	a.FocusGained()
	a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if texts := fmt.Sprint(axisTexts(a)); !strings.Contains(texts, "wrong") || !strings.Contains(a.AccessibilityLabel(), "wrong") {
		t.Errorf("pointed at it shows %s", texts)
	}
}
