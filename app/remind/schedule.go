package remind

import (
	"time"

	"peerage/data"
)

// Schedule is the time of the day from which reminders are raised, on the clock on the wall.
type Schedule struct {
	Hour   int // 0 to 23
	Minute int // 0 to 59
}

// Next returns the first moment at or after now at which reminders are raised, in now's time zone:
// once in each civil day. Where the clock is put forward over the hour it is the moment of the change,
// or, where that is midnight, the minute before it; where the clock is put back it is the first of the
// two.
func (s Schedule) Next(now time.Time) time.Time {
	for day := data.DayOf(now); ; day++ {
		// A day that a time zone leaves out altogether has no such moment.
		if t := s.on(day, now.Location()); data.DayOf(t) == day && !t.Before(now) {
			return t
		}
	}
}

// Passed reports whether the moment of now's civil day has come.
func (s Schedule) Passed(now time.Time) bool {
	return !now.Before(s.on(data.DayOf(now), now.Location()))
}

// on returns the moment of the day at which reminders are raised. time.Date does not say which of two
// moments it returns, nor what it returns for none.
func (s Schedule) on(day data.Day, zone *time.Location) time.Time {
	year, month, date := day.Date()
	wanted := time.Date(year, month, date, s.Hour, s.Minute, 0, 0, time.UTC)
	t := time.Date(year, month, date, s.Hour, s.Minute, 0, 0, zone)
	start, end := t.ZoneBounds()
	switch shown := wall(t); {
	case shown.Before(wanted): // t lies before the gap that holds the hour
		return within(day, end)
	case shown.After(wanted): // t lies after it
		return within(day, start)
	case !start.IsZero():
		_, after := t.Zone()
		_, before := start.Add(-1).Zone()
		earlier := t.Add(time.Duration(after-before) * time.Second)
		if earlier.Before(start) && wall(earlier).Equal(wanted) {
			return earlier
		}
	}
	return t
}

// wall returns what the clock on the wall shows at t, to the minute, as a time in UTC.
func wall(t time.Time) time.Time {
	year, month, date := t.Date()
	return time.Date(year, month, date, t.Hour(), t.Minute(), 0, 0, time.UTC)
}

// within returns the moment of a change of the clocks, or the minute before it where the change leaves
// nothing of the day (Nuuk goes from 23:00 to midnight).
func within(day data.Day, change time.Time) time.Time {
	if data.DayOf(change) > day {
		return change.Add(-time.Minute)
	}
	return change
}
