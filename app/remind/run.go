package remind

import (
	"context"
	"time"

	"peerage/app/again"
	"peerage/data"
)

// glance is how often the clock on the wall is looked at, at each full minute: timers stand still while a machine
// sleeps, people put clocks right, and travel.
const glance = time.Minute

// settle is how long a change waits for others that come with it.
const settle = 2 * time.Second

// Run raises notices until ctx ends, at the minute they are for, at once if that has passed, and again when
// something changed. now returns the time in the time zone of the person. While something is to come Run wakes
// once a minute, and otherwise not at all.
func (r *Reminder) Run(ctx context.Context, now func() time.Time) {
	after := r.after
	if after == nil {
		after = time.After
	}
	var changed <-chan struct{}
	if r.Pokes != nil {
		pokes, stop := r.Pokes()
		defer stop()
		changed = pokes
	}
	look := look{stale: true}
	for ctx.Err() == nil {
		// Without their monotonic part, which stands still in sleep, times are what the clock on the wall shows.
		t := now().Round(0)
		if look.due(t) {
			_, next, err := r.raise(ctx, t, false)
			if ctx.Err() != nil {
				return
			}
			if err != nil && look.failures == 0 && r.Failed != nil {
				r.Failed(err)
			}
			look.took(t, next, err)
			t = now().Round(0) // a service may have been slow
		}
		var tick <-chan time.Time
		if !look.next.IsZero() {
			tick = after(look.wait(t))
		}
		select {
		case <-ctx.Done():
		case <-changed:
			look.stale = true
			select {
			case <-ctx.Done():
			case <-after(settle):
			}
		case <-tick:
		}
	}
}

// look remembers between two looks at the clock what has been found.
type look struct {
	at       time.Time // when the store was asked last
	next     time.Time // when to ask again, later than at; zero where nothing is to come
	failures int       // in a row
	stale    bool      // something changed since
}

// due reports whether it is time to ask what is due.
func (l *look) due(now time.Time) bool {
	switch {
	case now.Before(l.at), now.Location() != l.at.Location(): // the clock was put back, or the person has travelled
		return true
	case l.failures > 0:
		return !now.Before(l.next)
	case l.next.IsZero():
		return l.stale
	}
	return l.stale || !now.Before(l.next) || data.DayOf(now) != data.DayOf(l.at)
}

// wait returns how long it is until the clock is to be looked at again, where something is to come.
func (l *look) wait(now time.Time) time.Duration {
	return min(l.next.Sub(now), now.Truncate(glance).Add(glance).Sub(now))
}

// took notes how asking ended, and when there may be more.
func (l *look) took(now, next time.Time, err error) {
	failures := l.failures + 1
	if err == nil {
		failures = 0
	} else {
		next = now.Add(again.After(failures))
	}
	*l = look{at: now, next: next, failures: failures}
}
