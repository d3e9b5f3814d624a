package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/look"
)

func TestAFilterTellsWhetherItIsOn(t *testing.T) {
	var told []bool
	c := NewToggleChip("peer", false, func(on bool) { told = append(told, on) })
	w := show(t, c, 200, 60)
	off := c.MinSize().Width
	test.Tap(c)
	if c.MinSize().Width <= off || !c.cross.Visible() {
		t.Error("only colour says that the filter is on")
	}
	w.Canvas().Focus(c)
	press(w, fyne.KeySpace)
	if len(told) != 2 || !told[0] || told[1] || c.On() {
		t.Errorf("told %v, on %v", told, c.On())
	}
}

func TestARemovableChipIsTakenAwayByPressingIt(t *testing.T) {
	removed := false
	c := NewRemovableChip("Rosa Oliveira", func() { removed = true })
	show(t, c, 200, 60)
	test.Tap(c)
	if !removed {
		t.Error("it stayed")
	}
}

func TestALongChipIsCut(t *testing.T) {
	c := NewChip("a circle whose name is as long as a sentence that goes on and on and on", look.Green)
	show(t, Row(0, c), 600, 60)
	if c.MinSize().Width != longChip || c.label.Size().Width > longChip {
		t.Errorf("%v wide, label %v", c.MinSize().Width, c.label.Size().Width)
	}
}

func TestAToggleSaysAllOfASentence(t *testing.T) {
	c := NewToggleChip("Die vorherige Stelle wurde ebenfalls falsch gelesen", false, func(bool) {})
	show(t, Flow(0, c), 400, 60)
	if c.label.Text != c.text || c.MinSize().Width <= longChip {
		t.Errorf("%v wide it says %q", c.MinSize().Width, c.label.Text)
	}
	if r := NewRemovableChip(c.text, func() {}); r.MinSize().Width != longChip {
		t.Errorf("what was chosen is %v wide", r.MinSize().Width)
	}
}
