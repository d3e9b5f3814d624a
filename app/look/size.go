package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Measures, in the toolkit's device-independent pixels.
const (
	CardRadius   float32 = 10
	ButtonRadius float32 = 6
	Hairline     float32 = 1

	RowHeight float32 = 60 // a row of two lines
	RowInset  float32 = 14 // from a card's edge to what is in it
	PageInset float32 = 28 // from the page's edge to what is on it
	Gap       float32 = 18 // between the sections of a page
	FormGap   float32 = 12 // between the fields of a form
	SmallGap  float32 = 8  // between things that belong together
)

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               14,
	theme.SizeNameHeadingText:        22,
	theme.SizeNameSubHeadingText:     16,
	theme.SizeNameCaptionText:        12,
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       9,
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameInlineIcon:         18,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    4,
	theme.SizeNameSeparatorThickness: Hairline,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        8,
	theme.SizeNameButtonRadius:       ButtonRadius,
	theme.SizeNameSelectionRadius:    4,
	theme.SizeNameCardRadius:         CardRadius,
	theme.SizeNameDialogRadius:       CardRadius,
	theme.SizeNamePopupRadius:        CardRadius,
	theme.SizeNameMenuRadius:         8,
	theme.SizeNameModalBlurRadius:    0, // blurring what is behind costs more than it gives without a GPU
}

// Style is how a line of text is set.
type Style struct {
	Size   float32 // of the type
	Height float32 // from one line to the next, whatever script is in it
	Bold   bool
	Color  fyne.ThemeColorName
}

// The styles of the house. There are no others: a text that fits none of them asks for a different
// place on the screen.
var (
	Title   = Style{22, 30, true, ColorNameInk}
	Heading = Style{18, 26, true, ColorNameInk} // of a dialog
	Brand   = Style{16, 24, true, ColorNameClaret}
	Name    = Style{14, 20, true, ColorNameInk}
	Body    = Style{14, 20, false, ColorNameInk}
	Second  = Style{13, 19, false, ColorNameDimmed}
	Label   = Style{12, 16, true, ColorNameDimmed}
	Small   = Style{12, 16, false, ColorNameDimmed}
	Press   = Style{13, 18, false, ColorNameInk} // what stands on a button
)

// In returns the style in another colour.
func (s Style) In(name fyne.ThemeColorName) Style {
	s.Color = name
	return s
}

// Text returns the toolkit's style for measuring and drawing.
func (s Style) Text() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold} }
