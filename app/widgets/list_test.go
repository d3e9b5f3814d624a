package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/look"
)

func numbered(n int) (l *List, made, filled *int) {
	made, filled = new(int), new(int)
	l = NewList(func() int { return n },
		func() fyne.CanvasObject { *made++; return NewLine("", look.Name) },
		func(i int, o fyne.CanvasObject) { *filled++; o.(*Line).SetText(fmt.Sprint("row ", i)) })
	return l, made, filled
}

// inSight returns the rows whose whole height is seen.
func inSight(l *List) []string {
	rows := map[float32]string{}
	var at []float32
	for _, s := range l.slots {
		y := s.Position().Y - l.scroll.Offset.Y
		if y >= 0 && y+l.rowHeight <= l.scroll.Size().Height {
			at = append(at, y)
			rows[y] = s.child.(*Line).Text()
		}
	}
	slices.Sort(at)
	out := []string{}
	for _, y := range at {
		out = append(out, rows[y])
	}
	return out
}

func TestAListMakesOnlyTheRowsInSight(t *testing.T) {
	l, made, filled := numbered(100_000)
	w := show(t, l, 300, 600)
	if *made > 14 || *filled > 40 {
		t.Errorf("made %d rows, filled %d", *made, *filled)
	}
	w.Canvas().Focus(l)
	press(w, fyne.KeyEnd)
	if got := inSight(l); len(got) != 10 || got[9] != "row 99999" || l.Selected() != 99999 || *made > 14 {
		t.Errorf("at the end: %q, selected %d, made %d", got, l.Selected(), *made)
	}
	press(w, fyne.KeyHome, fyne.KeyPageDown)
	if got := inSight(l); !slices.Contains(got, "row 9") || l.Selected() != 9 {
		t.Errorf("a page on: %q, selected %d", got, l.Selected())
	}
}

// turn turns the wheel of a pointer, downwards.
func turn(l *List, by float32) {
	l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -by)})
}

func TestAtTheTopAgainTheFirstRowsAreThere(t *testing.T) {
	l, _, _ := numbered(1000)
	show(t, l, 300, 600)
	turn(l, 6000)
	if got := inSight(l); slices.Contains(got, "row 0") {
		t.Fatalf("not scrolled: %q", got)
	}
	l.ScrollToTop()
	if got := inSight(l); len(got) != 10 || got[0] != "row 0" {
		t.Errorf("shows %q", got)
	}
}

func TestScrollingARowFillsOneRow(t *testing.T) {
	l, _, filled := numbered(1000)
	show(t, l, 300, 600)
	before := *filled
	turn(l, 60)
	if *filled-before != 1 || l.scroll.Offset.Y != 60 {
		t.Errorf("at %v %d more rows were filled", l.scroll.Offset.Y, *filled-before)
	}
}

func TestTheUserMovesTheSelectionAndOpensIt(t *testing.T) {
	l, _, _ := numbered(5)
	var selected, opened []int
	l.OnSelected = func(i int) { selected = append(selected, i) }
	l.OnOpened = func(i int) { opened = append(opened, i) }
	w := show(t, l, 300, 600)
	l.Select(3)
	test.Tap(l.slots[1])
	if w.Canvas().Focused() != fyne.Focusable(l) {
		t.Error("a tap does not give the list the focus")
	}
	press(w, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if want := []int{1, 2, 1, 0, 0}; !slices.Equal(selected, want) || !slices.Equal(opened, []int{0}) {
		t.Errorf("selected %v, opened %v", selected, opened)
	}
}

func TestAListThatShrinksDropsRowsAndSelection(t *testing.T) {
	n := 30
	l := NewList(func() int { return n }, func() fyne.CanvasObject { return NewLine("", look.Name) },
		func(i int, o fyne.CanvasObject) { o.(*Line).SetText(fmt.Sprint("row ", i)) })
	show(t, l, 300, 600)
	l.Select(29)
	n = 2
	l.Reload()
	if got := inSight(l); !slices.Equal(got, []string{"row 0", "row 1"}) || l.Selected() != -1 {
		t.Errorf("shows %q, selected %d", got, l.Selected())
	}
	n = 0
	l.Reload()
	l.Step(1)
	l.Open()
	if got := inSight(l); len(got) != 0 || l.Selected() != -1 {
		t.Errorf("empty: shows %q, selected %d", got, l.Selected())
	}
	n = 40
	l.Reload()
	if got := inSight(l); len(got) != 10 || got[0] != "row 0" {
		t.Errorf("grown: %q", got)
	}
}

func TestARowThatIsFilledAnewStaysMarkedUnderThePointer(t *testing.T) {
	l, _, _ := numbered(1000)
	show(t, l, 300, 600)
	l.slots[2].MouseIn(nil)
	l.Reload()
	if l.slots[2].ground.FillColor != look.Color(look.ColorNameHover) {
		t.Error("the mark is gone though the pointer has not moved")
	}
	l.Inert = func(i int) bool { return i == 2 }
	l.Reload()
	if l.slots[2].hovered {
		t.Error("a row that has become inert is marked")
	}
	l.slots[3].MouseIn(nil)
	turn(l, 6000)
	for _, s := range l.slots {
		if s.hovered {
			t.Errorf("row %d is marked where another was", s.index)
		}
	}
}

func TestWhatIsTypedOnAListIsHandedOn(t *testing.T) {
	l, _, _ := numbered(5)
	typed := ""
	l.OnRune = func(r rune) { typed += string(r) }
	w := show(t, l, 300, 600)
	w.Canvas().Focus(l)
	test.Type(l, "an a")
	if typed != "ana" {
		t.Errorf("typed %q", typed)
	}
}

func BenchmarkScrolling(b *testing.B) {
	for _, n := range []int{200, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			// As many texts in both, because one that was measured before costs less.
			l := NewList(func() int { return n }, func() fyne.CanvasObject { return NewLine("", look.Name) },
				func(i int, o fyne.CanvasObject) { o.(*Line).SetText(fmt.Sprint("row ", i%200)) })
			test.NewTempApp(b)
			w := test.NewTempWindow(b, l)
			w.Resize(fyne.NewSize(400, 800))
			for b.Loop() {
				before := l.scroll.Offset
				if turn(l, l.rowHeight/2); l.scroll.Offset == before {
					l.ScrollToTop()
				}
			}
		})
	}
}

func TestKeysAndTapsPassInertRowsBy(t *testing.T) {
	l, _, _ := numbered(6)
	l.Inert = func(i int) bool { return i == 0 || i == 3 || i == 5 }
	opened := -1
	l.OnOpened = func(i int) { opened = i }
	w := show(t, l, 300, 600)
	w.Canvas().Focus(l)
	var came []int
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyUp, fyne.KeyEnd} {
		press(w, key)
		came = append(came, l.Selected())
	}
	if want := []int{1, 2, 4, 4, 2, 1, 1, 4}; !slices.Equal(came, want) {
		t.Errorf("came by %v, want %v", came, want)
	}
	test.Tap(l.slots[3])
	if l.Selected() != 4 {
		t.Errorf("a tap selected the inert row %d", l.Selected())
	}
	l.Select(-1)
	if l.Open(); opened != 1 {
		t.Errorf("opened %d", opened)
	}
	l.Inert = func(int) bool { return true }
	opened = -1
	if l.Open(); opened != -1 {
		t.Errorf("opened the inert row %d", opened)
	}
}

func TestAMarkedRowIsRoundedWhereItStandsInTheCornersOfACard(t *testing.T) {
	l, _, _ := numbered(1000)
	card := NewBareCard(l)
	w := test.NewTempWindow(t, card)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 10*l.rowHeight+2*look.Hairline))
	w.Canvas().Focus(l)
	const round = look.CardRadius - look.Hairline
	for _, c := range []struct {
		does        func()
		top, bottom float32
	}{
		{func() { l.user(0) }, round, 0},
		{func() { turn(l, 7) }, 0, 0},
		{func() { l.ScrollToTop() }, round, 0},
		{func() { l.user(4) }, 0, 0},
		{func() { l.user(9) }, 0, round},
		{func() { l.user(12) }, 0, round},
		{func() { l.user(3) }, round, 0},
	} {
		c.does()
		g := l.slots[l.selected%len(l.slots)].ground
		if g.StrokeWidth == 0 || g.TopLeftCornerRadius != c.top || g.TopRightCornerRadius != c.top || g.BottomLeftCornerRadius != c.bottom || g.BottomRightCornerRadius != c.bottom {
			t.Errorf("row %d at %v: %v and %v at the top, %v and %v at the bottom", l.selected, l.scroll.Offset.Y, g.TopLeftCornerRadius, g.TopRightCornerRadius, g.BottomLeftCornerRadius, g.BottomRightCornerRadius)
		}
	}
	l.Select(-1)
	if l.ring.StrokeWidth == 0 || l.ring.TopRightCornerRadius != round || l.ring.BottomLeftCornerRadius != round {
		t.Errorf("the ring around all rows is %+v", l.ring)
	}
}
