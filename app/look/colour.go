package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The names of the colours. Where the toolkit has a name for the same purpose, it is that one, so
// that its own widgets follow.
const (
	ColorNamePaper  = theme.ColorNameBackground  // behind everything
	ColorNameInk    = theme.ColorNameForeground  // text
	ColorNameDimmed = theme.ColorNamePlaceHolder // second lines, labels, hints
	ColorNameLine   = theme.ColorNameSeparator   // hairlines and borders
	ColorNameClaret = theme.ColorNamePrimary     // what to press, and where one is

	ColorNameRail       fyne.ThemeColorName = "rail" // the bar at the left
	ColorNameCard       fyne.ThemeColorName = "card" // cards, fields and lists on the paper
	ColorNameClaretTint fyne.ThemeColorName = "claretTint"
	ColorNameBrass      fyne.ThemeColorName = "brass" // someone who has risen, and nothing else
	ColorNameBrassTint  fyne.ThemeColorName = "brassTint"
	ColorNameGreen      fyne.ThemeColorName = "green" // ties that were worked side by side
	ColorNameGreenTint  fyne.ThemeColorName = "greenTint"
	ColorNameBlue       fyne.ThemeColorName = "blue" // peers and colleagues
	ColorNameBlueTint   fyne.ThemeColorName = "blueTint"
	ColorNameOnClaret                       = theme.ColorNameForegroundOnPrimary
	ColorNameOnBrass    fyne.ThemeColorName = "onBrass"
	ColorNameHover                          = theme.ColorNameHover   // laid over what the pointer is on
	ColorNamePressed                        = theme.ColorNamePressed // laid over what is pressed
	ColorNameVeil       fyne.ThemeColorName = "veil"                 // laid over the page behind a dialog
)

// tokens are the colours of one variant, as 0xRRGGBB.
type tokens struct {
	paper, rail, card, ink, dimmed, line uint32
	claret, claretTint, onClaret         uint32
	brass, brassTint, onBrass            uint32
	green, greenTint, blue, blueTint     uint32
	disabled, selection, hover, veiling  uint32 // the last three as 0xAARRGGBB
}

var light = tokens{
	paper: 0xFAF8F5, rail: 0xF1EDE7, card: 0xFFFFFF, ink: 0x211D1E, dimmed: 0x6E6569, line: 0xE6DFD8,
	claret: 0x8C2F48, claretTint: 0xF6E9EC, onClaret: 0xFFFFFF,
	brass: 0x8B6813, brassTint: 0xFBF3DF, onBrass: 0xFFFFFF,
	green: 0x2E7958, greenTint: 0xE6F3EC, blue: 0x3B5B92, blueTint: 0xE8EEF8,
	disabled: 0xA8A0A3, selection: 0x338C2F48, hover: 0x0A211D1E, veiling: 0x40211D1E,
}.byName()

var dark = tokens{
	paper: 0x171517, rail: 0x1E1B1E, card: 0x232023, ink: 0xF1ECEC, dimmed: 0xA79DA1, line: 0x343034,
	claret: 0xE08BA0, claretTint: 0x3A232B, onClaret: 0x171517,
	brass: 0xE0BE63, brassTint: 0x3A3120, onBrass: 0x171517,
	green: 0x7CC9A3, greenTint: 0x1F332A, blue: 0x9DB7E8, blueTint: 0x222C3E,
	disabled: 0x6B6367, selection: 0x40E08BA0, hover: 0x10F1ECEC, veiling: 0x90000000,
}.byName()

type colours map[fyne.ThemeColorName]color.Color

func palette(v fyne.ThemeVariant) colours {
	if v == theme.VariantLight {
		return light
	}
	return dark
}

// byName gives every name of the toolkit that is seen in Peerage one of the tokens. Errors are
// claret like what is to be pressed: the palette has no further red, and an error is always said in
// words as well.
func (t tokens) byName() colours {
	return colours{
		ColorNamePaper: solid(t.paper), ColorNameInk: solid(t.ink), ColorNameDimmed: solid(t.dimmed), ColorNameLine: solid(t.line),
		ColorNameRail: solid(t.rail), ColorNameCard: solid(t.card),
		ColorNameClaret: solid(t.claret), ColorNameClaretTint: solid(t.claretTint), ColorNameOnClaret: solid(t.onClaret),
		ColorNameBrass: solid(t.brass), ColorNameBrassTint: solid(t.brassTint), ColorNameOnBrass: solid(t.onBrass),
		ColorNameGreen: solid(t.green), ColorNameGreenTint: solid(t.greenTint),
		ColorNameBlue: solid(t.blue), ColorNameBlueTint: solid(t.blueTint),
		ColorNameHover: veil(t.hover), ColorNamePressed: veil(t.hover + 0x0A000000),

		theme.ColorNameButton: solid(t.card), theme.ColorNameDisabledButton: solid(t.card),
		theme.ColorNameDisabled: solid(t.disabled), theme.ColorNameFocus: veil(t.selection),
		theme.ColorNameHyperlink: solid(t.claret), theme.ColorNameSelection: veil(t.selection),
		theme.ColorNameInputBackground: solid(t.card), theme.ColorNameInputBorder: solid(t.line),
		theme.ColorNameHeaderBackground: solid(t.rail), theme.ColorNameMenuBackground: solid(t.card),
		theme.ColorNameOverlayBackground: solid(t.card), theme.ColorNameShadow: veil(t.veiling / 3 & 0xFF000000), ColorNameVeil: veil(t.veiling),
		theme.ColorNameScrollBar: veil(t.selection&0xFF000000 | t.dimmed), theme.ColorNameScrollBarBackground: color.Transparent,
		theme.ColorNameError: solid(t.claret), theme.ColorNameForegroundOnError: solid(t.onClaret),
		theme.ColorNameSuccess: solid(t.green), theme.ColorNameForegroundOnSuccess: solid(t.onClaret),
		theme.ColorNameWarning: solid(t.blue), theme.ColorNameForegroundOnWarning: solid(t.onClaret),
	}
}

func solid(rgb uint32) color.Color { return veil(0xFF000000 | rgb) }

func veil(argb uint32) color.Color {
	return color.NRGBA{A: uint8(argb >> 24), R: uint8(argb >> 16), G: uint8(argb >> 8), B: uint8(argb)}
}
