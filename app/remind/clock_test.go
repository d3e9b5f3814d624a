package remind

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"peerage/data"
)

// night are quiet hours over midnight.
var night = data.Hours{From: 22 * 60, To: 7 * 60}

// put moves the clock of a desk, as sleep and people do.
func put(at string) func(*desk, chan<- struct{}) {
	return func(d *desk, _ chan<- struct{}) { d.clock = d.parse(at).In(d.clock.Location()) }
}

func TestACheckInWithAnHourIsRaisedAtThatMinute(t *testing.T) {
	d := newDesk(t, "2026-11-22 07:03", "2026-11-23 12:00")
	d.due = map[string]data.Day{"Ana": on("2026-11-22"), "Raj": on("2026-11-22"), "Kim": on("2026-11-22"), "Mei": on("2026-11-23")}
	d.at = map[string]int{"Raj": 8*60 + 17, "Kim": 15 * 60, "Mei": 9 * 60}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-22 08:17 08:17", "2026-11-22 09:00 Ana +0", "2026-11-22 15:00 15:00", "2026-11-23 09:00 09:00")
}

func TestPromisesHaveNoticesOfTheirOwnUpToThree(t *testing.T) {
	names := []string{"Ana", "Bo", "Cem", "Dee"}
	for n := 1; n <= len(names); n++ {
		d := newDesk(t, "2026-11-22 08:00", "2026-11-22 10:00")
		d.due["Zoe"] = on("2026-11-22")
		for _, name := range names[:n] {
			d.due[name], d.promised[name] = on("2026-11-22"), true
		}
		d.run()
		want := n + 1
		if n > mostPromises {
			want = 1
		}
		if len(d.notes) != want || !strings.HasPrefix(d.notes[0], "2026-11-22 09:00 Zoe +0") {
			t.Errorf("%d promises: %q", n, d.notes)
		}
	}
}

func TestWhatFallsIntoQuietHoursIsRaisedAtTheirEndInOneNotice(t *testing.T) {
	d := newDesk(t, "2026-11-22 20:00", "2026-11-23 12:00")
	d.schedule.Quiet = night
	d.due = map[string]data.Day{"Raj": on("2026-11-22"), "Kim": on("2026-11-23"), "Bo": on("2026-11-23")}
	d.at = map[string]int{"Raj": 23 * 60, "Kim": 6*60 + 30}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-23 07:00 Kim, Raj +0", "2026-11-23 09:00 Bo +0")
}

func TestTheHourInQuietHoursIsTheirEnd(t *testing.T) {
	d := newDesk(t, "2026-11-22 20:00", "2026-11-24 12:00")
	d.schedule = Schedule{At: 23 * 60, Quiet: night}
	d.due = map[string]data.Day{"Raj": on("2026-11-23"), "Kim": on("2026-11-23"), "Mei": on("2026-11-24")}
	d.promised["Kim"] = true
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-23 07:00 Raj +0", "2026-11-23 07:00 0 days late", "2026-11-24 07:00 Mei +0")
}

func TestWhatFallsOnDaysOffOrIntoARestIsRaisedAfterThemInOneNotice(t *testing.T) {
	for what, schedule := range map[string]Schedule{ // 28 November is a Saturday
		"days off": {At: 9 * 60, On: workdays}, "a rest": {At: 9 * 60, Rest: on("2026-11-30")}, "both": {At: 9 * 60, On: workdays, Rest: on("2026-11-29"), Quiet: night},
	} {
		d := newDesk(t, "2026-11-28 07:00", "2026-12-01 12:00")
		d.schedule = schedule
		d.due = map[string]data.Day{"Ana": on("2026-11-28"), "Raj": on("2026-11-29"), "Kim": on("2026-11-28"), "Mei": on("2026-11-30"), "Bo": on("2026-11-29")}
		d.at["Raj"], d.promised["Kim"], d.promised["Bo"] = 15*60, true, true
		d.run()
		d.expect(t, what, d.notes, "2026-11-30 09:00 Ana, Mei, Raj +0 · promises Bo, Kim +0")
	}
}

func TestAMachineThatSleptOverAnHourRaisesOnWaking(t *testing.T) {
	for _, c := range []struct{ sleeps, wakes string }{
		{"2026-11-23 08:59", "2026-11-23 11:42"}, {"2026-11-23 08:00", "2026-11-23 09:00"}, {"2026-11-22 23:30", "2026-11-23 15:00"},
	} {
		d := newDesk(t, "2026-11-22 22:00", "2026-11-24 08:00")
		d.due = map[string]data.Day{"Ana": on("2026-11-23"), "Raj": on("2026-11-23")}
		d.at["Raj"] = 10 * 60
		d.events = []event{{c.sleeps, put(c.wakes)}}
		d.run()
		late := c.wakes
		if late < "2026-11-23 10:00" {
			late = "2026-11-23 10:00"
		}
		d.expect(t, c.wakes, d.notes, c.wakes+" Ana +0", late+" 10:00")
	}
}

func TestWhatWasMissedForDaysIsRaisedWithTheNoticeOfTheDay(t *testing.T) {
	d := newDesk(t, "2026-11-23 08:00", "2026-11-27 12:00")
	d.due = map[string]data.Day{"Ana": on("2026-11-23"), "Raj": on("2026-11-24"), "Kim": on("2026-11-27")}
	d.at["Raj"] = 15 * 60
	d.events = []event{{"2026-11-23 08:30", put("2026-11-27 07:10")}}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-27 09:00 Ana, Kim, Raj +0")
}

func TestAClockPutBackRepeatsNothing(t *testing.T) {
	d := newDesk(t, "2026-11-23 08:00", "2026-11-24 12:00")
	d.due = map[string]data.Day{"Ana": on("2026-11-23"), "Raj": on("2026-11-23"), "Kim": on("2026-11-24")}
	d.at["Raj"] = 9*60 + 30
	d.events = []event{{"2026-11-23 09:05", put("2026-11-23 06:00")}, {"2026-11-23 09:45", put("2026-11-22 09:45")}}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-23 09:00 Ana +0", "2026-11-23 09:30 09:30", "2026-11-24 09:00 Kim +0")
}

func TestAClockPutForwardRaisesOnceWhatItPassed(t *testing.T) {
	d := newDesk(t, "2026-11-23 08:00", "2026-11-24 12:00")
	d.due = map[string]data.Day{"Ana": on("2026-11-23"), "Raj": on("2026-11-23")}
	d.at["Raj"] = 9*60 + 30
	d.events = []event{{"2026-11-23 08:10", put("2026-11-23 12:20")}, {"2026-11-23 12:40", put("2026-11-23 08:40")}}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-23 12:20 Ana +0", "2026-11-23 12:20 09:30")
}

func TestWhoeverTravelsIsRemindedByTheClocksThere(t *testing.T) {
	travel := func(to string) func(*desk, chan<- struct{}) {
		return func(d *desk, _ chan<- struct{}) { d.clock = d.clock.In(zone(t, to)) }
	}
	for _, c := range []struct {
		to   string
		want []string // with the clocks there, at the time they show
	}{
		{"Asia/Tokyo", []string{"2026-11-23 14:30 Ana +0", "2026-11-23 15:00 15:00"}},       // 06:30 in Berlin is 14:30
		{"America/New_York", []string{"2026-11-23 09:00 Ana +0", "2026-11-23 15:00 15:00"}}, // and 00:30
	} {
		d := newDesk(t, "2026-11-23 06:00", "2026-11-24 06:00")
		d.due = map[string]data.Day{"Ana": on("2026-11-23"), "Raj": on("2026-11-23")}
		d.at["Raj"] = 15 * 60
		d.events = []event{{"2026-11-23 06:30", travel(c.to)}}
		d.run()
		d.expect(t, c.to, d.notes, c.want...)
	}
}

func TestTheChangeOfTheClocksRaisesEveryHourOnce(t *testing.T) {
	for _, c := range []struct {
		day, hour string
		want      string
	}{
		{"2026-03-29", "01:59", "01:59 +0100"}, {"2026-03-29", "02:00", "03:00 +0200"}, {"2026-03-29", "02:30", "03:00 +0200"}, {"2026-03-29", "03:00", "03:00 +0200"},
		{"2026-10-25", "01:59", "01:59 +0200"}, {"2026-10-25", "02:00", "02:00 +0200"}, {"2026-10-25", "02:30", "02:30 +0200"}, {"2026-10-25", "03:00", "03:00 +0100"},
	} {
		at, err := data.ParseClock(c.hour)
		if err != nil {
			t.Fatal(err)
		}
		for _, own := range []bool{true, false} {
			d := newDesk(t, c.day+" 00:00", c.day+" 12:00")
			d.due["Ana"] = on(c.day)
			if own {
				d.at["Ana"] = at
			} else {
				d.schedule.At = at
			}
			var raised []string
			r := d.reminder()
			r.Notifier = notifier(func(context.Context, Note) error {
				raised = append(raised, d.clock.Format("15:04 -0700"))
				return nil
			})
			d.runs(r)
			if !slices.Equal(raised, []string{c.want}) {
				t.Errorf("%s at %s (own hour: %v): %q, want %q", c.day, c.hour, own, raised, c.want)
			}
		}
	}
}

func TestTheClockIsLookedAtOnFullMinutesAndNoFaster(t *testing.T) {
	d := newDesk(t, "2026-11-22 07:03", "2026-11-22 12:03")
	d.clock = d.clock.Add(17*time.Second + 400*time.Millisecond)
	d.due["Ana"] = on("2026-11-22")
	d.run()
	for i, wait := range d.waits {
		if i == 0 && wait != 42*time.Second+600*time.Millisecond || i > 0 && wait != time.Minute {
			t.Fatalf("the %d. wait was %v", i, wait)
		}
	}
	if d.asks > 3 {
		t.Errorf("the store was asked %d times", d.asks)
	}
	d.expect(t, "notes", d.notes, "2026-11-22 09:00 Ana +0")
}

func TestASlowServiceMakesNothingElseLate(t *testing.T) {
	d := newDesk(t, "2026-11-22 08:59", "2026-11-22 09:10")
	d.due = map[string]data.Day{"Ana": on("2026-11-22"), "Raj": on("2026-11-22")}
	d.at["Raj"] = 9*60 + 1
	r := d.reminder()
	r.Notifier = notifier(func(ctx context.Context, n Note) error {
		err := d.Notify(ctx, n)
		d.clock = d.clock.Add(patience)
		return err
	})
	d.runs(r)
	d.expect(t, "attempts", d.attempts, "2026-11-22 09:00", "2026-11-22 09:01")
	if d.clock.Second() != 0 {
		t.Errorf("full minutes are looked at %v late", d.clock.Second())
	}
}

func TestNothingWakesWhileNothingIsToCome(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, "2026-11-22 07:03", "2026-11-29 07:03")
		d.idle = true
		r, pokes, stopped := d.reminder(), make(chan struct{}, 1), false
		r.Pokes = func() (<-chan struct{}, func()) { return pokes, func() { stopped = true } }
		ctx, quit := context.WithTimeout(t.Context(), d.until.Sub(d.clock))
		defer quit()
		started, begun := time.Now(), d.clock
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			r.Run(ctx, func() time.Time {
				d.looks++
				d.clock = begun.Add(time.Since(started))
				return d.clock
			})
		}()
		time.Sleep(50 * time.Hour)
		synctest.Wait()
		d.due["Ana"] = on("2026-11-24")
		pokes <- struct{}{}
		<-ended
		d.expect(t, "notes", d.notes, "2026-11-24 09:03 Ana +0")
		if d.looks > 4 || d.asks > 3 {
			t.Errorf("in a week the clock was looked at %d times, and the store asked %d times", d.looks, d.asks)
		}
		if !stopped {
			t.Error("the pokes go on")
		}
	})
}

func TestWhatCannotBeForeseenIsLookedForOnTheNextDay(t *testing.T) {
	d := newDesk(t, "2026-11-22 10:00", "2026-11-24 10:00")
	d.idle, d.more = true, true
	d.events = []event{{"2026-11-22 23:00", func(d *desk, _ chan<- struct{}) { d.due["Ana"] = on("2026-11-23") }}}
	d.run()
	d.expect(t, "notes", d.notes, "2026-11-23 09:00 Ana +0")
}

func TestChangesThatComeTogetherAreOneQuestion(t *testing.T) {
	d := newDesk(t, "2026-11-22 10:00", "2026-11-22 11:00")
	burst := func(d *desk, poke chan<- struct{}) {
		select {
		case poke <- struct{}{}:
		default:
		}
	}
	for i := range 30 {
		d.events = append(d.events, event{fmt.Sprintf("2026-11-22 10:%02d", i), burst})
	}
	d.run()
	if d.asks > 32 {
		t.Errorf("the store was asked %d times for 30 changes", d.asks)
	}
}

func TestWhateverHappensToTheClockEverythingIsRaisedOnceAndNothingWhileItIsQuiet(t *testing.T) {
	zones := []*time.Location{berlin(), zone(t, "America/New_York"), zone(t, "Asia/Tokyo"), zone(t, "Australia/Lord_Howe")}
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 5))
		begin := []string{"2026-03-27", "2026-10-23", "2026-11-22"}[r.IntN(3)]
		d := newDesk(t, begin+" 12:00", (on(begin)+14).String()+" 12:00")
		d.schedule = Schedule{At: r.IntN(24 * 60), Quiet: data.Hours{From: r.IntN(24 * 60), To: r.IntN(24 * 60)}, On: workdays}
		if r.IntN(2) == 0 {
			d.schedule.On, d.schedule.Rest = [7]bool{}, on(begin)+data.Day(r.IntN(4))
		}
		for i := range 12 {
			name := string(rune('A' + i))
			d.due[name] = on(begin) + data.Day(r.IntN(5))
			if r.IntN(2) == 0 {
				d.at[name] = r.IntN(24 * 60)
			}
			d.promised[name] = r.IntN(3) == 0
		}
		for i := range 10 { // sleep, clocks that are put forward and back, and journeys, until a week before the end
			at := d.clock.Add(time.Duration(i)*16*time.Hour + time.Duration(r.IntN(900))*time.Minute)
			by := time.Duration(r.IntN(20*60)-4*60) * time.Minute
			to := zones[r.IntN(len(zones))]
			d.events = append(d.events, event{at.Format(minutes), func(d *desk, _ chan<- struct{}) { d.clock = d.clock.Add(by).In(to) }})
		}
		raised := map[string]int{}
		reminder := d.reminder()
		claim := reminder.Claim
		reminder.Claim = func(ctx context.Context, day data.Day, due []Due) ([]Due, error) {
			if !d.schedule.Open(d.clock) {
				t.Errorf("seed %d: raised at %s, with %+v", seed, d.clock, d.schedule)
			}
			for _, x := range due {
				raised[x.Name]++
				hour := x.At
				if hour < 0 {
					hour = 0
				}
				if d.clock.Before(moment(x.Day, hour, d.clock.Location())) {
					t.Errorf("seed %d: %+v is raised early, at %s", seed, x, d.clock)
				}
			}
			return claim(ctx, day, due)
		}
		d.runs(reminder)
		for name := range d.due {
			if raised[name] != 1 {
				t.Errorf("seed %d: %s, due on %s, was raised %d times, with %+v", seed, name, d.due[name], raised[name], d.schedule)
			}
		}
	}
}
