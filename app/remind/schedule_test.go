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

func TestAnHourComesOnceInEachCivilDay(t *testing.T) {
	for _, c := range []struct {
		what, zone string
		at         int
		now, want  string
	}{
		{"before the hour", "Europe/Berlin", 9 * 60, "2026-11-22T08:59:59+01:00", "2026-11-22T09:00:00+01:00"},
		{"on the hour", "Europe/Berlin", 9 * 60, "2026-11-22T09:00:00+01:00", "2026-11-22T09:00:00+01:00"},
		{"after the hour", "Europe/Berlin", 9 * 60, "2026-11-22T09:00:01+01:00", "2026-11-23T09:00:00+01:00"},
		{"at the end of a year", "Asia/Kathmandu", 0*60 + 15, "2026-12-31T23:59:00+05:45", "2027-01-01T00:15:00+05:45"},
		{"over a change to summer", "Europe/Berlin", 9 * 60, "2026-03-28T10:00:00+01:00", "2026-03-29T09:00:00+02:00"},
		{"over a change to winter", "Europe/Berlin", 9 * 60, "2026-10-24T10:00:00+02:00", "2026-10-25T09:00:00+01:00"},
		{"an hour that does not exist", "Europe/Berlin", 2*60 + 30, "2026-03-29T00:00:00+01:00", "2026-03-29T03:00:00+02:00"},
		{"after an hour that did not exist", "Europe/Berlin", 2*60 + 30, "2026-03-29T03:00:01+02:00", "2026-03-30T02:30:00+02:00"},
		{"an hour that comes twice", "Europe/Berlin", 2*60 + 30, "2026-10-25T00:00:00+02:00", "2026-10-25T02:30:00+02:00"},
		{"between the two", "Europe/Berlin", 2*60 + 30, "2026-10-25T02:31:00+02:00", "2026-10-26T02:30:00+01:00"},
		{"in the second of the two", "Europe/Berlin", 2*60 + 30, "2026-10-25T02:30:00+01:00", "2026-10-26T02:30:00+01:00"},
		{"a midnight that does not exist", "Asia/Beirut", 0 * 60, "2026-03-28T12:00:00+02:00", "2026-03-29T01:00:00+03:00"},
		{"half an hour put forward", "Australia/Lord_Howe", 2*60 + 15, "2026-10-04T00:00:00+10:30", "2026-10-04T02:30:00+11:00"},
		{"half an hour put back", "Australia/Lord_Howe", 1*60 + 45, "2026-04-05T00:00:00+11:00", "2026-04-05T01:45:00+11:00"},
		{"an hour that the end of the day swallows", "America/Nuuk", 23*60 + 30, "2026-03-28T12:00:00-02:00", "2026-03-28T22:59:00-02:00"},
		{"a day that was left out", "Pacific/Apia", 9 * 60, "2011-12-29T10:00:00-10:00", "2011-12-31T09:00:00+14:00"},
		{"without a change ever", "UTC", 23*60 + 59, "2026-11-22T23:59:30Z", "2026-11-23T23:59:00Z"},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		now = now.In(zone(t, c.zone))
		if got := next(c.at, now).Format(time.RFC3339); got != c.want {
			t.Errorf("%s: %s after %s is %s, want %s", c.what, data.Clock(c.at), c.now, got, c.want)
		}
	}
}

// next returns the first moment at or after now at which the clocks show so many minutes after midnight. A day that
// a zone leaves out altogether has none.
func next(minutes int, now time.Time) time.Time {
	for day := data.DayOf(now); ; day++ {
		if t := moment(day, minutes, now.Location()); data.DayOf(t) == day && !t.Before(now) {
			return t
		}
	}
}

func TestEveryHourOfAYearComesOnceADayInEveryZone(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/Havana", "America/Nuuk", "Australia/Lord_Howe", "Africa/Casablanca", "Antarctica/Troll", "Asia/Kolkata"} {
		z := zone(t, name)
		for hour := range 24 {
			at := time.Date(2026, time.January, 1, 0, 0, 0, 0, z)
			for day := data.NewDay(2026, time.January, 1); day <= data.NewDay(2026, time.December, 31); day++ {
				at = next(hour*60+30, at)
				early := at.Hour() < hour && data.DayOf(at.Add(time.Minute)) == day
				if data.DayOf(at) != day || early {
					t.Fatalf("%s: %d:30 on %s is at %s", name, hour, day, at)
				}
				at = at.Add(time.Second)
			}
		}
	}
}

// workdays are all but Saturday and Sunday.
var workdays = [7]bool{false, true, true, true, true, true, false}

func TestWhatIsHeldBackIsRaisedWhenThatEnds(t *testing.T) {
	night, noon := data.Hours{From: 22 * 60, To: 7 * 60}, data.Hours{From: 12 * 60, To: 13*60 + 30}
	for _, c := range []struct {
		what, zone string
		schedule   Schedule
		at, want   string
	}{
		{"nothing is held back", "Europe/Berlin", Schedule{At: 540}, "2026-11-22 03:15", "2026-11-22 03:15"},
		{"quiet hours over midnight, before it", "Europe/Berlin", Schedule{At: 540, Quiet: night}, "2026-11-22 22:00", "2026-11-23 07:00"},
		{"quiet hours over midnight, after it", "Europe/Berlin", Schedule{At: 540, Quiet: night}, "2026-11-22 06:59", "2026-11-22 07:00"},
		{"the end of quiet hours", "Europe/Berlin", Schedule{At: 540, Quiet: night}, "2026-11-22 07:00", "2026-11-22 07:00"},
		{"quiet hours of a day", "Europe/Berlin", Schedule{At: 540, Quiet: noon}, "2026-11-22 12:45", "2026-11-22 13:30"},
		{"a Saturday off", "Europe/Berlin", Schedule{At: 540, On: workdays}, "2026-11-28 15:00", "2026-11-30 09:00"},
		{"a Saturday off, whose hour is quiet", "Europe/Berlin", Schedule{At: 23 * 60, On: workdays, Quiet: night}, "2026-11-28 15:00", "2026-11-30 07:00"},
		{"quiet hours that end on a day off", "Europe/Berlin", Schedule{At: 540, On: workdays, Quiet: night}, "2026-11-27 23:00", "2026-11-30 09:00"},
		{"a rest", "Europe/Berlin", Schedule{At: 540, Rest: data.NewDay(2026, 12, 1)}, "2026-11-22 15:00", "2026-12-01 09:00"},
		{"a rest that ends on a day off", "Europe/Berlin", Schedule{At: 540, On: workdays, Rest: data.NewDay(2026, 11, 28)}, "2026-11-22 15:00", "2026-11-30 09:00"},
		{"a rest that is over", "Europe/Berlin", Schedule{At: 540, Rest: data.NewDay(2026, 11, 22)}, "2026-11-22 15:00", "2026-11-22 15:00"},
		{"quiet hours whose end does not exist", "Europe/Berlin", Schedule{At: 540, Quiet: data.Hours{From: 22 * 60, To: 2*60 + 30}}, "2026-03-29 00:00", "2026-03-29 03:00"},
		{"quiet hours whose end comes twice", "Europe/Berlin", Schedule{At: 540, Quiet: data.Hours{From: 22 * 60, To: 2*60 + 30}}, "2026-10-25 00:00", "2026-10-25 02:30"},
		{"quiet hours whose end the end of the day swallows", "America/Nuuk", Schedule{At: 540, Quiet: data.Hours{From: 21 * 60, To: 23*60 + 30}}, "2026-03-28 21:30", "2026-03-29 00:00"},
	} {
		at, err := time.ParseInLocation(minutes, c.at, zone(t, c.zone))
		if err != nil {
			t.Fatal(err)
		}
		opens := c.schedule.Opens(at)
		if got := opens.Format(minutes); got != c.want || !c.schedule.Open(opens) {
			t.Errorf("%s: from %s on it opens at %s, want %s", c.what, c.at, got, c.want)
		}
	}
}

func TestTheNoticeOfADayThatIsQuietComesAtItsEnd(t *testing.T) {
	night := data.Hours{From: 22 * 60, To: 7 * 60}
	for at, want := range map[int]string{
		9 * 60: "2026-11-25 09:00", 6 * 60: "2026-11-25 07:00", 23 * 60: "2026-11-25 07:00", 22 * 60: "2026-11-25 07:00", 21*60 + 59: "2026-11-25 21:59",
	} {
		s := Schedule{At: at, Quiet: night}
		if got := s.calls(data.NewDay(2026, 11, 25), zone(t, "Europe/Berlin")).Format(minutes); got != want {
			t.Errorf("%s: %s, want %s", data.Clock(at), got, want)
		}
	}
}
