package moves

import (
	"slices"

	"peerage/data"
)

// line is the stints of a career, linked by who takes over from whom.
type line struct {
	stints []stint
	today  data.Day
}

// link finds for every stint the one it takes over from. The surest reasons come first for all stints, so
// that a stint which could take over from several leaves the others to those with a better claim.
func (l *line) link() {
	l.close()
	for _, find := range []func(i int) int{l.inHouse, l.endedAbout, l.endedLast, l.goingOn, l.endedMeanwhile} {
		for i := range l.stints {
			if l.stints[i].before >= 0 {
				continue
			}
			if j := find(i); j >= 0 {
				l.stints[i].before, l.stints[j].after = j, i
			}
		}
	}
}

// close ends stints that are over, nobody knows when, by the day the next one began, and marks those that
// lie within another.
func (l *line) close() {
	for i := range l.stints {
		s := &l.stints[i]
		for j := i + 1; j < len(l.stints) && !s.finished() && !s.open; j++ {
			if next := &l.stints[j]; s.begunBefore(next) {
				s.end = span{s.known, max(s.known, next.begun())}
			}
		}
	}
	for i := range l.stints {
		l.stints[i].side = slices.ContainsFunc(l.stints[:i], func(s stint) bool { return s.holds(&l.stints[i]) })
	}
}

// latest returns the last stint before i that has handed over to none and fits, -1 when there is none.
func (l *line) latest(i int, fits func(s *stint) bool) int {
	for j := i - 1; j >= 0; j-- {
		if s := &l.stints[j]; s.after < 0 && s.begunBefore(&l.stints[i]) && fits(s) {
			return j
		}
	}
	return -1
}

// inHouse finds the role before at the same employer.
func (l *line) inHouse(i int) int {
	next := &l.stints[i]
	return l.latest(i, func(s *stint) bool {
		return sameEmployer(s.last, next.first) && s.endsAbout(next) && !s.holds(next) &&
			(s.open || !s.goesOn(next) && !l.between(s, next))
	})
}

// between reports whether another stint followed on the first and was over when the last began: then they
// are two times at one employer.
func (l *line) between(first, last *stint) bool {
	return slices.ContainsFunc(l.stints, func(s stint) bool {
		return first.begunBefore(&s) && s.begunBefore(last) && !first.goesOn(&s) && !s.goesOn(last)
	})
}

// endedAbout finds a role that ended about when the next began, a main one before a side one.
func (l *line) endedAbout(i int) int {
	next := &l.stints[i]
	if next.side {
		return -1
	}
	j := l.latest(i, func(s *stint) bool { return !s.side && !s.goesOn(next) && s.endsAbout(next) })
	if j < 0 {
		j = l.latest(i, func(s *stint) bool { return !s.goesOn(next) && s.endsAbout(next) })
	}
	return j
}

// endedLast finds the role that ended last before the next began, if nothing was going on then.
func (l *line) endedLast(i int) int {
	next, found := &l.stints[i], -1
	for j := range i {
		s := &l.stints[j]
		switch {
		case s.goesOn(next):
			return -1
		case s.after < 0 && s.begunBefore(next) && (found < 0 || s.end.hi >= l.stints[found].end.hi):
			found = j
		}
	}
	return found
}

// goingOn finds the role that is still held, beside which another was begun.
func (l *line) goingOn(i int) int {
	next := &l.stints[i]
	if next.side {
		return -1
	}
	j := l.latest(i, func(s *stint) bool { return s.open && s.goesOn(next) })
	if j >= 0 {
		next.beside = !l.stints[j].stated || next.stated
	}
	return j
}

// endedMeanwhile finds a role that went on for a while beside the next, and ended first.
func (l *line) endedMeanwhile(i int) int {
	next := &l.stints[i]
	if next.side {
		return -1
	}
	j := l.latest(i, func(s *stint) bool { return s.finished() && s.goesOn(next) })
	next.late = j >= 0
	return j
}
