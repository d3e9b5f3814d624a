package widgets

import (
	"strings"
	"unicode"
)

// The toolkit draws the stretches of a line from left to right in the order in which they are written,
// and counts blanks and stops to the stretch before them. After Arabic or Hebrew they would stand on its
// far side: "مهندس أول" at the left of the line, its blank before it, and what follows glued to it. A mark
// after the last letter gives them to what follows; it is of no width.
const leftToRightMark = "\u200e"

// ordered returns a line with what stands between right-to-left letters and the left-to-right ones after
// them, or after the last of both, on the side where it belongs. A line of one direction stays as it is.
func ordered(text string) string {
	if !strings.ContainsFunc(text, rightToLeft) || !strings.ContainsFunc(text, leftToRight) {
		return text
	}
	return inLeftToRight(text)
}

// inLeftToRight does so for a piece of a line that runs from left to right.
func inLeftToRight(text string) string {
	var b strings.Builder
	from := 0 // what is written of text
	last := 0 // the end of the last right-to-left letter, 0 for none since the last other one
	turn := func(at int) {
		if last > 0 && at > last {
			b.WriteString(text[from:last] + leftToRightMark)
			from = last
		}
		last = 0
	}
	for i, r := range text {
		switch {
		case rightToLeft(r), last == i && unicode.Is(unicode.M, r):
			last = i + len(string(r))
		case leftToRight(r):
			turn(i)
		}
	}
	turn(len(text))
	return b.String() + text[from:]
}

func rightToLeft(r rune) bool {
	const first = 0x0590 // no script before it is written from right to left
	return r >= first && unicode.IsLetter(r) && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

func leftToRight(r rune) bool { return unicode.IsLetter(r) && !rightToLeft(r) }
