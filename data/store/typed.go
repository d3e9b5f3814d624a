package store

import (
	"slices"
	"strings"
)

// Typed is what somebody types to find something by what it is called. Words are taken apart as People takes
// them, so that C# finds nothing that merely has a C; but a single letter may stand anywhere.
type Typed struct{ terms []term }

// ReadTyped takes apart what is typed.
func ReadTyped(text string) Typed { return Typed{termsOf(text)} }

// None reports whether nothing is looked for.
func (t Typed) None() bool { return len(t.terms) == 0 }

// In reports whether a text, in the form that Searched gives it, has all that is looked for.
func (t Typed) In(text string) bool {
	return !slices.ContainsFunc(t.terms, func(looked term) bool { return !looked.in(text) })
}

func (t term) in(text string) bool {
	if t.text[0] != ' ' {
		return strings.Contains(text, t.text)
	}
	if strings.Contains(" "+text, t.text) {
		return true
	}
	return t.either && !slices.ContainsFunc(strings.Fields(t.text), func(word string) bool { return !strings.Contains(text, word) })
}
