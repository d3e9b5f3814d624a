package look_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/data"
)

var names = []fyne.ThemeColorName{
	look.ColorNamePaper, look.ColorNameRail, look.ColorNameCard, look.ColorNameInk, look.ColorNameDimmed, look.ColorNameLine,
	look.ColorNameClaret, look.ColorNameClaretTint, look.ColorNameBrass, look.ColorNameBrassTint, look.ColorNameGreen,
	look.ColorNameGreenTint, look.ColorNameBlue, look.ColorNameBlueTint, look.ColorNameOnClaret, look.ColorNameOnBrass,
	look.ColorNameHover, look.ColorNamePressed, look.ColorNameVeil,
}

func TestEveryColourIsThereInBothVariants(t *testing.T) {
	for _, n := range names {
		l, d := look.New(look.Light).Color(n, theme.VariantDark), look.New(look.Dark).Color(n, theme.VariantLight)
		if l == nil || d == nil || l == d {
			t.Errorf("%s: light %v, dark %v", n, l, d)
		}
	}
}

func TestTheVariantFollowsTheSystemUntilItIsForced(t *testing.T) {
	paper := func(v look.Variant, asked fyne.ThemeVariant) color.Color {
		return look.New(v).Color(look.ColorNamePaper, asked)
	}
	light, dark := color.NRGBA{0xFA, 0xF8, 0xF5, 0xFF}, color.NRGBA{0x17, 0x15, 0x17, 0xFF}
	for _, c := range []struct {
		variant look.Variant
		asked   fyne.ThemeVariant
		want    color.Color
	}{
		{look.System, theme.VariantLight, light}, {look.System, theme.VariantDark, dark},
		{look.Light, theme.VariantDark, light}, {look.Dark, theme.VariantLight, dark},
		{"something else", theme.VariantDark, dark},
	} {
		if got := paper(c.variant, c.asked); got != c.want {
			t.Errorf("%s, system %d: %v, want %v", c.variant, c.asked, got, c.want)
		}
	}
}

// What is read must reach 4.5 to 1, the level AA of WCAG 2.2 for text of this size.
func TestTextIsReadOnWhateverItStandsOn(t *testing.T) {
	const reading = 4.5
	pairs := [][2]fyne.ThemeColorName{
		{look.ColorNameInk, look.ColorNamePaper}, {look.ColorNameInk, look.ColorNameCard},
		{look.ColorNameInk, look.ColorNameBrassTint}, {look.ColorNameDimmed, look.ColorNamePaper},
		{look.ColorNameDimmed, look.ColorNameRail}, {look.ColorNameDimmed, look.ColorNameBrassTint},
		{look.ColorNameDimmed, look.ColorNameClaretTint}, {look.ColorNameOnClaret, look.ColorNameClaret},
		{look.ColorNameClaret, look.ColorNameCard}, {look.ColorNameOnBrass, look.ColorNameBrass},
	}
	for _, tone := range []look.Tone{look.Plain, look.Green, look.Blue, look.Claret, look.Brass} {
		pairs = append(pairs, [2]fyne.ThemeColorName{tone.Ink(), tone.Tint()})
	}
	for _, v := range []look.Variant{look.Light, look.Dark} {
		for _, p := range pairs {
			text, ground := look.New(v).Color(p[0], 0), look.New(v).Color(p[1], 0)
			if r := contrast(text, ground); r < reading {
				t.Errorf("%s: %s on %s has a contrast of %.2f", v, p[0], p[1], r)
			}
		}
	}
}

func TestLettersAreInterAndOtherScriptsHaveAFallback(t *testing.T) {
	th := look.New(look.Light)
	for style, want := range map[fyne.TextStyle]string{
		{}: "Inter-Regular.otf", {Bold: true}: "Inter-SemiBold.otf", {Italic: true}: "Inter-Italic.otf", {Bold: true, Italic: true}: "Inter-SemiBold.otf",
	} {
		if got := th.Font(style).Name(); got != want {
			t.Errorf("%+v: %s, want %s", style, got, want)
		}
	}
	if th.Font(fyne.TextStyle{Monospace: true}).Name() == "Inter-Regular.otf" {
		t.Error("monospace is not monospace")
	}
}

func TestTextIsMeasuredInTheEmbeddedFont(t *testing.T) {
	app := test.NewTempApp(t)
	before := fyne.MeasureText("Engineering Manager at Zenith", 14, fyne.TextStyle{})
	app.Settings().SetTheme(look.New(look.Light))
	if after := fyne.MeasureText("Engineering Manager at Zenith", 14, fyne.TextStyle{}); after.Width == before.Width || after.Width < 100 {
		t.Errorf("%v before and %v after the theme is set", before, after)
	}
}

func TestAPersonsTintStaysAndIsNeverBrass(t *testing.T) {
	count := map[look.Tone]int{}
	for id := data.ID(1); id <= 3000; id++ {
		count[look.Tint(id)]++
	}
	if look.Tint(2) != look.Claret || look.Tint(3) != look.Blue {
		t.Errorf("people wear another tint than before: %d and %d", look.Tint(2), look.Tint(3))
	}
	if count[look.Brass] != 0 || count[look.Plain] != 0 {
		t.Errorf("tints not meant for people are used: %v", count)
	}
	for _, tone := range []look.Tone{look.Green, look.Blue, look.Claret} {
		if count[tone] < 900 || count[tone] > 1100 {
			t.Errorf("tone %d is worn by %d of 3000", tone, count[tone])
		}
	}
}
