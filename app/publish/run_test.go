package publish

import (
	"context"
	"io"
	"log"
	"testing"
	"time"

	"peerage/data"
)

var quiet = log.New(io.Discard, "", 0)

// runs runs the publisher by the clock of the desk: each wait turns the clock, after goesOn was told how long it is
// and said that it goes on.
func (d *desk) runs(goesOn func(time.Duration) bool) {
	d.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	passed := make(chan time.Time, 1)
	passed <- d.clock
	never := make(chan time.Time)
	d.Publisher.after = func(wait time.Duration) <-chan time.Time {
		if !goesOn(wait) {
			stop()
			return never
		}
		d.clock = d.clock.Add(wait)
		c := make(chan time.Time, 1)
		c <- d.clock
		return c
	}
	if err := d.Run(ctx); err != context.Canceled {
		d.t.Error(err)
	}
}

func TestTheServerIsAskedEveryQuarterOfAnHour(t *testing.T) {
	d, _ := connected(t, false, "Ana")
	begin := d.clock
	waits := 0
	d.runs(func(wait time.Duration) bool {
		if waits++; wait < settle {
			t.Errorf("it wakes after %v", wait)
		}
		return d.clock.Sub(begin) < time.Hour
	})
	if n := len(d.server.requests()); n != 5 || waits > 61 {
		t.Errorf("%d requests, %d waits", n, waits)
	}
}

func TestChangesAreWrittenTogetherSoonAfter(t *testing.T) {
	d, uids := connected(t, false, "Ana", "Raj")
	begin, changes := d.clock, 0
	d.runs(func(time.Duration) bool {
		if changes++; changes == 1 {
			for _, uid := range uids {
				d.set(uid, func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
			}
		}
		return d.clock.Sub(begin) < 14*time.Minute // which of a change and the clock is heard first, is open
	})
	if d.stands(uids["Ana"]) != "20261220" || d.stands(uids["Raj"]) != "20261220" {
		t.Error("not written")
	}
	if got := d.server.requests(); len(got) != 4 { // a look, a look with two writes
		t.Errorf("%q", got)
	}
}

func TestANewDayIsAReasonToLook(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	d.clock = day(t, "2026-12-02").Time().Add(-5 * time.Minute)
	begin := d.clock
	d.runs(func(time.Duration) bool { return d.clock.Sub(begin) < 8*time.Minute })
	if at := d.stands(uids["Ana"]); at != "20261202" {
		t.Error(at)
	}
}

func TestAPokeIsHeardWhateverFailed(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	d.set(uids["Ana"], func(c *data.Cadence) { c.Snooze(day(t, "2026-12-20")) })
	d.server.failWith(down(503))
	n := 0
	d.runs(func(time.Duration) bool {
		if n++; n == 1 {
			d.server.failWith(nil)
			d.Poke()
		}
		return n < 3 && d.stands(uids["Ana"]) != "20261220"
	})
	if d.stands(uids["Ana"]) != "20261220" {
		t.Errorf("not written after %d waits", n)
	}
}

func TestWithoutAServerItSleepsUntilThereIsOne(t *testing.T) {
	d := newDesk(t)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	d.Publisher.after = func(time.Duration) <-chan time.Time {
		t.Error("it looks at the clock")
		return nil
	}
	ended := make(chan error, 1)
	go func() { ended <- d.Run(ctx) }()
	stop()
	if err := <-ended; err != context.Canceled {
		t.Error(err)
	}
}

func TestTheClockMayBePutBack(t *testing.T) {
	now := noon
	var table timetable
	table.took(now, data.DayOf(now), true, nil)
	for at, want := range map[time.Duration]bool{time.Minute: false, every - time.Second: false, every: true, -time.Minute: true, 24 * time.Hour: true} {
		if got := table.wants(now.Add(at), data.DayOf(now)); got != want {
			t.Errorf("%v later: %v", at, got)
		}
	}
}

func TestHowAChannelDoesIsNoChangeOfTheCalendar(t *testing.T) {
	d, _ := connected(t, false, "Ana")
	n := 0
	d.runs(func(wait time.Duration) bool {
		if wait == settle {
			t.Error("a note about a channel wakes it")
		}
		if err := d.store.NoteChannel(t.Context(), data.FileChannel, "the disk is full"); err != nil {
			t.Error(err)
		}
		n++
		return n < 4
	})
}
