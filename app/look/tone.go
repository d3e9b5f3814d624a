package look

import (
	"fyne.io/fyne/v2"

	"peerage/data"
)

// Tone is a colour with its tint and with what is written on it: the way chips, avatars, cards and
// bars are coloured.
type Tone int

// The tones. What each stands for is said at the names of the colours.
const (
	Plain Tone = iota
	Green
	Blue
	Claret
	Brass
)

// Ink returns the name of the full colour: dimmed for Plain.
func (t Tone) Ink() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{ColorNameDimmed, ColorNameGreen, ColorNameBlue, ColorNameClaret, ColorNameBrass}[t]
}

// Tint returns the name of the quiet ground on which Ink is read: the rail's for Plain.
func (t Tone) Tint() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{ColorNameRail, ColorNameGreenTint, ColorNameBlueTint, ColorNameClaretTint, ColorNameBrassTint}[t]
}

// On returns the name of the colour in which to write on Ink.
func (t Tone) On() fyne.ThemeColorName {
	switch t {
	case Plain:
		return ColorNameCard
	case Brass:
		return ColorNameOnBrass
	}
	return ColorNameOnClaret
}

// Tint returns the tone that is a person's own: the same each time, and never Brass, which is for
// someone who has risen.
func Tint(id data.ID) Tone {
	// The numbers of an imported list follow each other; splitmix64 keeps it from being painted in
	// stripes (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
	h := uint64(id) * 0x9E3779B97F4A7C15
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return [...]Tone{Claret, Blue, Green}[(h^h>>31)%3]
}
