package cadence

import (
	"errors"
	"testing"

	"peerage/data"
)

// monday is the day most examples happen on.
const monday = "2026-11-23"

func day(t testing.TB, s string) data.Day {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := data.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheShortestRhythmOfTheCirclesHoldsForWhoeverHasNone(t *testing.T) {
	for _, c := range []struct {
		own     data.Rhythm
		circles []data.Rhythm
		want    data.Rhythm
	}{
		{data.Rhythm{Ideal: 90, Longest: 120}, []data.Rhythm{{Ideal: 7, Longest: 14}}, data.Rhythm{Ideal: 90, Longest: 120}},
		{data.Rhythm{}, []data.Rhythm{{Ideal: 30, Longest: 60}, {}, {Ideal: 7, Longest: 90}}, data.Rhythm{Ideal: 7, Longest: 90}},
		{data.Rhythm{}, []data.Rhythm{{Ideal: 7, Longest: 90}, {Ideal: 7, Longest: 14}}, data.Rhythm{Ideal: 7, Longest: 14}},
		{data.Rhythm{}, []data.Rhythm{{}}, data.Rhythm{}},
		{data.Rhythm{}, nil, data.Rhythm{}},
	} {
		if got := Effective(c.own, c.circles); got != c.want {
			t.Errorf("Effective(%v, %v) = %v, want %v", c.own, c.circles, got, c.want)
		}
	}
}

func TestContactIsDueAnIdealIntervalAfterTheLast(t *testing.T) {
	for _, c := range []struct{ last, snoozed, skipped, paused, want string }{
		{"2026-11-01", "", "", "", "2026-12-01"},
		{"2026-01-01", "", "", "", "2026-01-31"},
		// A snooze holds it back, but does not bring it forward.
		{"2026-11-01", "2026-12-05", "", "", "2026-12-05"},
		{"2026-11-01", "2026-11-20", "", "", "2026-12-01"},
		// Contact before the snoozed day leaves the snooze, contact on it or after ends it.
		{"2026-11-25", "2026-12-28", "", "", "2026-12-28"},
		{"2026-11-01", "2026-11-01", "", "", "2026-12-01"},
		// A skip counts as contact, unless there was contact since.
		{"2026-10-01", "", "2026-11-10", "", "2026-12-10"},
		{"2026-11-12", "", "2026-11-10", "", "2026-12-12"},
		{"", "", "2026-11-10", "", "2026-12-10"},
		// Nothing happens in a pause.
		{"2026-11-01", "2026-12-05", "", "2027-02-01", "2027-02-01"},
		{"2026-11-01", "", "", "2026-10-01", "2026-12-01"},
	} {
		e := Entry{
			Person: 5, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Set: day(t, "2025-01-01"), Last: day(t, c.last),
			Snoozed: day(t, c.snoozed), Skipped: day(t, c.skipped), PausedUntil: day(t, c.paused),
		}
		if got := Natural(e).String(); got != c.want {
			t.Errorf("%+v: due %s, want %s", c, got, c.want)
		}
	}
	if got := Natural(Entry{Person: 5, Last: day(t, monday)}); got != 0 {
		t.Errorf("without a rhythm: due %s", got)
	}
}

func TestThirtyNewRhythmsSpreadOverTheInterval(t *testing.T) {
	set := day(t, monday)
	for _, ideal := range []int{1, 30, 90, 365} {
		perDay := map[data.Day]int{}
		most := 0
		for id := data.ID(2); id < 32; id++ {
			d := Natural(Entry{Person: id, Rhythm: data.Rhythm{Ideal: ideal, Longest: 2 * ideal}, Set: set})
			if d <= set || d > set+data.Day(ideal) {
				t.Fatalf("every %d days: due %s, set %s", ideal, d, set)
			}
			perDay[d]++
			most = max(most, perDay[d])
		}
		if ideal >= 30 && most > 2 {
			t.Errorf("every %d days: %d of 30 on one day", ideal, most)
		}
	}
}

func TestOverdueCountsTheDaysPastTheLongestInterval(t *testing.T) {
	for _, c := range []struct {
		e    Entry
		want int
	}{
		{Entry{Last: day(t, "2026-09-24")}, 0},
		{Entry{Last: day(t, "2026-09-23")}, 1},
		{Entry{Last: day(t, "2026-08-15")}, 40},
		{Entry{Last: day(t, "2026-08-15"), Snoozed: day(t, "2026-11-24")}, 0},
		{Entry{Last: day(t, "2026-08-15"), Snoozed: day(t, monday)}, 40},
		{Entry{Last: day(t, "2026-08-15"), PausedUntil: day(t, "2026-11-24")}, 0},
		{Entry{Last: day(t, "2026-08-15"), Skipped: day(t, "2026-11-01")}, 0},
		{Entry{}, 0},
	} {
		c.e.Person, c.e.Rhythm = 5, data.Rhythm{Ideal: 30, Longest: 60}
		if got := Overdue(c.e, day(t, monday)); got != c.want {
			t.Errorf("%+v: %d days overdue, want %d", c.e, got, c.want)
		}
	}
	if got := Overdue(Entry{Last: 5}, day(t, monday)); got != 0 {
		t.Errorf("without a rhythm: %d days overdue", got)
	}
}

func TestSettingsThatLeaveNoPlanAreInvalid(t *testing.T) {
	if err := DefaultSettings().Validate(); err != nil {
		t.Error(err)
	}
	for field, change := range map[string]func(*Settings){
		"per_day":  func(s *Settings) { s.PerDay = 0 },
		"weekdays": func(s *Settings) { s.Weekdays = [7]bool{} },
		"per_week": func(s *Settings) { s.PerWeek = 7*MaxPerDay + 1 },
	} {
		s := DefaultSettings()
		change(&s)
		var invalid *data.Invalid
		if err := s.Validate(); !errors.As(err, &invalid) || invalid.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
}

func TestTheLoadIsWhatTheRhythmsAskForInAWeek(t *testing.T) {
	today := day(t, monday)
	every := func(n, ideal int) (entries []Entry) {
		for range n {
			entries = append(entries, Entry{Rhythm: data.Rhythm{Ideal: ideal, Longest: ideal}})
		}
		return entries
	}
	paused := Entry{Rhythm: data.Rhythm{Ideal: 1, Longest: 1}, PausedUntil: today + 1}
	onlyMonday := Settings{PerDay: 2, PerWeek: 10}
	onlyMonday.Weekdays[1] = true
	sixAWeek := DefaultSettings()
	sixAWeek.PerWeek = 6
	for _, c := range []struct {
		entries []Entry
		s       Settings
		want    Load
	}{
		{nil, DefaultSettings(), Load{0, 10, false}},
		{every(10, 7), DefaultSettings(), Load{10, 10, false}},
		{append(every(10, 7), paused), DefaultSettings(), Load{10, 10, false}},
		// 6.000000000000001 in floating point.
		{append(append(every(3, 21), every(23, 42)...), every(10, 60)...), sixAWeek, Load{6.000000000000001, 6, false}},
		{every(11, 7), DefaultSettings(), Load{11, 10, true}},
		{every(12, 28), onlyMonday, Load{3, 2, true}},
		{every(12, 28), Settings{}, Load{3, 10, false}},
	} {
		c.entries = append(c.entries, Entry{})
		if got := Capacity(c.entries, c.s, today); got != c.want {
			t.Errorf("%d entries: %+v, want %+v", len(c.entries), got, c.want)
		}
	}
}

func TestAnAppointmentIsTheDayUntilThereWasContact(t *testing.T) {
	for _, c := range []struct{ last, snoozed, paused, want string }{
		{last: "2026-11-10", want: "2026-11-27"},                        // earlier than the rhythm asks for
		{last: "2026-09-01", want: "2026-11-27"},                        // later
		{last: "2026-09-01", snoozed: "2026-12-24", want: "2026-11-27"}, // whatever was snoozed before
		{last: "2026-11-20", want: "2026-11-27"},                        // made on the day of the last contact
		{last: "2026-11-21", want: "2026-12-21"},                        // the contact came before the appointment
		{last: "2026-11-27", want: "2026-12-27"},
		{paused: "2027-01-10", want: "2027-01-10"},
	} {
		e := Entry{
			Person: 5, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Last: day(t, c.last), Snoozed: day(t, c.snoozed), PausedUntil: day(t, c.paused),
			Appointment: data.Appointment{Day: day(t, "2026-11-27"), At: data.AllDay, Made: day(t, "2026-11-20")},
		}
		if got := Natural(e).String(); got != c.want {
			t.Errorf("%+v: due %s, want %s", c, got, c.want)
		}
	}
}
