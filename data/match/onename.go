package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mayBeOneName reports whether two names, in their normal forms, may be one that is written in two ways: they
// have a word in common, an initial or a short form of one (Alex, Alexander), or one that is spelt a little
// otherwise; or only one of them is in Latin letters, which says nothing of the other.
func mayBeOneName(a, b string) bool {
	if a == b || isLatin(a) != isLatin(b) {
		return true
	}
	for x := range strings.FieldsSeq(a) {
		for y := range strings.FieldsSeq(b) {
			if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) || speltAlike(x, y) {
				return true
			}
		}
	}
	return false
}

func isLatin(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

// fewestSpelt is how many letters a word has at least in which one may be another: shorter ones are too often
// another name (Lee, Lea).
const fewestSpelt = 4

// speltAlike reports whether one letter more or less, or another one, makes a word of another: Mueller, Muller;
// Katrin, Kathrin; Meier, Meyer.
func speltAlike(a, b string) bool {
	if utf8.RuneCountInString(a) < utf8.RuneCountInString(b) {
		a, b = b, a
	}
	x, y := []rune(a), []rune(b)
	if len(x) < fewestSpelt || len(x)-len(y) > 1 {
		return false
	}
	at := 0
	for at < len(y) && x[at] == y[at] {
		at++
	}
	if len(x) == len(y) {
		return at == len(x) || string(x[at+1:]) == string(y[at+1:])
	}
	return string(x[at+1:]) == string(y[at:])
}
