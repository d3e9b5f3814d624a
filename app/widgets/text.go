package widgets

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// Run is a stretch of a paragraph that is set in one way.
type Run struct {
	Text  string
	Bold  bool
	Color fyne.ThemeColorName // "" for the paragraph's own
}

// Text is a paragraph that wraps at its width. Line ends in a run begin a new line. It takes time in
// proportion to its length, so that a note of many pages does not stop the window.
type Text struct {
	widget.BaseWidget
	style   look.Style
	runs    []Run
	centred bool
	mixed   bool // in both directions

	words   []word
	pieces  []*canvas.Text
	colours []fyne.ThemeColorName
	lines   int
	widest  float32 // of the words
}

// NewText returns a paragraph of one run.
func NewText(text string, style look.Style) *Text { return NewRuns(style, Run{Text: text}) }

// NewRuns returns a paragraph of several runs, which follow each other without a space of their own.
func NewRuns(style look.Style, runs ...Run) *Text {
	t := &Text{style: style}
	t.ExtendBaseWidget(t)
	t.SetRuns(runs...)
	return t
}

// NewCentred returns a paragraph of one run whose lines are centred.
func NewCentred(text string, style look.Style) *Text {
	t := NewText(text, style)
	t.centred = true
	return t
}

// SetText changes the paragraph to one run.
func (t *Text) SetText(text string) { t.SetRuns(Run{Text: text}) }

// SetRuns changes the paragraph.
func (t *Text) SetRuns(runs ...Run) {
	t.runs = runs
	t.words = nil
	t.widest = 0
	whole := t.AccessibilityLabel()
	t.mixed = strings.ContainsFunc(whole, rightToLeft) && strings.ContainsFunc(whole, leftToRight)
	for i := range runs {
		t.words = appendWords(t.words, t.runStyle(i), i)
	}
	for i := range t.words {
		t.widest = max(t.widest, t.words[i].width)
	}
	t.wrap(t.Size().Width)
	t.Refresh()
}

// Shorten shows a text on so many lines at most, at the width that the paragraph has, cut with an ellipsis
// where it is longer.
func (t *Text) Shorten(text string, lines int) {
	t.SetText(text)
	if t.lines <= lines {
		return
	}
	runes := []rune(text)
	shown := func(n int) string { return strings.TrimSpace(string(runes[:n])) + "…" }
	fits := sort.Search(len(runes), func(n int) bool {
		t.SetText(shown(n + 1))
		return t.lines > lines
	})
	t.SetText(shown(fits))
}

// AccessibilityLabel returns the whole paragraph.
func (t *Text) AccessibilityLabel() string {
	var b strings.Builder
	for _, r := range t.runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// AccessibilityRole returns the role of text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Natural returns the width that the paragraph takes on one line.
func (t *Text) Natural() float32 {
	w := float32(0)
	for _, x := range t.words {
		w += x.width + x.space
	}
	return w
}

func (t *Text) runStyle(i int) styledRun {
	s := t.style
	s.Bold = s.Bold || t.runs[i].Bold
	if c := t.runs[i].Color; c != "" {
		s.Color = c
	}
	return styledRun{t.runs[i].Text, s}
}

type styledRun struct {
	text  string
	style look.Style
}

// word is what is never parted, with the space after it.
type word struct {
	text         string
	run          int
	style        look.Style
	width, space float32
	breaks       bool // a new line begins after it
	other        bool // it begins in a script that Inter lacks, which the system's fonts draw
}

// appendWords parts a run at its spaces, and between the characters of scripts that are written
// without any.
func appendWords(words []word, r styledRun, run int) []word {
	space := exact("n n", r.style) - exact("nn", r.style)
	add := func(text string) {
		if text != "" {
			words = append(words, word{text: text, run: run, style: r.style, width: exact(text, r.style), other: otherScript(text)})
		}
	}
	start, length := 0, 0
	for i, c := range r.text {
		length++
		switch {
		case c == '\n' || c == ' ' || c == '\t' || control(c):
			add(r.text[start:i])
			if c != '\n' && len(words) == 0 {
				words = append(words, word{run: run, style: r.style})
			} else if len(words) == 0 || c == '\n' && words[len(words)-1].breaks {
				words = append(words, word{run: run, style: r.style})
			}
			last := &words[len(words)-1]
			last.breaks = c == '\n'
			if !last.breaks {
				last.space = space
			}
			start, length = i+len(string(c)), 0
		case i > start && (unspaced(c) || length > longestWord && !unicode.Is(unicode.M, c)):
			add(r.text[start:i])
			start, length = i, 1
		}
	}
	add(r.text[start:])
	return words
}

// longestWord is how many characters are kept together: what is longer, such as an address, may part
// anywhere after them.
const longestWord = 24

// unspaced reports the scripts in which a line may break before any character.
func unspaced(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// otherScript reports whether a word begins in a script beyond Latin, Greek and Cyrillic.
func otherScript(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return r >= 0x0530 && unicode.IsLetter(r)
}

// wrap sets the words into lines of a width and keeps the pieces to be drawn: one for each run and
// script in each line. Before the width is known the paragraph is one line, so that nothing is sized for a
// column one word wide.
func (t *Text) wrap(width float32) {
	if width <= 0 {
		width = math.MaxFloat32
	}
	s := setter{t: t, width: width, words: fitted(t.words, width)}
	for i, w := range s.words {
		if s.x > 0 && s.x+w.width > width {
			s.flush(i)
			s.newLine(i)
		} else if i > s.from && (w.run != s.words[s.from].run || w.other != s.words[s.from].other) {
			// The toolkit cuts off what hangs below the line where a piece mixes fonts.
			s.flush(i)
		}
		s.x += w.width + w.space
		if w.breaks {
			s.flush(i + 1)
			s.newLine(i + 1)
		}
	}
	s.flush(len(s.words))
	t.lines = s.line + 1
	if s.line > 0 && s.at == 0 {
		t.lines = s.line // the last line end is followed by nothing
	}
	s.centre()
	t.pieces, t.colours = t.pieces[:s.used], t.colours[:s.used]
}

// fitted parts the words that are wider than a line, so that none reaches out of it.
func fitted(words []word, width float32) []word {
	wider := func(w word) bool { return w.width > width }
	if !slices.ContainsFunc(words, wider) {
		return words
	}
	var out []word
	for _, w := range words {
		for wider(w) {
			head := w
			head.text = w.text[:fits(w, width)]
			if head.text == w.text {
				break // a single character is never parted
			}
			head.width, head.space, head.breaks = exact(head.text, w.style), 0, false
			w.text = w.text[len(head.text):]
			w.width = exact(w.text, w.style)
			out = append(out, head)
		}
		out = append(out, w)
	}
	return out
}

// fits returns how many bytes of a word fit a line: whole characters with their marks, and one at least.
func fits(w word, width float32) int {
	end := len(w.text)
	for i, c := range w.text {
		if i == 0 || unicode.Is(unicode.M, c) {
			continue
		}
		if end < len(w.text) && exact(w.text[:i], w.style) > width {
			break
		}
		end = i
	}
	return end
}

// setter is the state of setting a paragraph.
type setter struct {
	t     *Text
	width float32
	words []word
	from  int     // the first word not yet set
	at    float32 // where it begins
	x     float32 // where the next word goes
	line  int
	used  int // how many pieces are set
	first int // the first piece of this line
}

// flush sets the words up to but without the given one. The next piece begins where this one, measured
// as a whole, ends: the widths of the words do not add up to it exactly.
func (s *setter) flush(to int) {
	if s.from == to {
		return
	}
	words := s.words[s.from:to]
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w.text)
		if i+1 < len(words) && w.space > 0 {
			b.WriteByte(' ')
		}
	}
	s.t.piece(s.used, b.String(), words[0], fyne.NewPos(s.at, float32(s.line)*s.t.style.Height))
	s.used++
	s.at += exact(b.String(), words[0].style)
	s.from = to
	s.x = s.at + words[len(words)-1].space
	s.at = s.x
}

func (s *setter) newLine(from int) {
	s.centre()
	s.line, s.from, s.x, s.at, s.first = s.line+1, from, 0, 0, s.used
}

// centre moves the pieces of the line that is complete to its middle.
func (s *setter) centre() {
	if !s.t.centred || s.first == s.used || s.width == math.MaxFloat32 {
		return
	}
	last := s.t.pieces[s.used-1]
	by := float32(int((s.width - last.Position().X - last.Size().Width) / 2))
	for _, p := range s.t.pieces[s.first:s.used] {
		p.Move(p.Position().AddXY(by, 0))
	}
}

func exact(text string, style look.Style) float32 {
	if text == "" {
		return 0
	}
	return fyne.MeasureText(text, style.Size, style.Text()).Width
}

// piece draws the nth piece, using again what an earlier wrapping has made.
func (t *Text) piece(n int, text string, w word, at fyne.Position) {
	if n == len(t.pieces) {
		t.pieces = append(t.pieces, canvas.NewText("", look.Color(w.style.Color)))
		t.colours = append(t.colours, w.style.Color)
	}
	if t.mixed {
		text = inLeftToRight(text)
	}
	style := w.style
	style.Height = t.style.Height
	if t.colours[n] != style.Color {
		t.colours[n] = style.Color
		t.pieces[n].Color = look.Color(style.Color)
		t.pieces[n].Refresh()
	}
	draw(t.pieces[n], text, style, at)
}

// CreateRenderer is called by the toolkit.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{t} }

type textRenderer struct{ t *Text }

func (r *textRenderer) Destroy() {}

func (r *textRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(r.t.pieces))
	for i, p := range r.t.pieces {
		out[i] = p
	}
	return out
}

func (r *textRenderer) MinSize() fyne.Size {
	return fyne.NewSize(min(r.t.widest, 40), float32(r.t.lines)*r.t.style.Height)
}

func (r *textRenderer) Layout(size fyne.Size) { r.t.wrap(size.Width) }

func (r *textRenderer) Refresh() {
	for i, p := range r.t.pieces {
		p.Color = look.Color(r.t.colours[i])
		p.Refresh()
	}
}
