package publish

import (
	"context"
	"errors"
	"time"

	"peerage/app/again"
	"peerage/data"
)

// every is how often the server is asked what the user did there.
const every = 15 * time.Minute

// settle is how long a change waits for others that come with it.
const settle = 2 * time.Second

// glance is how often the clock on the wall is looked at: timers stand still while a machine sleeps, and a new
// day moves what is overdue.
const glance = time.Minute

// Run keeps the server up to date until ctx ends: at once, after each change of the data, on each new day, when
// poked, and every quarter of an hour to see what the user did there. After a failure it waits for the pause to
// end, whatever changes; only a poke is heard at once. While no server is set it sleeps.
func (p *Publisher) Run(ctx context.Context) error {
	changed, stop := p.store.Pokes()
	defer stop()
	var t timetable
	for ctx.Err() == nil {
		on, err := p.sync(ctx)
		if ctx.Err() != nil {
			break
		}
		t.took(p.now(), p.today(), on, err)
		t.account = p.account(ctx)
		p.wait(ctx, &t, changed)
	}
	return ctx.Err()
}

// account names the account that is set, "" for none.
func (p *Publisher) account(ctx context.Context) string {
	preferences, err := p.preferences(ctx)
	if err != nil {
		return ""
	}
	return accountOf(preferences.Publish)
}

// wait returns when it is time for the next round.
func (p *Publisher) wait(ctx context.Context, t *timetable, changed <-chan struct{}) {
	for {
		var look <-chan time.Time
		if t.on {
			look = p.after(glance)
		}
		select {
		case <-ctx.Done():
			return
		case <-p.poke:
			return
		case <-changed:
			if !t.hears(p.account(ctx)) {
				break
			}
			select {
			case <-ctx.Done():
			case <-p.poke:
			case <-p.after(settle):
			}
			return
		case <-look:
		}
		if t.wants(p.now(), p.today()) {
			return
		}
	}
}

// timetable remembers between two rounds when the next one is.
type timetable struct {
	on       bool // there is a server
	failures int  // in a row
	last     time.Time
	day      data.Day
	account  string
	cheap    bool // the failure needs the user, and asking again costs little or nothing
}

// took notes how a round ended.
func (t *timetable) took(now time.Time, today data.Day, on bool, err error) {
	failures := t.failures + 1
	if err == nil {
		failures = 0
	}
	var failure *data.ServerFailure
	cheap := errors.As(err, &failure) &&
		(failure.Reason == data.ServerWrongPassword || failure.Reason == data.ServerLocked || failure.Reason == data.ServerEmptied)
	*t = timetable{on: on, failures: failures, last: now, day: today, cheap: cheap}
}

// hears reports whether a change of the data is heard before the pause after a failure ends: the user may have
// mended what failed, in another process.
func (t *timetable) hears(account string) bool {
	return t.failures == 0 || t.cheap || t.account != account
}

// wants reports whether it is time for a round. The clock on the wall counts, which goes on in sleep; one that was
// put back makes it time too.
func (t *timetable) wants(now time.Time, today data.Day) bool {
	passed := now.Round(0).Sub(t.last.Round(0))
	switch {
	case passed < 0:
		return true
	case t.failures > 0:
		return passed >= again.After(t.failures)
	}
	return passed >= every || today != t.day
}
