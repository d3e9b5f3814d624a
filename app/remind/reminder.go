package remind

import (
	"context"
	"errors"
	"fmt"
	"time"

	"peerage/data"
)

// Reminder raises what is due, each thing once, however many processes raise at the same moment.
// Its fields are set before the first call and not changed later; Raise and Run are not for several
// goroutines at once.
type Reminder struct {
	Notifier Notifier
	Phrases  Phrases

	// Coming returns what holds on a day.
	Coming func(ctx context.Context, today data.Day) (Plan, error)
	// Said returns what may be told of one thing that is due, "" for nothing; nil tells nothing.
	Said func(ctx context.Context, d Due, today data.Day) string
	// Claim remembers on day, across restarts, that these are announced, and returns those of them
	// that nobody had claimed before. Of several processes that claim the same thing at the same
	// moment one alone gets it. With an error nothing is claimed.
	Claim func(ctx context.Context, day data.Day, due []Due) ([]Due, error)
	// Release forgets claims of day whose note could not be shown, so that a later attempt or another
	// process can claim them.
	Release func(ctx context.Context, day data.Day, due []Due) error
	// Shown is told how each attempt to show a note went, nil where it was shown; nil to ignore that.
	Shown func(ctx context.Context, err error)

	// Pokes returns a channel that gets something whenever more may be due, until stop is called; nil for never.
	Pokes func() (pokes <-chan struct{}, stop func())
	// Failed is told by Run of the first of several attempts in a row that failed; nil to ignore that.
	Failed func(error)

	// after stands in for time.After in tests.
	after func(time.Duration) <-chan time.Time
}

// Plan is what holds on a day, as far as it was not announced yet.
type Plan struct {
	Schedule Schedule
	// Due is all that is due on the day or before, every check-in to come that has an hour, and of the rest that is
	// to come at least what comes first; nothing where the user wants no notices.
	Due []Due
	// More says that something else may fall due on a later day, though nothing changes until then.
	More bool
}

// Raise shows what is due at now and nobody has claimed, as Schedule has it, except that the notice of the day is
// shown at whatever hour: who calls it has chosen that. It returns how much the notes were about; with
// nothing to claim it shows nothing. Where a note could not be shown its claims are released, and the rest is
// not tried.
//
// The claim comes before the note, so a process that ends between the two, a Release that fails and a
// service that gives no answer (ErrUnanswered) may each lose an announcement. That is the better side
// to err on: a check-in that is not announced still stands in the day's list, while one that could be
// announced twice would be announced again at every attempt until the store is well again, and people
// turn off what repeats itself.
func (r *Reminder) Raise(ctx context.Context, now time.Time) (raised int, err error) {
	raised, _, err = r.raise(ctx, now.Round(0), true)
	return raised, err
}

// raise does what Raise does, at any hour or as the schedule has it, and returns when there may be more; zero
// where nothing is to come.
func (r *Reminder) raise(ctx context.Context, now time.Time, anyHour bool) (raised int, next time.Time, err error) {
	today := data.DayOf(now)
	plan, err := r.Coming(ctx, today)
	if err != nil {
		return 0, next, fmt.Errorf("find what is due on %s: %w", today, err)
	}
	round := plan.Schedule.round(plan.Due, now, anyHour)
	if plan.More && round.next.IsZero() {
		round.next = moment(today+1, 0, now.Location())
	}
	for _, notice := range round.notices {
		n, err := r.announce(ctx, today, notice)
		if raised += n; err != nil {
			return raised, round.next, err
		}
	}
	return raised, round.next, nil
}

// announce shows one note about those things that nobody else has announced, and returns how many they are.
func (r *Reminder) announce(ctx context.Context, today data.Day, due []Due) (int, error) {
	claimed, err := r.Claim(ctx, today, due)
	if err != nil {
		return 0, fmt.Errorf("claim what is due on %s: %w", today, err)
	}
	if len(claimed) == 0 {
		return 0, nil
	}
	said := ""
	if len(claimed) == 1 && r.Said != nil {
		said = r.Said(ctx, claimed[0], today)
	}
	err = r.Notifier.Notify(ctx, Compose(claimed, r.Phrases, today, said))
	if r.Shown != nil && ctx.Err() == nil {
		r.Shown(ctx, err)
	}
	if err != nil {
		return 0, errors.Join(fmt.Errorf("%w: %w", ErrNotShown, err), r.release(ctx, today, claimed, err))
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
