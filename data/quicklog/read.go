package quicklog

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/names"
)

// reading is one line being read.
type reading struct {
	l      *Lexicon
	roster *Roster
	today  data.Day
	line   string

	tokens   []token
	capitals bool    // names are not the only words with a capital
	hits     [][]hit // of each token: the phrases that begin there, of the languages of the line
	times    []span
	timeAt   []int // of each token, the time it belongs to; -1 for none
	mentions []mention
	nameAt   []int // of each token, the mention it belongs to; -1 for none
	clauses  []clause
	places   []place // of each token, what is said there
	telling  []bool  // of each clause, whether it tells of the contact

	statements []statement
	said       Line
	index      map[int]int // of a mention, its index in said.People
}

// place says of what a token is part.
type place uint8

const (
	ofContact  place = iota
	ofAside          // what was talked about
	ofExchange       // what was given or received
	ofPromise
)

// Read says what a line says, as of today, about the people of a roster.
func (l *Lexicon) Read(text string, today data.Day, r *Roster) Line {
	d := &reading{l: l, roster: r, today: today, line: text, index: map[int]int{}}
	d.said = Line{Kind: data.OtherKind, Day: today, Text: strings.TrimSpace(text)}
	d.tokens = d.split(l.tokens(text))
	d.places = make([]place, len(d.tokens))
	d.findWords()
	d.findTimes()
	d.findNames()
	d.findClauses()
	d.findStatements()
	d.findAsides()
	d.findTelling()
	d.readDay()
	d.readPeople()
	d.readStatements()
	d.readKind()
	d.readCircles()
	return d.said
}

// split takes names out of words of scripts that part none by blanks.
func (d *reading) split(tokens []token) []token {
	if len(d.roster.dense) == 0 || !slices.ContainsFunc(tokens, func(t token) bool { return t.class == word && dense(t.word) }) {
		return tokens
	}
	var all []token
	for _, t := range tokens {
		all = append(all, d.roster.splitDense(t)...)
	}
	return all
}

// longestDense is how many characters a name has that is looked for inside a longer word.
const longestDense = 6

// splitDense takes the names out of one word.
func (r *Roster) splitDense(t token) []token {
	if t.class != word || !dense(t.word) || r.dense[t.word] || names.Fold(t.text) != t.text {
		return []token{t}
	}
	var all []token
	runes := []rune(t.word)
	at, begun := 0, 0
	cut := func(end int) {
		if end > begun {
			part := t
			part.word = string(runes[begun:end])
			part.text = part.word
			part.from = t.from + len(string(runes[:begun]))
			part.to = part.from + len(part.word)
			part.glued = begun > 0 || t.glued
			all = append(all, part)
		}
		begun = end
	}
	for at < len(runes) {
		n := min(longestDense, len(runes)-at)
		for n > 1 && !r.dense[string(runes[at:at+n])] {
			n--
		}
		if n > 1 {
			cut(at)
			cut(at + n)
		}
		at += max(n, 1)
	}
	cut(len(runes))
	return all
}

// findWords finds all phrases of the languages in which the line is written, once slips are mended.
func (d *reading) findWords() {
	d.hits = make([][]hit, len(d.tokens))
	for i := range d.tokens {
		d.hits[i] = d.l.find(d.tokens, i)
	}
	known := d.known()
	languages := likely(known)
	mended := false
	for i := range d.tokens {
		t := &d.tokens[i]
		if t.class != word || d.hits[i] != nil || d.isName(i) || t.capital && i > 0 && !d.tokens[i-1].divides() {
			continue
		}
		if meant := d.l.spelling.correct(t.word, languages); meant != "" {
			t.word, mended = meant, true
		}
	}
	if mended {
		for i := range d.tokens {
			d.hits[i] = d.l.find(d.tokens, i)
		}
		known = d.known()
	}
	most := slices.Max(known)
	d.capitals = d.l.languages[slices.Index(known, most)].CapitalNouns && most > 0
	for i := range d.hits {
		d.choose(i, known)
	}
}

// choose keeps of the phrases that begin at a token those of the languages that know most of the line. A
// word that only another language knows is of that one, where it knows some of the line besides.
func (d *reading) choose(at int, known []int) {
	most := 0
	for _, h := range d.hits[at] {
		most = max(most, known[h.language])
	}
	enough := slices.Max(known)
	// A day is one in whatever language, where the one of the line knows none there.
	knows := slices.ContainsFunc(d.hits[at], func(h hit) bool { return h.role != plain && known[h.language] == most })
	d.hits[at] = slices.DeleteFunc(d.hits[at], func(h hit) bool {
		n := known[h.language]
		tells := h.role == kind || h.role == moment
		if h.role == moment && !knows && 4*n >= enough {
			return false
		}
		return n < most || 2*n < enough && !(tells && 4*n >= enough)
	})
}

// isName reports whether a token alone may be a name.
func (d *reading) isName(at int) bool {
	f := d.roster.look(d.tokens, at)
	if f.people == nil && d.tokens[at].capital {
		f = d.roster.lookShort(d.l, d.tokens, at)
	}
	return f.people != nil
}

// known returns of how many tokens each language knows the word. Full names are of none.
func (d *reading) known() []int {
	known := make([]int, len(d.l.languages))
	named := 0
	for i := range d.hits {
		if f := d.roster.look(d.tokens, i); f.fit == whole && f.to > i+1 {
			named = f.to
		}
		if i < named {
			continue
		}
		var in uint64
		for _, h := range d.hits[i] {
			in |= 1 << h.language
		}
		for ; in != 0; in &= in - 1 {
			known[bits.TrailingZeros64(in)]++
		}
	}
	return known
}

// likely returns the languages in which the line may be written: those that know at least half as many of
// its words as the one that knows most.
func likely(known []int) (all uint64) {
	most := slices.Max(known)
	for i, n := range known {
		if 2*n >= most {
			all |= 1 << i
		}
	}
	return all
}

// has returns the longest phrase of one of the roles at a token.
func (d *reading) has(at int, roles ...role) (best hit, ok bool) {
	if at < 0 || at >= len(d.tokens) || d.nameAt != nil && d.nameAt[at] >= 0 {
		return hit{}, false
	}
	for _, h := range d.hits[at] {
		if slices.Contains(roles, h.role) && (best.phrase == nil || h.end > best.end) {
			best = h
		}
	}
	return best, best.phrase != nil
}

// endsWith reports whether a phrase of one of the roles ends before a token, and where it begins.
func (d *reading) endsWith(at int, roles ...role) (from int, ok bool) {
	for from = at - 1; from >= max(0, at-4); from-- {
		for _, h := range d.hits[from] {
			if (h.end == at || from+h.head == at && h.head < len(h.words)) && slices.Contains(roles, h.role) {
				return from, true
			}
		}
	}
	return 0, false
}

// readCircles takes the tags, each circle once.
func (d *reading) readCircles() {
	for _, t := range d.tokens {
		if t.class != tag {
			continue
		}
		c := d.roster.circle(t.word)
		if c != "" && utf8.RuneCountInString(c) <= data.MaxName && !slices.Contains(d.said.Circles, c) {
			d.said.Circles = append(d.said.Circles, c)
		}
	}
}
