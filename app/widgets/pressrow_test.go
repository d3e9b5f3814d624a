package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/look"
)

func TestARowIsPressedByPointerAndKeys(t *testing.T) {
	var did []string
	inside := NewButton("Log", nil)
	r := NewPressRow(Row(0, NewWholeLine("Ana", look.Name), inside), func() { did = append(did, "pressed") }, inside)
	r.OnReached = func() { did = append(did, "reached") }
	r.OnKey = func(k fyne.KeyName) bool {
		if k == fyne.KeyReturn {
			did = append(did, "taken")
		}
		return k == fyne.KeyReturn
	}
	w := show(t, Column(0, r), 400, 200)
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { did = append(did, string(ev.Name)) })
	r.Tapped(nil)
	w.Canvas().Focus(r)
	press(w, fyne.KeySpace, fyne.KeyReturn, fyne.KeyDown)
	if want := []string{"pressed", "reached", "pressed", "taken", "Down"}; !slices.Equal(did, want) {
		t.Errorf("did %v, want %v", did, want)
	}
	if !r.Holds(r) || !r.Holds(inside) || r.Holds(NewButton("", nil)) || r.Holds(nil) {
		t.Error("the row does not know what is in it")
	}
}

func TestTheCurrentRowIsMarkedAndTheFocusedOneRinged(t *testing.T) {
	r := NewPressText(NewLine("Ana", look.Body), func() {})
	w := show(t, Column(0, r), 400, 200)
	r.SetCurrent(true)
	if r.ground.FillColor != look.Color(look.ColorNameHover) || r.ground.Position() != fyne.NewPos(-8, -4) {
		t.Errorf("ground %v at %v", r.ground.FillColor, r.ground.Position())
	}
	w.Canvas().Focus(r)
	if r.ground.StrokeColor != look.Color(look.ColorNameClaret) || r.ground.StrokeWidth != 2 {
		t.Errorf("ring %v, %v wide", r.ground.StrokeColor, r.ground.StrokeWidth)
	}
	w.Canvas().Unfocus()
	r.SetCurrent(false)
	if _, _, _, alpha := r.ground.FillColor.RGBA(); alpha != 0 || r.ground.StrokeWidth != 0 {
		t.Error("the mark stays")
	}
}

func TestASentenceThatOpensAMenuSaysSo(t *testing.T) {
	r := NewPressText(NewLine("Ana", look.Body), func() {})
	w := show(t, Column(0, r), 400, 200)
	if !r.sign.Visible() || r.sign.color != look.ColorNameDimmed || r.sign.Position().X < 370 {
		t.Errorf("the sign is %v at %v", r.sign.color, r.sign.Position())
	}
	w.Canvas().Focus(r)
	if r.sign.color != look.ColorNameClaret {
		t.Errorf("with the focus it is %v", r.sign.color)
	}
}

func TestWhatIsRevealedComesIntoSight(t *testing.T) {
	var rows []*PressRow
	for range 30 {
		rows = append(rows, NewPressRow(NewLine("Ana", look.Body), func() {}))
	}
	show(t, Page(NewPressRows(rows)), 400, 300)
	scroll := scrollAround(rows[0])
	for _, i := range []int{29, 0, 15} {
		Reveal(rows[i])
		driver := fyne.CurrentApp().Driver()
		top := driver.AbsolutePositionForObject(rows[i]).Y
		if top < 0 || top+rows[i].Size().Height > scroll.Size().Height {
			t.Errorf("row %d stands at %v", i, top)
		}
	}
	Reveal(NewLine("nowhere", look.Body)) // on no window: nothing to do
}
