package parts

import (
	"strings"
	"unicode"
)

// Initials returns what stands in an avatar without a photo: the first letters of the first and the
// last word of a name, or the first two characters where a name is written without letter case and
// one character carries a syllable, as in Chinese. It returns "" for a name without any letter.
func Initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(".,()[]{}\"'“”|/", r)
	})
	kept := words[:0]
	for _, w := range words {
		if first([]rune(w), 1) != "" {
			kept = append(kept, w)
		}
	}
	switch {
	case len(kept) == 0:
		return ""
	case unicode.In(letter(kept[0]), unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return first([]rune(strings.Join(kept, "")), 2)
	case len(kept) == 1:
		return strings.ToUpper(first([]rune(kept[0]), 1))
	}
	return strings.ToUpper(first([]rune(kept[0]), 1) + joiner(kept[0]) + first([]rune(kept[len(kept)-1]), 1))
}

// joiner keeps letters apart that would join into another shape, as the Arabic ones do.
func joiner(word string) string {
	if unicode.In(letter(word), unicode.Arabic, unicode.Syriac) {
		return "\u200c"
	}
	return ""
}

func letter(word string) rune {
	for _, r := range word {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}

// first returns the first n letters of a word with the marks that belong to them.
func first(word []rune, n int) string {
	var out []rune
	for _, r := range word {
		switch {
		case len(out) > 0 && joins(out[len(out)-1]):
			// A letter after a virama or a joiner is part of the syllable before it (प्र).
			out = append(out, r)
		case unicode.IsLetter(r) && n == 0:
			return string(out)
		case unicode.IsLetter(r):
			n--
			out = append(out, r)
		case len(out) > 0 && (unicode.Is(unicode.M, r) || r == zeroWidthJoiner):
			out = append(out, r)
		}
	}
	return string(out)
}

const (
	zeroWidthJoiner = 0x200D
	virama          = 0x094D // of Devanagari
)

func joins(r rune) bool { return r == virama || r == zeroWidthJoiner }
