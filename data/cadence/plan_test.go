package cadence

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"time"

	"peerage/data"
)

// lastSeen makes an entry with a rhythm of 30 to 60 days and the last contact so many days ago.
func lastSeen(person data.ID, ago data.Day, today data.Day) Entry {
	return Entry{Person: person, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Last: today - ago}
}

// says writes a plan as "11-23: 1 2; 11-24: 3".
func says(s Schedule) string {
	var b strings.Builder
	var on data.Day
	for _, c := range s.CheckIns {
		if c.Due != on {
			if on != 0 {
				b.WriteString("; ")
			}
			on = c.Due
			b.WriteString(on.String()[len("2026-"):] + ":")
		}
		fmt.Fprintf(&b, " %d", c.Person)
	}
	return b.String()
}

func TestTheLeastUrgentSlide(t *testing.T) {
	today := day(t, monday)
	heavy := lastSeen(8, 40, today)
	heavy.Weight = 1
	plan := Plan([]Entry{
		lastSeen(1, 30, today), lastSeen(2, 70, today), lastSeen(3, 40, today), lastSeen(4, 40, today),
		lastSeen(5, 35, today), lastSeen(6, 29, today), lastSeen(7, 25, today), heavy,
	}, DefaultSettings(), today)
	if got, want := says(plan), "11-23: 2 8 3; 11-24: 4 5 1; 11-25: 6; 11-30: 7"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(plan.Today) != 3 || plan.Waiting != 3 || plan.Late != 0 || plan.Crowded || plan.Today[0].Overdue != 10 {
		t.Errorf("got %+v", plan)
	}
}

func TestAShortRhythmIsNotStarvedByABacklogWithTime(t *testing.T) {
	today := day(t, monday)
	var entries []Entry
	for id := data.ID(1); id <= 30; id++ {
		entries = append(entries, Entry{Person: id, Rhythm: data.Rhythm{Ideal: 100, Longest: 300}, Last: today - 100})
	}
	entries = append(entries, Entry{Person: 99, Rhythm: data.Rhythm{Ideal: 7, Longest: 8}, Last: today - 6})
	plan := Plan(entries, DefaultSettings(), today)
	if plan.Crowded || plan.CheckIns[3].Person != 99 {
		t.Errorf("got %s, %d late", says(plan), plan.Late)
	}
}

func TestTheCapWinsOverTheLongestIntervalAndThePlanSaysSo(t *testing.T) {
	today := day(t, monday)
	s := DefaultSettings()
	s.PerDay = 1
	plan := Plan([]Entry{lastSeen(1, 60, today), lastSeen(2, 62, today), lastSeen(3, 60, today)}, s, today)
	if got, want := says(plan), "11-23: 2; 11-24: 1; 11-25: 3"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if plan.Late != 2 || !plan.Crowded || plan.Waiting != 2 {
		t.Errorf("got %+v", plan)
	}
	// Somebody overdue for want of contact, not of places, does not make a plan crowded.
	if plan := Plan([]Entry{lastSeen(1, 600, today)}, s, today); plan.Crowded || plan.Today[0].Overdue != 540 {
		t.Errorf("got %+v", plan)
	}
}

func TestASundayStaysFree(t *testing.T) {
	sunday := day(t, monday) - 1
	plan := Plan([]Entry{lastSeen(1, 500, sunday), lastSeen(2, 30, sunday), lastSeen(3, 24, sunday)}, DefaultSettings(), sunday)
	if got, want := says(plan), "11-23: 1 2; 11-30: 3"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(plan.Today) != 0 || plan.Waiting != 2 || plan.CheckIns[0].Overdue != 440 || plan.Crowded {
		t.Errorf("got %+v", plan)
	}
}

func TestASnoozedCheckInKeepsItsDayUnlessThatIsFull(t *testing.T) {
	today := day(t, monday)
	s := DefaultSettings()
	s.PerDay = 1
	snoozed := func(id data.ID, to data.Day) Entry {
		e := lastSeen(id, 31, today)
		e.Snoozed = to
		return e
	}
	entries := []Entry{
		lastSeen(1, 90, today), lastSeen(2, 80, today), lastSeen(3, 70, today),
		snoozed(4, today+1), snoozed(5, today+1), snoozed(6, today+5), // a Saturday
	}
	if got, want := says(Plan(entries, s, today)), "11-23: 1; 11-24: 4; 11-25: 2; 11-26: 3; 11-27: 5; 11-30: 6"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestASnoozeThatWasOvertakenClaimsNoDay(t *testing.T) {
	today := day(t, monday)
	s := DefaultSettings()
	s.PerDay = 1
	gone := lastSeen(4, 31, today)
	gone.Snoozed = today - 1
	paused := lastSeen(5, 31, today)
	paused.Snoozed, paused.PausedUntil = today+1, today+2
	entries := []Entry{lastSeen(1, 90, today), lastSeen(2, 80, today), lastSeen(3, 70, today), gone, paused}
	if got, want := says(Plan(entries, s, today)), "11-23: 1; 11-24: 2; 11-25: 3; 11-26: 4; 11-27: 5"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSettingsThatAreNotValidDoNotStopThePlan(t *testing.T) {
	today := day(t, monday)
	entries := []Entry{lastSeen(1, 90, today), lastSeen(2, 80, today)}
	if got, want := Plan(entries, Settings{}, today), Plan(entries, DefaultSettings(), today); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestSomebodyOfWhomNoDayIsKnownIsDueButNotOverdue(t *testing.T) {
	today := day(t, monday)
	plan := Plan([]Entry{{Person: 7, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}}, lastSeen(8, 80, today)}, DefaultSettings(), today)
	if says(plan) != "11-23: 8 7" || plan.Today[1].Overdue != 0 {
		t.Errorf("got %+v", plan)
	}
}

// network makes entries of every sort.
func network(r *rand.Rand, n int, today data.Day) []Entry {
	entries := make([]Entry, 0, n)
	sometimes := func(d data.Day) data.Day {
		if r.Intn(4) > 0 {
			return 0
		}
		return d
	}
	for i := range n {
		ideal := 1 + r.Intn(120)
		e := Entry{
			Person: data.ID(2 + i), Rhythm: data.Rhythm{Ideal: ideal, Longest: ideal + r.Intn(90)},
			Set: today - data.Day(r.Intn(400)), Weight: r.Intn(3),
			Snoozed: sometimes(today + data.Day(r.Intn(40)-20)), Skipped: sometimes(today - data.Day(r.Intn(60))),
			PausedUntil: sometimes(today + data.Day(r.Intn(200)-100)),
		}
		if r.Intn(3) > 0 {
			e.Last = today - data.Day(r.Intn(200))
		}
		if r.Intn(20) == 0 {
			e.Rhythm = data.Rhythm{}
		}
		entries = append(entries, e)
	}
	return entries
}

func settings(r *rand.Rand) Settings {
	s := Settings{PerDay: 1 + r.Intn(4), PerWeek: 10}
	for i := range s.Weekdays {
		s.Weekdays[i] = r.Intn(2) == 0
	}
	s.Weekdays[r.Intn(7)] = true
	return s
}

// plans calls check with many networks.
func plans(check func(r *rand.Rand, entries []Entry, s Settings, today data.Day)) {
	r := rand.New(rand.NewSource(1))
	for range 2000 {
		today := data.NewDay(2026, time.January, 1+r.Intn(365))
		check(r, network(r, r.Intn(60), today), settings(r), today)
	}
}

func TestAPlanHoldsItsPromises(t *testing.T) {
	plans(func(_ *rand.Rand, entries []Entry, s Settings, today data.Day) {
		plan := Plan(entries, s, today)
		perDay, seen := map[data.Day]int{}, map[data.ID]data.CheckIn{}
		var last data.Day
		for _, c := range plan.CheckIns {
			perDay[c.Due]++
			if _, twice := seen[c.Person]; twice || perDay[c.Due] > s.PerDay || !s.Weekdays[c.Due.Weekday()] || c.Due < today || c.Due < last {
				t.Fatalf("%+v in %s", c, says(plan))
			}
			seen[c.Person], last = c, c.Due
		}
		waiting, late := 0, 0
		for _, e := range entries {
			c, planned := seen[e.Person]
			if planned != (e.Rhythm.Ideal > 0) {
				t.Fatalf("%+v is planned: %v", e, planned)
			}
			if !planned {
				continue
			}
			contact := max(e.Last, e.Skipped)
			if c.Due < c.Natural || c.Due < e.PausedUntil || e.Snoozed > contact && c.Due < e.Snoozed ||
				contact > 0 && c.Due < contact+data.Day(e.Rhythm.Ideal) || c.Due <= e.Set && contact == 0 {
				t.Fatalf("%+v is too early for %+v", c, e)
			}
			if c.Natural <= today && c.Due > today {
				waiting++
			}
			// Overdue when its turn comes, although it was in time on the first day it could be put on.
			if Overdue(e, c.Due) > 0 && c.Due > nextPicked(max(c.Natural, today), s) {
				late++
			}
		}
		if plan.Waiting != waiting || plan.Late != late || plan.Crowded != (late > 0) || len(plan.Today) != perDay[today] {
			t.Fatalf("waiting %d, late %d; want %d, %d", plan.Waiting, plan.Late, waiting, late)
		}
	})
}

func nextPicked(d data.Day, s Settings) data.Day {
	for !s.Weekdays[d.Weekday()] {
		d++
	}
	return d
}

func TestNobodySlidesWhilePlacesAreFree(t *testing.T) {
	plans(func(_ *rand.Rand, entries []Entry, s Settings, today data.Day) {
		plan := Plan(entries, s, today)
		perDay := map[data.Day]int{}
		for _, c := range plan.CheckIns {
			perDay[c.Due]++
		}
		for _, c := range plan.CheckIns {
			for d := max(c.Natural, today); d < c.Due; d++ {
				if s.Weekdays[d.Weekday()] && perDay[d] < s.PerDay {
					t.Fatalf("%+v while %s has room: %s", c, d, says(plan))
				}
			}
		}
		s.PerDay = MaxPerDay
		if len(entries) > MaxPerDay {
			entries = entries[:MaxPerDay]
		}
		for _, c := range Plan(entries, s, today).CheckIns {
			if want := nextPicked(max(c.Natural, today), s); c.Due != want {
				t.Fatalf("%+v without any pressure, want %s", c, want)
			}
		}
	})
}

func TestTheOrderOfEntriesDoesNotMatter(t *testing.T) {
	plans(func(r *rand.Rand, entries []Entry, s Settings, today data.Day) {
		plan, load := Plan(entries, s, today), Capacity(entries, s, today)
		r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		if again := Plan(entries, s, today); !reflect.DeepEqual(plan, again) {
			t.Fatalf("got %s, then %s", says(plan), says(again))
		}
		if again := Capacity(entries, s, today); again != load {
			t.Fatalf("got %+v, then %+v", load, again)
		}
	})
}

func TestContactNeverBringsTheNextForward(t *testing.T) {
	plans(func(r *rand.Rand, entries []Entry, _ Settings, today data.Day) {
		for _, e := range entries {
			before := Natural(e)
			contact := today - data.Day(r.Intn(300))
			if e.Last == 0 {
				contact = max(contact, e.Set) // the first contact replaces a day that was only a guess
			}
			e.Last = max(e.Last, contact)
			if after := Natural(e); after < before {
				t.Fatalf("due %s instead of %s after contact on %s: %+v", after, before, contact, e)
			}
		}
	})
}

func BenchmarkPlan(b *testing.B) {
	today := day(b, monday)
	for _, n := range []int{2_000, 10_000} {
		entries := network(rand.New(rand.NewSource(1)), n, today)
		b.Run(fmt.Sprintf("%d people", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Plan(entries, DefaultSettings(), today)
			}
		})
	}
}

func TestAnAppointmentStaysOnItsDayHoweverFullThatIs(t *testing.T) {
	sunday, set := day(t, "2026-11-29"), day(t, "2026-11-20")
	rhythm := data.Rhythm{Ideal: 30, Longest: 60}
	var entries []Entry
	for id := data.ID(2); id < 6; id++ {
		entries = append(entries, Entry{Person: id, Rhythm: rhythm, Last: set - 20, Appointment: data.Appointment{Day: sunday, At: 15 * 60, Made: set}})
	}
	entries = append(entries,
		Entry{Person: 6, Rhythm: rhythm, Last: set - 60, Snoozed: sunday + 1},
		Entry{Person: 7, Rhythm: rhythm, Last: set - 20, Appointment: data.Appointment{Day: sunday + 1, At: data.AllDay, Made: set}},
		Entry{Person: 8, Rhythm: rhythm, Last: set - 20, Appointment: data.Appointment{Day: set + 1, At: 15 * 60, Made: set}}, // has gone by
	)
	s := DefaultSettings()
	s.PerDay = 2
	plan := Plan(entries, s, day(t, monday))
	for _, c := range plan.CheckIns {
		want, at, agreed := sunday, 15*60, true
		switch c.Person {
		case 6:
			want, at, agreed = sunday+1, data.AllDay, false
		case 7:
			want, at = sunday+1, data.AllDay
		case 8:
			want, at, agreed = day(t, monday), data.AllDay, false
		}
		if c.Due != want || c.At != at || c.Agreed != agreed {
			t.Errorf("%d is put on %s at %d, agreed %t; want %s at %d, %t", c.Person, c.Due, c.At, c.Agreed, want, at, agreed)
		}
	}
	// The two on Monday fill it.
	entries = append(entries, Entry{Person: 9, Rhythm: rhythm, Last: sunday + 1 - 30})
	for _, c := range Plan(entries, s, day(t, monday)).CheckIns {
		if c.Person == 9 && c.Due != sunday+2 {
			t.Errorf("a full day took one more: %s", c.Due)
		}
	}
}
