package quicklog

import (
	"slices"

	"peerage/data"
	"peerage/data/names"
)

// findAsides marks what is talked about: from a word like "about" to the end of the clause.
func (d *reading) findAsides() {
	for _, c := range d.clauses {
		for k := c.from; k < c.to; k++ {
			if d.places[k] != ofContact || d.timeAt[k] >= 0 {
				continue
			}
			if h, ok := d.has(k, about); ok && h.end < c.to {
				d.setAside(k, c.to)
			} else if h, ok := d.has(k, contacted, loose); ok && h.end < c.to && d.amongOthers(&c, k) {
				d.setAside(h.end, c.to)
			}
		}
	}
}

// findTelling finds the clauses that tell of the contact: those with a word for it, lists of names and days,
// and those that go on with such a list.
func (d *reading) findTelling() {
	d.telling = make([]bool, len(d.clauses)+1)
	for i, c := range d.clauses {
		list := true
		for k := c.from; k < c.to && !d.telling[i]; k++ {
			if d.timeAt[k] >= 0 || d.nameAt[k] >= 0 {
				continue
			}
			_, d.telling[i] = d.has(k, kind, contacted, loose, with)
			_, small := d.has(k, and, title, toward, on)
			list = list && (small || d.tokens[k].class == number)
		}
		d.telling[i] = d.telling[i] || list || d.goesOn(i)
	}
}

// goesOn reports whether a clause goes on with the list of names with which the one before ended.
func (d *reading) goesOn(i int) bool {
	c := d.clauses[i]
	if i == 0 || !d.telling[i-1] || d.tokens[c.from-1].class != comma || d.nameAt[c.from] < 0 || d.nameAt[max(c.from-2, 0)] < 0 {
		return false
	}
	_, acts := d.has(d.mentions[d.nameAt[c.from]].to, aux, not, future)
	return !acts
}

// setAside marks tokens that tell of the contact as ones that only say what was talked about.
func (d *reading) setAside(from, to int) {
	for k := from; k < to; k++ {
		d.places[k] = max(d.places[k], ofAside)
	}
}

// amongOthers reports whether what a word says is said of others than the writer: he met Mark.
func (d *reading) amongOthers(c *clause, at int) bool {
	others := false
	for k := c.from; k < c.to; k++ {
		if _, ok := d.has(k, objectMe, subjectI, subjectWe); ok {
			return false
		}
		_, ok := d.has(k, subjectThey)
		others = others || ok && k < at
	}
	return others
}

// readPeople finds who took part: those named in what tells of the contact, and the other side of
// everything promised, given and received.
func (d *reading) readPeople() {
	named := false
	for _, only := range []bool{true, false} { // in what tells of contact; then anywhere beside
		for n := range d.mentions {
			m := &d.mentions[n]
			m.takesPart = d.places[m.name] == ofContact && !d.spokenOf(n) && (!only || d.telling[d.clauseOf(m.name)])
			named = named || m.takesPart
		}
		if named {
			break
		}
	}
	for _, s := range d.statements {
		for _, n := range s.with {
			d.mentions[n].takesPart = true
		}
	}
	d.readUnknown()
	if !slices.ContainsFunc(d.mentions, func(m mention) bool { return m.takesPart }) && len(d.said.Unknown) == 0 {
		d.nobodyElse()
	}
	for n := range d.mentions {
		if d.mentions[n].takesPart {
			d.takeIn(n)
		}
	}
}

// nobodyElse lets those take part who are named in passing, where nobody else is: talked about the move with
// Ana; Ana's party.
func (d *reading) nobodyElse() {
	for n := range d.mentions {
		m := &d.mentions[n]
		_, ok := d.endsWith(m.from, with)
		m.takesPart = ok && d.places[m.name] == ofAside
	}
	if slices.ContainsFunc(d.mentions, func(m mention) bool { return m.takesPart }) {
		return
	}
	for n := range d.mentions {
		if d.possessive(d.mentions[n].to) {
			d.mentions[n].takesPart = true
			return
		}
	}
}

// spokenOf reports whether somebody is named only to say whose or what something is.
func (d *reading) spokenOf(n int) bool {
	m := &d.mentions[n]
	if d.possessive(m.to) {
		return !d.hosts(n)
	}
	from, ok := d.endsWith(m.from, about, apart)
	if !ok {
		return false
	}
	if at, ok := d.endsWith(from, kind); ok {
		if event, _ := d.has(at, kind); event.kind == data.Event && d.places[m.name] == ofContact {
			return false // the wedding of Ana
		}
	}
	_, also := d.has(from, with, toward)
	return !also
}

// hosts reports whether contact was at somebody's, with no word for what of theirs behind it: dinner at Ana's.
func (d *reading) hosts(n int) bool {
	m := &d.mentions[n]
	from, ok := d.endsWith(m.from, toward)
	if !ok {
		return false
	}
	_, contact := d.endsWith(from, kind)
	return contact && d.endsName(m.to+1)
}

// takeIn puts a mention among those who took part, each person and each unsettled name once.
func (d *reading) takeIn(n int) {
	m := &d.mentions[n]
	said := names.Clean(d.line[d.tokens[m.name].from:d.tokens[m.to-1].to])
	if m.person != 0 {
		from := m.name
		if d.tokens[m.from].capital {
			from = m.from
		}
		said = names.Clean(d.line[d.tokens[from].from:d.tokens[m.end-1].to])
	}
	for i, p := range d.said.People {
		if m.person != 0 && p.Person == m.person || m.person == 0 && slices.Equal(p.Candidates, m.candidates) {
			d.index[n] = i
			return
		}
	}
	d.index[n] = len(d.said.People)
	d.said.People = append(d.said.People, Mention{Said: said, Person: m.person, Candidates: m.candidates})
}

// readStatements says the statements in terms of who took part.
func (d *reading) readStatements() {
	for _, s := range d.statements {
		for _, n := range s.with {
			at, ok := d.index[n]
			if !ok {
				continue
			}
			if s.trigger.role != exchange {
				d.sayPromise(&s, at)
				continue
			}
			e := Exchange{Kind: s.trigger.exchange, By: s.by, With: at, Text: d.words(s.what)}
			if s.third >= 0 && d.mentions[s.third].person != d.said.People[at].Person {
				e.To = d.mentions[s.third].person
			}
			if !slices.ContainsFunc(d.said.Exchanges, func(o Exchange) bool { return o.Kind == e.Kind && o.By == e.By && o.With == e.With }) {
				d.said.Exchanges = append(d.said.Exchanges, e)
			}
		}
	}
}

func (d *reading) sayPromise(s *statement, with int) {
	p := Promise{By: s.by, With: with, What: d.words(s.what)}
	if p.What == "" {
		return
	}
	if s.due >= 0 {
		if t := &d.times[s.due]; t.wrong {
			d.unread(*t)
		} else {
			p.Due = max(t.ahead(d.said.Day, d.today), 0)
		}
	}
	d.said.Promises = append(d.said.Promises, p)
}
