package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data/names"
)

// terms takes apart what is looked for. A term is a word in its normal form, or several that must follow each
// other, which begin with a blank: those of one short name written with signs, as C++, C# or R&D are. Their
// letters by themselves would be looked for at the beginning of names.
func terms(text string) []string {
	var list []string
	for _, typed := range strings.Fields(text) {
		words := strings.Fields(searched(typed))
		if len(words) > 1 && strings.ContainsAny(typed, "+&#＋＆") && slices.ContainsFunc(words, initial) {
			words = []string{" " + strings.Join(words, " ")}
		}
		list = append(list, words...)
	}
	return list
}

// initial reports whether a word is a single letter, which only begins names.
func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && r < 0x2E80 // the first of the scripts that write a word in a character
}

// searched returns the form in which titles, employers, names and notes are searched: the normal form, with
// the sign in it that tells C# from C. The normal form itself must stay without: the file keeps it.
func searched(text string) string {
	if strings.IndexByte(text, '#') < 0 {
		return names.Fold(text)
	}
	var b strings.Builder
	for i := range len(text) {
		if text[i] == '#' && endsAlone(text[:i]) {
			b.WriteString(" sharp ")
		} else {
			b.WriteByte(text[i])
		}
	}
	return names.Fold(b.String())
}

// endsAlone reports whether a text ends in a letter of ASCII with no letter or digit before it.
func endsAlone(text string) bool {
	last := len(text) - 1
	if last < 0 || octetClass[text[last]|0x20] < octetClass['a'] || octetClass[text[last]|0x20] >= plainOctets {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:last])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before)
}
