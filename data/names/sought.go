package names

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sought are names that are looked for in texts. The zero value seeks none.
type Sought struct {
	forms map[rune][]string // normal forms, by their first letter
	signs []string          // names without a letter, as they are written
}

// Add seeks one name more.
func (s *Sought) Add(name string) {
	if Fold(name) == "" {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(s.signs, name) {
			s.signs = append(s.signs, name)
		}
		return
	}
	if s.forms == nil {
		s.forms = map[rune][]string{}
	}
	for _, form := range joinedAndParted(name) {
		first, _ := utf8.DecodeRuneInString(form)
		if !slices.Contains(s.forms[first], form) {
			s.forms[first] = append(s.forms[first], form)
		}
	}
}

// In reports whether one of the names stands in a text, but not one that stands in besides as well. It stands
// there when its normal form does, as whole words: Ana does in "with ANÁ'S sister", not in "an analysis".
// Where a script parts no words with blanks (Chinese, Japanese, Thai), or hangs other words onto a name
// (Korean), a name stands among other letters too.
func (s *Sought) In(text, besides string) bool {
	if len(s.forms) == 0 && len(s.signs) == 0 {
		return false
	}
	own := joinedAndParted(besides)
	for _, folded := range joinedAndParted(text) {
		if s.stands(folded, own) {
			return true
		}
	}
	return slices.ContainsFunc(s.signs, func(sign string) bool { return strings.Contains(text, sign) && !strings.Contains(besides, sign) })
}

// stands reports whether one of the names stands in a text that is folded, and not in one of own.
func (s *Sought) stands(folded string, own []string) bool {
	for i, first := range begins(folded) {
		for _, form := range s.forms[first] {
			if standsAt(folded[i:], form) && !slices.ContainsFunc(own, func(o string) bool { return within(o, form) }) {
				return true
			}
		}
	}
	return false
}

// within reports whether a normal form stands in another.
func within(folded, form string) bool {
	for i := range begins(folded) {
		if standsAt(folded[i:], form) {
			return true
		}
	}
	return false
}

// begins goes through the places of a normal form at which a name may begin, with the letter there.
func begins(folded string) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		before := ' '
		for i, r := range folded {
			if (before == ' ' || unparted(before) || unparted(r)) && !yield(i, r) {
				return
			}
			before = r
		}
	}
}

// standsAt reports whether a text begins with a form that may end there.
func standsAt(text, form string) bool {
	rest, ok := strings.CutPrefix(text, form)
	if !ok || rest == "" {
		return ok
	}
	after, _ := utf8.DecodeRuneInString(rest)
	last, _ := utf8.DecodeLastRuneInString(form)
	return after == ' ' || unparted(after) || unparted(last) || unicode.Is(unicode.Hangul, last)
}

// unparted reports whether the script of a letter parts no words with blanks.
func unparted(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// joinedAndParted returns the normal forms of a text: with words joined at apostrophes, as in O'Neill, and parted
// there, as in Ana's.
func joinedAndParted(text string) []string {
	joined := Fold(text)
	parted := Fold(strings.Map(func(r rune) rune {
		if r == '\'' || r == '`' || isApostrophe(r) {
			return ' '
		}
		return r
	}, text))
	if parted == joined {
		return []string{joined}
	}
	return []string{joined, parted}
}
