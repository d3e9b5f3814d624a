package quicklog

import "peerage/data"

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
		if !ok || d.timeAt[i] >= 0 && d.timeAt[h.end-1] >= 0 || d.places[i] == ofPromise && !d.waysOfPromise(i) || h.role == loose && h.kind == data.OtherKind {
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

// waysOfPromise reports whether a word says how a promise was made, and not how it will be kept: promised Raj over
// lunch to send it by email.
func (d *reading) waysOfPromise(at int) bool {
	for _, s := range d.statements {
		if s.trigger.role != promised || at < s.at || at >= s.to {
			continue
		}
		begin := d.skipTargets(s.at+s.trigger.head, s.to)
		if h, ok := d.has(begin, via); ok && at >= begin && at <= h.end+1 {
			return true
		}
	}
	return false
}

// tells says how well a word tells the kind of contact.
func (d *reading) tells(at int, h hit) int {
	switch d.places[at] {
	case ofAside:
		if d.byWay(at) {
			return tellsLoosely
		}
		return tellsNothing
	case ofExchange:
		return d.tellsHow(at, h)
	case ofPromise:
		return tellsBeside
	}
	if h.role == loose || d.liesAhead(at) {
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

// liesAhead reports whether what is told in the clause of a token is still to come: meeting tomorrow.
func (d *reading) liesAhead(at int) bool {
	c := d.clauses[min(d.clauseOf(at), len(d.clauses)-1)]
	ahead := false
	for k := c.from; k < c.to; k++ {
		if n := d.timeAt[k]; n >= 0 {
			if d.times[n].past > 0 {
				return false
			}
			ahead = ahead || d.times[n].surelyAhead(d.today)
		}
	}
	return ahead
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
	if h.kind == data.Event && !d.follows(at, toward) || !d.byWay(at) {
		return tellsNothing
	}
	return tellsBeside
}

// byWay reports whether a kind follows a word that says that it is the way of something: over a long lunch, on
// the phone.
func (d *reading) byWay(at int) bool {
	if _, ok := d.has(at, via); ok {
		return true
	}
	return d.follows(at, via)
}

// follows reports whether a word of a role stands before a kind, with at most a short description between.
func (d *reading) follows(at int, r role) bool {
	for from := at; from > at-longestDescription; from-- {
		if _, ok := d.endsWith(from, r); ok {
			return true
		}
	}
	return false
}

// longestDescription is how many words may stand between how something was given and its kind: over a long
// lunch.
const longestDescription = 4
