package quicklog

import (
	"slices"

	"peerage/data"
)

// statement is that something was promised, given or received.
type statement struct {
	clause   int
	trigger  hit
	at       int // the token at which the trigger begins
	from, to int // its tokens: the clause, and what belongs to a promise behind it
	by       data.Side
	with     []int // mentions: the other side
	third    int   // a mention: whom somebody was made known to; -1 for none
	what     []stretch
	due      int // a time, -1 for none
}

// stretch is some tokens in a row.
type stretch struct{ from, to int }

// mostTried is how many words of one clause are tried as what was done. People write a few.
const mostTried = 50

// findStatements reads each clause for what was promised, given and received.
func (d *reading) findStatements() {
	for i := range d.clauses {
		c := &d.clauses[i]
		if len(d.statements) > 0 && d.statements[len(d.statements)-1].to >= c.to {
			continue // it belongs to a promise
		}
		tried := 0
		for at := c.from; at < c.to && tried < mostTried; at++ {
			if d.timeAt[at] >= 0 || d.nameAt[at] >= 0 {
				continue
			}
			if _, talk := d.has(at, about); talk && !d.reports(at) {
				break
			}
			t, ok := d.trigger(at)
			if !ok || t.end > c.to {
				continue // took me aside, and gave advice
			}
			tried++
			if d.read(i, at, t) {
				break
			}
			at += t.head - 1
		}
	}
}

// reports reports whether what is talked about from a token on is what somebody said, which may be a promise.
func (d *reading) reports(at int) bool {
	h, _ := d.has(at, about)
	if h.end < len(d.tokens) {
		if _, ok := d.has(h.end, subjectI, subjectThey); ok {
			return true
		}
	}
	_, trigger := d.trigger(at)
	return trigger
}

// read reads a statement from its trigger, and reports whether it is one.
func (d *reading) read(at, from int, t hit) bool {
	c := &d.clauses[at]
	s := statement{clause: at, trigger: t, at: from, from: c.from, to: c.to, third: -1, due: -1}
	if h, ok := d.has(from, not); ok && h.end > t.end || d.denied(c.from, from) {
		return false // should have sent
	}
	switch t.role {
	case exchange:
		return d.readExchange(s)
	case promised:
		return d.readPromise(s)
	case future:
		return d.readFuture(s)
	}
	return d.readDeed(s)
}

// denied reports whether it is said that something did not happen.
func (d *reading) denied(from, to int) bool {
	for k := from; k < to; k++ {
		if _, ok := d.has(k, not); ok {
			return true
		}
	}
	return false
}

// parties says who acts in a statement, and who is acted upon.
type parties struct {
	i, we, they bool
	quoted      bool  // in the words of somebody else, so that "I" is not the writer
	pronoun     int   // the token of "they"
	names       []int // mentions that act
	me, them    bool  // acted upon
	object      int   // the token of "them"
	targets     []int // mentions acted upon
}

// acted reports whether it is said who acts.
func (p *parties) acted() bool { return p.i || p.we || p.they || len(p.names) > 0 }

// parties finds who acts and who is acted upon.
func (d *reading) parties(s *statement) parties {
	p := parties{pronoun: -1, object: -1}
	end := s.at + s.trigger.head
	d.findActor(&p, s)
	for k := s.from; k < s.to; k++ {
		if k == p.pronoun || k >= s.at && k < end && k < s.trigger.end && len(s.trigger.words) == s.trigger.head {
			continue
		}
		if _, ok := d.has(k, objectMe); ok && !p.them && !(p.i && k < s.at && d.isActor(k)) {
			p.me = true
		}
		if _, ok := d.has(k, objectYou); ok && p.i {
			p.quoted = true
		}
		if _, ok := d.has(k, objectThem); ok && !p.them {
			p.them, p.object = true, k
		}
	}
	p.quoted = p.quoted || p.i && d.inQuotes(s)
	d.findTargets(&p, s)
	if n := d.heading(s); n >= 0 && !p.acted() && !p.me && !p.them && len(p.targets) == 0 {
		p.names = []int{n}
	}
	if s.trigger.bare && len(p.names) > 0 && !p.me && d.withoutAux(p.names[len(p.names)-1], s.at) {
		p.i, p.names, p.targets = true, nil, p.names
	}
	if !p.acted() && !p.them && s.trigger.mode != mine && s.trigger.role != deed {
		p.names = d.spokeBefore(s)
	}
	return p
}

// isActor reports whether the word of a token may stand for the writer as the one who acts.
func (d *reading) isActor(at int) bool {
	_, ok := d.has(at, subjectI)
	return ok
}

// findActor finds who acts: the nearest pronoun before the trigger, a name at the beginning of the
// clause, or a pronoun right behind the trigger.
func (d *reading) findActor(p *parties, s *statement) {
	if d.actorAt(p, s.at) {
		return
	}
	for k := s.at - 1; k >= s.from; k-- {
		if n := d.nameAt[k]; n >= 0 {
			m := &d.mentions[n]
			if m.to > s.at || d.timeAt[k] >= 0 {
				continue
			}
			if _, i := d.endsWith(m.from, iHave); i {
				p.i, p.targets = true, []int{n}
				return
			}
			if d.opensClause(s.from, m.from) {
				p.names = d.listEnding(n, s.from)
				return
			}
			k = m.from
			continue
		}
		if d.actorAt(p, k) {
			return
		}
	}
	if behind := s.at + len(s.trigger.words); s.trigger.head == len(s.trigger.words) && behind < s.to && d.timeAt[behind] < 0 {
		if _, object := d.has(behind, objectMe, objectThem); !object {
			d.actorAt(p, behind)
		}
	}
}

// actorAt takes the pronoun at a token as who acts.
func (d *reading) actorAt(p *parties, at int) bool {
	h, ok := d.has(at, subjectI, subjectWe, subjectThey)
	if !ok {
		return false
	}
	switch h.role {
	case subjectI:
		p.i = true
	case subjectWe:
		p.we = true
	default:
		p.they, p.pronoun = true, at
	}
	return true
}

// opensClause reports whether between the beginning of a clause and a name stand only words that may
// stand before whoever acts: and, then, yesterday, other names.
func (d *reading) opensClause(from, to int) bool {
	for k := from; k < to; {
		switch n := d.timeAt[k]; {
		case n >= 0:
			k = max(k+1, d.times[n].to)
			continue
		case d.nameAt[k] >= 0:
			k = d.mentions[d.nameAt[k]].to
			continue
		}
		h, ok := d.has(k, and, aux, title, not, about)
		if !ok {
			return false
		}
		k = h.end
	}
	return true
}

// withoutAux reports whether no verb like has stands between a name and what was done.
func (d *reading) withoutAux(n, at int) bool {
	for k := d.mentions[n].to; k < at; k++ {
		if _, ok := d.has(k, aux); ok {
			return false
		}
	}
	return true
}

// listEnding returns the mentions of a list of names that ends with one: Ana and Raj.
func (d *reading) listEnding(n, from int) []int {
	list := []int{n}
	for n > 0 {
		at := d.mentions[n].from
		start, ok := d.endsWith(at, and)
		if !ok || start <= from || d.nameAt[start-1] != n-1 || d.clauseOf(start-1) != d.clauseOf(at) {
			break
		}
		n--
		list = append([]int{n}, list...)
	}
	return list
}

// findTargets finds the names of those who are acted upon: right behind the trigger, or behind a word
// like "to".
func (d *reading) findTargets(p *parties, s *statement) {
	begin := s.at + s.trigger.head
	for n := range d.mentions {
		m := &d.mentions[n]
		if m.from < begin || m.from >= s.to || slices.Contains(p.names, n) || d.possessive(m.to) {
			continue
		}
		_, behind := d.endsWith(m.from, toward, with)
		direct := d.direct(begin, m.from)
		joined := false
		if start, ok := d.endsWith(m.from, and); ok && n > 0 && start > 0 && d.nameAt[start-1] == n-1 {
			joined = slices.Contains(p.targets, n-1)
		} else if ok := m.from > 1 && d.tokens[m.from-1].class == comma && d.nameAt[m.from-2] == n-1 && n > 0; ok {
			joined = slices.Contains(p.targets, n-1)
		}
		if direct || joined || behind && len(p.targets) == 0 && !p.them {
			p.targets = append(p.targets, n)
		}
	}
	if len(p.targets) == 0 && !p.them && !p.me {
		p.targets = d.owners(begin, s.to)
	}
}

// owners returns the first mention within some tokens of somebody whose something is: reviewed Ana's draft.
func (d *reading) owners(from, to int) []int {
	for n := range d.mentions {
		if m := &d.mentions[n]; m.from >= from && m.from < to && d.possessive(m.to) {
			return []int{n}
		}
	}
	return nil
}

// direct reports whether a name follows what was done at once, but for small words.
func (d *reading) direct(from, to int) bool {
	for k := from; k < to; {
		h, ok := d.has(k, aux, title, toward, with, objectMe, deed)
		if !ok {
			return false
		}
		k = max(k+1, h.end)
	}
	return from <= to
}

// keep takes a statement with its tokens.
func (d *reading) keep(s statement, p place) bool {
	for k := s.from; k < s.to; k++ {
		d.places[k] = p
	}
	d.statements = append(d.statements, s)
	return true
}

// actor returns the mentions of who acts, nil where that is the writer or is not said.
func (d *reading) actor(s *statement, p *parties) []int {
	if len(p.names) > 0 {
		return p.names
	}
	if p.they {
		return d.meant(p.pronoun)
	}
	if p.quoted {
		return d.meant(s.at)
	}
	return nil
}

// target returns the mentions of who is acted upon: those named, else whom a pronoun means, by default one at a
// token.
func (d *reading) target(p *parties, at int) []int {
	if len(p.targets) > 0 {
		return d.apartFromKnown(p.targets, at)
	}
	if p.them {
		at = p.object
	}
	return d.meant(at)
}

// meant returns whom a pronoun at a token means: whom the statement before was about, else who was named
// last before it, else who is named first.
func (d *reading) meant(at int) []int {
	last := -1
	for n := range d.mentions {
		if d.mentions[n].to <= at && (!d.aside(n) && !d.besides(n) || last < 0) {
			last = n
		}
	}
	if k := len(d.statements) - 1; k >= 0 {
		before := d.statements[k]
		if len(before.with) == 1 && (last < 0 || d.mentions[last].from < before.to) {
			return before.with
		}
	}
	if last >= 0 {
		return []int{last}
	}
	for n := range d.mentions {
		if !d.aside(n) {
			return []int{n}
		}
	}
	return nil
}

// besides reports whether a mention is of somebody whom another one is told to have to do with: he wants an intro
// to Kim.
func (d *reading) besides(n int) bool {
	m := &d.mentions[n]
	for k := d.clauses[d.clauseOf(m.from)].from; k < m.from; k++ {
		if _, ok := d.has(k, subjectThey); ok {
			return true
		}
	}
	return false
}

// aside reports whether a mention only stands for what is talked about.
func (d *reading) aside(n int) bool {
	_, ok := d.endsWith(d.mentions[n].from, about)
	return ok || d.possessive(d.mentions[n].to)
}
