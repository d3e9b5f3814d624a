package words

import (
	"strconv"
	"time"

	"peerage/data"
)

// Day says when d is, seen from today, so that it can follow a verb: "today", "yesterday",
// "tomorrow", "on 2 October", "on 2 October 2024". It returns "" for no day.
func (w *Words) Day(d, today data.Day) string {
	switch {
	case d == 0:
		return ""
	case d == today:
		return w.T("day.today")
	case d == today-1:
		return w.T("day.yesterday")
	case d == today+1:
		return w.T("day.tomorrow")
	}
	return w.T("day.on", Args{"Day": w.Date(d, today)})
}

// Date writes d without its year when that is the year of today: "2 October", "2 October 2024". It
// returns "" for no day.
func (w *Words) Date(d, today data.Day) string {
	if d == 0 {
		return ""
	}
	year, month, day := d.Date()
	if thisYear, _, _ := today.Date(); today != 0 && year == thisYear {
		return w.T("day.day_month", Args{"Day": strconv.Itoa(day), "Month": w.Month(month)})
	}
	return w.wholeDate(year, month, day)
}

// ShortDate writes d for a narrow column: "3 Aug" in the year of today, else "Jan 2022". It returns
// "" for no day.
func (w *Words) ShortDate(d, today data.Day) string {
	if d == 0 {
		return ""
	}
	year, month, day := d.Date()
	short := w.T(shortMonths[month])
	if thisYear, _, _ := today.Date(); year == thisYear {
		return w.T("day.day_month", Args{"Day": strconv.Itoa(day), "Month": short})
	}
	return w.T("day.month_year", Args{"Month": short, "Year": strconv.Itoa(year)})
}

// LongDate writes d as a heading does: "Sunday, 22 November".
func (w *Words) LongDate(d data.Day) string {
	_, month, day := d.Date()
	return w.T("day.weekday_day_month", Args{
		"Weekday": w.Weekday(d.Weekday()), "Day": strconv.Itoa(day), "Month": w.Month(month),
	})
}

// Partial writes as much of p as is known: "2016", "June 2016", "30 June 2016", "30 June"; "" when
// nothing is.
func (w *Words) Partial(p data.PartialDay) string {
	year := strconv.Itoa(p.Year)
	switch {
	case p.IsZero():
		return ""
	case p.Year == 0:
		return w.T("day.day_month", Args{"Day": strconv.Itoa(p.Day), "Month": w.Month(p.Month)})
	case p.Month == 0:
		return year
	case p.Day == 0:
		return w.T("day.month_year", Args{"Month": w.Month(p.Month), "Year": year})
	}
	return w.wholeDate(p.Year, p.Month, p.Day)
}

// Span writes an interval of which either end may be unknown: "July 2016 to February 2020", "since
// July 2016", "until 2020"; the one day or month or year when both ends are the same, and "" when
// neither is known.
func (w *Words) Span(since, until data.PartialDay) string {
	switch {
	case since == until:
		return w.Partial(since)
	case until.IsZero():
		return w.T("day.since", Args{"Day": w.Partial(since)})
	case since.IsZero():
		return w.T("day.until", Args{"Day": w.Partial(until)})
	}
	return w.T("day.span", Args{"Since": w.Partial(since), "Until": w.Partial(until)})
}

// Weekday returns the name of d: "Sunday".
func (w *Words) Weekday(d time.Weekday) string {
	if d < time.Sunday || d > time.Saturday {
		return ""
	}
	return w.T(weekdays[d])
}

// Month returns the name of m: "January". It returns "" when m is no month.
func (w *Words) Month(m time.Month) string {
	if m < time.January || m > time.December {
		return ""
	}
	return w.T(months[m])
}

func (w *Words) wholeDate(year int, month time.Month, day int) string {
	return w.T("day.day_month_year", Args{"Day": strconv.Itoa(day), "Month": w.Month(month), "Year": strconv.Itoa(year)})
}

var weekdays = [...]string{
	"weekday.sunday", "weekday.monday", "weekday.tuesday", "weekday.wednesday", "weekday.thursday",
	"weekday.friday", "weekday.saturday",
}

var months = [...]string{
	time.January: "month.january", time.February: "month.february", time.March: "month.march",
	time.April: "month.april", time.May: "month.may", time.June: "month.june", time.July: "month.july",
	time.August: "month.august", time.September: "month.september", time.October: "month.october",
	time.November: "month.november", time.December: "month.december",
}

var shortMonths = [...]string{
	time.January: "month_short.january", time.February: "month_short.february", time.March: "month_short.march",
	time.April: "month_short.april", time.May: "month_short.may", time.June: "month_short.june",
	time.July: "month_short.july", time.August: "month_short.august", time.September: "month_short.september",
	time.October: "month_short.october", time.November: "month_short.november", time.December: "month_short.december",
}
