package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
)

func TestEverythingFollowsAChangeOfTheTheme(t *testing.T) {
	line, text, button := NewLine("Ana", look.Name), NewText("said", look.Second), NewButton("Log", nil)
	chip, avatar, icon := NewChip("peer", look.Blue), NewAvatar(RowAvatar), NewIcon(theme.SearchIcon(), 16, look.ColorNameClaret)
	ground := Ground(look.ColorNamePaper).(*surface)
	list, _, _ := numbered(3)
	show(t, Column(0, line, text, button, chip, avatar, icon, ground, Fixed(0, 200, list)), 400, 600)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	dark := look.New(look.Dark)
	want := func(what string, got any, name fyne.ThemeColorName) {
		t.Helper()
		if c := dark.Color(name, theme.VariantLight); got != c {
			t.Errorf("%s is %v, want %v", what, got, c)
		}
	}
	want("a line", line.shown.Color, look.ColorNameInk)
	want("a paragraph", text.pieces[0].Color, look.ColorNameDimmed)
	want("a button", button.back.FillColor, look.ColorNameCard)
	want("a chip", chip.back.FillColor, look.ColorNameBlueTint)
	r, g, b, _ := shares(dark.Color(look.ColorNamePaper, theme.VariantLight))
	if u := ground.shader.Uniforms; u["fillR"] != r || u["fillG"] != g || u["fillB"] != b {
		t.Errorf("the ground is drawn with %v, want %v, %v and %v", u, r, g, b)
	}
	want("an icon", icon.last.color, look.ColorNameClaret)
	want("a row", list.slots[0].child.(*Line).shown.Color, look.ColorNameInk)
	want("a row's hairline", list.slots[0].line.FillColor, look.ColorNameLine)
}
