package quicklog

import (
	"strings"

	"peerage/data"
)

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
		if _, named := d.endsWith(i, promised); named && d.tokens[i].text == ":" {
			continue // promised: the deck
		}
		if d.tokens[i].divides() {
			end(i, i+1, false)
			continue
		}
		if i == c.from {
			continue
		}
		if h, ok := d.has(i, and); ok && d.begins(h.end) && !d.joinsNames(c.from, i, h.end) {
			end(i, h.end, true)
			i = h.end - 1
			continue
		}
		if d.beginsUnjoined(i) && !d.opensClause(c.from, i) {
			end(i, i, false)
		}
	}
	end(len(d.tokens), len(d.tokens), false)
}

// joinsNames reports whether a word like "and" joins names that act together: Ana and Raj thanked me.
func (d *reading) joinsNames(from, at, next int) bool {
	return d.nameAt[at-1] >= 0 && next < len(d.tokens) && d.nameAt[next] >= 0 && d.opensClause(from, at)
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
		if _, denied := d.endsWith(at, not); denied {
			return false
		}
		if _, after := d.endsWith(at, aux, exchange, promised, future, deed); after {
			if _, object := d.has(at, objectThem, objectMe); object {
				return false
			}
		}
		return d.begins(at)
	}
	if n := d.nameAt[at]; n >= 0 && d.mentions[n].from == at && d.timeAt[at] < 0 {
		if _, after := d.endsWith(at, with, and, toward, contacted, loose, exchange, promised, deed, about, by, kind, named, aux, my, future); (!after || d.picture(at-1)) && !d.told(at) && !d.toDo(n) && d.nameAt[max(at-1, 0)] < 0 {
			return d.begins(at)
		}
	}
	return false
}

// picture reports whether a token is one of what was done: ☕.
func (d *reading) picture(at int) bool {
	return at >= 0 && d.tokens[at].class == word && !strings.ContainsFunc(d.tokens[at].text, isOrdinary)
}

// told reports whether a name follows a verb with which something begins to be said, and so is no subject: told Raj.
func (d *reading) told(at int) bool {
	from, ok := d.endsWith(at, verb)
	return ok && (from == 0 || d.tokens[from-1].divides())
}

// toDo reports whether behind a name stands what it is to do: asked Raj to send it.
func (d *reading) toDo(n int) bool {
	_, ok := d.has(d.mentions[n].to, afterName)
	return ok
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
		if t, ok := d.trigger(at); ok && (t.role != deed || t.mode == mine || t.mode == theirs || t.mode == beforeDeed && subject) && (t.role != future || subject || t.mode != anyone) {
			if t.role != future || t.mode != beforeDeed {
				return true
			}
			next := d.skip(t.end, len(d.tokens))
			_, is := d.has(next, deed)
			return is && next < len(d.tokens)
		}
		if h, ok := d.has(at, contacted, loose); ok && (h.role == contacted || subject) {
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

// trigger returns the phrase at a token that says best what was done or is promised, the longest of those.
func (d *reading) trigger(at int) (best hit, ok bool) {
	if d.timeAt[at] >= 0 || d.nameAt[at] >= 0 {
		return hit{}, false
	}
	for _, h := range d.hits[at] {
		if rank(h) > 0 && (best.phrase == nil || saysMore(h, best)) && (!h.present || d.happened(at, h)) {
			best = h
		}
	}
	return best, best.phrase != nil
}

// happened reports whether what is said as if it happened now has happened: who did it stands right before it, and
// no day that lies ahead behind it.
func (d *reading) happened(at int, h hit) bool {
	for k := at; k < len(d.tokens) && !d.tokens[k].divides(); k++ {
		if n := d.timeAt[k]; n >= 0 && d.surelyAhead(n) {
			return false
		}
	}
	for _, before := range d.hitsAt(max(at-1, 0)) {
		if at > 0 && before.end == at && (before.role == subjectI || before.role == subjectThey) && d.nameAt[at-1] < 0 {
			return true
		}
	}
	if _, ok := d.endsWith(at, achieved); ok {
		return true
	}
	return at > 0 && d.nameAt[at-1] >= 0 && !d.inList(d.nameAt[at-1])
}

// saysMore reports whether of two phrases the first says better what was done: by its role, then by its
// length, then because it tells who did it.
func saysMore(a, b hit) bool {
	if rank(a) != rank(b) {
		return rank(a) > rank(b)
	}
	if a.end != b.end {
		return a.end > b.end
	}
	return b.mode == anyone && (a.mode == mine || a.mode == theirs)
}

// inList reports whether a name stands behind a word that somebody follows who is no actor: with Ana, ask Ana.
func (d *reading) inList(n int) bool {
	_, ok := d.endsWith(d.mentions[n].from, with, toward, contacted, loose, about, exchange, promised, deed, future)
	return ok
}

// rank orders the roles of a trigger by how much they say.
func rank(h hit) int {
	switch {
	case h.role == exchange && h.exchange != data.Resource:
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
