package remind

import (
	"time"

	"peerage/data"
)

// Schedule says when notices may be raised, on the clock on the wall.
type Schedule struct {
	At    int        // of the notice of the day, in minutes after midnight, 0 to 1439
	On    [7]bool    // the days of the week with notices, Sunday first; none means all
	Quiet data.Hours // without a notice
	Rest  data.Day   // before which there is no notice; 0 for none such
}

// ScheduleFrom returns the schedule that the user set.
func ScheduleFrom(p data.Preferences) Schedule {
	return Schedule{At: p.RemindAt, On: p.RemindOn, Quiet: p.Quiet, Rest: p.Rest}
}

// Open reports whether a notice may be raised at t.
func (s Schedule) Open(t time.Time) bool { return s.allows(data.DayOf(t)) && !s.Quiet.Has(minuteOf(t)) }

// Opens returns the first moment at or after t at which a notice may be raised: where t is in quiet hours, their
// end; where its day has no notices, the hour of the next day that has.
func (s Schedule) Opens(t time.Time) time.Time {
	for !s.Open(t) {
		next := s.leave(t)
		if !next.After(t) { // a change of the clocks may swallow the end of the quiet hours
			next = t.Add(time.Minute)
		}
		t = next
	}
	return t
}

// leave returns when what keeps notices away at t may be over.
func (s Schedule) leave(t time.Time) time.Time {
	day := data.DayOf(t)
	if s.allows(day) {
		if s.Quiet.From > s.Quiet.To && minuteOf(t) >= s.Quiet.From {
			day++
		}
		return moment(day, s.Quiet.To, t.Location())
	}
	day = max(day+1, s.Rest)
	for !s.allows(day) {
		day++
	}
	hour := s.At
	if s.Quiet.Has(hour) {
		hour = s.Quiet.To
	}
	return moment(day, hour, t.Location())
}

// allows reports whether a day may have notices.
func (s Schedule) allows(day data.Day) bool {
	return day >= s.Rest && (s.On == [7]bool{} || s.On[day.Weekday()])
}

// calls returns when the notice of a day is raised: at its hour, or, where that of the day before was held back
// into this day, already then. It may lie on a later day, where this one has none.
func (s Schedule) calls(day data.Day, zone *time.Location) time.Time {
	at := s.Opens(moment(day, s.At, zone))
	if held := s.Opens(moment(day-1, s.At, zone)); data.DayOf(held) == day && held.Before(at) {
		return held
	}
	return at
}

// moment returns when the clocks in a zone show so many minutes after midnight on a day, once in each civil day.
// Where the clock is put forward over it, that is the moment of the change, or, where that is midnight, the
// minute before it; where the clock is put back over it, it is the first of the two. time.Date does not say which
// of two moments it returns, nor what it returns for none.
func moment(day data.Day, minutes int, zone *time.Location) time.Time {
	year, month, date := day.Date()
	wanted := time.Date(year, month, date, 0, minutes, 0, 0, time.UTC)
	t := time.Date(year, month, date, 0, minutes, 0, 0, zone)
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

// minuteOf returns how many minutes after midnight the clock on the wall shows.
func minuteOf(t time.Time) int { return t.Hour()*60 + t.Minute() }

// within returns the moment of a change of the clocks, or the minute before it where the change leaves
// nothing of the day (Nuuk goes from 23:00 to midnight).
func within(day data.Day, change time.Time) time.Time {
	if data.DayOf(change) > day {
		return change.Add(-time.Minute)
	}
	return change
}
