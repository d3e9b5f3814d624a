package doors

import (
	"slices"

	"peerage/data"
)

// seldom is the number of days of contact in a year below which a tie is weak, unless it is a close one.
const seldom = 2

// year is the time before an opportunity was heard of in which contact counts, in days.
const year = 365

// close are the ties that are not weak while they last, however little contact was noted.
var close = []data.TieKind{data.Mentor, data.Mentee, data.Manager, data.Report, data.Friend, data.Family, data.Partner,
	data.Advisor, data.Coworker, data.Peer, data.Collaborator}

// loose are the ties that are weak where nothing is known of contact; "" is no tie.
var loose = []data.TieKind{"", data.Alumni, data.Colleague}

// Unnoted stands for a number of contacts that is not known.
const Unnoted = -1

// Contacts is the contact that is noted.
type Contacts struct {
	Since data.Day               // the first day on which any is, with anybody; 0 where none is
	Days  map[data.ID][]data.Day // with each person, each day once and in order
}

// Weak reports whether the tie with somebody in a chain was a weak one when the opportunity was heard of,
// by how many days of contact there had been in the year up to then, or Unnoted.
func Weak(l data.Link, contacts int) bool {
	if contacts == Unnoted {
		return slices.Contains(loose, l.Tie)
	}
	return contacts < seldom && (l.Former || !slices.Contains(close, l.Tie))
}

// before counts the days of contact with somebody in the year up to a day; Unnoted where it is not known.
func (c *Contacts) before(person data.ID, day data.Day) int {
	if person == 0 || c.Since == 0 || c.Since > day-year+1 {
		return Unnoted
	}
	days := c.Days[person]
	from, _ := slices.BinarySearch(days, day-year+1)
	to, _ := slices.BinarySearch(days, day+1)
	return to - from
}

// TieOn returns the tie that says best how somebody and I stood to each other on a day, and whether it had
// ended by then; "" when none had begun. What the user stated comes first, then what careers show, the
// closest first; what lasted comes before what was over, and what is only possible comes late. Last comes
// the profession, which is known of today alone.
func TieOn(ties []data.Tie, day data.Day) (kind data.TieKind, former bool) {
	best := 0
	for i := range ties {
		t := &ties[i]
		if !t.Since.IsZero() && t.Since.Earliest() > day {
			continue
		}
		over := overOn(t, day)
		if r := rank(t, over); kind == "" || r < best {
			kind, former, best = t.Kind, over, r
		}
	}
	return kind, former
}

// overOn reports whether a tie that had begun by a day was over on it. To have been at one place at
// different times never ends.
func overOn(t *data.Tie, day data.Day) bool {
	switch {
	case t.Kind == data.Alumni:
		return false
	case t.Until.IsZero():
		return !t.Current
	}
	return t.Until.Latest() < day
}

// rank orders the ties that TieOn chooses from, the best first.
func rank(t *data.Tie, over bool) int {
	const (
		ended      = 20
		elsewhen   = 40 // at one place, at different times
		possible   = 60
		profession = 100
	)
	if t.ByProfession() {
		return profession + slices.Index(data.DerivedTies, t.Kind)
	}
	r := 0
	if t.Derived {
		r = 1 + slices.Index(data.DerivedTies, t.Kind)
	}
	if over {
		r += ended
	}
	if t.Kind == data.Alumni {
		r += elsewhen
	}
	if t.Derived && !t.Confirmed && t.Sure == data.Possible {
		r += possible
	}
	return r
}
