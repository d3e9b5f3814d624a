package publish

import (
	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/store"
)

// verdict says what the user did to an object on the server.
type verdict int

const (
	nothing verdict = iota // that Peerage takes over
	moved                  // to the day and the hour that the object has
	dropped                // deleted or cancelled
	done                   // ticked off
)

// judge says what the user did to an object, and whether it holds. was is what Peerage wrote last; is what stands
// there now, nil where the object was deleted; want what Peerage would write now, nil where the event is gone.
// Of a change that does not hold against one that was made here, lost is true: what Peerage wants is to be written.
func judge(was *store.Published, is *calendar.Found, want *item) (v verdict, lost bool) {
	switch {
	case want == nil:
		return nothing, false
	case is == nil:
		v = dropped
	case is.Done && was.Task:
		return done, false
	case is.Cancelled:
		v = dropped
	case is.Day == 0 || standsAs(is, was.Day, was.At) || was.PriorDay != 0 && standsAs(is, was.PriorDay, was.PriorAt):
		return nothing, false
	case standsAs(is, want.event.Day, want.at), was.Day == 0 && want.slides(is):
		return nothing, false
	default:
		v = moved
	}
	if was.Wished == was.Wish {
		return v, false
	}
	if is == nil || is.Modified.UnixMilli() <= was.Since {
		return nothing, true
	}
	return v, false
}

func standsAs(is *calendar.Found, day data.Day, at int) bool { return is.Day == day && is.At == at }

// slides reports whether an object that Peerage may have written itself, it is not known when, stands before the
// day of now as an event does that slides from day to day.
func (w *item) slides(is *calendar.Found) bool {
	return w.event.Kind == calendar.CheckIn && is.Day < w.event.Day && is.At == w.at
}
