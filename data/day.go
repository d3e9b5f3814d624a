package data

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Day is a civil date, counted in days: 1 is 1 January of the year 1, and 0 is no day at all. Days
// are compared with < and moved with + and -.
type Day int32

// unixDay is the Day of 1 January 1970.
const unixDay Day = 719163

// NewDay returns the civil date of year, month and day; values out of range are carried over as
// time.Date does, so NewDay(2026, 2, 30) is 2 March 2026.
func NewDay(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()/86400) + unixDay
}

// DayOf returns the date that t shows in its own time zone.
func DayOf(t time.Time) Day { return NewDay(t.Date()) }

// ParseDay reads a day written as 2026-06-30. It returns an error for any other form and for days
// that do not exist.
func ParseDay(s string) (Day, error) {
	if len(s) == len(time.DateOnly) && s[4] == '-' && s[7] == '-' {
		year, month, day := digits(s[:4]), digits(s[5:7]), digits(s[8:])
		if year > 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysIn(year, time.Month(month))) {
			return NewDay(year, time.Month(month), day), nil
		}
	}
	return 0, fmt.Errorf("%q is no day of the form 2026-06-30", s)
}

// digits reads a few digits; -1 for anything else. It is made for thousands of days at once, which
// time.Parse takes five times as long to read.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// Time returns midnight UTC of d. The zero Day gives the zero time.
func (d Day) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Unix(int64(d-unixDay)*86400, 0).UTC()
}

// Date returns year, month and day of d.
func (d Day) Date() (int, time.Month, int) { return d.Time().Date() }

// Weekday returns the day of the week of d.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// AddMonths returns the same day n months later, or the last day of that month where it is shorter.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Date()
	first := NewDay(y, m+time.Month(n), 1)
	y, m, _ = first.Date()
	if last := daysIn(y, m); day > last {
		day = last
	}
	return first + Day(day-1)
}

// String returns the day as 2026-06-30, or "" for no day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// MarshalJSON writes the day as a string, or null for no day.
func (d Day) MarshalJSON() ([]byte, error) { return marshalDay(d.String()) }

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Day) UnmarshalJSON(b []byte) error {
	s, err := unmarshalDay(b)
	if err != nil || s == "" {
		*d = 0
		return err
	}
	*d, err = ParseDay(s)
	return err
}

// WholeMonth reports whether two days are the first and the last of one month.
func WholeMonth(first, last Day) bool {
	_, _, day := first.Date()
	return day == 1 && last == first.AddMonths(1)-1
}

// PartialDay is a date of which a part may be unknown: a year, a year and a month, a whole day, or
// (for birthdays) a month and a day without a year. The zero value is wholly unknown.
type PartialDay struct {
	Year  int        // 1 to 9999, 0 when unknown
	Month time.Month // 1 to 12, 0 when unknown
	Day   int        // 1 to 31, 0 when unknown
}

// Whole returns d as a PartialDay of which nothing is unknown.
func Whole(d Day) PartialDay {
	if d == 0 {
		return PartialDay{}
	}
	y, m, day := d.Date()
	return PartialDay{y, m, day}
}

// ParsePartialDay reads 2016, 2016-06, 2016-06-30, or --06-30 for a day without a year (the form of
// vCard, RFC 6350 §4.3.1). The empty string is the unknown day.
func ParsePartialDay(s string) (PartialDay, error) {
	if s == "" {
		return PartialDay{}, nil
	}
	var p PartialDay
	var err error
	wrong := fmt.Errorf("%q is no day, month or year (2016, 2016-06, 2016-06-30, --06-30)", s)
	number := func(part string, width int) int {
		n, e := strconv.ParseUint(part, 10, 16)
		if e != nil || len(part) != width || n == 0 {
			err = wrong
		}
		return int(n)
	}
	if rest, ok := strings.CutPrefix(s, "--"); ok {
		month, day, found := strings.Cut(rest, "-")
		if !found {
			return PartialDay{}, wrong
		}
		p = PartialDay{0, time.Month(number(month, 2)), number(day, 2)}
	} else {
		parts := strings.Split(s, "-")
		if len(parts) > 3 {
			return PartialDay{}, wrong
		}
		p.Year = number(parts[0], 4)
		if len(parts) > 1 {
			p.Month = time.Month(number(parts[1], 2))
		}
		if len(parts) > 2 {
			p.Day = number(parts[2], 2)
		}
	}
	if err != nil || !p.Valid() {
		return PartialDay{}, wrong
	}
	return p, nil
}

// Valid reports whether p names something that exists: 2015-02-29 and a day without a month do not.
func (p PartialDay) Valid() bool {
	switch {
	case p == PartialDay{}:
		return true
	case p.Year < 0 || p.Year > 9999 || p.Month < 0 || p.Month > 12 || p.Day < 0:
		return false
	case p.Month == 0:
		return p.Day == 0
	case p.Year == 0:
		return p.Day > 0 && p.Day <= daysIn(2000, p.Month)
	}
	return p.Day <= daysIn(p.Year, p.Month)
}

// IsZero reports whether nothing is known.
func (p PartialDay) IsZero() bool { return p == PartialDay{} }

// Earliest returns the first day that p may mean, or 0 when its year is unknown.
func (p PartialDay) Earliest() Day {
	if p.Year == 0 {
		return 0
	}
	return NewDay(p.Year, max(p.Month, 1), max(p.Day, 1))
}

// Latest returns the last day that p may mean, or 0 when its year is unknown.
func (p PartialDay) Latest() Day {
	switch {
	case p.Year == 0:
		return 0
	case p.Month == 0:
		return NewDay(p.Year, 12, 31)
	case p.Day == 0:
		return NewDay(p.Year, p.Month, daysIn(p.Year, p.Month))
	}
	return NewDay(p.Year, p.Month, p.Day)
}

// String returns the form that ParsePartialDay reads.
func (p PartialDay) String() string {
	switch {
	case p.IsZero():
		return ""
	case p.Year == 0:
		return fmt.Sprintf("--%02d-%02d", p.Month, p.Day)
	case p.Month == 0:
		return fmt.Sprintf("%04d", p.Year)
	case p.Day == 0:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.Year, p.Month, p.Day)
}

// MarshalJSON writes the partial day as a string, or null when nothing is known.
func (p PartialDay) MarshalJSON() ([]byte, error) { return marshalDay(p.String()) }

// UnmarshalJSON reads what MarshalJSON writes.
func (p *PartialDay) UnmarshalJSON(b []byte) error {
	s, err := unmarshalDay(b)
	if err != nil {
		return err
	}
	*p, err = ParsePartialDay(s)
	return err
}

func marshalDay(s string) ([]byte, error) {
	if s == "" {
		return []byte("null"), nil
	}
	return []byte(`"` + s + `"`), nil
}

func unmarshalDay(b []byte) (string, error) {
	if string(b) == "null" {
		return "", nil
	}
	return strconv.Unquote(string(b))
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
