package quicklog

import (
	"strings"

	"peerage/data"
	"peerage/data/names"
)

// readPromise reads what follows a word like "promised", or stands before it where the verb comes last.
func (d *reading) readPromise(s statement) bool {
	p := d.parties(&s)
	toSomebody := p.me || p.them || len(p.targets) > 0
	if d.passesOn(&s) || !p.acted() && !toSomebody && !d.opensClause(s.from, s.at) && s.trigger.mode == anyone && !d.l.languages[s.trigger.language].VerbLast {
		return false
	}
	switch {
	case s.trigger.mode == turned && p.acted():
		s.by = opposite(d.actingSide(&p))
	case s.trigger.mode == turned:
		s.by = data.Mine
	default:
		s.by = d.promiser(&s, &p)
	}
	begin := s.at + s.trigger.head
	if s.trigger.head < len(s.trigger.words) {
		begin = s.trigger.end
	}
	if h, ok := d.has(begin, state); ok && h.end > begin+1 && h.end <= s.to && !d.longerDeed(begin) {
		return false // to talk again
	}
	return d.keepPromise(s, &p, begin)
}

// passesOn reports whether the clause goes on with another one that says what is promised: she promised
// she would call.
func (d *reading) passesOn(s *statement) bool {
	at := s.trigger.end
	for at < s.to {
		if n := d.nameAt[at]; n >= 0 {
			at = d.mentions[n].to
			continue
		}
		h, ok := d.has(at, objectMe, objectThem, about)
		if !ok {
			return false
		}
		at = h.end
	}
	return s.clause+1 < len(d.clauses) && d.clauses[s.clause+1].from == s.to && d.begins(s.to)
}

// readFuture reads what follows a word like "will".
func (d *reading) readFuture(s statement) bool {
	next := d.skip(s.trigger.end, s.to)
	if next >= s.to {
		return false
	}
	p := d.parties(&s)
	_, isDeed := d.has(next, deed)
	_, isState := d.has(next, state)
	if due := d.dueTime(s.at, s.to); due >= 0 && d.times[due].due {
		// What one will have by some day has been promised, and so has what one said one would do by it.
		if _, ok := d.has(s.trigger.end, having); ok {
			next, isState = s.trigger.end, false
		}
		isDeed = isDeed || p.acted() && !isState
	}
	if isState && !d.longerDeed(next) || s.trigger.mode == beforeDeed && !isDeed || p.we && !p.them && len(p.targets) == 0 {
		return false
	}
	if d.l.languages[s.trigger.language].VerbLast && d.endsInState(&s) {
		return false
	}
	if !p.acted() && s.trigger.mode != mine && !d.opensClause(s.from, s.at) {
		return false
	}
	s.by = d.promiser(&s, &p)
	return d.keepPromise(s, &p, next)
}

// endsInState reports whether the last word of a clause only says what one will be.
func (d *reading) endsInState(s *statement) bool {
	for k := s.to - 1; k > s.at; k-- {
		if d.timeAt[k] < 0 {
			_, is := d.has(k, state)
			_, does := d.has(k, deed)
			return is && !does
		}
	}
	return false
}

// longerDeed reports whether what is done is said by more words than what one will only be.
func (d *reading) longerDeed(at int) bool {
	a, ok := d.has(at, deed)
	b, _ := d.has(at, state)
	return ok && a.end > b.end
}

// readDeed reads what somebody does for another, where it lies ahead.
func (d *reading) readDeed(s statement) bool {
	_, isKind := d.has(s.at, kind)
	_, acts := d.has(s.trigger.end, verb)
	if d.saysLonger(&s) || d.isPast(&s) || isKind && (acts || d.saysPast(s.trigger.end)) { // call scheduled
		return false
	}
	p := d.parties(&s)
	dueAt := d.dueTime(s.at, s.to)
	switch s.trigger.mode {
	case beforeDeed:
		if dueAt < 0 || !p.acted() {
			return false
		}
	case anyone:
		if !d.isToDo(&s, &p, dueAt) {
			return false
		}
	default:
		if dueAt < 0 && !p.them && !p.me && len(p.targets) == 0 || isKind && !p.acted() {
			return false
		}
	}
	s.by = d.promiser(&s, &p)
	return d.keepPromise(s, &p, s.at)
}

// saysLonger reports whether a deed ends a longer phrase for what was done: a écrit.
func (d *reading) saysLonger(s *statement) bool {
	for from := s.at - 1; from >= max(s.from, s.at-longestDescription); from-- {
		if h, ok := d.has(from, kind, contacted, loose, exchange); ok && h.end >= s.trigger.end {
			return true
		}
	}
	return false
}

// isPast reports whether a word is written with an accent that the one for a deed of the writer has not: envió, which
// is no envío.
func (d *reading) isPast(s *statement) bool {
	t := &d.tokens[s.at]
	return s.trigger.mode == mine && !s.trigger.accented && strings.ToLower(t.text) != t.word && s.trigger.head == 1
}

// isToDo reports whether a deed that says nothing of who does it is to be done: by somebody who is named (Raj to
// send it), by the writer (I send it by Friday), or, at the beginning of a clause, as a note to the writer
// (send her the deck).
func (d *reading) isToDo(s *statement, p *parties, dueAt int) bool {
	link, ok := d.endsWith(s.at, afterName)
	if ok && link > s.from && d.nameAt[link-1] >= 0 && d.opensClause(s.from, d.mentions[d.nameAt[link-1]].from) {
		p.names = d.listEnding(d.nameAt[link-1], s.from)
		return true
	}
	if p.acted() {
		return p.i && dueAt >= 0
	}
	_, isKind := d.has(s.at, kind)
	_, withWhom := d.has(s.trigger.end, with)
	return d.opensClause(s.from, s.at) && !withWhom && (dueAt >= 0 || p.them) && (!isKind || d.surelyAhead(dueAt))
}

// surelyAhead reports whether a time can only be one that lies ahead.
func (d *reading) surelyAhead(n int) bool {
	return n >= 0 && (d.times[n].due || d.times[n].past == 0)
}

// skip returns the first token from at on that is not a small word, a pronoun, a name or a time.
func (d *reading) skip(at, to int) int {
	for at < to {
		if n := d.timeAt[at]; n >= 0 {
			at = d.times[n].to
			continue
		}
		if n := d.nameAt[at]; n >= 0 {
			at = d.mentions[n].to
			continue
		}
		if _, isDeed := d.has(at, deed); isDeed {
			return at
		}
		h, ok := d.has(at, aux, objectMe, objectThem, subjectI, subjectThey)
		if !ok {
			return at
		}
		at = h.end
	}
	return at
}

// promiser returns who promised: who acts, else whom the word says, else not the one acted upon; in a
// clause that is joined to another by "and", whoever acted there.
func (d *reading) promiser(s *statement, p *parties) data.Side {
	switch {
	case p.acted():
		return d.actingSide(p)
	case s.trigger.mode == mine && !p.quoted:
		return data.Mine
	case s.trigger.mode == theirs:
		return data.Theirs
	case p.me:
		return data.Theirs
	case p.them, len(p.targets) > 0:
		return data.Mine
	case d.clauses[s.clause].joined && len(d.statements) > 0 && d.statements[len(d.statements)-1].clause == s.clause-1:
		return d.statements[len(d.statements)-1].by
	}
	return data.Mine
}

func (d *reading) actingSide(p *parties) data.Side {
	if (p.i || p.we) && !p.quoted {
		return data.Mine
	}
	return data.Theirs
}

func opposite(s data.Side) data.Side {
	if s == data.Mine {
		return data.Theirs
	}
	return data.Mine
}

// keepPromise finds with whom the promise is, what it is about and when it is due, and keeps it.
func (d *reading) keepPromise(s statement, p *parties, begin int) bool {
	d.reachDue(&s)
	switch actor := d.actor(&s, p); {
	case actor != nil:
		s.with = actor
	case s.by == data.Theirs && s.trigger.mode == turned && len(p.targets) == 0:
		s.with = d.lastNamed(s.at, s.to)
	default:
		s.with = d.target(p, s.at)
	}
	if len(s.with) == 0 {
		return false
	}
	if len(p.names) == 0 {
		s.with = s.with[:1]
	}
	s.due = d.dueTime(s.from, s.to)
	s.what = d.promisedThing(&s, p, begin)
	if len(s.what) == 0 {
		return false
	}
	return d.keep(s, ofPromise)
}

// lastNamed returns the last mention within some tokens, or whom a pronoun there would mean.
func (d *reading) lastNamed(from, to int) []int {
	for n := len(d.mentions) - 1; n >= 0; n-- {
		if d.mentions[n].from >= from && d.mentions[n].from < to {
			return []int{n}
		}
	}
	return d.meant(from)
}

// reachDue lets a promise reach over commas, and what is said in brackets, to the day on which it is due: the deck,
// the list (both drafts) and the plan by Friday.
func (d *reading) reachDue(s *statement) {
	if d.dueTime(s.from, s.to) >= 0 {
		return
	}
	inside := false
	for i := s.clause + 1; i < len(d.clauses); i++ {
		c := d.clauses[i]
		begins := d.timeAt[c.from] >= 0 && d.times[d.timeAt[c.from]].due
		for k := d.clauses[i-1].to; k < c.from; k++ {
			switch text := d.tokens[k].text; {
			case text == "(":
				inside = true
			case text == ")":
				inside = false
			case inside:
			case d.tokens[k].class != comma && !(begins && isDash(text)):
				return
			}
		}
		if c.joined || d.clauses[i-1].to == c.from || !inside && d.saysMoreThanThings(&c) {
			return
		}
		if begins || !inside && d.dueTime(c.from, c.to) >= 0 {
			s.to = c.to
			return
		}
	}
}

func isDash(text string) bool { return text == "-" || text == "–" || text == "—" }

// saysMoreThanThings reports whether a clause tells who does what, and not only what may be promised.
func (d *reading) saysMoreThanThings(c *clause) bool {
	for k := c.from; k < c.to; k++ {
		_, says := d.has(k, kind, contacted, loose, subjectI, subjectWe, subjectThey, exchange, promised, future, with)
		if d.timeAt[k] < 0 && (says || d.nameAt[k] >= 0) {
			return true
		}
	}
	return false
}

// dueTime returns the time among some tokens on which something can be due, first one that is said to
// be; -1 when there is none.
func (d *reading) dueTime(from, to int) int {
	best := -1
	for n := range d.times {
		t := &d.times[n]
		if t.core < from || t.core >= to || t.onlyPast() || t.ahead(d.today, d.today) == 0 && !t.wrong {
			continue
		}
		if best < 0 || t.due && !d.times[best].due {
			best = n
		}
	}
	return best
}

// promisedThing returns the tokens that say what is promised: those from begin on, or those before the
// trigger where nothing follows it, without the day.
func (d *reading) promisedThing(s *statement, p *parties, begin int) []stretch {
	if h, ok := d.has(begin, aux); ok && begin == s.at {
		begin = h.end // is sending
	}
	what := d.without(s, d.afterPronouns(begin, s.to, p), s.to)
	if len(what) > 0 {
		return what
	}
	from := d.skip(s.from, s.at)
	return d.without(s, from, s.at)
}

// afterPronouns returns the first token of what is promised, behind whom it is promised to.
func (d *reading) afterPronouns(at, to int, p *parties) int {
	for at < to {
		if n := d.nameAt[at]; n >= 0 && len(p.targets) > 0 && p.targets[0] == n && d.mentions[n].from == at {
			at = d.mentions[n].to
			continue
		}
		if h, ok := d.has(at, toward); ok && h.end < to && len(p.targets) > 0 && d.nameAt[h.end] == p.targets[0] {
			at = h.end
			continue
		}
		if h, ok := d.has(at, and); ok && h.end < to {
			if _, me := d.has(h.end, objectMe); me {
				at = h.end
				continue
			}
		}
		h, ok := d.has(at, objectMe, objectThem, subjectI, subjectThey, future)
		if ok && at+1 < to && d.timeAt[h.end-1] < 0 {
			at = h.end
			continue
		}
		break
	}
	return at
}

// without returns some tokens without the time that is due, and without times that lie behind.
func (d *reading) without(s *statement, from, to int) []stretch {
	var all []stretch
	open := stretch{from, from}
	cut := func() {
		for open.to > open.from && d.tokens[open.from].divides() {
			open.from++
		}
		for open.to > open.from && d.tokens[open.to-1].divides() {
			open.to--
		}
		if open.to > open.from {
			all = append(all, open)
		}
	}
	for k := from; k < to; {
		n := d.timeAt[k]
		if n < 0 || n != s.due && !d.times[n].onlyPast() {
			k++
			open.to = k
			continue
		}
		cut()
		k = max(k+1, d.times[n].to)
		open = stretch{k, k}
	}
	cut()
	return all
}

// words returns what some tokens say, in the words of the line.
func (d *reading) words(all []stretch) string {
	var b strings.Builder
	for _, s := range all {
		b.WriteString(d.line[d.tokens[s.from].from:d.tokens[s.to-1].to])
		b.WriteByte(' ')
	}
	return names.Clean(strings.Trim(b.String(), " ,;:.-–—"))
}
