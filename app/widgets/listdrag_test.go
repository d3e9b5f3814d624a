package widgets

import (
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/look"
)

func TestAListKnowsWhichRowLiesAtAPlaceAndScrollsAlong(t *testing.T) {
	l, _, _ := numbered(100)
	show(t, l, 400, 300)
	for at, want := range map[fyne.Position]int{{X: 10, Y: 10}: 0, {X: 10, Y: 130}: 2, {X: 399, Y: 299}: 4, {X: 401, Y: 10}: -1, {X: 10, Y: 300}: -1, {X: -1, Y: 10}: -1} {
		if got := l.RowAt(at); got != want {
			t.Errorf("at %v lies %d, want %d", at, got, want)
		}
	}
	l.ScrollAlong(fyne.NewPos(10, 150))
	if got := l.RowAt(fyne.NewPos(10, 5)); got != 0 {
		t.Errorf("in the middle it scrolls to %d", got)
	}
	for range 10 {
		l.ScrollAlong(fyne.NewPos(10, 295))
	}
	if got := l.RowAt(fyne.NewPos(10, 5)); got != 2 {
		t.Errorf("at the lower edge it scrolls to %d", got)
	}
	for range 20 {
		l.ScrollAlong(fyne.NewPos(10, 5))
	}
	if got := l.RowAt(fyne.NewPos(10, 5)); got != 0 {
		t.Errorf("at the upper edge it scrolls to %d", got)
	}
	l.Bring(50)
	if got := l.RowAt(fyne.NewPos(10, 5)); got != 50 {
		t.Errorf("brought is %d", got)
	}
	l.Bring(99)
	if got := l.RowAt(fyne.NewPos(10, 299)); got != 99 {
		t.Errorf("brought is the last, and at the lower edge lies %d", got)
	}
}

func TestAGhostFollowsThePointer(t *testing.T) {
	place := NewBareCard(Ground(look.ColorNameCard))
	show(t, place, 400, 300)
	g := NewGhost()
	if g.Visible() {
		t.Error("it is seen before anything is dragged")
	}
	g.Set("Ana", "to Tuesday", 200)
	two := g.Size()
	g.Set("Ana", "", 200)
	if !g.Visible() || two.Width != 200 || two.Height <= g.Size().Height {
		t.Errorf("%v and %v", two, g.Size())
	}
	g.Follow(fyne.NewPos(150, 100), place)
	if at := g.Position(); at.X != 50 || at.Y >= 100 {
		t.Errorf("it is at %v", at)
	}
}
