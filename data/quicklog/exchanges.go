package quicklog

import (
	"slices"

	"peerage/data"
)

// readExchange reads what somebody gave the other.
func (d *reading) readExchange(s statement) bool {
	p := d.parties(&s)
	if s.trigger.mode == beforeDeed && !d.isGift(&s, &p) || s.trigger.exchange == data.Resource && s.trigger.mode == turned && d.isNoGift(s.at+s.trigger.head, s.to) {
		return false
	}
	side, ok := d.giver(&s, &p)
	if !ok {
		return false
	}
	s.by = side
	s.third = d.madeKnownTo(&s, &p)
	s.with = d.otherSide(&s, &p)
	if len(s.with) == 0 {
		return false
	}
	s.what = []stretch{{s.from, s.to}}
	kept := d.keep(s, ofExchange)
	d.alsoGiven(s)
	return kept
}

// giver returns whose the giving is. ok is false where it is between others.
func (d *reading) giver(s *statement, p *parties) (side data.Side, ok bool) {
	switch {
	case p.acted():
		side = d.actingSide(p)
		between := side == data.Theirs && !p.me && !d.mine(s) && len(p.targets) > 0 && d.direct(s.at+s.trigger.head, d.mentions[p.targets[0]].from)
		if between && s.trigger.mode != turned {
			return side, false
		}
	case s.trigger.mode == mine:
		side = data.Mine
	case s.trigger.mode == theirs:
		side = data.Theirs
	case p.me && s.trigger.mode != turned:
		side = data.Theirs
	case s.trigger.exchange != data.Thanks && d.mine(s) && !p.them && len(p.targets) == 0 && s.trigger.mode != turned:
		side = data.Theirs
	default:
		side = data.Mine
	}
	if s.trigger.mode == turned {
		side = opposite(side)
	}
	return side, true
}

// mine reports whether something of the writer's follows the trigger: reviewed my draft, and not passed it to my
// boss.
func (d *reading) mine(s *statement) bool {
	for k := s.at; k < s.to; k++ {
		if _, ok := d.has(k, my); !ok {
			continue
		}
		if _, other := d.endsWith(k, toward); !other {
			return true
		}
	}
	return false
}

// otherSide returns the mentions of the one who gave, or was given.
func (d *reading) otherSide(s *statement, p *parties) []int {
	if actor := d.actor(s, p); actor != nil {
		return actor
	}
	if s.by == data.Theirs && s.trigger.mode == turned && len(p.targets) == 0 && !p.them {
		return d.lastNamed(s.at, s.to)
	}
	if s.by == data.Theirs && s.trigger.mode != turned {
		return d.meant(s.at)
	}
	with := d.target(p, s.at)
	if s.third >= 0 && len(with) > 1 {
		with = slices.DeleteFunc(slices.Clone(with), func(n int) bool { return n == s.third })
	}
	return with
}

// madeKnownTo returns the mention of the one whom somebody was made known to, -1 when nobody was.
func (d *reading) madeKnownTo(s *statement, p *parties) int {
	if s.trigger.exchange != data.AnIntroduction {
		return -1
	}
	first := -1
	if len(p.targets) > 0 && !p.me && !p.them && s.by == data.Mine {
		first = p.targets[0]
	}
	for n := range d.mentions {
		m := &d.mentions[n]
		if m.from < s.at || m.from >= s.to || n == first && !d.isKnownTo(n) || slices.Contains(p.names, n) || d.possessive(m.to) {
			continue
		}
		if d.isKnownTo(n) {
			return n
		}
		_, to := d.endsWith(m.from, toward, with)
		if to || slices.Contains(p.targets, n) && n != first && s.by == data.Mine {
			return n
		}
	}
	return -1
}

// isGift reports whether a word like "sent" says that something of use was given: to somebody, and no ride.
func (d *reading) isGift(s *statement, p *parties) bool {
	if _, sends := d.has(s.at, sending); !p.me && !p.them && len(p.targets) == 0 && (!sends || len(p.names) == 0) {
		return false
	}
	at := d.skipTargets(s.trigger.end, s.to)
	if at >= s.to && d.l.languages[s.trigger.language].VerbLast {
		at = d.skip(s.from, s.at)
		return at < s.at && !d.isNoGift(at, s.at)
	}
	if at >= s.to {
		return false
	}
	if _, ok := d.has(at, toward, with, about, and, on, due); ok {
		return false
	}
	return !d.isNoGift(at, s.to)
}

// isNoGift reports whether the thing named from a token on is none of use: a ride, a message.
func (d *reading) isNoGift(at, to int) bool {
	for k := at; k < to && k < at+longestGap; k++ {
		if _, ends := d.has(k, toward, with, about, via); (ends || d.timeAt[k] >= 0) && k > at {
			return false
		}
		if h, ok := d.has(k, noGift); ok && d.endsThing(h.end, to) {
			return true
		}
	}
	return false
}

// skipTargets returns the first token from at on that is no pronoun, name, title or time.
func (d *reading) skipTargets(at, to int) int {
	for at < to {
		if n := d.timeAt[at]; n >= 0 {
			at = d.times[n].to
		} else if n := d.nameAt[at]; n >= 0 {
			at = d.mentions[n].to
		} else if h, ok := d.has(at, objectMe, objectThem, title); ok {
			at = h.end
		} else {
			break
		}
	}
	return at
}

// endsThing reports whether no noun follows at a token: a meeting, and not the meeting notes.
func (d *reading) endsThing(at, to int) bool {
	if at >= to || d.timeAt[at] >= 0 || d.nameAt[at] >= 0 {
		return true
	}
	_, ok := d.has(at, toward, with, about, and, on, due, objectMe, objectThem)
	return ok
}

// alsoGiven keeps what the same words say was given besides: gave me advice and feedback.
func (d *reading) alsoGiven(s statement) {
	seen := []data.ExchangeKind{s.trigger.exchange}
	for _, h := range d.hits[s.at] {
		if h.role == exchange && h.mode == s.trigger.mode && h.mode != beforeDeed && h.exchange != data.Resource && h.head < len(h.words) && h.end <= s.to && !slices.Contains(seen, h.exchange) {
			seen = append(seen, h.exchange)
			s.trigger = h
			d.statements = append(d.statements, s)
		}
	}
}
