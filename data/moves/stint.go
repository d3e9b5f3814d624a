package moves

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"peerage/data"
)

// never is the end of what is not known to have ended.
const never = data.Day(math.MaxInt32)

// about is how many days two roles may overlap, or lie apart, while the one still hands over to the other.
const about = 92

// span is the first and the last day that an event may have been on; lo is 0 when there is no bound.
type span struct{ lo, hi data.Day }

// stint is the time in one post: one role, or several that tell of the same.
type stint struct {
	first, last *Role // the roles that tell of its start and its end
	start, end  span  // the end is never when it is not known to have ended
	known       data.Day
	vacant      data.Day // the last day after it on which the person was seen under no employer, 0 when never
	stated      bool     // told without any sighting
	ended       bool     // it ended on a day of its own, not between sightings
	open        bool     // held today, as far as the sources know
	side        bool     // it lies within another

	before, after int  // the stints it takes over from and hands over to, -1 for none
	beside        bool // the one before goes on
	late          bool // it takes over when the one before ends, having begun earlier
}

// stintsOf appends the stints that roles show, the first begun first.
func stintsOf(list []stint, roles []Role, today data.Day) []stint {
	for i := range roles {
		if s, ok := stintOf(&roles[i], today); ok {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, compareStints)
	kept := list[:0]
	for _, s := range list {
		if i := lastOfPost(kept, &s); i >= 0 && kept[i].meets(&s, i == len(kept)-1) {
			kept[i].join(&s)
		} else {
			kept = append(kept, s)
		}
	}
	return kept
}

// lastOfPost returns the place of the last stint in the post of s, -1 when there is none.
func lastOfPost(list []stint, s *stint) int {
	for i := len(list) - 1; i >= 0; i-- {
		if samePost(list[i].last, s.first) {
			return i
		}
	}
	return -1
}

// stintOf returns what is known of one role; ok is false when that is no day, or only one in the future.
func stintOf(r *Role, today data.Day) (s stint, ok bool) {
	from, to := span{r.From.Earliest(), r.From.Latest()}, span{r.To.Earliest(), r.To.Latest()}
	ended := to.lo != 0 && to.lo <= today
	seen := r.FirstSeen != 0
	if from.lo > today || from.lo == 0 && !ended && (!seen || r.FirstSeen > today) {
		return s, false
	}
	s = stint{first: r, last: r, start: from, end: span{hi: never}, stated: !seen, before: -1, after: -1}
	switch {
	case from.lo == 0 && seen:
		s.start = span{hi: r.FirstSeen}
	case from.lo == 0:
		s.start = span{hi: to.lo}
	case seen && r.FirstSeen >= from.lo:
		s.start.hi = min(s.start.hi, r.FirstSeen)
	}
	s.known = max(s.start.hi, min(r.LastSeen, today))
	switch {
	case ended:
		s.start.hi = max(min(s.start.hi, to.hi), s.start.lo)
		s.end = span{max(to.lo, s.start.lo), max(to.hi, s.start.hi)}
		s.known, s.ended = s.end.lo, true
	case r.Gone != 0 && r.Gone <= today:
		s.end = span{r.LastSeen, r.Gone}
	case r.Current:
		s.open = true
		if s.stated {
			s.known = today
		}
	}
	return s, true
}

// compareStints orders stints by their start; of those begun on one day the one that lasts longest comes
// first, as the main one.
func compareStints(a, b stint) int {
	return cmp.Or(
		cmp.Compare(a.begun(), b.begun()), cmp.Compare(a.start.hi, b.start.hi),
		cmp.Compare(b.end.hi, a.end.hi), cmp.Compare(b.end.lo, a.end.lo), cmp.Compare(b.known, a.known),
		cmp.Compare(a.openness(), b.openness()),
		strings.Compare(a.first.Form, b.first.Form),
		strings.Compare(a.first.Employer, b.first.Employer), strings.Compare(a.first.Title, b.first.Title),
		strings.Compare(a.first.Role.Employer, b.first.Role.Employer), strings.Compare(a.first.Role.Title, b.first.Role.Title),
		cmp.Compare(a.first.Organisation, b.first.Organisation),
		compareStandings(a.first.Standing, b.first.Standing),
		cmp.Compare(a.first.ID, b.first.ID),
	)
}

func compareStandings(a, b data.Standing) int {
	return cmp.Or(cmp.Compare(a.Track, b.Track), cmp.Compare(a.Level, b.Level), cmp.Compare(a.Field, b.Field))
}

// openness orders what is held today before what is not.
func (s *stint) openness() int {
	if s.open {
		return 0
	}
	return 1
}

// begun returns the day a stint is ordered by: the middle of those on which it may have begun, so that a
// role of 2012 stands before one of September 2012, and behind one that was seen in March.
func (s *stint) begun() data.Day {
	if s.start.lo != 0 {
		return (s.start.lo + s.start.hi) / 2
	}
	return s.start.hi
}

// meets reports whether a stint of the same post that begins later may be the same stint: this one has not
// ended by then. Of one that is over, nobody knows when, that holds if nothing began in between.
func (s *stint) meets(later *stint, nextTo bool) bool {
	return s.open || s.finished() && later.begun() <= s.end.hi || !s.finished() && nextTo
}

// join takes up what another role tells of the same post. The later end counts, unless one has an end of
// its own and the other was only seen.
func (s *stint) join(other *stint) {
	s.start.hi = min(s.start.hi, max(other.start.hi, s.start.lo))
	s.known = max(s.known, other.known)
	switch {
	case s.ended && !other.first.Dated():
	case !s.finished() && other.finished(), s.finished() && other.end.hi > s.end.hi:
		s.last, s.end, s.ended, s.open = other.last, other.end, other.ended, other.open
	case !s.finished():
		s.open = s.open || other.open
	}
	s.stated = s.stated && other.stated
	if s.finished() {
		s.known = min(s.known, max(s.end.lo, s.start.hi))
	}
}

// finished reports whether the stint is known to have ended.
func (s *stint) finished() bool { return s.end.hi != never }

// goesOn reports whether the stint is proven to have gone on for a while after another had begun.
func (s *stint) goesOn(next *stint) bool {
	if s.open && s.stated {
		return true
	}
	if next.start.lo == 0 && !s.ended {
		return s.known >= next.start.hi
	}
	return s.known > next.start.hi+about
}

// holds reports whether the whole of another stint, begun later, lies within this one.
func (s *stint) holds(other *stint) bool {
	return s.goesOn(other) && other.finished() && s.known >= other.end.hi
}

// endsAbout reports whether the stint may have ended about when the next began.
func (s *stint) endsAbout(next *stint) bool {
	return !s.finished() || next.begun() <= s.end.hi+about
}

// begunBefore reports whether the stint is known to have begun before another.
func (s *stint) begunBefore(next *stint) bool {
	return s.begun() < next.begun() || s.begun() == next.begun() && s.start.hi < next.start.hi
}
