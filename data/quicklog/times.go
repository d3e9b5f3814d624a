package quicklog

import (
	"slices"
	"strconv"
	"strings"

	"peerage/data/names"
)

// findTimes finds the days that are named, the longest first from the left.
func (d *reading) findTimes() {
	d.timeAt = make([]int, len(d.tokens))
	for i := range d.timeAt {
		d.timeAt[i] = -1
	}
	for i := 0; i < len(d.tokens); i++ {
		h, ok := d.has(i, moment)
		if !ok || d.reachesFurther(i, h.end) || d.saysOtherwise(i, h.end) {
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

// saysOtherwise reports whether a word for a day begins a longer phrase for contact: sat next to.
func (d *reading) saysOtherwise(from, end int) bool {
	h, ok := d.has(from, kind, contacted, loose)
	return ok && h.end > end
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
	return before || d.standsAlone(s)
}

// standsAlone reports whether a date of a month that there is stands where nothing else can be meant: behind a name, a
// kind or a mark.
func (d *reading) standsAlone(s *span) bool {
	first, second, ok := strings.Cut(s.values.date, "/")
	m, _ := strconv.Atoi(first)
	n, _ := strconv.Atoi(second)
	if !ok || min(m, n) > 12 || max(m, n) > 31 {
		return false
	}
	if s.from == 0 || d.tokens[s.from-1].divides() {
		return true
	}
	_, behindKind := d.endsWith(s.from, kind)
	return behindKind || d.roster.look(d.tokens, s.from-1).people != nil
}

// reachBack takes in the words before a time that only say that a day follows.
func (d *reading) reachBack(s *span) {
	for {
		from, ok := d.endsWith(s.from, due, on)
		if !ok || d.timeAt[from] >= 0 {
			return
		}
		if other, ok := d.endsWith(s.from, kind, contacted, loose); ok && other < from {
			return // dropped by on Friday
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
		if s.surelyAhead(d.today) && d.places[s.core] == ofContact && d.clauseOf(s.core) == first {
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
	if s.due && !s.onlyPast() && d.places[s.core] != ofPromise {
		return unlikelyDay
	}
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
	case d.possessive(s.to):
		return unlikelyDay
	case d.telling[i]:
		return tellingDay
	}
	c := d.clauses[min(i, len(d.clauses)-1)]
	for k := c.from; k < c.to && !s.onlyPast() && slices.Contains(d.telling, true); k++ {
		if _, ok := d.has(k, subjectI, subjectThey, subjectWe, not); ok {
			return unlikelyDay
		}
		if _, ok := d.has(k, verb); ok && d.nameAt[c.from] < 0 {
			return unlikelyDay // the plumber comes Tuesday
		}
	}
	return besideDay
}

// unread notes a day that does not exist or cannot be meant.
func (d *reading) unread(s span) {
	written := names.Clean(d.line[d.tokens[s.core].from:d.tokens[s.to-1].to])
	d.said.Unread = append(d.said.Unread, written)
	if !s.wrong {
		d.said.Ahead = append(d.said.Ahead, written)
	}
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

// opensLine reports whether a name of one word stands where something begins to be said: Raj's in town.
func (d *reading) opensLine(at int) bool { return at == 0 || d.tokens[at-1].divides() }

// possessive reports whether an ending of the owner stands at a token.
func (d *reading) possessive(at int) bool {
	if at >= len(d.tokens) || d.tokens[at].word != "'s" || !d.tokens[at].glued {
		return false
	}
	_, acts := d.has(at+1, future, exchange, promised, deed)
	_, going := d.has(at, future)
	_, is := d.has(at+1, via, not)
	return !acts && !going && !(is && d.opensLine(at-1))
}
