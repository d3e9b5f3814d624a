package quicklog

import (
	"math/bits"
	"slices"
	"strings"

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
	hits     [][]hit // of each token: the phrases that begin there, of the languages of the line
	times    []span
	timeAt   []int // of each token, the time it belongs to; -1 for none
	mentions []mention
	nameAt   []int // of each token, the mention it belongs to; -1 for none
	clauses  []clause
	places   []place // of each token, what is said there

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
	languages := d.languages()
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
		languages = d.languages()
	}
	for i := range d.hits {
		d.hits[i] = slices.DeleteFunc(d.hits[i], func(h hit) bool { return languages&(1<<h.language) == 0 })
	}
}

// isName reports whether a token alone may be a name.
func (d *reading) isName(at int) bool {
	f := d.roster.look(d.tokens, at)
	if f.people == nil && d.tokens[at].capital {
		f = d.roster.lookShort(d.l, d.tokens, at)
	}
	return f.people != nil
}

// languages returns the languages in which the line may be written: those that know at least half as many
// of its words as the one that knows most.
func (d *reading) languages() uint64 {
	known := make([]int, len(d.l.languages))
	for i := range d.hits {
		var in uint64
		for _, h := range d.hits[i] {
			in |= 1 << h.language
		}
		for ; in != 0; in &= in - 1 {
			known[bits.TrailingZeros64(in)]++
		}
	}
	most := slices.Max(known)
	var all uint64
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
			if h.end == at && slices.Contains(roles, h.role) {
				return from, true
			}
		}
	}
	return 0, false
}

// findTimes finds the days that are named, the longest first from the left.
func (d *reading) findTimes() {
	d.timeAt = make([]int, len(d.tokens))
	for i := range d.timeAt {
		d.timeAt[i] = -1
	}
	for i := 0; i < len(d.tokens); i++ {
		h, ok := d.has(i, moment)
		if !ok {
			continue
		}
		s := newSpan(i, h, d.today)
		if !d.isDate(&s) {
			continue
		}
		for {
			p, ok := d.has(s.to, part)
			if !ok {
				break
			}
			s.to = p.end
		}
		d.reachBack(&s)
		for k := s.from; k < s.to; k++ {
			d.timeAt[k] = len(d.times)
		}
		d.times = append(d.times, s)
		i = s.to - 1
	}
}

// isDate reports whether a time in digits is one: 24/7 may be anything.
func (d *reading) isDate(s *span) bool {
	if s.meaning == dayOfMonth {
		_, before := d.endsWith(s.from, due, on)
		return before || s.values.weekday > 0
	}
	if s.meaning != dateInDigits || strings.Count(s.values.date, "-") == 2 || strings.Count(s.values.date, "/") == 2 {
		return true
	}
	if strings.HasSuffix(s.values.date, ".") || strings.Count(s.values.date, ".") == 2 {
		return true
	}
	_, before := d.endsWith(s.from, due, on)
	return before
}

// reachBack takes in the words before a time that only say that a day follows.
func (d *reading) reachBack(s *span) {
	for {
		from, ok := d.endsWith(s.from, due, on)
		if !ok || d.timeAt[from] >= 0 {
			return
		}
		if _, isDue := d.endsWith(s.from, due); isDue {
			s.due = true
		}
		s.from = from
	}
}

// readDay takes the first day that contact can have been on, those beside what is promised, given and
// talked about first.
func (d *reading) readDay() {
	best := ofPromise + 1
	for _, s := range d.times {
		at := d.places[s.core]
		switch {
		case d.possessive(s.to), at == ofPromise && !s.onlyPast():
		case s.wrong:
			d.unread(s)
		case s.past > 0 && at < best && !(s.due && !s.onlyPast()):
			best, d.said.Day = at, s.past
		}
	}
	if best <= ofPromise {
		return
	}
	for _, s := range d.times {
		if !s.wrong && s.past == 0 && d.places[s.core] == ofContact && d.clauseOf(s.core) == d.clauseOf(d.firstContact()) {
			d.unread(s)
		}
	}
}

// unread notes a day that does not exist or cannot be meant.
func (d *reading) unread(s span) {
	d.said.Unread = append(d.said.Unread, names.Clean(d.line[d.tokens[s.core].from:d.tokens[s.to-1].to]))
}

// firstContact returns the first token that tells of contact: a kind, or somebody's name.
func (d *reading) firstContact() int {
	for i := range d.tokens {
		if _, ok := d.has(i, kind, contacted, loose); (ok || d.nameAt[i] >= 0) && d.places[i] == ofContact {
			return i
		}
	}
	return 0
}

// possessive reports whether an ending of the owner stands at a token.
func (d *reading) possessive(at int) bool {
	if at >= len(d.tokens) || d.tokens[at].word != "'s" || !d.tokens[at].glued {
		return false
	}
	_, acts := d.has(at+1, future, exchange, promised, deed)
	_, going := d.has(at, future)
	return !acts && !going
}

// readCircles takes the tags, each circle once.
func (d *reading) readCircles() {
	for _, t := range d.tokens {
		if t.class != tag {
			continue
		}
		if c := d.roster.circle(t.word); c != "" && !slices.Contains(d.said.Circles, c) {
			d.said.Circles = append(d.said.Circles, c)
		}
	}
}

// How well a word tells the kind of contact, the better the smaller.
const (
	tellsKind = iota
	tellsPlace
	tellsBeside
	tellsLoosely
	tellsNothing
)

// readKind takes the kind that the line tells best, the first of several.
func (d *reading) readKind() {
	best, bestAt := tellsNothing, -1
	video := -1
	for i := 0; i < len(d.tokens); i++ {
		h, ok := d.has(i, kind, contacted, loose)
		if !ok || d.timeAt[i] >= 0 && d.timeAt[h.end-1] >= 0 || d.places[i] == ofPromise || h.role == loose && h.kind == data.OtherKind {
			continue
		}
		level := d.tells(i, h)
		if h.kind == data.VideoCall && level <= tellsBeside && video < 0 {
			video = i
		}
		if level < best {
			best, bestAt, d.said.Kind = level, i, h.kind
		}
		i = h.end - 1
	}
	if video >= 0 && bestAt >= 0 && d.clauseOf(video) == d.clauseOf(bestAt) && (d.said.Kind == data.Call || d.said.Kind == data.Meeting) {
		d.said.Kind = data.VideoCall
	}
}

// tells says how well a word tells the kind of contact.
func (d *reading) tells(at int, h hit) int {
	switch d.places[at] {
	case ofAside:
		return tellsLoosely
	case ofExchange:
		return tellsBeside
	}
	if h.role == loose {
		return tellsLoosely
	}
	if _, ok := d.endsWith(at, due); ok {
		return tellsBeside
	}
	if h.kind == data.Event {
		for _, from := range []int{at, at - 1, at - 2} {
			if _, ok := d.endsWith(from, toward); ok {
				return tellsPlace
			}
		}
	}
	return tellsKind
}
