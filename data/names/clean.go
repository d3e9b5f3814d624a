package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	zwnj = '\u200c' // zero width non-joiner
	zwj  = '\u200d' // zero width joiner
)

// Clean returns s fit to be shown: NFC, on one line, white space collapsed to single blanks and
// trimmed, without control, format and bidirectional characters, which could hide or reorder what
// stands beside the name. Joiners stay where a script or an emoji needs them. No letter is lost: what
// is not valid UTF-8 shows as U+FFFD, and only marks beyond eight on one letter are dropped.
//
// Clean(Clean(s)) is Clean(s).
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	var last rune // the last character written, 0 at the start
	gap, marks := false, 0
	for i, r := range s {
		switch {
		case unicode.IsSpace(r) || isFiller(r):
			gap = out.Len() > 0
			continue
		case r == zwj || r == zwnj:
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if gap || !joins(r, last, next) {
				continue
			}
		case unicode.In(r, unicode.Cc, unicode.Cf) || r == 0x034f:
			continue
		case unicode.Is(unicode.M, r):
			if marks++; marks > maxMarks {
				continue
			}
		default:
			marks = 0
		}
		if gap {
			out.WriteByte(' ')
			gap = false
		}
		out.WriteRune(r)
		last = r
	}
	return norm.NFC.String(out.String())
}

// isClean reports whether s is printable ASCII with single blanks inside: by far the most names are.
func isClean(s string) bool {
	gap := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && !gap:
			gap = true
		case c > ' ' && c < 0x7f:
			gap = false
		default:
			return false
		}
	}
	return !gap || s == ""
}

// joins reports whether a joiner between two characters changes how they are written: between letters
// of a cursive or Indic script, and, for the zero width joiner, between emoji.
func joins(joiner, before, after rune) bool {
	if unicode.In(before, unicode.L, unicode.M) && isCursive(before) {
		return unicode.In(after, unicode.L, unicode.M) && isCursive(after)
	}
	return joiner == zwj && isEmoji(before) && isEmoji(after)
}

// isCursive reports whether r belongs to the scripts from Arabic to Khmer, Mongolian and their
// extensions, in which a joiner is part of the spelling.
func isCursive(r rune) bool {
	return 0x0600 <= r && r < 0x0e00 || 0x0f00 <= r && r < 0x10a0 || 0x1780 <= r && r < 0x18b0 ||
		0x1900 <= r && r < 0x1d00 || 0xa800 <= r && r < 0xabff || 0x11000 <= r && r < 0x12000
}

// isEmoji reports whether r may be part of an emoji sequence.
func isEmoji(r rune) bool {
	return r == 0xfe0f || 0x1f3fb <= r && r <= 0x1f3ff || r >= 0x2000 && unicode.Is(unicode.So, r)
}
