package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
)

func TestWhereTheRailHasIconsAloneATipNamesThem(t *testing.T) {
	h := open(t, fyne.NewSize(800, 600), "Ana Souza")
	h.rail.setCounts(railCounts{today: 7, people: 1, moves: 2})
	for _, item := range h.rail.items {
		if marked := item.screen == page.TodayScreen || item.screen == page.MovesScreen; item.mark.Visible() != marked {
			t.Errorf("a mark stands at %q: %v", item.text, item.mark.Visible())
		}
	}
	today := h.rail.items[0]
	if h.rail.tip.Visible() {
		t.Error("a tip is shown before the pointer is anywhere")
	}
	today.MouseIn(nil)
	if !h.rail.tip.Visible() || !apptest.Shows(h.rail.tip, "Today, seven things to do today") {
		t.Errorf("the tip says %q", apptest.Texts(h.rail.tip))
	}
	at, size := h.rail.tip.Position(), h.rail.tip.Size()
	if at.X < narrowRail-itemInset || at.X+size.Width > 800 || at.Y < 0 {
		t.Errorf("the tip stands at %v, %v", at, size)
	}
	today.MouseOut()
	h.window.Canvas().Focus(h.rail.items[1])
	if !h.rail.tip.Visible() || !apptest.Shows(h.rail.tip, "People") {
		t.Errorf("at the focus the tip says %q", apptest.Texts(h.rail.tip))
	}
	h.window.Canvas().Unfocus()
	if h.rail.tip.Visible() {
		t.Error("the tip stays")
	}
	h.window.Resize(wide)
	today.MouseIn(nil)
	if h.rail.tip.Visible() || today.mark.Visible() {
		t.Error("beside words a tip or a mark is shown")
	}
}
