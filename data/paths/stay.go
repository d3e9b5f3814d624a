package paths

import (
	"cmp"
	"slices"

	"peerage/data"
)

// span is a run of days, both ends included; the zero span is none.
type span struct{ first, last data.Day }

func (s span) has(day data.Day) bool { return s.first != 0 && s.first <= day && day <= s.last }

// stay is the time somebody was at an organisation: the days on which they may have been there, and those on
// which they provably were.
type stay struct {
	person data.ID
	outer  span
	proven [sightings]span
}

func (s *stay) provenOn(day data.Day) bool {
	return slices.ContainsFunc(s.proven[:], func(p span) bool { return p.has(day) })
}

// sightings is on how many days a role may have been seen: the first, the last, and today when it is held now.
const sightings = 3

// stayOf returns the stay that a role shows, false for one that has not begun or of which no day is known. An
// end that is not stated is bounded by the days on which the role was seen. One with dates of its own is proven
// from its last possible start to its first possible end, any other on the days it was seen.
func stayOf(r *data.Role, today data.Day) (stay, bool) {
	s := stay{person: r.Person}
	from, to := r.From.Earliest(), r.To.Latest()
	if from > today || from != 0 && to != 0 && to < from {
		return s, false
	}
	seen := [sightings]data.Day{r.FirstSeen, r.LastSeen}
	if r.Current {
		seen[2] = today
	}
	var earliest, latest data.Day
	for i, day := range seen {
		if day < from || to != 0 && day > to || day > today {
			seen[i] = 0 // the role's own dates are believed rather than a profile
		} else if day != 0 {
			earliest, latest = min(cmp.Or(earliest, day), day), max(latest, day)
		}
	}
	s.outer = span{cmp.Or(from, earliest, r.To.Earliest()), cmp.Or(to, latest, r.From.Latest())}
	if !r.Dated() {
		for i, day := range seen {
			s.proven[i] = span{day, day}
		}
		return s, latest != 0
	}
	began, ended := cmp.Or(r.From.Latest(), latest, s.outer.last), max(r.To.Earliest(), latest, s.outer.first)
	if earliest != 0 {
		began = min(began, earliest)
	}
	if p := (span{min(began, s.outer.last), min(ended, today)}); p.first <= p.last {
		s.proven[0] = p
	}
	return s, true
}

// meetingDays returns the days on which everyone who met at one organisation was there together, in order:
// those on which somebody came, and before the next of which somebody left.
func meetingDays(stays []stay) []data.Day {
	var came, left []data.Day
	for _, s := range stays {
		for _, days := range append(s.proven[:], s.outer) {
			if days.first != 0 {
				came, left = append(came, days.first), append(left, days.last)
			}
		}
	}
	slices.Sort(came)
	slices.Sort(left)
	came = slices.Compact(came)
	var days []data.Day
	for i, day := range came {
		next, _ := slices.BinarySearch(left, day)
		if i+1 == len(came) || next < len(left) && left[next] < came[i+1] {
			days = append(days, day)
		}
	}
	return days
}

// maxDays is how many days of one organisation are looked at.
const maxDays = 24

// thin leaves maxDays of the days, the last among them.
func thin(days []data.Day) []data.Day {
	if len(days) <= maxDays {
		return days
	}
	kept := make([]data.Day, maxDays)
	for i := range kept {
		kept[i] = days[(i+1)*len(days)/maxDays-1]
	}
	return kept
}
