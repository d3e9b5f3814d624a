package widgets

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"peerage/app/look"
)

func TestAPhotoTakesThePlaceOfInitials(t *testing.T) {
	a := NewAvatar(RowAvatar)
	a.Set("RO", look.Green)
	show(t, a, 60, 60)
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	a.SetPhoto(file.Bytes())
	if !a.photo.Visible() || a.label.Visible() {
		t.Error("the photo is not seen")
	}
	a.SetPhoto([]byte("no picture"))
	if a.photo.Visible() || !a.label.Visible() || a.label.Text != "RO" {
		t.Error("without a picture the initials are not seen")
	}
}

func TestBrassFillsTheCircleAndOthersTintIt(t *testing.T) {
	a := NewAvatar(RowAvatar)
	show(t, a, 60, 60)
	a.Set("RO", look.Brass)
	if a.back.FillColor != look.Color(look.ColorNameBrass) {
		t.Errorf("brass is %v", a.back.FillColor)
	}
	a.Set("RO", look.Blue)
	if a.back.FillColor != look.Color(look.ColorNameBlueTint) || a.label.Color != look.Color(look.ColorNameBlue) {
		t.Errorf("blue is %v on %v", a.label.Color, a.back.FillColor)
	}
}

func TestANameWithoutALetterHasTheSignOfAPerson(t *testing.T) {
	a := NewAvatar(RowAvatar)
	show(t, a, 60, 60)
	for initials, want := range map[string]bool{"": true, "RO": false} {
		a.Set(initials, look.Green)
		if a.sign.Visible() != want {
			t.Errorf("initials %q: the sign is seen %v", initials, a.sign.Visible())
		}
	}
}

func TestWhatHasTheTintOfASelectedRowIsPartedFromIt(t *testing.T) {
	a, c := NewAvatar(RowAvatar), NewChip("client", look.Claret)
	show(t, Column(0, a, c), 200, 80)
	a.Set("AN", look.Claret)
	selected := look.Color(look.ColorNameClaretTint)
	if a.back.FillColor != selected || c.back.FillColor != selected {
		t.Fatalf("avatar and chip are on %v and %v: this test is about those on %v", a.back.FillColor, c.back.FillColor, selected)
	}
	if a.back.StrokeColor == selected || a.back.StrokeWidth < 1 || c.back.StrokeColor == selected || c.back.StrokeWidth < 1 {
		t.Error("an avatar or a chip runs into a selected row")
	}
}
