package ties

import (
	"cmp"
	"slices"

	"peerage/data"
)

// meeting is what two people did at one organisation.
type meeting struct {
	mine, theirs     career
	connected, today data.Day
}

// pair is one role of each, with what the two say together.
type pair struct {
	mine, theirs *employment
	together     bool // a coworker pair; else the two are alumni
	sure         rank
}

// judge says what two roles at the organisation show, by the rules that the package states.
func (m *meeting) judge(mine, theirs *employment) pair {
	p := pair{mine, theirs, true, certain}
	both := p.overlap()
	switch {
	case p.proven():
	case both.startFirst() > both.endLast():
		p.together = false
	case mine.beganStated(&theirs.bounds) && theirs.beganStated(&mine.bounds):
		p.sure = likely
	case mine.spans(m.connected, m.today):
		p.sure = likely
	case mine.dated && theirs.dated, theirs.spans(m.connected, m.today):
		p.sure = possible
	default:
		p.together, p.sure = false, possible
	}
	return p
}

func (p *pair) overlap() overlap { return overlap{&p.mine.bounds, &p.theirs.bounds} }

// proven reports whether there is a day on which both roles were certainly held.
func (p *pair) proven() bool {
	if p.mine.dated && p.theirs.dated {
		return p.overlap().inner() >= 0
	}
	sparse, other := p.mine, p.theirs
	if sparse.dated {
		sparse, other = other, sparse
	}
	for _, day := range sparse.seen {
		if day != 0 && other.provenOn(day) {
			return true
		}
	}
	return false
}

// strongerThan reports whether p is better evidence than q for the same kind of tie: surer, then
// longer (for roles that did not meet: closer), then later. q may be the zero pair.
func (p *pair) strongerThan(q *pair) bool {
	if q.mine == nil {
		return true
	}
	a, b := p.overlap(), q.overlap()
	return cmp.Or(
		cmp.Compare(p.sure, q.sure),
		cmp.Compare(max(a.inner(), -1), max(b.inner(), -1)),
		cmp.Compare(a.outer(), b.outer()),
		cmp.Compare(a.startLast(), b.startLast()),
		-cmp.Compare(min(p.mine.role.ID, p.theirs.role.ID), min(q.mine.role.ID, q.theirs.role.ID)),
		-cmp.Compare(max(p.mine.role.ID, p.theirs.role.ID), max(q.mine.role.ID, q.theirs.role.ID)),
	) > 0
}

// derive appends the ties of the meeting to ties.
func (m *meeting) derive(ties []data.Tie) []data.Tie {
	together := m.strongestCoworker()
	if together.mine != nil {
		ties = append(ties, m.coworker(together))
	}
	apart := m.strongestAlumni()
	// Beside a shared time, an uncertain second stint is no news.
	if apart.mine != nil && (together.mine == nil || apart.sure == certain) {
		tie := apart.tie()
		tie.Since = m.blocks(&apart).since()
		ties = append(ties, tie)
	}
	return ties
}

func (p *pair) tie() data.Tie {
	kind := data.Alumni
	if p.together {
		kind = data.Coworker
	}
	return data.Tie{
		Person: p.theirs.role.Person, Kind: kind, Derived: true, Months: -1, Sure: surenesses[p.sure],
		Mine: p.mine.role.ID, Theirs: p.theirs.role.ID,
	}
}

func (m *meeting) strongestCoworker() pair {
	var strongest pair
	for i := range m.mine.jobs {
		for j := range m.theirs.jobs {
			p := m.judge(&m.mine.jobs[i], &m.theirs.jobs[j])
			if p.together && p.strongerThan(&strongest) {
				strongest = p
			}
		}
	}
	return strongest
}

// coworker makes the tie of which strongest is the best evidence.
func (m *meeting) coworker(strongest pair) data.Tie {
	tie := strongest.tie()
	first, last := m.blocks(&strongest), m.blocks(&strongest)
	counted := false
	for i := range m.mine.jobs {
		for j := range m.theirs.jobs {
			p := m.judge(&m.mine.jobs[i], &m.theirs.jobs[j])
			if !p.together || p.sure != strongest.sure {
				continue
			}
			both := m.blocks(&p)
			if both.beginsBefore(first) {
				first = both
			}
			if both.endsAfter(last) {
				last = both
			}
			if p.sure == certain {
				tie.Current = tie.Current || p.mine.provenOn(m.today) && p.theirs.provenOn(m.today)
				counted = counted || p.overlap().bothStarted()
			}
		}
	}
	tie.Since, tie.Until = first.since(), last.until()
	if backwards(tie.Since, tie.Until) {
		// Where nothing is certain, the earliest start and the latest end may come from overlaps
		// that exclude each other.
		tie.Since, tie.Until = m.blocks(&strongest).since(), m.blocks(&strongest).until()
	}
	if tie.Current {
		tie.Until = data.PartialDay{}
	}
	if counted {
		tie.Months = m.months()
	}
	return tie
}

func backwards(since, until data.PartialDay) bool {
	return !since.IsZero() && !until.IsZero() && until.Latest() < since.Earliest()
}

// blocks returns what the blocks have in common that the roles of p are part of.
func (m *meeting) blocks(p *pair) overlap {
	return overlap{&m.mine.blocks[p.mine.block], &m.theirs.blocks[p.theirs.block]}
}

// months sums the proven time together of all roles whose start is stated, every day once.
func (m *meeting) months() int {
	var shared []period
	for i := range m.mine.blocks {
		for j := range m.theirs.blocks {
			both := overlap{&m.mine.blocks[i], &m.theirs.blocks[j]}
			if both.bothStarted() && both.inner() >= 0 {
				shared = append(shared, period{both.startLast(), both.endFirst()})
			}
		}
	}
	slices.SortFunc(shared, func(a, b period) int { return cmp.Compare(a.first, b.first) })
	months := 0
	for len(shared) > 0 {
		whole := shared[0]
		shared = shared[1:]
		for len(shared) > 0 && shared[0].first <= whole.last+1 {
			whole.last = max(whole.last, shared[0].last)
			shared = shared[1:]
		}
		months += whole.months()
	}
	return months
}

// strongestAlumni looks for a stint of each that did not meet, and returns its closest roles, with
// what the whole stints allow to say.
func (m *meeting) strongestAlumni() pair {
	var strongest pair
	for rest := m.mine.jobs; len(rest) > 0; {
		var mine []employment
		mine, rest = stint(rest)
		for others := m.theirs.jobs; len(others) > 0; {
			var theirs []employment
			theirs, others = stint(others)
			if p, ok := m.apart(mine, theirs); ok && p.strongerThan(&strongest) {
				strongest = p
			}
		}
	}
	return strongest
}

// apart judges two stints as alumni; it reports false when the two people may have been coworkers.
func (m *meeting) apart(mine, theirs []employment) (pair, bool) {
	var strongest pair
	sure := certain
	for i := range mine {
		for j := range theirs {
			p := m.judge(&mine[i], &theirs[j])
			if p.together {
				return pair{}, false
			}
			sure = min(sure, p.sure)
			if p.strongerThan(&strongest) {
				strongest = p
			}
		}
	}
	strongest.sure = sure
	return strongest, true
}
