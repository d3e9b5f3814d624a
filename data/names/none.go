package names

import (
	"fmt"
	"strings"
	"unicode"
)

// maxStatement is the longest text, in octets of its normal form, that is looked through for an entry
// with a trade. The longest that people write are half as long.
const maxStatement = 120

// maxStar is how many words a star in the middle of an entry of none.txt may stand for.
const maxStar = 2

func (r *Rules) addNone(section, line string) error {
	words := strings.Fields(strings.ReplaceAll(line, "*", " * "))
	for i, word := range words {
		if word != "*" {
			words[i] = Fold(word)
		}
	}
	entry := strings.Join(strings.Fields(strings.Join(words, " ")), " ")
	star := strings.Contains(entry, "*")
	switch {
	case entry == "" || strings.HasPrefix(entry, "*"):
		return fmt.Errorf("%q has no words", line)
	case section == "[beside]" && !star:
		r.beside[entry] = true
	case section == "[whole]" && !star:
		r.none[entry] = true
	case section == "[whole]":
		first, rest, _ := strings.Cut(entry, " ")
		r.patterns[first] = append(r.patterns[first], strings.Fields(rest))
	default:
		return fmt.Errorf("%q stands in no section where it could", line)
	}
	return nil
}

// None reports whether written, from the field "employer", names no organisation: it has no letter or
// digit, or is as a whole an entry of none.txt ("Self-employed", "N/A", "Stealth Startup"), or several
// of them ("Freelance – self-employed"), or one with a trade ("Freelance Graphic Designer").
//
// The whole text must say so: Stealth Communications is an organisation, and a legal form makes one of
// anything (Self Employed Ltd).
func (r *Rules) None(written string) bool {
	written = r.withoutRemarks(written)
	name := Fold(written)
	if name == "" || r.entry(name) || r.tradeBeside(name) {
		return true
	}
	found := false
	for _, part := range strings.FieldsFunc(parted(written), isSeparator) {
		switch name := Fold(part); {
		case name == "", r.trade(name):
		case r.entry(name), r.tradeBeside(name):
			found = true
		default:
			return false
		}
	}
	return found
}

// isSeparator reports whether r parts two statements in one field.
func isSeparator(r rune) bool {
	return strings.ContainsRune("/|,;:()[]•·–—―&+\n、，；｜／（）・", r)
}

// parted writes a hyphen between blanks, which parts statements, as a separator; one inside a word does
// not.
func parted(written string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) && r != '\n' {
			return ' '
		}
		return r
	}, strings.ReplaceAll(written, " - ", " | "))
}

// entry reports whether name is an entry of the section [whole].
func (r *Rules) entry(name string) bool {
	if r.none[name] {
		return true
	}
	first, rest, _ := strings.Cut(name, " ")
	for _, pattern := range r.patterns[first] {
		if matches(pattern, strings.Fields(rest)) {
			return true
		}
	}
	return false
}

// matches reports whether words fit the pattern.
func matches(pattern, words []string) bool {
	switch {
	case len(pattern) == 0:
		return len(words) == 0
	case pattern[0] == "*" && len(pattern) == 1:
		return true
	case pattern[0] == "*":
		for n := 0; n <= min(maxStar, len(words)); n++ {
			if matches(pattern[1:], words[n:]) {
				return true
			}
		}
		return false
	}
	return len(words) > 0 && pattern[0] == words[0] && matches(pattern[1:], words[1:])
}

// trade reports whether name is a trade, alone or with what it is about: designer, graphic designer,
// diseñador gráfico.
func (r *Rules) trade(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return (r.beside[first] || r.beside[last]) && strings.Count(name, " ") <= maxStar
}

// tradeBeside reports whether name is an entry with a trade before or after it.
func (r *Rules) tradeBeside(name string) bool {
	if len(name) > maxStatement {
		return false
	}
	for i := range len(name) {
		if name[i] == ' ' && (r.none[name[:i]] && r.trade(name[i+1:]) || r.trade(name[:i]) && r.none[name[i+1:]]) {
			return true
		}
	}
	return false
}
