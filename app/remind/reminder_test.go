package remind

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"peerage/data"
)

var errBroken = errors.New("broken")

// desk is a person's machine for a while: a clock that runs only while Run waits, a notification
// service and a store that can be out of order, and what was seen and said.
type desk struct {
	clock time.Time
	until time.Time

	schedule Schedule
	due      map[string]data.Day // the days on which people fall due
	at       map[string]int      // the hours that some of them have, in minutes after midnight
	promised map[string]bool     // of whom it is a promise that falls due
	idle     bool                // nothing is to come beside these
	more     bool                // more falls due on later days, of which nothing is known before
	claimed  map[string]bool     // what the store remembers, across restarts
	events   []event             // what happens in the meantime, in order of time

	silent, unwritable, unreadable bool // the service, the store's writing and its reading are out of order

	notes, errors, attempts []string // with the time they came
	looks                   int      // how often the clock was looked at
	asks                    int      // how often the store was
	waits                   []time.Duration
}

type event struct {
	at   string // a time of the form 2006-01-02 15:04
	what func(d *desk, poke chan<- struct{})
}

const minutes = "2006-01-02 15:04"

// berlin is where desks stand.
var berlin = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	return zone
})

func newDesk(t *testing.T, from, until string) *desk {
	t.Helper()
	d := &desk{due: map[string]data.Day{}, at: map[string]int{}, promised: map[string]bool{}, claimed: map[string]bool{}, schedule: Schedule{At: 9 * 60}}
	d.clock, d.until = d.parse(from), d.parse(until)
	return d
}

func (d *desk) parse(s string) time.Time {
	at, err := time.ParseInLocation(minutes, s, berlin())
	if err != nil {
		panic(err)
	}
	return at
}

func (d *desk) Notify(_ context.Context, n Note) error {
	d.attempts = append(d.attempts, d.clock.Format(minutes))
	if d.silent {
		return errBroken
	}
	d.notes = append(d.notes, d.clock.Format(minutes)+" "+n.Body)
	return nil
}

// coming lists what is due, the far future too so that there is always something to come.
func (d *desk) coming(_ context.Context, today data.Day) (Plan, error) {
	d.asks++
	if d.unreadable {
		return Plan{}, errBroken
	}
	var due []Due
	for name, day := range d.due {
		x := Due{Key: name + day.String(), Person: data.ID(name[0]), Name: name, Day: day, At: data.AllDay, Promise: d.promised[name]}
		if at, timed := d.at[name]; timed {
			x.At = at
			x.Key += data.Clock(at)
		}
		if !d.claimed[x.Key] {
			due = append(due, x)
		}
	}
	if !d.idle {
		due = append(due, Due{Key: "later", Name: "Later", Day: today + 400, At: data.AllDay})
	}
	slices.SortFunc(due, func(a, b Due) int { return strings.Compare(a.Key, b.Key) })
	return Plan{Schedule: d.schedule, Due: due, More: d.more}, nil
}

func (d *desk) reminder() *Reminder {
	return &Reminder{
		Notifier: d, Phrases: phrases, Coming: d.coming,
		Claim: func(_ context.Context, _ data.Day, due []Due) (claimed []Due, err error) {
			if d.unwritable {
				return nil, errBroken
			}
			for _, x := range due {
				if !d.claimed[x.Key] {
					d.claimed[x.Key] = true
					claimed = append(claimed, x)
				}
			}
			return claimed, nil
		},
		Release: func(ctx context.Context, _ data.Day, due []Due) error {
			if d.unwritable {
				return errBroken
			}
			for _, x := range due {
				delete(d.claimed, x.Key)
			}
			return ctx.Err()
		},
		Failed: func(err error) { d.errors = append(d.errors, d.clock.Format(minutes)+" "+err.Error()) },
	}
}

// run starts the program anew and runs it until the end of the time, or until it is killed there.
func (d *desk) run() { d.runs(d.reminder()) }

// runs does what run does, with a reminder.
func (d *desk) runs(r *Reminder) {
	ctx, quit := context.WithCancel(context.Background())
	defer quit()
	poke := make(chan struct{}, 1)
	r.Pokes = func() (<-chan struct{}, func()) { return poke, func() {} }
	r.after = func(wait time.Duration) <-chan time.Time {
		d.waits = append(d.waits, wait)
		d.clock = d.clock.Add(wait)
		for len(d.events) > 0 && !d.clock.Before(d.parse(d.events[0].at)) {
			d.events[0].what(d, poke)
			d.events = d.events[1:]
		}
		if !d.clock.Before(d.until) {
			quit()
		}
		fired := make(chan time.Time, 1)
		if len(poke) == 0 {
			fired <- d.clock
		}
		return fired
	}
	r.Run(ctx, func() time.Time { d.looks++; return d.clock })
}

func (d *desk) expect(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func on(s string) data.Day {
	day, err := data.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return day
}

func TestRemindersAreRaisedOnceADayAtTheHour(t *testing.T) {
	d := newDesk(t, "2026-11-22 07:03", "2026-11-25 23:00")
	d.due = map[string]data.Day{"Ana": on("2026-11-22"), "Raj": on("2026-11-20"), "Kim": on("2026-11-24")}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-22 09:00 Ana, Raj +0", "2026-11-24 09:00 Kim +0")
	d.expect(t, "errors", d.errors)
}

func TestAStartAfterTheHourRaisesAtOnce(t *testing.T) {
	d := newDesk(t, "2026-11-22 15:20", "2026-11-22 18:00")
	d.due["Ana"] = on("2026-11-22")
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-22 15:20 Ana +0")
}

func TestNothingIsRaisedAgainAfterARestart(t *testing.T) {
	d := newDesk(t, "2026-11-22 08:00", "2026-11-22 12:00")
	d.due["Ana"] = on("2026-11-22")
	d.run()
	d.until = d.parse("2026-11-24 12:00")
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-22 09:00 Ana +0")
}

func TestAMachineThatSleptRaisesWithinAMinute(t *testing.T) {
	d := newDesk(t, "2026-11-22 22:00", "2026-11-23 23:00")
	d.due["Ana"] = on("2026-11-23")
	d.events = []event{{"2026-11-22 23:30", func(d *desk, _ chan<- struct{}) { d.clock = d.parse("2026-11-23 11:42") }}}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-23 11:42 Ana +0")
	if longest := slices.Max(d.waits); longest > time.Minute {
		t.Errorf("the clock was not looked at for %v", longest)
	}
}

func TestAPokeRaisesWhatHasJustFallenDue(t *testing.T) {
	d := newDesk(t, "2026-11-22 08:00", "2026-11-22 18:00")
	add := func(name string) func(*desk, chan<- struct{}) {
		return func(d *desk, poke chan<- struct{}) { d.due[name] = on("2026-11-22"); poke <- struct{}{} }
	}
	d.events = []event{{"2026-11-22 08:30", add("Ana")}, {"2026-11-22 14:10", add("Raj")}}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-22 09:00 Ana +0", "2026-11-22 14:10 Raj +0")
	if d.asks > 6 {
		t.Errorf("the store was asked %d times", d.asks)
	}
}

func TestAServiceThatFailsIsTriedAgainAtACalmPace(t *testing.T) {
	d := newDesk(t, "2026-11-22 08:00", "2026-11-22 20:00")
	d.due["Ana"] = on("2026-11-22")
	d.silent = true
	d.events = []event{{"2026-11-22 13:30", func(d *desk, poke chan<- struct{}) { d.silent = false; poke <- struct{}{} }}}
	d.run()
	d.expect(t, "errors", d.errors, "2026-11-22 09:00 the reminder was not shown: broken")
	var tried []string
	for _, clock := range []string{"09:00", "09:01", "09:03", "09:07", "09:15", "09:31", "10:03", "11:03", "12:03", "13:03", "14:03"} {
		tried = append(tried, "2026-11-22 "+clock)
	}
	d.expect(t, "attempts", d.attempts, tried...)
	d.expect(t, "notes", d.notes, "2026-11-22 14:03 Ana +0")
}

func TestAClockPutBackDoesNotHoldARetryUp(t *testing.T) {
	d := newDesk(t, "2026-11-22 09:00", "2026-11-21 09:30")
	d.due["Ana"] = on("2026-11-20")
	d.silent = true
	d.until = d.parse("2026-11-22 12:00")
	d.events = []event{{"2026-11-22 09:05", func(d *desk, _ chan<- struct{}) {
		d.clock, d.until, d.silent = d.parse("2026-11-21 09:05"), d.parse("2026-11-21 10:00"), false
	}}}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-21 09:05 Ana +0")
}

func TestAStoreThatFailsIsReportedAndTriedAgain(t *testing.T) {
	d := newDesk(t, "2026-11-22 08:00", "2026-11-22 10:00")
	d.due["Ana"] = on("2026-11-22")
	d.unreadable = true
	d.events = []event{{"2026-11-22 09:02", func(d *desk, _ chan<- struct{}) { d.unreadable = false }}}
	d.run()
	d.expect(t, "errors", d.errors, "2026-11-22 08:00 find what is due on 2026-11-22: broken")
	d.expect(t, "notes", d.notes, "2026-11-22 09:03 Ana +0")
}

func TestTheChangeOfTheClocksNeitherRepeatsNorSkipsADay(t *testing.T) {
	for _, change := range []string{"2026-03-29", "2026-10-25"} {
		for _, hour := range []int{0, 2, 3, 9, 23} {
			d := newDesk(t, (on(change)-1).String()+" 00:00", (on(change)+2).String()+" 00:00")
			for i := data.Day(-1); i <= 1; i++ {
				d.due[fmt.Sprint("on ", i)] = on(change) + i
			}
			d.schedule.At = hour*60 + 30
			d.run()
			if len(d.notes) != 3 {
				t.Errorf("%s at %d:30: %q", change, hour, d.notes)
			}
			for i, note := range d.notes {
				if !strings.HasPrefix(note, (on(change) + data.Day(i) - 1).String()) {
					t.Errorf("%s at %d:30: %q is on another day", change, hour, note)
				}
			}
		}
	}
}

func TestRunEndsWithItsContextWithoutAComplaint(t *testing.T) {
	d := newDesk(t, "2026-11-22 10:00", "2026-11-22 10:00")
	d.due["Ana"] = on("2026-11-22")
	ctx, quit := context.WithCancel(t.Context())
	r := d.reminder()
	r.Coming = func(ctx context.Context, _ data.Day) (Plan, error) {
		quit()
		return Plan{}, ctx.Err()
	}
	r.Run(ctx, func() time.Time { return d.clock })
	d.expect(t, "errors", d.errors)
}
