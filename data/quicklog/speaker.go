package quicklog

import "strings"

// heading returns the mention that alone stands before the colon in front of a statement, -1 when there is
// none: Raj: promised the deck.
func (d *reading) heading(s *statement) int {
	colon := s.from - 1
	for colon > 0 && d.tokens[colon].class == stop && d.tokens[colon].text != ":" {
		colon-- // a quotation mark
	}
	if s.at != s.from || colon < 1 || d.tokens[colon].text != ":" || s.clause == 0 {
		return -1
	}
	n := d.nameAt[colon-1]
	if n < 0 || d.mentions[n].from != d.clauses[s.clause-1].from {
		return -1
	}
	return n
}

// spokeBefore returns who is said to have been in touch right before a statement that does not say who acts, and so
// goes on with them: Raj called - will send the deck.
func (d *reading) spokeBefore(s *statement) []int {
	i := s.clause - 1
	for i > 0 && d.bracketed(i) {
		i--
	}
	if i < 0 || d.clauses[s.clause].joined {
		return nil
	}
	c := d.clauses[i]
	for k := c.to; k < s.from; k++ {
		if t := &d.tokens[k]; t.class == stop && strings.Contains(".!?\n", t.text) {
			return nil
		}
	}
	n := d.nameAt[c.from]
	if n < 0 || d.mentions[n].from != c.from {
		return nil
	}
	for k := c.from; k < c.to; k++ {
		if _, ok := d.has(k, subjectI, subjectWe); ok {
			return nil
		}
	}
	at := d.mentions[n].to
	if h, ok := d.has(at, aux); ok {
		at = h.end
	}
	if _, ok := d.has(at, contacted, loose); !ok || at >= c.to {
		return nil
	}
	return []int{n}
}

// bracketed reports whether a clause stands in brackets.
func (d *reading) bracketed(i int) bool {
	c := d.clauses[i]
	return c.from > 0 && d.tokens[c.from-1].text == "(" && c.to < len(d.tokens) && d.tokens[c.to].text == ")"
}

// inQuotes reports whether a statement is quoted from what somebody else said, so that "I" is not the writer.
func (d *reading) inQuotes(s *statement) bool {
	if s.clause == 0 || s.from == 0 || !strings.Contains("\"“„«", d.tokens[s.from-1].text) {
		return false
	}
	before := d.clauses[s.clause-1]
	if _, writes := d.has(before.from, subjectI, subjectWe, verb, promised, about); writes {
		return false
	}
	for k := before.from; k < before.to; k++ {
		if _, ok := d.has(k, subjectI, subjectWe); ok {
			return false
		}
	}
	return true
}
