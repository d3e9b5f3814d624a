package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data"
)

// Veil returns what the user wrote beside a person as the screen shows it: with hidden, initials stand where it
// names that person, whole or in part. Who else it names stays, since no text says which of its words are
// names; so do the small words of a name, as in "van der Berg", since they are words of the language too.
func Veil(text, name string, hidden bool) string {
	if !hidden {
		return text
	}
	text = replaceWords(text, name, Called(name, true))
	for _, word := range lettered(name) {
		if first, _ := utf8.DecodeRuneInString(word); utf8.RuneCountInString(word) > 1 && !unicode.IsLower(first) {
			text = replaceWords(text, word, initial(word))
		}
	}
	return text
}

// VeilOf is Veil for a person with every name they are known by.
func VeilOf(text string, p *data.Person, hidden bool) string {
	for _, name := range append([]string{p.Name, p.Given, p.Family}, p.OtherNames...) {
		text = Veil(text, name, hidden)
	}
	return text
}

// replaceWords replaces old where it stands as words of its own; in scripts without spaces, wherever it
// stands.
func replaceWords(text, old, by string) string {
	if strings.TrimSpace(old) == "" {
		return text
	}
	var out strings.Builder
	for rest := text; ; {
		at := strings.Index(rest, old)
		if at < 0 {
			out.WriteString(rest)
			return out.String()
		}
		before, _ := utf8.DecodeLastRuneInString(text[:len(text)-len(rest)+at])
		after, _ := utf8.DecodeRuneInString(rest[at+len(old):])
		out.WriteString(rest[:at])
		switch whole := !inWord(before) && !inWord(after); {
		case !whole && !syllabic(old):
			out.WriteString(old)
		case after == '.' && strings.HasSuffix(by, "."):
			out.WriteString(strings.TrimSuffix(by, ".")) // the full stop that follows is the initial's as well
		default:
			out.WriteString(by)
		}
		rest = rest[at+len(old):]
	}
}

// inWord reports whether a character continues a word.
func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
