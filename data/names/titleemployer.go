package names

import (
	"slices"
	"strings"
)

// maxEmployerPieces is over how many pieces of a title a name may go: Lumen, Inc. has two.
const maxEmployerPieces = 3

// employer is a name for which a title is looked through.
type employer struct {
	rules        *Rules
	folded, base string
}

// withoutEmployer drops an employer from the pieces of a title: pieces that are its name, and the name
// behind a word like at. One piece stays at least.
func (r *Rules) withoutEmployer(pieces []piece, written string) []piece {
	e := employer{rules: r, folded: Fold(written)}
	if e.folded == "" || r.None(written) {
		return pieces
	}
	e.base, _ = r.Split(written)
	kept := pieces[:0]
	soft := true // all that was dropped since the last piece kept was only joined to it
	for i := 0; i < len(pieces); {
		p := pieces[i]
		soft = soft && p.joined
		words, n := e.takeFrom(p, pieces[i+1:], i == 0)
		i += 1 + n
		if words == "" && (len(kept) > 0 || slices.ContainsFunc(pieces[i:], e.tellsPost)) {
			continue
		}
		if words != "" {
			p.folded = words
		}
		p.joined = soft && len(kept) > 0
		kept = append(kept, p)
		soft = true
	}
	return kept
}

// tellsPost reports whether a piece may say what somebody does.
func (e *employer) tellsPost(p piece) bool {
	return !e.rules.titles.isBeside(e.rules.titles.plain(p.folded)) && !e.is(p.folded)
}

// takeFrom returns what is left of a piece without the employer, and how many of those behind it belong to
// the name.
func (e *employer) takeFrom(p piece, rest []piece, first bool) (words string, taken int) {
	if n := e.named(p.folded, rest); n >= 0 {
		return "", n
	}
	for at, from := 0, 0; from < len(p.folded); at++ {
		word, after, _ := strings.Cut(p.folded[from:], " ")
		if e.rules.titles.employer[word] && (at > 0 || !first) {
			if n := max(e.named(after, rest), e.named(strings.TrimPrefix(after, "the "), rest)); n >= 0 {
				words = strings.TrimRight(p.folded[:from], " ")
				if !first && e.is(words) {
					words = ""
				}
				return words, n
			}
		}
		from += len(word) + 1
	}
	return p.folded, max(e.named(p.at, rest), 0)
}

// named returns how many of the pieces in rest make the employer's name together with a text, -1 when
// none do.
func (e *employer) named(text string, rest []piece) int {
	if text == "" {
		return -1
	}
	found := -1
	for n := 0; ; n++ {
		if e.is(text) {
			found = n
		}
		if n == len(rest) || n == maxEmployerPieces-1 || !e.mayGoOn(text) {
			return found
		}
		text += " " + rest[n].folded
	}
}

// mayGoOn reports whether a name may begin with a text.
func (e *employer) mayGoOn(text string) bool {
	return strings.HasPrefix(e.folded, text+" ") || text == e.folded || strings.HasPrefix(text, e.base)
}

// is reports whether a folded text is the employer's name, with its legal form, another or none.
func (e *employer) is(text string) bool {
	if text == e.folded || text == e.base {
		return true
	}
	base, _ := e.rules.Split(text)
	return base == e.base || Reordered(base, e.base)
}
