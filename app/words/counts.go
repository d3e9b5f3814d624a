package words

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

var numerals = [...]string{
	"count.0", "count.1", "count.2", "count.3", "count.4", "count.5", "count.6", "count.7", "count.8",
	"count.9", "count.10", "count.11", "count.12",
}

// Count writes n in words up to twelve ("no" for 0, as it stands before a noun), and as Number does
// beyond.
func (w *Words) Count(n int) string {
	if n < 0 || n >= len(numerals) {
		return w.Number(n)
	}
	return w.T(numerals[n])
}

// Number writes n in digits, from five digits on in groups of three: "9999", "10,000".
func (w *Words) Number(n int) string {
	digits := strconv.Itoa(n)
	first := 0
	if n < 0 {
		first = 1
	}
	if len(digits)-first < 5 {
		return digits
	}
	group, ok := w.texts["number.group"]
	if !ok {
		return digits
	}
	separator := group.forms[other].rest
	for i := len(digits) - 3; i > first; i -= 3 {
		digits = digits[:i] + separator + digits[i:]
	}
	return digits
}

// Months writes a length of n months: "3 years 8 months", "less than a month". It returns "" when n
// is negative, which stands for a length that is not known.
func (w *Words) Months(n int) string {
	years, months := n/12, n%12
	switch {
	case n < 0:
		return ""
	case n == 0:
		return w.T("length.below_month")
	case years == 0:
		return w.N("length.months", months)
	case months == 0:
		return w.N("length.years", years)
	}
	return w.T("length.both", Args{"Years": w.N("length.years", years), "Months": w.N("length.months", months)})
}

// Every says how often something comes that comes every so many days: "every day", "every six weeks",
// "every month", "every quarter", "twice a year", "every 45 days". A month may be 30 or 31 days, and
// so for the longer ones. It returns "" when days is below 1.
func (w *Words) Every(days int) string {
	switch {
	case days < 1:
		return ""
	case days == 1:
		return w.T("every.day")
	case days == 7:
		return w.T("every.week")
	case days%7 == 0 && days <= 12*7:
		return w.N("every.weeks", days/7)
	case days == 30 || days == 31:
		return w.T("every.month")
	case days >= 60 && days <= 62:
		return w.N("every.months", 2)
	case days >= 90 && days <= 92:
		return w.T("every.quarter")
	case days >= 120 && days <= 123:
		return w.N("every.months", 4)
	case days >= 180 && days <= 184:
		return w.T("every.half_year")
	case days == 360 || days == 365 || days == 366:
		return w.T("every.year")
	case days%365 == 0:
		return w.N("every.years", days/365)
	}
	return w.N("every.days", days)
}

// List joins items as a sentence does: "Ana", "Ana and Raj", "Ana, Raj and Kim".
func (w *Words) List(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	list := items[0]
	for _, item := range items[1:last] {
		list = w.T("list.more", Args{"List": list, "Item": item})
	}
	return w.T("list.last", Args{"List": list, "Item": items[last]})
}

// Capital returns s with its first letter as a sentence begins with it.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if upper := unicode.ToUpper(r); upper != r {
		return string(upper) + s[size:]
	}
	return s
}
