package ties

import (
	"slices"

	"peerage/data"
)

// cohort is a set of standings any two of which make the tie of its kind between roles that meet: a
// profession for colleagues, and for peers two neighbouring levels of a track. Somebody promoted from
// one level of a cohort to the next stays in it. That of coworkers holds everybody.
type cohort struct {
	kind  data.TieKind
	field data.Field
	track data.Track
	lower int // the rank of the lower of the two levels
}

var everybody = cohort{kind: data.Coworker}

func (c cohort) has(s *data.Standing) bool {
	switch c.kind {
	case data.Colleague:
		return s.Field == c.field
	case data.Peer:
		above := s.Level.Rank() - c.lower
		return s.Track == c.track && (above == 0 || above == 1)
	}
	return true
}

// appendCohorts appends the cohorts for ties of kind that the jobs are in. They need not be those of
// the other person too, as no tie is found in a cohort that either is missing from.
func appendCohorts(cohorts []cohort, kind data.TieKind, jobs []employment) []cohort {
	add := func(c cohort) {
		if !slices.Contains(cohorts, c) {
			cohorts = append(cohorts, c)
		}
	}
	for i := range jobs {
		s := &jobs[i].role.Standing
		switch {
		case kind == data.Colleague && fieldKnown(s):
			add(cohort{kind: kind, field: s.Field})
		case kind == data.Peer && stepKnown(s):
			for lower := max(s.Level.Rank()-1, 0); lower <= s.Level.Rank(); lower++ {
				add(cohort{kind: kind, track: s.Track, lower: lower})
			}
		}
	}
	return cohorts
}

func fieldKnown(s *data.Standing) bool { return s.Field != "" && s.Field != data.UnknownField }

// stepKnown reports whether both track and level are known.
func stepKnown(s *data.Standing) bool {
	return s.Track != "" && s.Track != data.UnknownTrack && s.Level.Rank() >= 0
}

// sameField reports whether two roles are in one known profession.
func sameField(a, b *data.Role) bool {
	return fieldKnown(&a.Standing) && a.Standing.Field == b.Standing.Field
}

// abreast reports whether two roles are on one known track, their known levels at most one apart.
func abreast(a, b *data.Role) bool {
	s, o := &a.Standing, &b.Standing
	apart := s.Level.Rank() - o.Level.Rank()
	return stepKnown(s) && stepKnown(o) && s.Track == o.Track && -1 <= apart && apart <= 1
}
