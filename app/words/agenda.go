package words

import (
	"strconv"
	"strings"
	"time"

	"peerage/data"
)

// WeekBegins returns the day on which a week begins in the language spoken.
func (w *Words) WeekBegins() time.Weekday {
	begins := w.T("week.begins")
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(d.String(), begins) {
			return d
		}
	}
	return time.Monday
}

// ShortWeekday returns the name of d for a narrow column: "Sun".
func (w *Words) ShortWeekday(d time.Weekday) string {
	if d < time.Sunday || d > time.Saturday {
		return ""
	}
	return w.T(shortWeekdays[d])
}

// WeekdayDate writes d in short with its day of the week: "Tue 1 Dec".
func (w *Words) WeekdayDate(d data.Day) string {
	_, month, day := d.Date()
	return w.T("day.short_weekday", Args{"Weekday": w.ShortWeekday(d.Weekday()), "Day": strconv.Itoa(day), "Month": w.T(shortMonths[month])})
}

// MonthYear names the month of d: "November 2026".
func (w *Words) MonthYear(d data.Day) string {
	year, month, _ := d.Date()
	return w.T("day.month_year", Args{"Month": w.Month(month), "Year": strconv.Itoa(year)})
}

// Week names the week from first to last as seen from today: "This week", "Next week", "30 November to 6
// December".
func (w *Words) Week(first, last, today data.Day) string {
	switch {
	case first <= today && today <= last:
		return w.T("week.this")
	case today < first && first <= today+weekAhead:
		return w.T("week.next")
	case first == last:
		return w.Date(first, today)
	}
	from := w.Date(first, today)
	if monthOf(first) == monthOf(last) {
		_, _, day := first.Date()
		from = strconv.Itoa(day)
	}
	return w.T("day.span", Args{"Since": from, "Until": w.Date(last, today)})
}

func monthOf(d data.Day) time.Month {
	_, month, _ := d.Date()
	return month
}

// WeekLoad says how many check-ins a week has and how many the user gives: "7 of 10 check-ins", "12 of 10
// check-ins, more than you give".
func (w *Words) WeekLoad(checkIns, given int) string {
	args := Args{"Given": given}
	switch {
	case checkIns > given:
		return w.N("week.over", checkIns, args)
	case checkIns == given:
		return w.N("week.full", checkIns, args)
	}
	return w.N("week.load", checkIns, args)
}

// DayLoad says that a day is full, or by how many check-ins it has more than it has places; "" for neither.
func (w *Words) DayLoad(checkIns, places int) string {
	switch {
	case checkIns == 0 || checkIns < places:
		return ""
	case checkIns == places:
		return w.T("day.full")
	}
	return w.N("day.over", checkIns-places)
}

// Agenda says why a check-in stands in the agenda on its day: how often it comes, when there was contact last,
// and why it stands on another day than its rhythm asks for. perDay is how many a day holds.
func (w *Words) Agenda(c data.CheckIn, shift data.Shift, perDay int, today data.Day) string {
	every := Args{"Every": Capital(w.Every(c.Rhythm.Ideal)), "Day": w.Day(c.Last, today)}
	switch why := w.shifted(c, shift, perDay, today); {
	case why != "":
		return why + " " + w.T("agenda.every", every)
	case c.Last != 0:
		return w.T("agenda.every_last", every)
	}
	return w.T("agenda.every", every)
}

// shifted says why a check-in stands on another day than its rhythm asks for, "" where it does not.
func (w *Words) shifted(c data.CheckIn, shift data.Shift, perDay int, today data.Day) string {
	late := c.Late(today)
	args := Args{"Day": w.WeekdayDate(c.Natural), "Late": Capital(w.N("reach.over", int(today-c.Natural))), "To": w.WeekdayDate(c.Due)}
	switch {
	case shift == data.Appointed:
		return w.T("agenda.appointed")
	case c.Natural <= today && c.Due > today && !late:
		return w.T("agenda.waits", args)
	case c.Natural <= today && c.Due > today:
		return w.T("agenda.late_waits", args)
	case shift == data.Crowded:
		return w.N("agenda.crowded", perDay, args)
	case shift == data.OffDay:
		return w.T("agenda.off_day", args)
	case late:
		return w.T("agenda.late", args)
	}
	return ""
}

// Appointment says when an appointment is, so that it can follow a verb: "tomorrow", "on 3 December at 15:00".
func (w *Words) Appointment(a data.Appointment, today data.Day) string {
	day := w.Coming(a.Day, today)
	if a.At == data.AllDay {
		return day
	}
	return w.T("day.at", Args{"Day": day, "Time": data.Clock(a.At)})
}

// Ago says how long ago something was that went by, as it can follow a verb: "just now", "five minutes ago",
// "two hours ago", "yesterday at 14:05", "on 2 October". A clock that was put back since makes nothing lie ahead.
func (w *Words) Ago(when, now time.Time) string {
	passed := now.Sub(when)
	day, today := min(data.DayOf(when.In(now.Location())), data.DayOf(now)), data.DayOf(now)
	switch {
	case passed < time.Minute:
		return w.T("ago.now")
	case passed < time.Hour:
		return w.N("ago.minutes", int(passed.Minutes()))
	case day == today:
		return w.N("ago.hours", int(passed.Hours()))
	case day == today-1:
		return w.T("day.at", w.Past(when, now))
	}
	return w.Day(day, today)
}

// Past returns the arguments Day and Time of a message that says when something was, in the zone of now. A clock
// that was put back since makes nothing lie ahead.
func (w *Words) Past(when, now time.Time) Args {
	when = when.In(now.Location())
	today := data.DayOf(now)
	return Args{"Day": w.Day(min(data.DayOf(when), today), today), "Time": data.Clock(when.Hour()*60 + when.Minute())}
}

var shortWeekdays = [...]string{
	"weekday_short.sunday", "weekday_short.monday", "weekday_short.tuesday", "weekday_short.wednesday", "weekday_short.thursday",
	"weekday_short.friday", "weekday_short.saturday",
}
