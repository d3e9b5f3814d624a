package quicklog

// clause is a part of a line in which one thing is said.
type clause struct {
	from, to int  // its tokens, without the marks around them
	joined   bool // follows the clause before with a word like "and", and no mark
}

// findClauses parts the line at marks, at tags, and where a new statement begins without any.
func (d *reading) findClauses() {
	c := clause{}
	end := func(at, next int, joined bool) {
		if at > c.from {
			c.to = at
			d.clauses = append(d.clauses, c)
		}
		c = clause{from: next, joined: joined}
	}
	for i := 0; i < len(d.tokens); i++ {
		if d.timeAt[i] >= 0 || d.nameAt[i] >= 0 && d.tokens[i].divides() {
			continue
		}
		if d.tokens[i].divides() {
			end(i, i+1, false)
			continue
		}
		if i == c.from {
			continue
		}
		if h, ok := d.has(i, and); ok && d.begins(h.end) {
			end(i, h.end, true)
			i = h.end - 1
			continue
		}
		if d.beginsUnjoined(i) {
			end(i, i, false)
		}
	}
	end(len(d.tokens), len(d.tokens), false)
}

// clauseOf returns the clause that a token is in.
func (d *reading) clauseOf(at int) int {
	for i, c := range d.clauses {
		if at < c.to {
			return i
		}
	}
	return len(d.clauses)
}

// beginsUnjoined reports whether a new statement begins at a token inside a clause: with a pronoun, or
// with a name that nothing before it asks for.
func (d *reading) beginsUnjoined(at int) bool {
	if _, ok := d.has(at, subjectI, subjectWe, subjectThey); ok {
		if _, after := d.endsWith(at, aux, exchange, promised, future, deed); after {
			if _, object := d.has(at, objectThem, objectMe); object {
				return false
			}
		}
		return d.begins(at)
	}
	if n := d.nameAt[at]; n >= 0 && d.mentions[n].from == at && d.timeAt[at] < 0 {
		if _, after := d.endsWith(at, with, and, toward, contacted, loose, exchange, promised, deed, about, by, kind, named, aux, my, future); !after && d.nameAt[max(at-1, 0)] < 0 {
			return d.begins(at)
		}
	}
	return false
}

// longestBeginning is how many words and names may stand before the one that says what was done.
const longestBeginning = 8

// begins reports whether a statement begins at a token: whoever acts, and what they did or will do.
func (d *reading) begins(at int) bool {
	subject := false
	for range longestBeginning {
		if at >= len(d.tokens) {
			return false
		}
		if n := d.nameAt[at]; n >= 0 {
			at, subject = d.mentions[n].to, true
			continue
		}
		if n := d.timeAt[at]; n >= 0 {
			at = d.times[n].to
			continue
		}
		if t, ok := d.trigger(at); ok && (t.role != deed || t.mode == mine || t.mode == theirs) && (t.role != future || subject || t.mode != anyone) {
			return t.mode != beforeDeed || t.role != future
		}
		if _, ok := d.has(at, contacted); ok {
			return true
		}
		if h, ok := d.has(at, afterName); ok && subject && d.nameAt[at-1] >= 0 {
			at = h.end
			_, is := d.has(at, deed)
			return is
		}
		h, ok := d.has(at, subjectI, subjectWe, subjectThey, aux, objectMe, objectThem, not, and)
		if !ok {
			return false
		}
		switch h.role {
		case subjectI, subjectWe, subjectThey:
			subject = true
		}
		at = h.end
	}
	return false
}

// trigger returns the longest phrase at a token that says what was done or is promised.
func (d *reading) trigger(at int) (hit, bool) {
	if d.timeAt[at] >= 0 {
		return hit{}, false
	}
	h, ok := d.has(at, exchange, promised, future, deed)
	if !ok {
		return h, false
	}
	// Of phrases that are equally long, the one that says more.
	for _, other := range d.hits[at] {
		if other.end == h.end && rank(other) > rank(h) {
			h = other
		}
	}
	return h, true
}

// rank orders the roles of a trigger by how much they say.
func rank(h hit) int {
	switch {
	case h.role == exchange && h.mode != beforeDeed:
		return 4
	case h.role == promised:
		return 3
	case h.role == exchange:
		return 2
	case h.role == future:
		return 1
	case h.role == deed:
		return 1
	}
	return 0
}
