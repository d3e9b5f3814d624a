package moves

import (
	"slices"

	"peerage/data"
)

// vacate takes out the times in which sources named no employer any more. They tell that the employment
// before was over, which its end says already, and nothing of a new one.
func (l *line) vacate() {
	kept := l.stints[:0]
	for _, s := range l.stints {
		if before := lastEmployed(kept, &s); vacant(s.first) && before >= 0 {
			kept[before].vacant = max(kept[before].vacant, s.known)
		} else {
			kept = append(kept, s)
		}
	}
	l.stints = kept
}

// vacant reports whether a role was only seen, under no employer.
func vacant(r *Role) bool {
	return r.Employer == "" && !r.Retired && r.FirstSeen != 0 && !r.Dated()
}

// lastEmployed returns the place of the last stint before s that names an employer, -1 when there is none.
func lastEmployed(list []stint, s *stint) int {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].last.Employer != "" && list[i].begunBefore(s) {
			return i
		}
	}
	return -1
}

// parted reports whether somebody is known to have been at no employer between two stints: a source that
// named the first no more named nothing, and the next began later. Whoever came back to where they had been
// has not left, and neither has one whose stints have dates, between which a gap is a gap.
func (l *line) parted(from, to *stint) bool {
	elsewhere := to.first.Retired || newEmployer(from.last, to.first)
	if !from.finished() || from.ended || from.last.Retired || to.beside || to.late || !elsewhere {
		return false
	}
	gone := from.end.hi
	begun := to.start.hi
	if to.start.lo != 0 {
		begun = to.start.lo
	}
	return from.last.Gone == gone && begun > gone && !slices.ContainsFunc(l.stints, func(s stint) bool {
		return s.first != from.first && s.first != to.first && s.start.hi <= gone && (s.known >= gone || s.open && s.stated)
	})
}

// leaving returns the move of somebody who left a post with nothing known for a while.
func (l *line) leaving(s *stint) data.Move {
	by := min(s.end.hi, l.today)
	return data.Move{
		Person: s.last.Person, Kinds: []data.MoveKind{data.Left}, From: post(s.last),
		After: min(s.end.lo, by), By: by,
	}
}

// called returns the stint that tells what somebody was called when they left a post: that before, if their
// last one has no title.
func (l *line) called(s *stint) *stint {
	titled := s
	for titled.last.Title == "" && titled.before >= 0 && !titled.beside && !titled.last.Retired {
		titled = &l.stints[titled.before]
	}
	if titled.last.Title == "" {
		return s
	}
	return titled
}

// kindsBetween returns what it is to go from one stint to another. A title that is not said cuts nothing
// in two: what somebody was called before holds until another title is said.
func kindsBetween(from, titled, to *stint) []data.MoveKind {
	if titled == from {
		return kindsOf(from.last, to.first, to.beside)
	}
	before := *from.last
	before.Title, before.Standing = titled.last.Title, titled.last.Standing
	kinds := kindsOf(&before, to.first, to.beside)
	if !sameEmployer(titled.last, from.last) {
		kinds = slices.DeleteFunc(kinds, func(k data.MoveKind) bool { return k == data.Promotion })
	}
	return kinds
}
