package quicklog

import (
	"unicode/utf8"

	"peerage/data/names"
)

// spelling corrects slips of the keyboard in the words that matter most: kinds, days, what joins names
// to them, and promises.
type spelling struct {
	words map[shape][]spelled
}

// spelled is a word of some languages.
type spelled struct {
	word      string
	languages uint64
	loose     bool // another letter in place of one is a slip too
}

// shortestSpelled is how many letters a word needs for its slips to be told from other words.
const shortestSpelled = 4

// longestShortDay is how many letters an abbreviated day of the week has; a longer one is a slip that is often made.
const longestShortDay = 5

func newSpelling(l *Lexicon) *spelling {
	languages, isLoose := map[string]uint64{}, map[string]bool{}
	take := func(w string, language int, exact bool) {
		if utf8.RuneCountInString(w) >= shortestSpelled {
			languages[w] |= 1 << language
			isLoose[w] = isLoose[w] || !exact && utf8.RuneCountInString(w) > shortestSpelled+1
		}
	}
	for first, list := range l.phrases {
		for _, p := range list {
			if len(p.words) != 1 {
				continue
			}
			switch {
			case p.role == exchange && p.mode == beforeDeed:
			case p.role == kind || p.role == moment || p.role == with:
				take(first, p.language, false)
			case p.role == promised || p.role == exchange || p.role == contacted:
				take(first, p.language, true)
			}
		}
	}
	for i, g := range l.languages {
		for _, day := range g.Weekdays {
			for n, w := range day {
				if n == 0 || utf8.RuneCountInString(w) <= longestShortDay {
					take(names.Fold(w), i, false)
				}
			}
		}
	}
	s := &spelling{words: map[shape][]spelled{}}
	for w, in := range languages {
		s.words[shapeOf(w)] = append(s.words[shapeOf(w)], spelled{w, in, isLoose[w]})
	}
	return s
}

// shape is what a slip leaves of a word, but for one letter more or less.
type shape struct {
	first  rune
	length int
}

func shapeOf(w string) shape {
	first, _ := utf8.DecodeRuneInString(w)
	return shape{first, utf8.RuneCountInString(w)}
}

// longestSlip is how many letters a word may have that is taken for a slip.
const longestSlip = 20

// correct returns the word that was meant, of one of the languages; "" when w is no slip, or of several
// words.
func (s *spelling) correct(w string, languages uint64) string {
	if n := utf8.RuneCountInString(w); n < shortestSpelled || n > longestSlip {
		return ""
	}
	meant, is := "", shapeOf(w)
	for length := is.length - 1; length <= is.length+1; length++ {
		for _, c := range s.words[shape{is.first, length}] {
			// What differs by an s at its end is another word, and no slip.
			if c.languages&languages == 0 || c.word == w+"s" || c.word+"s" == w || !slip(w, c.word) || replaced(w, c.word) && !c.loose {
				continue
			}
			if meant != "" {
				return ""
			}
			meant = c.word
		}
	}
	return meant
}

// replaced reports whether two words are equally long and no letters have changed places.
func replaced(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	different := 0
	for i := range x {
		if x[i] != y[i] {
			different++
		}
	}
	return different == 1
}

// slip reports whether a is b but for one letter too many, too few, another, or two that changed places;
// the first letter is the same.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 || x[0] != y[0] || a == b {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return string(x[i:]) == string(y[i+1:])
	}
	if i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:]) {
		return true
	}
	return string(x[i+1:]) == string(y[i+1:])
}
