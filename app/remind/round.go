package remind

import (
	"cmp"
	"slices"
	"time"

	"peerage/data"
)

// mostPromises is how many promises that are due together each have a notice of their own. More than these would
// fill the screen, and stand in the notice of the day instead.
const mostPromises = 3

// round is what a look at the clock comes to.
type round struct {
	notices [][]Due   // to raise now, each about one thing or more
	next    time.Time // when there may be more; zero when nothing is to come
}

// round sorts what was not announced yet into notices for now, and for later.
//
// Check-ins of a day share the notice of the day, at the hour the user chose. A check-in with an hour has a
// notice of its own at that minute, and each promise has one at the hour of the day, unless more than
// mostPromises are due: then they join the notice of the day. What the schedule held back until now joins it
// too, whatever it is, so that a morning begins with one notice. What was missed on an earlier day, because
// nobody ran Peerage, waits for the notice of this day. With anyHour that notice is raised at any hour.
func (s Schedule) round(due []Due, now time.Time, anyHour bool) round {
	var r round
	var group, promises, timed []Due
	open, waited := s.Open(now), false
	for _, d := range due {
		at, own, held := s.turn(d, now)
		if anyHour && !own && d.Day <= data.DayOf(now) {
			at = now
		}
		switch {
		case !open && !at.After(now):
			r.later(s.Opens(now))
		case at.After(now):
			r.later(at)
		case own && !held:
			timed = append(timed, d)
		case d.Promise:
			promises = append(promises, d)
			waited = waited || held
		default:
			group = append(group, d)
			waited = waited || held
		}
	}
	if waited || len(promises) > mostPromises {
		group, promises = append(group, promises...), nil
	}
	if len(group) > 0 {
		r.notices = append(r.notices, group)
	}
	slices.SortStableFunc(timed, func(a, b Due) int { return cmp.Compare(a.At, b.At) })
	for _, d := range append(promises, timed...) {
		r.notices = append(r.notices, []Due{d})
	}
	return r
}

// turn returns when something due is raised, whether at a minute of its own or with the notice of a day, and
// whether the schedule holds it back until then.
func (s Schedule) turn(d Due, now time.Time) (at time.Time, own, held bool) {
	today, zone := data.DayOf(now), now.Location()
	if d.At >= 0 {
		meant := moment(d.Day, d.At, zone)
		if at = s.Opens(meant); data.DayOf(at) >= today {
			return at, true, !at.Equal(meant)
		}
	}
	if d.Day > today {
		return s.calls(d.Day, zone), false, false
	}
	meant := moment(d.Day, s.At, zone)
	at = s.Opens(meant)
	return s.calls(today, zone), false, data.DayOf(at) == today && !at.Equal(meant)
}

// later notes a moment at which there may be more.
func (r *round) later(t time.Time) {
	if r.next.IsZero() || t.Before(r.next) {
		r.next = t
	}
}
