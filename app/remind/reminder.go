package remind

import (
	"context"
	"errors"
	"fmt"
	"time"

	"peerage/data"
)

// Reminder raises what is due, each check-in once, however many processes raise at the same moment.
// Its fields are set before the first call and not changed later; Raise and Run are not for several
// goroutines at once.
type Reminder struct {
	Notifier Notifier
	Phrases  Phrases

	// Schedule says from when on each day reminders are raised. Run asks it at every turn, so a new
	// setting holds at once.
	Schedule func() Schedule
	// Pending returns what is due on day or before and was not claimed yet.
	Pending func(ctx context.Context, day data.Day) ([]Due, error)
	// Claim remembers on day, across restarts, that these are announced, and returns those of them
	// that nobody had claimed before. Of several processes that claim the same check-in at the same
	// moment one alone gets it. With an error nothing is claimed.
	Claim func(ctx context.Context, day data.Day, due []Due) ([]Due, error)
	// Release forgets claims of day whose note could not be shown, so that a later attempt or another
	// process can claim them.
	Release func(ctx context.Context, day data.Day, due []Due) error

	// Poke tells Run that something changed and more may be due today; nil for never.
	Poke <-chan struct{}
	// Failed is told by Run of each attempt that failed; nil to ignore that.
	Failed func(error)

	// after stands in for time.After in tests.
	after func(time.Duration) <-chan time.Time
}

// Raise shows one note for all that is pending on now's day, whatever the hour, and that nobody has
// claimed. It returns how much the note was about; with nothing to claim it shows nothing.
// Where the note could not be shown the claims are released.
//
// The claim comes before the note, so a process that ends between the two, a Release that fails and a
// service that gives no answer (ErrUnanswered) may each lose an announcement. That is the better side
// to err on: a check-in that is not announced still stands in the day's list, while one that could be
// announced twice would be announced again at every attempt until the store is well again, and people
// turn off what repeats itself.
func (r *Reminder) Raise(ctx context.Context, now time.Time) (raised int, err error) {
	day := data.DayOf(now)
	pending, err := r.Pending(ctx, day)
	if err != nil {
		return 0, fmt.Errorf("find what is due on %s: %w", day, err)
	}
	if len(pending) == 0 {
		return 0, nil
	}
	claimed, err := r.Claim(ctx, day, pending)
	if err != nil {
		return 0, fmt.Errorf("claim what is due on %s: %w", day, err)
	}
	if len(claimed) == 0 {
		return 0, nil
	}
	if err := r.Notifier.Notify(ctx, Compose(claimed, r.Phrases)); err != nil {
		return 0, errors.Join(fmt.Errorf("%w: %w", ErrNotShown, err), r.release(ctx, day, claimed, err))
	}
	return len(claimed), nil
}

// release gives claims back after Notify failed, unless people may see the note all the same.
func (r *Reminder) release(ctx context.Context, day data.Day, claimed []Due, failure error) error {
	if errors.Is(failure, ErrUnanswered) {
		return nil
	}
	// That ctx has ended may be why Notify failed, and what is not released now never is.
	if err := r.Release(context.WithoutCancel(ctx), day, claimed); err != nil {
		return fmt.Errorf("release what was claimed on %s: %w", day, err)
	}
	return nil
}

// A failed attempt is repeated after firstPause, and then after twice the pause before, up to
// lastPause.
const (
	firstPause = time.Minute
	lastPause  = time.Hour
)

// glance is how often the clock on the wall is looked at: timers stand still while a machine sleeps,
// and people put clocks right.
const glance = time.Minute

// Run raises reminders until ctx ends: each day from the scheduled hour on, at once if that has
// passed, and again when poked. now returns the time in the time zone of the person.
func (r *Reminder) Run(ctx context.Context, now func() time.Time) {
	after := r.after
	if after == nil {
		after = time.After
	}
	var turn turn
	poke := r.Poke
	for ctx.Err() == nil {
		t := now()
		schedule := r.Schedule()
		if schedule.Passed(t) && turn.wants(t) {
			_, err := r.Raise(ctx, t)
			if ctx.Err() != nil {
				return
			}
			turn.took(t, err)
			if err != nil && r.Failed != nil {
				r.Failed(err)
			}
		}
		wait := schedule.Next(t).Sub(t)
		if wait <= 0 || wait > glance {
			wait = glance
		}
		select {
		case <-ctx.Done():
		case _, open := <-poke:
			turn.done = 0
			if !open {
				poke = nil
			}
		case <-after(wait):
		}
	}
}

// turn remembers between two looks at the clock what has been tried.
type turn struct {
	done  data.Day      // the day for which everything was raised, 0 when that is not known
	pause time.Duration // after a failure, how long to leave it; 0 after a success
	since time.Time     // when the failure was
}

// wants reports whether it is time to look for what is pending.
func (u *turn) wants(now time.Time) bool {
	if u.pause > 0 {
		// Without their monotonic part the times differ by what the clock on the wall shows, which
		// goes on in sleep. A failure that lies ahead means that the clock was put back.
		since := now.Round(0).Sub(u.since.Round(0))
		return since < 0 || since >= u.pause
	}
	return u.done != data.DayOf(now)
}

// took notes how an attempt ended.
func (u *turn) took(now time.Time, err error) {
	if err == nil {
		*u = turn{done: data.DayOf(now)}
		return
	}
	u.since = now
	u.pause = min(max(2*u.pause, firstPause), lastPause)
}
