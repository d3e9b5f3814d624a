package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line returns a text that somebody else wrote as one line of at most so many characters, without what is
// not seen or would turn the direction of the text around it.
func Line(text string, most int) string { return cutShort(oneLine(text), most) }

// cutShort returns at most so many characters of a line, the last of them an ellipsis where it is longer. It is cut
// between words where there are any, and parts neither a letter from its marks nor an emoji joined from several.
func cutShort(text string, most int) string {
	if len(text) <= most {
		return text
	}
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	end := most - 1
	for end > most/2 && (continues(runes[end]) || runes[end-1] == zeroWidthJoiner) {
		end--
	}
	text = string(runes[:end])
	if blank := strings.LastIndexByte(text, ' '); blank > len(text)*3/4 && runes[end] != ' ' {
		text = text[:blank]
	}
	return strings.TrimRight(text, " ,;:.") + "…"
}

const zeroWidthJoiner = '\u200D'

// continues reports whether r belongs to the character before it.
func continues(r rune) bool { return r == zeroWidthJoiner || unicode.Is(unicode.M, r) }

// oneLine returns a stranger's text on one line, with single blanks.
func oneLine(s string) string {
	if isOneLine(s) {
		return s
	}
	return strings.Join(strings.Fields(visible(s)), " ")
}

// isOneLine reports whether oneLine leaves s as it is, as it does most names.
func isOneLine(s string) bool {
	blank := true // a blank may not follow
	for _, r := range s {
		if r == ' ' && blank || r != ' ' && (unicode.IsSpace(r) || r == utf8.RuneError || unseen(r)) {
			return false
		}
		blank = r == ' '
	}
	return !blank || s == ""
}

// visible returns a text that may be anybody's without what is not seen, with a blank for each space.
func visible(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unseen(r):
			return -1
		}
		return r
	}, s))
}

// unseen reports whether r has no place in a line of text: control characters, marks that turn the direction of the
// text around them (UAX #9), the mark of an order of octets, and code points that are no characters.
func unseen(r rune) bool {
	return unicode.IsControl(r) || r >= utf8.RuneSelf && (unicode.Is(unicode.Bidi_Control, r) || r == '\uFEFF' || r >= '\uFDD0' && r <= '\uFDEF' || r&0xFFFE == 0xFFFE)
}
