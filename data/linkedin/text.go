package linkedin

import (
	"strings"
	"unicode"
)

// maxShown is how many characters of a value a problem shows.
const maxShown = 80

// clean returns a value as one line fit to be kept and shown: trimmed, each stretch of white space one
// blank, without characters that control a terminal or the direction of writing or show nothing. The
// joiners stay, because Persian, Indian names and emoji are written with them.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case !isInvisible(r):
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isClean reports whether clean would certainly change nothing; most values are such.
func isClean(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || (c == ' ' && space) {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// cleanLines does the same to every line of a longer text, and keeps at most one blank line in a row.
func cleanLines(s string) string {
	var b strings.Builder
	blank := 0
	for line := range strings.Lines(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")) {
		if line = clean(line); line == "" {
			blank++
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n"[:1+min(blank, 1)])
		}
		b.WriteString(line)
		blank = 0
	}
	return b.String()
}

// isInvisible reports whether r draws nothing and is no joiner: control characters, marks and overrides
// of direction (Unicode Standard Annex 9), soft hyphens, blanks without width, byte order marks.
func isInvisible(r rune) bool {
	switch {
	case unicode.IsControl(r), r == 0x00AD, r == 0x061C, r == 0x180E, r == 0xFEFF:
		return true
	case r == 0x200B, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	}
	return r >= 0xFFF9 && r <= 0xFFFB
}

// cut returns the first n characters of s, trimmed, and whether there were more.
func cut(s string, n int) (string, bool) {
	for i := range s {
		if n == 0 {
			return trim(s[:i]), true
		}
		n--
	}
	return s, false
}

// shown returns a value as a problem shows it.
func shown(s string) string {
	s, _ = cut(s, 1000) // before cleaning, which would otherwise go through all of a huge value
	s, _ = cut(clean(s), maxShown)
	return s
}

func trim(s string) string { return strings.TrimSpace(s) }
