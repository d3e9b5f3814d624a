package quicklog

import (
	"slices"
	"strings"
	"unicode/utf8"

	"peerage/data"
)

// mention is a name in a line that somebody has.
type mention struct {
	from, to   int // its tokens, with the title before it and the organisation behind it
	name       int // the first token of the name itself
	end        int // the token behind the name itself
	fit        fit
	people     []int32
	person     data.ID // 0 while it is not settled
	candidates []data.ID
	takesPart  bool
}

// findNames finds whom the line names. A word that is a word of a language as well is a name only where
// a name may stand.
func (d *reading) findNames() {
	nameAt := make([]int, len(d.tokens))
	for i := range nameAt {
		nameAt[i] = -1
	}
	d.nameAt = nameAt
	for i := 0; i < len(d.tokens); i++ {
		if d.timeAt[i] >= 0 || d.tokens[i].class != word {
			continue
		}
		f, ok := d.nameHere(i)
		if !ok {
			continue
		}
		m := mention{from: i, to: f.to, name: i, end: f.to, fit: f.fit, people: f.people}
		if from, ok := d.endsWith(i, title); ok && nameAt[from] < 0 {
			m.from = from
		}
		d.placeName(&m)
		for k := m.from; k < m.to; k++ {
			nameAt[k] = len(d.mentions)
		}
		d.mentions = append(d.mentions, m)
		i = m.to - 1
	}
	d.settleNames()
}

// placeName takes in the organisation that stands behind a name: Ana from Acme, Ana (Acme).
func (d *reading) placeName(m *mention) {
	at := m.to
	if at >= len(d.tokens) {
		return
	}
	link := d.tokens[at].text == "(" || d.tokens[at].word == "@" || d.tokens[at].class == comma
	if h, ok := d.has(at, toward, about, on, by); ok && !link {
		link = true
		at = h.end - 1
	}
	if !link {
		return
	}
	kept, end := d.roster.atOrganisation(m.people, d.tokens, at+1)
	if end == 0 || d.tokens[m.to].class == comma && len(m.people) == 1 {
		return
	}
	if end < len(d.tokens) && d.tokens[end].text == ")" {
		end++
	}
	m.people, m.to, m.fit = kept, end, whole
}

// settleNames settles who is meant, first where a name fits one person only: whoever is named more fully
// elsewhere in the line is meant by a short name too.
func (d *reading) settleNames() {
	sure := map[int32]bool{}
	for i := range d.mentions {
		if m := &d.mentions[i]; len(m.people) == 1 {
			m.person = d.roster.people[m.people[0]].ID
			sure[m.people[0]] = true
		}
	}
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.person != 0 {
			continue
		}
		named := slices.DeleteFunc(slices.Clone(m.people), func(p int32) bool { return !sure[p] })
		if len(named) == 1 {
			m.person = d.roster.people[named[0]].ID
			continue
		}
		m.person, m.candidates = d.roster.settle(m.people, d.today)
	}
}

// nameHere decides whether a name stands at a token.
func (d *reading) nameHere(at int) (found, bool) {
	t := &d.tokens[at]
	f := d.roster.look(d.tokens, at)
	if f.people == nil || f.fit < given {
		if s := d.roster.lookShort(d.l, d.tokens, at); s.people != nil && (f.people == nil || s.to > f.to) {
			f = s
		}
	}
	if f.people == nil && t.class == word && len(d.hits[at]) == 0 {
		f = d.roster.lookNearly(d.tokens, at)
	}
	if f.people == nil || d.within(at, f.to) || f.fit == family && at > 0 && d.maybeStranger(at-1) && d.tokens[at-1].to+1 == t.from {
		return f, false
	}
	if (f.fit == given || f.fit == shortened) && !d.capitals && d.maybeLaterName(f.to) && t.capital && !d.ofNamesake(&f) {
		return f, false
	}
	place := d.nameplace(at, f.to)
	if _, ok := d.has(at, kind); ok && place < surePlace || ok && (at == 0 || d.tokens[at-1].divides()) && f.to == at+1 {
		return f, false
	}
	common := f.to == at+1 && d.common(at)
	_, titled := d.endsWith(at, title)
	switch {
	case f.fit == whole && f.to > at+1, titled && t.capital:
		return f, true
	case f.fit == whole || f.fit == given:
		if t.capital && !common {
			return f, true
		}
		if !common {
			return f, place >= likelyPlace
		}
		return f, place >= surePlace || t.capital && (place >= likelyPlace || at > 0 && !d.tokens[at-1].divides() && !d.acting(at))
	case f.fit == family:
		within := at > 0 && !d.tokens[at-1].divides()
		return f, !common && (t.capital && place >= possiblePlace || within && place >= surePlace)
	case f.fit == shortened:
		alone := at > 0 && d.tokens[at-1].class == stop && f.to < len(d.tokens) && d.tokens[f.to].class == stop && d.isPlain(at)
		if t.capital && (!common || at > 0 && !d.tokens[at-1].divides() || alone) {
			return f, place >= likelyPlace
		}
		return f, place >= surePlace && (!common || t.capital || d.isPlain(at) && (d.endsName(f.to) || d.does(f.to)))
	}
	return f, place >= surePlace && !common
}

// ofNamesake narrows a given name to those whose later name begins as the next word does. It reports false when
// there are none: the two words name somebody else. An organisation behind a given name is none of its words.
func (d *reading) ofNamesake(f *found) bool {
	next := d.tokens[f.to].word
	if d.roster.organisations[next] {
		return true
	}
	if utf8.RuneCountInString(next) < shortest {
		return false
	}
	end := f.to + 1
	d.roster.narrow(f, next)
	return f.to == end
}

// within reports whether some of the tokens belong to a time.
func (d *reading) within(from, to int) bool {
	for k := from; k < to; k++ {
		if d.timeAt[k] >= 0 {
			return true
		}
	}
	return false
}

// common reports whether a token is a word of a language of the line.
func (d *reading) common(at int) bool { return len(d.hits[at]) > 0 }

// does reports whether a token says what somebody did.
func (d *reading) does(at int) bool {
	_, ok := d.has(at, contacted, loose, promised, exchange, verb)
	return ok
}

// isPlain reports whether a token is a word of a language that says nothing in a line.
func (d *reading) isPlain(at int) bool {
	return !slices.ContainsFunc(d.hits[at], func(h hit) bool { return h.role != plain })
}

// endsName reports whether a name may end before a token: none of what follows goes on with it.
func (d *reading) endsName(at int) bool {
	if at >= len(d.tokens) || d.tokens[at].divides() || d.timeAt[at] >= 0 {
		return true
	}
	_, ok := d.has(at, and, about, on, via, with)
	return ok
}

// acting reports whether a word that may be a name is rather the one that says what will be: will send.
func (d *reading) acting(at int) bool {
	for _, h := range d.hits[at] {
		if h.role != future {
			continue
		}
		for _, next := range d.hitsAt(h.end) {
			if next.role == deed && next.mode == anyone {
				return true
			}
		}
	}
	return false
}

func (d *reading) hitsAt(at int) []hit {
	if at < len(d.hits) {
		return d.hits[at]
	}
	return nil
}

// How likely a name stands at a place.
const (
	noPlace       = iota
	possiblePlace // among other words
	likelyPlace   // at the beginning of what is said, or at its end
	surePlace     // behind a word that somebody follows, or in a list of names
)

// nameplace says how likely a name stands at a token.
func (d *reading) nameplace(at, to int) int {
	if from, ok := d.endsWith(at, title); ok {
		at = from
	}
	if d.acting(at) && at > 0 {
		return noPlace
	}
	if at == 0 || d.tokens[at-1].divides() || d.timeAt[at-1] >= 0 {
		return d.nameBegins(at, to)
	}
	if _, ok := d.endsWith(at, with, contacted, loose, named, by); ok {
		return surePlace
	}
	ends := to >= len(d.tokens) || d.tokens[to].divides() || d.timeAt[to] >= 0
	if from, ok := d.endsWith(at, and, kind); ok && (ends && d.tokens[from].class == word && d.isKind(from) || from > 0 && (d.nameAt[from-1] >= 0 || d.writer(from-1))) {
		return surePlace
	}
	if from, ok := d.endsWith(at, toward); ok {
		if _, ok := d.endsWith(from, kind, contacted); ok {
			return surePlace
		}
	}
	if _, ok := d.endsWith(at, toward, exchange, promised, about, verb); ok {
		return likelyPlace
	}
	if _, ok := d.endsWith(at, on); ok {
		return noPlace
	}
	if d.nameAt[at-1] >= 0 && !d.common(at) {
		return likelyPlace // Raj Priya and Greg
	}
	if _, ok := d.endsWith(at, aux); ok && d.tokens[at].capital && !d.common(at) {
		return likelyPlace
	}
	if _, ok := d.endsWith(at, deed, kind, and); ok {
		if d.tokens[at].capital || ends {
			return likelyPlace
		}
	}
	return possiblePlace
}

// nameBegins says how likely a name stands where something begins to be said: it does what follows, or it
// stands in a list.
func (d *reading) nameBegins(at, to int) int {
	if h, ok := d.has(to, and); ok && d.mayBeName(h.end) {
		return surePlace
	}
	listed := at > 1 && d.tokens[at-1].class == comma && d.nameAt[at-2] >= 0
	if to >= len(d.tokens) || d.tokens[to].class == comma || d.tokens[to].class == stop || d.timeAt[to] >= 0 {
		if listed || d.heads(to) {
			return surePlace
		}
		return likelyPlace
	}
	if d.acting(at) {
		return noPlace
	}
	if _, ok := d.has(to, and); ok && d.tokens[at].capital {
		return likelyPlace
	}
	next := to
	for range 3 {
		if _, ok := d.has(next, future, promised, exchange, contacted, loose, afterName, about, verb); ok {
			return surePlace
		}
		if h, ok := d.has(next, deed); ok && h.mode == beforeDeed && d.tokens[next].glued {
			return surePlace // Rob's sending
		}
		if d.tokens[at].capital && d.saysPast(next) {
			return likelyPlace
		}
		h, ok := d.has(next, aux, objectMe, objectThem, not)
		if !ok {
			break
		}
		next = h.end
	}
	if next > to {
		return likelyPlace
	}
	if _, ok := d.has(to+1, objectMe); ok {
		return likelyPlace
	}
	if _, ok := d.has(to, toward, on); listed && (ok || d.tokens[to].word == "@") {
		return surePlace
	}
	if _, ok := d.has(to, with, kind); ok && d.tokens[at].capital {
		return likelyPlace
	}
	if _, ok := d.has(to, deed); ok && d.tokens[at].capital {
		return possiblePlace
	}
	return noPlace
}

// saysPast reports whether a word looks like what somebody did: covered.
func (d *reading) saysPast(at int) bool {
	if at >= len(d.tokens) || d.tokens[at].class != word || d.tokens[at].capital || !d.isPlain(at) {
		return false
	}
	return slices.ContainsFunc(d.l.pastEndings, func(e string) bool { return strings.HasSuffix(d.tokens[at].word, e) })
}

// heads reports whether what follows a name at its comma is what heads a note: a kind, a day, another name.
func (d *reading) heads(at int) bool {
	if at+1 >= len(d.tokens) || d.tokens[at].class != comma {
		return false
	}
	_, tells := d.has(at+1, kind)
	another := !d.common(at+1) && (d.roster.look(d.tokens, at+1).people != nil || d.roster.lookShort(d.l, d.tokens, at+1).people != nil)
	return tells || d.timeAt[at+1] >= 0 || another
}

// isKind reports whether a kind of contact is named at a token.
func (d *reading) isKind(at int) bool {
	_, ok := d.has(at, kind)
	return ok
}

// writer reports whether a token stands for the writer.
func (d *reading) writer(at int) bool {
	_, ok := d.has(at, objectMe, subjectI)
	return ok
}

// mayBeName reports whether a name of somebody stands at a token, if any word may be one.
func (d *reading) mayBeName(at int) bool {
	if at >= len(d.tokens) || d.tokens[at].class != word {
		return false
	}
	return d.roster.look(d.tokens, at).people != nil || d.tokens[at].capital && utf8.RuneCountInString(d.tokens[at].word) > 1
}
