package words

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"peerage/data"
)

// ReadDay reads a day as people write it, with or without its year: "12 May", "May 12, 1980", "05-12". What is
// written as data.ParsePartialDay reads it is left to that.
func (w *Words) ReadDay(s string) (data.PartialDay, bool) {
	p, ok := w.dayOfWords(s)
	if !ok {
		p, ok = dayOfNumbers(s)
	}
	return p, ok && p.Valid()
}

// dayOfWords reads a day whose month is named, in any order that leaves no doubt.
func (w *Words) dayOfWords(s string) (p data.PartialDay, ok bool) {
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,.-/\t", r) }) {
		number, err := strconv.Atoi(strings.TrimRight(word, "sthnrd")) // the 1st, 2nd, 3rd, 4th
		month := w.monthNamed(word)
		switch {
		case month != 0 && p.Month == 0:
			p.Month = month
		case err == nil && len(word) == 4 && number > 31 && p.Year == 0:
			p.Year = number
		case err == nil && number > 0 && number <= 31 && p.Day == 0:
			p.Day = number
		default:
			return data.PartialDay{}, false
		}
	}
	return p, p.Month != 0 && p.Day != 0
}

// monthNamed returns the month of a name, long or short; 0 for none.
func (w *Words) monthNamed(name string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if slices.ContainsFunc([]string{w.Month(m), w.T(shortMonths[m])}, func(known string) bool { return strings.EqualFold(name, known) }) {
			return m
		}
	}
	return 0
}

// dayOfNumbers reads a month and a day, in the order of a whole date.
func dayOfNumbers(s string) (data.PartialDay, bool) {
	month, day, found := strings.Cut(strings.TrimSpace(s), "-")
	m, wrong := strconv.Atoi(month)
	d, also := strconv.Atoi(day)
	if !found || wrong != nil || also != nil || m < 1 || m > 12 || d < 1 || len(month) > 2 {
		return data.PartialDay{}, false
	}
	return data.PartialDay{Month: time.Month(m), Day: d}, true
}

// ReadComing reads a day from today on, as people say it: "tomorrow", "Friday", "12 May", "05-12". A day of the week
// is the next one after today, and a day without its year the next such day.
func (w *Words) ReadComing(s string, today data.Day) (data.PartialDay, bool) {
	s = strings.TrimSpace(s)
	for d := today; d <= today+7; d++ {
		names := []string{w.Weekday(d.Weekday()), w.ShortWeekday(d.Weekday())}
		switch {
		case d == today:
			names = []string{w.T("day.today")}
		case d == today+1:
			names = append(names, w.T("day.tomorrow"))
		}
		if slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, s) }) {
			return data.Whole(d), true
		}
	}
	p, ok := w.ReadDay(s)
	if !ok || p.Year != 0 {
		return p, ok
	}
	year, _, _ := today.Date()
	for p.Year = year; p.Year <= year+8; p.Year++ { // 29 February may be eight years away
		if p.Valid() && p.Earliest() >= today {
			return p, true
		}
	}
	return data.PartialDay{}, false
}
