package remind

import (
	"testing"
	"time"
	_ "time/tzdata" // the tests name zones, which not every machine has

	"peerage/data"
)

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestTheNextReminderIsOnceInEachCivilDay(t *testing.T) {
	for _, c := range []struct {
		what, zone string
		at         Schedule
		now, want  string
	}{
		{"before the hour", "Europe/Berlin", Schedule{9, 0}, "2026-11-22T08:59:59+01:00", "2026-11-22T09:00:00+01:00"},
		{"on the hour", "Europe/Berlin", Schedule{9, 0}, "2026-11-22T09:00:00+01:00", "2026-11-22T09:00:00+01:00"},
		{"after the hour", "Europe/Berlin", Schedule{9, 0}, "2026-11-22T09:00:01+01:00", "2026-11-23T09:00:00+01:00"},
		{"at the end of a year", "Asia/Kathmandu", Schedule{0, 15}, "2026-12-31T23:59:00+05:45", "2027-01-01T00:15:00+05:45"},
		{"over a change to summer", "Europe/Berlin", Schedule{9, 0}, "2026-03-28T10:00:00+01:00", "2026-03-29T09:00:00+02:00"},
		{"over a change to winter", "Europe/Berlin", Schedule{9, 0}, "2026-10-24T10:00:00+02:00", "2026-10-25T09:00:00+01:00"},
		{"an hour that does not exist", "Europe/Berlin", Schedule{2, 30}, "2026-03-29T00:00:00+01:00", "2026-03-29T03:00:00+02:00"},
		{"after an hour that did not exist", "Europe/Berlin", Schedule{2, 30}, "2026-03-29T03:00:01+02:00", "2026-03-30T02:30:00+02:00"},
		{"an hour that comes twice", "Europe/Berlin", Schedule{2, 30}, "2026-10-25T00:00:00+02:00", "2026-10-25T02:30:00+02:00"},
		{"between the two", "Europe/Berlin", Schedule{2, 30}, "2026-10-25T02:31:00+02:00", "2026-10-26T02:30:00+01:00"},
		{"in the second of the two", "Europe/Berlin", Schedule{2, 30}, "2026-10-25T02:30:00+01:00", "2026-10-26T02:30:00+01:00"},
		{"a midnight that does not exist", "Asia/Beirut", Schedule{0, 0}, "2026-03-28T12:00:00+02:00", "2026-03-29T01:00:00+03:00"},
		{"half an hour put forward", "Australia/Lord_Howe", Schedule{2, 15}, "2026-10-04T00:00:00+10:30", "2026-10-04T02:30:00+11:00"},
		{"half an hour put back", "Australia/Lord_Howe", Schedule{1, 45}, "2026-04-05T00:00:00+11:00", "2026-04-05T01:45:00+11:00"},
		{"an hour that the end of the day swallows", "America/Nuuk", Schedule{23, 30}, "2026-03-28T12:00:00-02:00", "2026-03-28T22:59:00-02:00"},
		{"a day that was left out", "Pacific/Apia", Schedule{9, 0}, "2011-12-29T10:00:00-10:00", "2011-12-31T09:00:00+14:00"},
		{"without a change ever", "UTC", Schedule{23, 59}, "2026-11-22T23:59:30Z", "2026-11-23T23:59:00Z"},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		next := c.at.Next(now.In(zone(t, c.zone)))
		if got := next.Format(time.RFC3339); got != c.want {
			t.Errorf("%s: %v after %s is %s, want %s", c.what, c.at, c.now, got, c.want)
		}
		if c.at.Passed(next.Add(-time.Second)) && data.DayOf(next.Add(-time.Second)) == data.DayOf(next) || !c.at.Passed(next) {
			t.Errorf("%s: the hour has not just come at %s", c.what, next)
		}
	}
}

func TestEveryHourOfAYearComesOnceADayInEveryZone(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/Havana", "America/Nuuk", "Australia/Lord_Howe", "Africa/Casablanca", "Antarctica/Troll", "Asia/Kolkata"} {
		z := zone(t, name)
		for hour := range 24 {
			s := Schedule{hour, 30}
			at := time.Date(2026, time.January, 1, 0, 0, 0, 0, z)
			for day := data.NewDay(2026, time.January, 1); day <= data.NewDay(2026, time.December, 31); day++ {
				at = s.Next(at)
				early := at.Hour() < hour && data.DayOf(at.Add(time.Minute)) == day
				if data.DayOf(at) != day || early {
					t.Fatalf("%s: %v on %s is raised at %s", name, s, day, at)
				}
				at = at.Add(time.Second)
			}
		}
	}
}
