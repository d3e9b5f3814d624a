package data

import "strings"

// Doubt is something unusual about a role, such as an end before its start. It may be so: whoever
// insists keeps it.
type Doubt struct {
	Field  string // "from" or "to"
	Reason Reason // EndsBeforeStart, Overlaps, InFuture or VeryLong
}

// longRole is how long a role may be held before it is unusual, in years.
const longRole = 70

// Doubts returns what is unusual about a role beside the others of the same person, as of today, at most
// one doubt a field. A role among others with the ID of r is r as it was. Days of which a part is unknown
// count as unusual only where they are so however they are meant.
func (r *Role) Doubts(others []Role, today Day) []Doubt {
	var list []Doubt
	backwards := r.To.Latest() != 0 && r.To.Latest() < r.From.Earliest()
	switch {
	case r.From.Earliest() > today:
		list = append(list, Doubt{"from", InFuture})
	case !backwards && r.twice(others, today):
		list = append(list, Doubt{"from", Overlaps})
	}
	end := r.To.Earliest()
	if end == 0 && r.Current {
		end = today
	}
	switch start := r.From.Latest(); {
	case backwards:
		list = append(list, Doubt{"to", EndsBeforeStart})
	case r.To.Earliest() > today:
		list = append(list, Doubt{"to", InFuture})
	case start != 0 && start.AddMonths(12*longRole) <= end:
		list = append(list, Doubt{"to", VeryLong})
	}
	return list
}

// twice reports whether one of others is the same work at the same time.
func (r *Role) twice(others []Role, today Day) bool {
	from, to := r.held(today)
	for i := range others {
		o := &others[i]
		if r.ID != 0 && o.ID == r.ID || !sameWords(o.Employer, r.Employer) || !sameWords(o.Title, r.Title) {
			continue
		}
		if first, last := o.held(today); from != 0 && first != 0 && max(from, first) <= min(to, last) {
			return true
		}
	}
	return false
}

func sameWords(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// held returns the days between which a role was certainly held, both 0 when nothing is known of that.
// The first comes after the last where two ends known in part leave nothing certain between them.
func (r *Role) held(today Day) (from, to Day) {
	from, to = r.From.Latest(), r.To.Earliest()
	if to == 0 && r.Current {
		to = today
	}
	if from == 0 {
		from = r.FirstSeen
	}
	if to == 0 {
		to = r.LastSeen
	}
	switch {
	case from == 0:
		from = to
	case to == 0:
		to = from
	}
	return from, to
}
