// Package look is how Peerage looks: one theme with its colours, sizes and fonts, light and dark.
//
// Everything drawn takes its colours from Color by name and its type from the Styles, so that a
// change of palette or of size is made here and nowhere else.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Variant says whether the window is light or dark.
type Variant string

// The variants. System follows the desktop's own preference.
const (
	System Variant = "system"
	Light  Variant = "light"
	Dark   Variant = "dark"
)

// Theme is the theme of the window. The zero value is not ready for use: make one with New.
type Theme struct {
	variant Variant
}

var _ fyne.Theme = (*Theme)(nil)

// New returns the theme in a variant. Any value but Light and Dark follows the system.
func New(v Variant) *Theme { return &Theme{variant: v} }

// Color returns the colour of a name. asked is the system's preference, which a forced variant
// overrules.
func (t *Theme) Color(name fyne.ThemeColorName, asked fyne.ThemeVariant) color.Color {
	if c, ok := palette(t.settle(asked))[name]; ok {
		return c
	}
	return theme.DefaultTheme().Color(name, t.settle(asked))
}

// Font returns the embedded Inter for text; monospace and symbols stay the toolkit's. Bold is
// Inter's semibold: the heavier weights shout on warm paper.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace || style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return semibold
	case style.Italic:
		return italic
	}
	return regular
}

// Icon returns the toolkit's icon of a name.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns a measure in the toolkit's device-independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

func (t *Theme) settle(asked fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.variant {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return asked
}

// Color returns the colour of a name as it is to be drawn now. Widgets ask for it whenever they are
// refreshed, because the variant may change while the window is open.
func Color(name fyne.ThemeColorName) color.Color {
	asked := fyne.CurrentApp().Settings().ThemeVariant()
	if t, ok := theme.Current().(*Theme); ok {
		return t.Color(name, asked)
	}
	return New(System).Color(name, asked)
}
