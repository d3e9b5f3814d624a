package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/look"
)

func TestWhatIsWrongStandsBelowTheFieldInPlaceOfTheHint(t *testing.T) {
	f := NewRequiredField("Name", "as on the card", NewEntry(""))
	below := NewEntry("")
	show(t, Column(8, f, below), 300, 300)
	if f.below.AccessibilityLabel() != "as on the card" {
		t.Errorf("hint %q", f.below.AccessibilityLabel())
	}
	f.SetError("A name is needed.")
	if f.below.AccessibilityLabel() != "A name is needed." || !f.below.Visible() {
		t.Errorf("error %q", f.below.AccessibilityLabel())
	}
	f.SetError("")
	if f.below.AccessibilityLabel() != "as on the card" {
		t.Error("the error stays")
	}
}

func TestTheFocusPrefersAFieldToAButton(t *testing.T) {
	entry := NewEntry("")
	o := Column(8, NewRemovableChip("Rosa", nil), NewField("Name", "", entry))
	w := show(t, o, 300, 300)
	if !Focus(w.Canvas(), o) || w.Canvas().Focused() != fyne.Focusable(entry) {
		t.Errorf("the focus is on %T", w.Canvas().Focused())
	}
	if Focus(w.Canvas(), Column(8, NewHeader("Title", "", nil...))) {
		t.Error("a title has taken the focus")
	}
}

var ties = []Option{{"mentor", "Mentor"}, {"friend", "Friend"}, {"client", "Client"}}

func TestAChoiceChangesWithTheArrowKeys(t *testing.T) {
	var told []string
	c := NewChoice(ties, "friend", func(key string) { told = append(told, key) })
	w := show(t, c, 300, 300)
	w.Canvas().Focus(c)
	press(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if want := []string{"client", "friend", "mentor"}; !slices.Equal(told, want) || c.Key() != "mentor" {
		t.Errorf("told %v, chosen %q", told, c.Key())
	}
}

func TestAChoiceIsMadeFromItsMenuWithTheKeyboard(t *testing.T) {
	c := NewChoice(ties, "no such key", nil)
	w := show(t, c, 300, 300)
	if c.Key() != "mentor" {
		t.Errorf("an unknown key chose %q", c.Key())
	}
	w.Canvas().Focus(c)
	press(w, fyne.KeySpace)
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("no menu opened")
	}
	press(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if c.Key() != "friend" || w.Canvas().Overlays().Top() != nil {
		t.Errorf("chosen %q, menu open %v", c.Key(), w.Canvas().Overlays().Top() != nil)
	}
}

func TestAChoiceKeepsWhatIsChosenAmongOtherOptionsWhereItCan(t *testing.T) {
	c := NewChoice(ties, "client", nil)
	c.SetOptions([]Option{{"client", "Client"}, {"friend", "Friend"}})
	if c.Key() != "client" {
		t.Errorf("chosen %q", c.Key())
	}
	c.SetOptions(ties[:2])
	if c.Key() != "mentor" {
		t.Errorf("of others %q is chosen", c.Key())
	}
	c.SetOptions(nil)
	if c.Key() != "" {
		t.Errorf("of none %q is chosen", c.Key())
	}
}

func TestAChoiceOfNothingCanBePressed(t *testing.T) {
	c := NewChoice(nil, "", nil)
	show(t, c, 300, 300)
	test.Tap(c)
	if c.Key() != "" {
		t.Errorf("chosen %q", c.Key())
	}
}

func TestFieldsBesideEachOtherAreInLineThoughALabelTakesMoreLines(t *testing.T) {
	one, other := NewEntry(""), NewEntry("")
	columns := Columns(100, 12, NewField("Ideally", "", one), NewField("At the latest after so many days that it takes two lines", "a hint", other))
	w := show(t, Column(0, columns, NewLine("below", look.Body)), 900, 400)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, width := range []float32{900, 320, 900, 300} {
		w.Resize(fyne.NewSize(width, 400))
		if a, b := at(one), at(other); a.Y != b.Y || a.X == b.X {
			t.Errorf("%v wide, the controls are at %v and %v", width, a, b)
		}
		for _, o := range columns.Objects {
			if bottom := o.Position().Y + o.Size().Height; columns.Size().Height < bottom {
				t.Errorf("%v wide, the columns are %v high, less than %v", width, columns.Size().Height, bottom)
			}
		}
	}
}
