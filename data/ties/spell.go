package ties

import (
	"cmp"
	"slices"

	"peerage/data"
)

// spell is the time that two people had together, as far as all pairs of roles with the best evidence
// show it.
type spell struct {
	kind        data.TieKind
	strongest   pair
	own         overlap // of the blocks of strongest
	first, last overlap // of the blocks that begin first, and of those that end last
	current     bool    // today is proven
	counted     bool    // a start of both is stated, so that months can be counted
	shared      []period
}

// known reports whether the two met at all.
func (s *spell) known() bool { return s.strongest.mine != nil }

// together returns the time of all pairs of roles that make a tie of kind, which is not Alumni.
func (m *meeting) together(kind data.TieKind) spell {
	s := spell{kind: kind}
	var room [8]cohort
	cohorts := append(room[:0], everybody)
	if kind != data.Coworker {
		cohorts = appendCohorts(room[:0], kind, m.mine.jobs)
	}
	for _, c := range cohorts {
		m.choose(c)
		s.add(m)
	}
	return s
}

// add adds the pairs of the cohort chosen.
func (s *spell) add(m *meeting) {
	if len(m.mine.blocks) == 0 || len(m.theirs.blocks) == 0 {
		return
	}
	for i := range m.mine.jobs {
		for j := range m.theirs.jobs {
			p := pair{mine: &m.mine.jobs[i], theirs: &m.theirs.jobs[j]}
			if !p.chosen() {
				continue
			}
			if p = m.judge(p.mine, p.theirs); p.together {
				s.addPair(m, p)
			}
		}
	}
	for i := range m.mine.blocks {
		for j := range m.theirs.blocks {
			both := overlap{&m.mine.blocks[i], &m.theirs.blocks[j]}
			if both.bothStarted() && both.inner() >= 0 {
				s.shared = append(s.shared, period{both.startLast(), both.endFirst()})
			}
		}
	}
}

func (s *spell) addPair(m *meeting, p pair) {
	if s.kind == data.Peer && !p.titled() {
		p.sure = possible
	}
	both := m.blocks(&p)
	switch {
	case !s.known() || p.sure > s.strongest.sure:
		s.first, s.last = both, both
	case p.sure < s.strongest.sure:
		return
	}
	if p.strongerThan(&s.strongest) {
		s.strongest, s.own = p, both
	}
	if both.beginsBefore(s.first) {
		s.first = both
	}
	if both.endsAfter(s.last) {
		s.last = both
	}
	if p.sure == certain {
		s.current = s.current || p.mine.provenOn(m.today) && p.theirs.provenOn(m.today)
		s.counted = s.counted || p.overlap().bothStarted()
	}
}

// tie makes the tie that the spell shows.
func (s *spell) tie() data.Tie {
	tie := s.strongest.tie(s.kind)
	tie.Since, tie.Until = s.first.since(), s.last.until()
	if backwards(tie.Since, tie.Until) {
		// Where nothing is certain, the earliest start and the latest end may come from overlaps
		// that exclude each other.
		tie.Since, tie.Until = s.own.since(), s.own.until()
	}
	if tie.Current = s.current; tie.Current {
		tie.Until = data.PartialDay{}
	}
	if s.counted {
		tie.Months = s.months()
	}
	return tie
}

func backwards(since, until data.PartialDay) bool {
	return !since.IsZero() && !until.IsZero() && until.Latest() < since.Earliest()
}

// months sums the proven time together of all roles whose start is stated, every day once.
func (s *spell) months() int {
	slices.SortFunc(s.shared, func(a, b period) int { return cmp.Compare(a.first, b.first) })
	months := 0
	for rest := s.shared; len(rest) > 0; {
		whole := rest[0]
		rest = rest[1:]
		for len(rest) > 0 && rest[0].first <= whole.last+1 {
			whole.last = max(whole.last, rest[0].last)
			rest = rest[1:]
		}
		months += whole.months()
	}
	return months
}
