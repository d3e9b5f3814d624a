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
