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
	d.hits[at] = slices.DeleteFunc(d.hits[at], func(h hit) bool {
		n := known[h.language]
		tells := h.role == kind || h.role == moment
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

// known returns of how many tokens each language knows the word.
func (d *reading) known() []int {
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
		if !ok || d.reachesFurther(i, h.end) {
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

// reachesFurther reports whether a time begins inside another one and ends behind it: by December, and
// December 5.
func (d *reading) reachesFurther(from, end int) bool {
	for k := from + 1; k < end; k++ {
		if h, ok := d.has(k, moment); ok && h.end > end {
			return true
		}
	}
	return false
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

// readDay takes the first day that contact can have been on, those in what tells of it first.
func (d *reading) readDay() {
	best := unlikelyDay
	for i := range d.times {
		s := &d.times[i]
		switch worth := d.dayWorth(s); {
		case worth == unlikelyDay:
		case s.wrong:
			d.unread(*s)
		case s.past > 0 && worth < best:
			best, d.said.Day = worth, s.past
		}
	}
	if best < unlikelyDay {
		return
	}
	first := d.clauseOf(d.firstContact())
	for _, s := range d.times {
		if !s.wrong && s.past == 0 && s.ahead(d.today, d.today) > d.today && d.places[s.core] == ofContact && d.clauseOf(s.core) == first {
			d.unread(s)
		}
	}
}

// How likely a day is the one of the contact, the likelier the smaller.
const (
	tellingDay = iota
	besideDay
	givenDay
	asideDay
	unlikelyDay
)

// dayWorth says how likely a time is the day of the contact.
func (d *reading) dayWorth(s *span) int {
	i := d.clauseOf(s.core)
	switch d.places[s.core] {
	case ofPromise:
		if s.onlyPast() {
			return asideDay
		}
		return unlikelyDay
	case ofAside:
		if !d.possessive(s.to) {
			return asideDay
		}
		return unlikelyDay
	case ofExchange:
		return givenDay
	}
	switch {
	case d.possessive(s.to), s.due && !s.onlyPast():
		return unlikelyDay
	case d.telling[i]:
		return tellingDay
	}
	c := d.clauses[min(i, len(d.clauses)-1)]
	for k := c.from; k < c.to && !s.onlyPast(); k++ {
		if _, ok := d.has(k, subjectI, subjectThey, subjectWe, not); ok {
			return unlikelyDay
		}
	}
	return besideDay
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
		c := d.roster.circle(t.word)
		if c != "" && utf8.RuneCountInString(c) <= data.MaxName && !slices.Contains(d.said.Circles, c) {
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
		return d.tellsHow(at, h)
	}
	if h.role == loose {
		return tellsLoosely
	}
	if _, ok := d.has(at, named); ok && h.role == contacted && d.describes(at-1) {
		return tellsNothing
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

// describes reports whether a token is a word that says who somebody is: a guy called Bruno.
func (d *reading) describes(at int) bool {
	if at < 0 || d.tokens[at].class != word || d.nameAt[at] >= 0 || d.timeAt[at] >= 0 {
		return false
	}
	_, small := d.has(at, subjectI, subjectWe, subjectThey, aux, and)
	return !small
}

// tellsHow says how well a word in what was given tells the kind of contact: sent by email, over lunch; tips
// for an interview tell nothing.
func (d *reading) tellsHow(at int, h hit) int {
	if h.role != kind {
		return tellsBeside
	}
	for _, s := range d.statements {
		if s.from <= at && at < s.to && (at < s.at || at <= s.trigger.end) {
			return tellsBeside
		}
	}
	for from := at; from > at-longestDescription; from-- {
		if _, ok := d.endsWith(from, via); ok {
			return tellsBeside
		}
	}
	return tellsNothing
}

// longestDescription is how many words may stand between how something was given and its kind: over a long
// lunch.
const longestDescription = 4
