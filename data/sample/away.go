package sample

import (
	"fmt"
	"strings"
	"time"

	"peerage/data"
)

// away is a day as it is seen from today.
type away struct {
	months, days int  // both negative for the past
	finest       byte // 'y', 'm' or 'd': the smallest unit it was written in
}

// farthest bounds how many of one unit a day may lie away: a career needs no more.
const farthest = 9999

// parseAway reads today, or a sign followed by years, months and days: -3y2m, -42d, +1y.
func parseAway(s string) (away, error) {
	if s == "today" {
		return away{finest: 'd'}, nil
	}
	wrong := fmt.Errorf("%q is no day of the form -3y2m, -42d, +5d or today", s)
	sign := 1
	rest, ok := strings.CutPrefix(s, "-")
	if ok {
		sign = -1
	} else if rest, ok = strings.CutPrefix(s, "+"); !ok {
		return away{}, wrong
	}
	var a away
	units := "ymd"
	for rest != "" {
		n, width := 0, 0
		for width < len(rest) && rest[width] >= '0' && rest[width] <= '9' && n <= farthest {
			n = 10*n + int(rest[width]-'0')
			width++
		}
		if width == 0 || width == len(rest) || n > farthest {
			return away{}, wrong
		}
		unit := rest[width]
		_, later, ok := strings.Cut(units, string(unit))
		if !ok {
			return away{}, wrong
		}
		switch unit {
		case 'y':
			a.months += sign * 12 * n
		case 'm':
			a.months += sign * n
		case 'd':
			a.days = sign * n
		}
		a.finest, units, rest = unit, later, rest[width+1:]
	}
	if a.finest == 0 {
		return away{}, wrong
	}
	return a, nil
}

// from returns the day that lies a away from today.
func (a away) from(today data.Day) data.Day {
	return today.AddMonths(a.months) + data.Day(a.days)
}

// partialFrom returns that day, of which nothing finer than the unit it was written in is known.
func (a away) partialFrom(today data.Day) data.PartialDay {
	p := data.Whole(a.from(today))
	if a.finest != 'd' {
		p.Day = 0
	}
	if a.finest == 'y' {
		p.Month = 0
	}
	return p
}

// dayAt reads s as seen from today; "" is no day.
func dayAt(s string, today data.Day) (data.Day, error) {
	if s == "" {
		return 0, nil
	}
	a, err := parseAway(s)
	if err != nil {
		return 0, err
	}
	return a.from(today), nil
}

// partialAt reads s as seen from today, as exactly as it is written; "" is the unknown day.
func partialAt(s string, today data.Day) (data.PartialDay, error) {
	if s == "" {
		return data.PartialDay{}, nil
	}
	a, err := parseAway(s)
	if err != nil {
		return data.PartialDay{}, err
	}
	return a.partialFrom(today), nil
}

// birthdayAt reads --05-14 or a day as seen from today, of someone who reaches the age turns in the
// year of today; 0 leaves the year unknown. Who was born on a 29 February that the year lacks is
// given the 28th.
func birthdayAt(s string, turns int, today data.Day) (data.PartialDay, error) {
	var p data.PartialDay
	var err error
	if strings.HasPrefix(s, "--") {
		p, err = data.ParsePartialDay(s)
	} else if p, err = partialAt(s, today); err == nil && !p.IsZero() && p.Day == 0 {
		err = fmt.Errorf("%q is no whole day", s)
	}
	if err != nil {
		return data.PartialDay{}, err
	}
	p.Year = 0
	switch {
	case turns == 0:
		return p, nil
	case turns < 0 || turns > 120:
		return data.PartialDay{}, fmt.Errorf("nobody turns %d", turns)
	case p.IsZero():
		return data.PartialDay{}, fmt.Errorf("turns %d, but on no birthday", turns)
	}
	year, _, _ := today.Date()
	p.Year = year - turns
	if !p.Valid() && p.Month == time.February {
		p.Day = 28
	}
	return p, nil
}

// textAt replaces {date -5d}, {weekday +2d}, {month -7m} and {year -4y} by what they name as seen
// from today. Notes are in English, as their writer keeps them.
func textAt(s string, today data.Day) (string, error) {
	var out strings.Builder
	rest := s
	for {
		before, after, found := strings.Cut(rest, "{")
		inside, behind, closed := strings.Cut(after, "}")
		if strings.Contains(before, "}") || found && !closed {
			return "", fmt.Errorf("%q has a brace without its partner", s)
		}
		out.WriteString(before)
		if !found {
			return out.String(), nil
		}
		what, distance, _ := strings.Cut(inside, " ")
		a, err := parseAway(distance)
		if err != nil {
			return "", err
		}
		named, ok := nameOf(what, a.from(today))
		if !ok {
			return "", fmt.Errorf("{%s} names neither date, weekday, month nor year", inside)
		}
		out.WriteString(named)
		rest = behind
	}
}

func nameOf(what string, day data.Day) (string, bool) {
	layout, ok := map[string]string{"date": "2 January", "weekday": "Monday", "month": "January", "year": "2006"}[what]
	return day.Time().Format(layout), ok
}
