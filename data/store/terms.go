package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data/names"
)

// term is something that is looked for.
type term struct {
	text   string // a word in its normal form or, after a blank, several that must follow each other
	either bool   // or else each of them by itself
}

// termsOf takes apart what is looked for. Short names written with signs, as C++, C#, R&D, are words that must
// follow each other: their letters by themselves would be looked for at the beginning of names. Where other signs
// part them both is meant, for J.P. is of J.P. Morgan, and J.Smith is Jane Smith.
func termsOf(text string) []term {
	var list []term
	for _, typed := range together(strings.Fields(text)) {
		words := strings.Fields(Searched(typed))
		if len(words) > 1 && slices.ContainsFunc(words, initial) {
			list = append(list, term{" " + strings.Join(words, " "), !strings.ContainsAny(typed, "+&#＋＆")})
			continue
		}
		for _, w := range words {
			list = append(list, term{text: w})
		}
	}
	return list
}

// beginning returns terms of which single letters begin any word, not only names, and whether there are such
// letters: whoever types "halden engineer" or "c++" is not to see an empty list on the way.
func beginning(terms []term) (begun []term, some bool) {
	begun = slices.Clone(terms)
	for i, t := range begun {
		if initial(t.text) {
			begun[i].text, some = " "+t.text, true
		}
	}
	return begun, some
}

// together makes one of what stands on both sides of an & by itself.
func together(typed []string) []string {
	var list []string
	for i, t := range typed {
		if last := len(list) - 1; last >= 0 && (t == "&" || typed[i-1] == "&") {
			list[last] += t
		} else {
			list = append(list, t)
		}
	}
	return list
}

// refines reports whether whoever fits terms also fits before: each term there is part of one here. A single
// letter is looked for at the beginning of names only, so it narrows nothing.
func refines(terms, before []term) bool {
	if len(before) == 0 {
		return false // the order of a list without words is another
	}
	for _, b := range before {
		if initial(b.text) || b.either || !slices.ContainsFunc(terms, b.within) {
			return false
		}
	}
	return true
}

// within reports whether whoever has other also has b.
func (b term) within(other term) bool {
	return strings.Contains(other.text, b.text) && !(other.either && b.text[0] == ' ')
}

// initial reports whether a word is a single letter, which only begins names.
func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && r < 0x2E80 // the first of the scripts that write a word in a character
}

// Searched returns the form in which titles, employers, names and notes are searched: the normal form, with
// the sign in it that tells C# from C. The normal form itself must stay without: the file keeps it.
func Searched(text string) string {
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
