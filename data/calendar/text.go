package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean returns s as a calendar may carry it: valid UTF-8 (what is not becomes U+FFFD), every kind of
// line break one LF, a tab a space, and nothing that controls a screen or reorders the text around
// it. Marks that scripts and emoji need (ZWJ, ZWNJ, LRM, RLM) stay.
//
// Programs that search a file for BEGIN:VEVENT instead of parsing its lines find it within text too,
// so text that spells the border of a component gets a space into it.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return borders.Replace(strings.Map(cleanRune, s))
}

// isClean reports whether clean leaves s as it is, as it does most texts.
func isClean(s string) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case harmless[c], c == '\n', c == ':' && (i+1 == len(s) || s[i+1] != 'V'):
			i++
		case c < utf8.RuneSelf:
			return false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if size == 1 || cleanRune(r) != r {
				return false
			}
			i += size
		}
	}
	return true
}

// harmless are the octets that mean nothing to a calendar wherever they stand: a look-up is what a text of
// thousands of octets has time for.
var harmless = func() (all [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		all[c] = c != ':'
	}
	return all
}()

var borders = strings.NewReplacer("BEGIN:V", "BEGIN: V", "END:V", "END: V")

// OneLine returns s as it stands in a title: cleaned, with a space for every line break.
func OneLine(s string) string { return strings.ReplaceAll(clean(s), "\n", " ") }

// cleanRune returns the rune to write for r, or -1 for none.
func cleanRune(r rune) rune {
	switch {
	case r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
		return '\n'
	case r == '\t':
		return ' '
	case unicode.IsControl(r), isBidiControl(r), r == '\uFEFF', isNoCharacter(r):
		return -1
	}
	return r
}

// isBidiControl reports whether r embeds, overrides or isolates a direction (UAX #9 §2), and so can
// make the text after it read otherwise than it is written.
func isBidiControl(r rune) bool {
	return r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// isNoCharacter reports whether r is one of the code points that never are characters (Unicode
// §23.7).
func isNoCharacter(r rune) bool {
	return r >= '\uFDD0' && r <= '\uFDEF' || r&0xFFFE == 0xFFFE && r <= utf8.MaxRune
}
