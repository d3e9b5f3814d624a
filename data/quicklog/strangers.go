package quicklog

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"peerage/data/names"
)

// readUnknown finds the names of those who took part and whom nobody is called.
func (d *reading) readUnknown() {
	for at := 0; at < len(d.tokens); at++ {
		end := d.strangerEnd(at)
		if end == 0 || d.places[at] != ofContact || !d.strangerPlace(at, end) {
			continue
		}
		if name := names.Clean(d.line[d.tokens[at].from:d.tokens[end-1].to]); !slices.Contains(d.said.Unknown, name) && !d.organisation(at, end) {
			d.said.Unknown = append(d.said.Unknown, name)
		}
		at = end - 1
	}
}

// longestName is how many words the name of somebody nobody knows may have.
const longestName = 5

// strangerEnd returns the token behind what may be the name of somebody nobody knows, 0 where there is none: a
// word of no language with a capital, or a given name that is a word as well, with a family name behind it, or, in
// a line without any capitals, two such words.
func (d *reading) strangerEnd(at int) int {
	end := at + 1
	for end < at+longestName && d.maybeLaterName(end) && d.tokens[end-1].to+1 == d.tokens[end].from {
		end++
	}
	switch {
	case d.maybeStranger(at):
		return end
	case d.maybeLaterName(at) && end > at+1 && d.endsName(end) && at > 0 && !d.capitals:
		return end
	case d.lowerStranger(at) && d.lowerStranger(at+1) && d.endsName(at+2) && strings.ToLower(d.line) == d.line:
		if _, ok := d.endsWith(at, with, and); ok {
			return at + 2
		}
	}
	return 0
}

// maybeStranger reports whether a token may be the name of somebody nobody knows.
func (d *reading) maybeStranger(at int) bool {
	return at < len(d.tokens) && len(d.hits[at]) == 0 && d.maybeLaterName(at)
}

// lowerStranger reports whether a token may be a name without a capital.
func (d *reading) lowerStranger(at int) bool {
	if at >= len(d.tokens) || d.nameAt[at] >= 0 || d.timeAt[at] >= 0 || len(d.hits[at]) > 0 {
		return false
	}
	t := &d.tokens[at]
	return t.class == word && !t.capital && utf8.RuneCountInString(t.word) >= shortest
}

// maybeLaterName reports whether a token may be the later name of somebody: also a word of a language, with a capital.
func (d *reading) maybeLaterName(at int) bool {
	if at >= len(d.tokens) {
		return false
	}
	t := &d.tokens[at]
	if t.class != word || d.nameAt[at] >= 0 || d.timeAt[at] >= 0 || utf8.RuneCountInString(t.word) < 2 {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(t.text); !unicode.IsUpper(first) {
		return t.capital && d.isPlain(at) // of a script without capitals
	}
	return d.isPlain(at) && (strings.ToUpper(t.text) != t.text || utf8.RuneCountInString(t.word) > 4)
}

// strangerPlace reports whether somebody who took part is named from a token to an end.
func (d *reading) strangerPlace(at, end int) bool {
	if from, ok := d.endsWith(at, title); ok {
		at = from
	}
	if _, ok := d.endsWith(at, with, named, contacted, loose); ok {
		return true
	}
	if start, ok := d.endsWith(at, and); ok && start > 0 {
		return d.nameAt[start-1] >= 0 || d.isUnknown(start-1)
	}
	if d.described(at) {
		return true
	}
	if at == 0 || d.tokens[at-1].divides() {
		if at > 1 && d.tokens[at-1].class == comma && d.apposed(at-1) || d.listed(at, end) {
			return true
		}
		if _, acts := d.has(end, contacted, promised, exchange); acts {
			return true
		}
		h, ok := d.has(end, and)
		return ok && h.end < len(d.tokens) && d.nameAt[h.end] >= 0 && d.places[h.end] == ofContact
	}
	return false
}

// listed reports whether the name from a token to an end goes on with a list of names behind a comma, and is no
// place: of several, or with a family name.
func (d *reading) listed(at, end int) bool {
	if at < 2 || d.tokens[at-1].class != comma || !d.endsName(end) {
		return false
	}
	before := d.nameAt[at-2] >= 0 || d.isUnknown(at-2)
	several := at > 3 && (d.nameAt[at-2] > 0 && d.tokens[d.mentions[d.nameAt[at-2]].from-1].class == comma || d.isUnknown(at-2))
	return before && (several || end > at+1) && d.places[at-2] == ofContact
}

// isUnknown reports whether a token ends the name of somebody unknown.
func (d *reading) isUnknown(at int) bool {
	return slices.ContainsFunc(d.said.Unknown, func(name string) bool {
		return strings.HasSuffix(d.line[:d.tokens[at].to], name)
	})
}

// described reports whether the words before a name say who it is, and took part: with my colleague Bruno.
func (d *reading) described(at int) bool {
	for k := at - 1; k >= 0 && !d.tokens[k].divides() && d.timeAt[k] < 0; k-- {
		if n := d.nameAt[k]; n >= 0 {
			if !d.possessive(d.mentions[n].to) {
				return false
			}
			k = d.mentions[n].from
		} else if d.possessive(k) {
			continue
		} else if _, ok := d.has(k, toward, on, due, about, aux); ok || d.tokens[k].capital && k > 0 && len(d.hits[k]) == 0 {
			return false
		}
		if _, ok := d.endsWith(k, with, contacted, loose); ok {
			return k < at
		}
		if start, ok := d.endsWith(k, and); ok && start > 0 && d.nameAt[start-1] >= 0 {
			return k < at
		}
	}
	return false
}

// apposed reports whether before a comma somebody is described and not named: a new guy, Lorenzo.
func (d *reading) apposed(comma int) bool {
	start := comma
	for start > 0 && !d.tokens[start-1].divides() && d.nameAt[start-1] < 0 {
		start--
	}
	return start > 0 && start < comma && d.nameAt[start-1] >= 0 && d.timeAt[comma-1] < 0 && !slices.ContainsFunc(d.tokens[start:comma], func(t token) bool { return t.class != word })
}

// organisation reports whether the words at a place name an organisation that somebody is or was at.
func (d *reading) organisation(from, to int) bool {
	return d.roster.organisations[squeezed(d.line[d.tokens[from].from:d.tokens[to-1].to])] || d.roster.organisations[d.tokens[from].word]
}
