package parts

import (
	"slices"
	"strings"
	"unicode"
)

// Initials returns what stands in an avatar without a photo: the first letters of the first and the
// last word of a name, or the first two characters where a name is written without letter case and
// one character carries a syllable, as in Chinese. It returns "" for a name without any letter.
func Initials(name string) string {
	kept := lettered(name)
	switch {
	case len(kept) == 0:
		return ""
	case syllabic(kept[0]):
		return first([]rune(strings.Join(kept, "")), 2)
	case len(kept) == 1:
		return strings.ToUpper(first([]rune(kept[0]), 1))
	}
	return strings.ToUpper(first([]rune(kept[0]), 1) + joiner(kept[0]) + first([]rune(kept[len(kept)-1]), 1))
}

// Called returns a name as the screen shows it. While names are hidden that is the first letter of its first
// and its last word, and the first character alone where two may be the whole name.
func Called(name string, hidden bool) string {
	if !hidden {
		return name
	}
	kept := lettered(name)
	switch {
	case len(kept) == 0:
		return "…"
	case syllabic(kept[0]) || len(kept) == 1:
		return initial(kept[0])
	}
	return initial(kept[0]) + " " + initial(kept[len(kept)-1])
}

// initial returns the first letter of a word as it stands for the word.
func initial(word string) string { return strings.ToUpper(first([]rune(word), 1)) + "." }

// lettered returns the words of a name that have a letter.
func lettered(name string) []string {
	words := strings.FieldsFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(".,()[]{}\"'“”|/", r)
	})
	return slices.DeleteFunc(words, func(w string) bool { return first([]rune(w), 1) == "" })
}

// syllabic reports whether a word is written in characters that carry a syllable each.
func syllabic(word string) bool {
	return unicode.In(letter(word), unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
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
