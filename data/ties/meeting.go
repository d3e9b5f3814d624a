package ties

import (
	"cmp"

	"peerage/data"
)

// meeting is what two people did at one organisation.
type meeting struct {
	organisation     data.ID
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
	case mine.spans(m.connected, m.today) && theirs.allows(m.connected):
		p.sure = likely
	case mine.dated && theirs.dated, theirs.spans(m.connected, m.today) && mine.allows(m.connected):
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

// titled reports whether the titles of both roles are known for the time in which the two may have
// met. A title of a role without dates is known from its first sighting to its last.
func (p *pair) titled() bool {
	both := p.overlap()
	for _, e := range [...]*employment{p.mine, p.theirs} {
		first, last := e.sightings()
		if !e.dated && (last < both.startFirst() || first > both.endLast()) {
			return false
		}
	}
	return true
}

// found is a tie with what it rests on.
type found struct {
	data.Tie
	organisation data.ID      // 0 for a tie by profession alone
	beside       data.TieKind // the kind of the tie that has the same evidence; "" when there is none
}

// derive appends the ties of the meeting to ties.
func (m *meeting) derive(ties []found) []found {
	together := m.together(data.Coworker)
	if together.known() {
		ties = append(ties, found{together.tie(), m.organisation, ""})
		if peers := m.together(data.Peer); peers.known() {
			ties = append(ties, found{peers.tie(), m.organisation, data.Coworker})
		}
	}
	m.choose(everybody)
	apart := m.strongestAlumni()
	// Beside a shared time, an uncertain second stint is no news.
	alumni := apart.mine != nil && (!together.known() || apart.sure == certain)
	if alumni {
		ties = append(ties, found{m.alumni(&apart, data.Alumni), m.organisation, ""})
	}
	if colleague, ok := m.colleague(alumni); ok {
		ties = append(ties, colleague)
	}
	return ties
}

// colleague makes the tie of two people in one profession, from roles that met or, where they are
// alumni, from roles that did not. Of the two the surer one counts, and the first when they are equal.
func (m *meeting) colleague(alumni bool) (found, bool) {
	var best found
	together := m.together(data.Colleague)
	if together.known() {
		best = found{together.tie(), m.organisation, data.Coworker}
	}
	if !alumni || together.known() && together.strongest.sure == certain {
		return best, together.known()
	}
	var strongest pair
	var tie data.Tie
	var room [4]cohort
	for _, c := range appendCohorts(room[:0], data.Colleague, m.mine.jobs) {
		m.choose(c)
		if p := m.strongestAlumni(); p.mine != nil && p.strongerThan(&strongest) {
			strongest, tie = p, m.alumni(&p, data.Colleague)
		}
	}
	if strongest.mine != nil && (!together.known() || strongest.sure > together.strongest.sure) {
		best = found{tie, m.organisation, data.Alumni}
	}
	return best, best.Kind != ""
}

func (p *pair) tie(kind data.TieKind) data.Tie {
	return data.Tie{
		Person: p.theirs.role.Person, Kind: kind, Derived: true, Months: -1, Sure: surenesses[p.sure],
		Mine: p.mine.role.ID, Theirs: p.theirs.role.ID,
	}
}

// alumni makes the tie of two roles that did not meet.
func (m *meeting) alumni(p *pair, kind data.TieKind) data.Tie {
	tie := p.tie(kind)
	tie.Since = m.blocks(p).since()
	return tie
}

// choose leaves the jobs in c alone to be looked at.
func (m *meeting) choose(c cohort) {
	m.mine.choose(c)
	m.theirs.choose(c)
}

// blocks returns what the blocks have in common that the roles of p are part of.
func (m *meeting) blocks(p *pair) overlap {
	return overlap{&m.mine.blocks[p.mine.block], &m.theirs.blocks[p.theirs.block]}
}

// chosen reports whether both roles are in the cohort chosen.
func (p *pair) chosen() bool { return p.mine.block != outside && p.theirs.block != outside }

// strongestAlumni looks for a stint of each that did not meet, and returns its closest roles in the
// cohort chosen, with what the whole stints allow to say.
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

// apart judges two stints as alumni; it reports false when the two people may have been coworkers, and
// when no two of their roles are in the cohort chosen.
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
			if p.chosen() && p.strongerThan(&strongest) {
				strongest = p
			}
		}
	}
	strongest.sure = sure
	return strongest, strongest.mine != nil
}
