package quicklog

import (
	"strconv"
	"strings"
	"time"

	"peerage/data"
)

// meaning says how a time is reckoned.
type meaning uint8

const (
	dayOffset meaning = iota + 1
	ago
	ahead
	weekday
	lastWeekday
	comingWeekday
	nextWeekday
	lastWeek
	nextWeek
	endOfWeek
	endOfNextWeek
	endOfMonth
	endOfNextMonth
	nextMonth
	endOfYear
	endOfNamedMonth
	middleOfNamedMonth
	namedMonth
	dayAndMonth
	dayOfMonth
	dateInDigits
)

// meanings are the names of meanings in the word lists.
var meanings = map[string]meaning{
	"ago": ago, "ahead": ahead, "weekday": weekday, "last weekday": lastWeekday, "coming weekday": comingWeekday, "next weekday": nextWeekday,
	"last week": lastWeek, "next week": nextWeek, "end of week": endOfWeek, "end of next week": endOfNextWeek, "end of month": endOfMonth,
	"end of next month": endOfNextMonth, "next month": nextMonth, "end of year": endOfYear, "end of named month": endOfNamedMonth,
	"middle of named month": middleOfNamedMonth, "named month": namedMonth, "date": dayAndMonth, "day": dayOfMonth, "date token": dateInDigits,
}

// span is a time that a line names.
type span struct {
	from, to int // its tokens, with the words before it that only say that a day follows
	core     int // the first token without those
	due      bool
	past     data.Day // the day, if it is one of contact; 0 if it cannot be
	wrong    bool     // there is no such day
	meaning  meaning
	values   values
	offset   int
}

// onlyPast reports whether s cannot be a day ahead.
func (s *span) onlyPast() bool {
	return s.meaning == dayOffset && s.offset < 0 || s.meaning == ago || s.meaning == lastWeekday || s.meaning == lastWeek
}

// surelyAhead reports whether s can only be a day ahead: this week may be any of its days.
func (s *span) surelyAhead(today data.Day) bool {
	switch s.meaning {
	case endOfWeek, endOfMonth, endOfYear, namedMonth:
		return false
	}
	return !s.wrong && s.past == 0 && s.ahead(today, today) > today
}

// newSpan reckons the time of a hit.
func newSpan(from int, h hit, today data.Day) span {
	s := span{from: from, core: from, to: h.end, meaning: h.meaning, values: h.values, offset: h.offset}
	switch h.meaning {
	case dayAndMonth, dayOfMonth, dateInDigits:
		day, ok := s.fixed(today, -1)
		s.past, s.wrong = day, !ok
	case dayOffset:
		if s.offset <= 0 {
			s.past = today + data.Day(s.offset)
		}
	case ago:
		s.past = moved(today, -h.values.number, h.values.unit)
	case weekday, lastWeekday:
		s.past = weekdayBefore(today, h.values.weekday)
	case lastWeek:
		s.past = today - 7
	}
	return s
}

// ahead returns the day by which something is due that was promised on a day; 0 for one that is not ahead.
func (s *span) ahead(made, today data.Day) data.Day {
	switch v := s.values; s.meaning {
	case dayOffset:
		if s.offset >= 0 {
			return today + data.Day(s.offset)
		}
	case ahead:
		return moved(today, max(v.number, 1), v.unit)
	case weekday, comingWeekday:
		return weekdayAfter(made, v.weekday)
	case nextWeekday:
		return mondayAfter(today) + data.Day(v.weekday-1)
	case nextWeek:
		return mondayAfter(today)
	case endOfWeek:
		return weekdayAfter(made-1, int(time.Friday))
	case endOfNextWeek:
		return mondayAfter(today) + 4
	case endOfMonth:
		return lastOf(made)
	case endOfNextMonth:
		return lastOf(today.AddMonths(1))
	case nextMonth:
		return lastOf(today) + 1
	case endOfYear:
		y, _, _ := made.Date()
		return data.NewDay(y, time.December, 31)
	case endOfNamedMonth:
		return lastOf(monthAfter(made, v.month))
	case middleOfNamedMonth:
		return monthAfter(made, v.month) + 14
	case namedMonth:
		return max(monthAfter(made, v.month), made)
	case dayAndMonth, dayOfMonth, dateInDigits:
		if day, ok := s.fixed(made, 1); ok {
			return day
		}
	}
	return 0
}

// longestPast is how many days back a day without a year may lie: one further back is rather the next.
const longestPast = 300

// fixed returns the day of a date, without a year the one nearest to base in the direction given, -1 or 1;
// 0 where that direction has none. ok is false when there is no such day.
func (s *span) fixed(base data.Day, direction int) (day data.Day, ok bool) {
	v := s.values
	y, _, _ := base.Date()
	switch s.meaning {
	case dateInDigits:
		if !v.readDate() {
			return 0, false
		}
	case dayOfMonth:
		return s.fixedInMonth(base, direction)
	}
	if v.year > 0 {
		day, ok = exactly(v.year, v.month, v.day)
		if direction < 0 && day > base {
			day = 0
		}
		return day, ok
	}
	// 29 February has a day within eight years.
	exists := false
	for i := 0; i <= 8; i++ {
		day, ok := exactly(y+direction*i, v.month, v.day)
		exists = exists || ok
		if !ok || direction > 0 && day < base || direction < 0 && day > base {
			continue
		}
		if direction < 0 && base-day > longestPast {
			return 0, true
		}
		return day, true
	}
	return 0, exists
}

// fixedInMonth returns the nearest day of that number, of whatever month.
func (s *span) fixedInMonth(base data.Day, direction int) (data.Day, bool) {
	if s.values.day > 31 {
		return 0, false
	}
	y, m, _ := base.Date()
	for i := 0; i <= 2; i++ {
		first := data.NewDay(y, m+time.Month(direction*i), 1)
		fy, fm, _ := first.Date()
		if day, ok := exactly(fy, int(fm), s.values.day); ok && (direction < 0 && day <= base || direction > 0 && day >= base) {
			return day, true
		}
	}
	return 0, true
}

// readDate reads a date in digits: with the year first, or the day before the month, or, where that cannot
// be, the month before the day. Where both can be it is refused, unless full stops say that the day is first.
func (v *values) readDate() bool {
	fields := strings.FieldsFunc(v.date, func(r rune) bool { return r < '0' || r > '9' })
	n := make([]int, len(fields))
	for i, f := range fields {
		n[i], _ = strconv.Atoi(f)
	}
	if len(fields[0]) == 4 {
		v.year, v.month, v.day = n[0], n[1], n[2]
		return true
	}
	v.day, v.month = n[0], n[1]
	if strings.Contains(v.date, "/") {
		if n[0] <= 12 && n[1] <= 12 && n[0] != n[1] {
			return false
		}
		if n[1] > 12 && n[0] <= 12 {
			v.day, v.month = n[1], n[0]
		}
	}
	if len(n) == 3 {
		v.year = n[2]
		if len(fields[2]) == 2 {
			v.year += 2000
		}
	}
	return true
}

// exactly returns the day of a date that exists.
func exactly(year, month, day int) (data.Day, bool) {
	p := data.PartialDay{Year: year, Month: time.Month(month), Day: day}
	if month < 1 || day < 1 || year < 1 || !p.Valid() {
		return 0, false
	}
	return p.Earliest(), true
}

func moved(from data.Day, n int, unit string) data.Day {
	switch unit {
	case "week":
		return from + data.Day(7*n)
	case "fortnight":
		return from + data.Day(14*n)
	case "month":
		return from.AddMonths(n)
	case "year":
		return from.AddMonths(12 * n)
	}
	return from + data.Day(n)
}

// ofWeek returns 1 for Monday to 7 for Sunday.
func ofWeek(d data.Day) int { return (int(d.Weekday())+6)%7 + 1 }

func weekdayBefore(d data.Day, want int) data.Day {
	return d - data.Day((ofWeek(d)-want+6)%7+1)
}

func weekdayAfter(d data.Day, want int) data.Day {
	return d + data.Day((want-ofWeek(d)+6)%7+1)
}

func mondayAfter(d data.Day) data.Day { return weekdayAfter(d, 1) }

func lastOf(d data.Day) data.Day {
	y, m, _ := d.Date()
	return data.NewDay(y, m+1, 1) - 1
}

// monthAfter returns the first of the month of that number that has not passed on a day.
func monthAfter(d data.Day, month int) data.Day {
	y, m, _ := d.Date()
	if month < int(m) {
		y++
	}
	return data.NewDay(y, time.Month(month), 1)
}
