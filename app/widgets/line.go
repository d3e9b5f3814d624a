package widgets

import (
	"math"
	"sort"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// maxLine bounds what is measured of one line, in characters: no screen shows more of it.
const maxLine = 400

// Line is text on one line, cut with an ellipsis where it does not fit. A name gets a line of its
// own, because the toolkit draws a mixed right-to-left line in the wrong order.
type Line struct {
	widget.BaseWidget
	text  string
	style look.Style
	// Whole keeps the line from being cut: its least width is then that of the text.
	whole bool

	shown   *canvas.Text
	more    []*canvas.Text // what follows in other scripts
	natural float32
}

// NewLine returns a line that takes what width it gets.
func NewLine(text string, style look.Style) *Line {
	l := &Line{style: style, shown: canvas.NewText("", look.Color(style.Color))}
	l.ExtendBaseWidget(l)
	l.Set(text, style)
	return l
}

// NewWholeLine returns a line that is never cut, for short texts such as labels and counts.
func NewWholeLine(text string, style look.Style) *Line {
	l := NewLine(text, style)
	l.whole = true
	return l
}

// SetText changes the text and keeps the style.
func (l *Line) SetText(text string) { l.Set(text, l.style) }

// Text returns the whole text, also while only a part of it is seen.
func (l *Line) Text() string { return l.text }

// Set changes text and style. Setting what is already there costs nothing.
func (l *Line) Set(text string, style look.Style) {
	text = oneLine(text)
	if text == l.text && style == l.style && l.natural > 0 {
		return
	}
	l.text, l.style = text, style
	l.natural = measure(text, style)
	l.Refresh()
}

// Natural returns the width that the whole text takes.
func (l *Line) Natural() float32 { return l.natural }

// AccessibilityLabel returns the whole text.
func (l *Line) AccessibilityLabel() string { return l.text }

// AccessibilityRole returns the role of text.
func (l *Line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (l *Line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ l *Line }

func (r *lineRenderer) Destroy() {}

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.l.shown}
	for _, t := range r.l.more {
		objects = append(objects, t)
	}
	return objects
}

func (r *lineRenderer) MinSize() fyne.Size {
	if r.l.whole {
		return fyne.NewSize(r.l.natural, r.l.style.Height)
	}
	return fyne.NewSize(min(r.l.natural, 24), r.l.style.Height)
}

func (r *lineRenderer) Layout(size fyne.Size) {
	text := r.l.text
	if r.l.natural > size.Width && !r.l.whole {
		text = cut(text, r.l.style, size.Width)
	}
	head, rest := script(text)
	draw(r.l.shown, head, r.l.style, fyne.NewPos(0, 0))
	x := exact(head, r.l.style)
	for i := 0; rest != "" || i < len(r.l.more); i++ {
		if i == len(r.l.more) {
			r.l.more = append(r.l.more, canvas.NewText("", r.l.shown.Color))
		}
		head, rest = script(rest)
		draw(r.l.more[i], head, r.l.style, fyne.NewPos(x, 0))
		x += exact(head, r.l.style)
	}
}

func (r *lineRenderer) Refresh() {
	ink := look.Color(r.l.style.Color)
	r.l.shown.Color = ink
	for _, t := range r.l.more {
		t.Color = ink
	}
	r.Layout(r.l.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// script returns the beginning of a line up to where its letters come from another font, and the rest:
// the toolkit cuts off what hangs below the line where a piece mixes fonts. What is no letter stays with
// the letters before it, but after those of another script, which may run to the left, with what follows.
func script(text string) (head, rest string) {
	const none, own, other = 0, 1, 2
	was, end := none, 0
	for i, r := range text {
		is := none
		switch {
		case unicode.Is(unicode.M, r):
			is = was
		case otherScript(text[i:]):
			is = other
		case unicode.IsLetter(r):
			is = own
		}
		switch {
		case is == none:
			continue
		case was == other && is == own:
			return text[:end], text[end:]
		case was == own && is == other:
			return text[:i], text[i:]
		}
		was, end = is, i+utf8.RuneLen(r)
	}
	return text, ""
}

// draw puts text at a place, on the baseline that Latin text of its style has there: fonts of other
// scripts are taller, and would else stand lower than their neighbours or push them about.
func draw(t *canvas.Text, text string, style look.Style, at fyne.Position) {
	text = ordered(text)
	own := write(t, text, style)
	latin, baseline := fyne.CurrentApp().Driver().RenderedTextSize("x", style.Size, style.Text(), nil)
	t.Move(fyne.NewPos(at.X, at.Y+float32(math.Round(float64((style.Height-latin.Height)/2+baseline-own)))-lowered(text, style)))
}

// write sets what a text says, in the size that takes, and returns where its baseline is.
func write(t *canvas.Text, text string, style look.Style) (baseline float32) {
	if t.Text != text || t.TextSize != style.Size || t.TextStyle != style.Text() {
		t.Text, t.TextSize, t.TextStyle = text, style.Size, style.Text()
		t.Refresh()
	}
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(text, style.Size, style.Text(), nil)
	t.Resize(size)
	return baseline
}

// measure returns the width that text takes, in whole pixels.
func measure(text string, style look.Style) float32 {
	if text == "" {
		return 0
	}
	return ceil(fyne.MeasureText(text, style.Size, style.Text()).Width)
}

// cut returns as much of text as fits into width, with an ellipsis.
func cut(text string, style look.Style, width float32) string {
	const ellipsis = "…"
	if measure(ellipsis, style) > width {
		return ""
	}
	runes := []rune(text)
	fits := sort.Search(len(runes), func(n int) bool {
		return measure(string(runes[:n+1])+ellipsis, style) > width
	})
	return string(runes[:fits]) + ellipsis
}

// oneLine returns the beginning of text with control characters as spaces: text from files may carry
// line ends and worse into a place for one line.
func oneLine(text string) string {
	clean, n := true, 0
	for _, r := range text {
		n++
		clean = clean && !control(r)
	}
	if clean && n <= maxLine {
		return text
	}
	runes := []rune(text)
	if len(runes) > maxLine {
		runes = append(runes[:maxLine:maxLine], '…')
	}
	for i, r := range runes {
		if control(r) {
			runes[i] = ' '
		}
	}
	return string(runes)
}

// control reports characters that move or reverse what stands around them: controls and the marks of
// the bidirectional algorithm (Unicode Standard Annex 9, §2) that open or close a direction.
func control(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029
}

func ceil(x float32) float32 { return float32(math.Ceil(float64(x))) }
