package widgets

import (
	"image"
	"image/color"
	"sync"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"

	"peerage/app/look"
)

// lowered returns how far below the baseline of Latin text the toolkit draws text: it moves a line down
// to make room for the tallest font in it, and does not tell.
func lowered(text string, style look.Style) float32 {
	most := float32(0)
	for _, r := range text {
		if r >= firstForeign {
			most = max(most, loweredBy(r, style))
		}
	}
	return most
}

// firstForeign is where the scripts begin that the font of the house does not have.
const firstForeign = 0x0530

// lowerings are the answers of loweredBy, float32 by fontPart: neighbouring characters come from one
// font.
var lowerings sync.Map

type fontPart struct {
	block rune
	size  float32
	bold  bool
}

func partOf(r rune, style look.Style) fontPart {
	const small, large, firstLarge = 128, 4096, 0x2E80 // the scripts of East Asia are large
	if r < firstLarge {
		return fontPart{r / small, style.Size, style.Bold}
	}
	return fontPart{firstLarge + r/large, style.Size, style.Bold}
}

// loweredBy looks how much lower an x is drawn beside a character than alone.
func loweredBy(r rune, style look.Style) float32 {
	part := partOf(r, style)
	if known, ok := lowerings.Load(part); ok {
		return known.(float32)
	}
	by := float32(bottomOfX("x"+string(r), style) - bottomOfX("x", style))
	lowerings.Store(part, by)
	return by
}

// bottomOfX draws text that begins with an x, and returns the row in which the x ends.
func bottomOfX(text string, style look.Style) int {
	t := canvas.NewText(text, color.Black)
	t.TextSize, t.TextStyle = style.Size, style.Text()
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(t)
	c.Resize(t.MinSize().AddWidthHeight(0, style.Size))
	drawn := c.Capture()
	return lastRow(drawn, int(measure("x", style))-1)
}

// lastRow returns the last row of a picture that shows anything in its first columns.
func lastRow(drawn image.Image, columns int) int {
	at := drawn.Bounds()
	for y := at.Max.Y - 1; y >= at.Min.Y; y-- {
		for x := at.Min.X; x < at.Min.X+columns; x++ {
			const seen = 0x4000 // the edges of letters are soft
			if _, _, _, alpha := drawn.At(x, y).RGBA(); alpha > seen {
				return y
			}
		}
	}
	return at.Min.Y
}
