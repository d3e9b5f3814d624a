package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Person returns the key by which a person's full name is compared: the normal form (see [Fold]) of
// the given and the family name, without what is no name.
//
// That is: what stands in parentheses, after a bar, a hash (#OpenToWork) or a dash between blanks, where it
// is a hyphen only credentials and news (Ana Souza - We are hiring!); emoji; titles before
// the name (Dr., Prof.); degrees, licences and pronouns after it (PhD, PMP, she/her), as whole words,
// and after a comma also abbreviations in capitals that no list knows. Credentials that are names as
// well (Ma, Do) count as credentials only after a comma. If nothing would remain, the key is the
// normal form of all of it.
func Person(given, family string) string {
	written := given + " " + family
	name := written
	if strings.ContainsFunc(written, isDecoration) {
		name = undecorated(given) + " " + undecorated(family)
	}
	key := Fold(name)
	if key == "" {
		return Fold(written)
	}
	return withoutTitles(withoutCredentials(key))
}

func withoutCredentials(key string) string {
	for {
		rest, found := trailing.cutEnd(key, "", nil)
		if found == nil {
			rest, found = dottedTails.cutEnd(key, "", nil)
		}
		if found == nil {
			return key
		}
		key = rest
	}
}

func withoutTitles(key string) string {
	for {
		rest, found := leading.cutStart(key, "")
		if found == nil {
			return key
		}
		key = rest
	}
}

// isDecoration reports whether r begins a part of a name field that may be no name.
func isDecoration(r rune) bool {
	switch r {
	case ',', '(', '[', '|', '–', '—', '-', '#', '＃', '•', '（', '，', '、', '｜':
		return true
	}
	return false
}

// undecorated returns s without what stands in parentheses, after a bar, or after a comma or a hyphen and is
// a credential.
func undecorated(s string) string {
	s = withoutParentheses(s)
	if i := strings.IndexAny(s, "|•｜#＃"); i >= 0 {
		s = s[:i]
	}
	if i := strings.LastIndex(s, " - "); i >= 0 {
		if behind := Fold(s[i:]); trailing.only(behind) || behind == "hiring" {
			s = s[:i]
		}
	}
	for _, dash := range [...]string{" – ", " — "} {
		s, _, _ = strings.Cut(s, dash)
	}
	name := ""
	for part := range strings.FieldsFuncSeq(s, isComma) {
		switch folded := Fold(part); {
		case name == "":
			name = part
		case folded == "" || isCredential(folded) || looksLikeCredential(part, name):
		default:
			name += " " + part
		}
	}
	return name
}

func isComma(r rune) bool { return r == ',' || r == '，' || r == '、' }

// withoutParentheses drops parentheses and brackets with their contents; one that is never closed goes
// to the end.
func withoutParentheses(s string) string {
	if !strings.ContainsAny(s, "([（") {
		return s
	}
	depth := 0
	return strings.Map(func(r rune) rune {
		switch r {
		case '(', '[', '（':
			depth++
			return ' '
		case ')', ']', '）':
			depth = max(depth-1, 0)
			return ' '
		}
		if depth > 0 {
			return -1
		}
		return r
	}, s)
}

// Initials returns the letters that stand for a name where it is not to be told: the first of the
// first and of the last word, in capitals, without titles and credentials ("Dr. Ana de Souza, PhD" is
// AS); of a Chinese, Japanese or Korean name the first character alone, since two may be all of it
// (李雷). A letter keeps its vowel signs and the letters it forms a conjunct with (Devanagari क्ष). ""
// for a name without letters.
func Initials(name string) string {
	words := nameWords(name)
	if len(words) == 0 {
		return ""
	}
	if r, size := utf8.DecodeRuneInString(words[0]); isCJK(r) {
		return words[0][:size]
	}
	first := firstLetter(words[0])
	if len(words) == 1 {
		return first
	}
	return first + firstLetter(words[len(words)-1])
}

// nameWords returns the words of a name, each from its first letter on, without titles and
// credentials.
func nameWords(name string) []string {
	name = Clean(name)
	words := lettered(undecorated(name))
	if len(words) == 0 {
		words = lettered(name)
	}
	for n := min(4, len(words)-1); n > 0; n-- {
		tail := Fold(strings.Join(words[len(words)-n:], " "))
		if trailing.has(tail, false) || dottedTails.has(tail, false) {
			words = words[:len(words)-n]
			n = min(5, len(words))
		}
	}
	for n := min(3, len(words)-1); n > 0; n-- {
		if leading.has(Fold(strings.Join(words[:n], " ")), true) {
			words = words[n:]
			n = min(4, len(words))
		}
	}
	return words
}

// has reports whether text as a whole is one of the affixes.
func (as *affixes) has(text string, start bool) bool {
	word := text[strings.LastIndexByte(text, ' ')+1:]
	if start {
		word, _, _ = strings.Cut(text, " ")
	}
	for _, a := range as.byWord[word] {
		if a.text == text {
			return true
		}
	}
	return false
}

func lettered(s string) []string {
	var words []string
	for word := range strings.FieldsSeq(s) {
		if i := strings.IndexFunc(word, isLetterOrDigit); i >= 0 {
			words = append(words, word[i:])
		}
	}
	return words
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// viramaClass is the canonical combining class of the signs that join a consonant to the next one
// (Unicode Standard, section 4.3).
const viramaClass = 9

// firstLetter returns the capital of the first letter of word, with its marks and conjuncts.
func firstLetter(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	end, joined := size, false
	for i, r := range word[size:] {
		mark := unicode.IsMark(r) || r == zwj || r == zwnj
		if !mark && (!joined || !unicode.IsLetter(r)) {
			break
		}
		at := size + i
		joined = mark && (joined && (r == zwj || r == zwnj) || norm.NFC.PropertiesString(word[at:]).CCC() == viramaClass)
		end = at + utf8.RuneLen(r)
	}
	return string(unicode.ToTitle(first)) + word[size:end]
}
