package data

import (
	"fmt"
	"strconv"
	"strings"
)

// Preferences is what the user set once for everything.
type Preferences struct {
	PerDay   int     // check-ins a day, 1 to 50
	PerWeek  int     // check-ins a week the user has time for, 1 to 350
	Weekdays [7]bool // days on which check-ins are put, Sunday first; at least one

	Remind   bool // raise a notification when check-ins fall due
	RemindAt int  // minutes after midnight, 0 to 1439
	Ahead    int  // days before a birthday or another occasion it is told of, 0 to MaxAhead

	Theme     string // "light", "dark", or "" for the system's
	Language  string // a BCP 47 tag, or "" for the system's
	HideNames bool   // initials instead of names on the screen

	PrivateCalendar bool // initials instead of names in the calendar
	CalendarSaid    bool // what was said last stands in the calendar too
	InCalendar      Contents
	AlarmAt         int    // minutes after midnight at which the alarms of the calendar ring, or Never
	CheckInsAt      int    // minutes after midnight at which check-ins stand in the calendar, or AllDay
	CalendarFolder  string // the folder in which a file of the calendar is kept up to date, "" for none
}

// Contents says what the calendar holds.
type Contents struct{ CheckIns, Promises, Milestones bool }

// Never and AllDay stand for no time of the day.
const (
	Never  = -1
	AllDay = -1
)

// MaxAhead is the longest notice of an occasion, in days.
const MaxAhead = 60

// DefaultPreferences returns what holds until the user sets something else: three check-ins a day on
// any day of the week, ten a week, a reminder at nine, and a week's notice of occasions.
func DefaultPreferences() Preferences {
	return Preferences{
		PerDay: 3, PerWeek: 10, Weekdays: [7]bool{true, true, true, true, true, true, true}, Remind: true, RemindAt: 9 * 60, Ahead: 7,
		InCalendar: Contents{true, true, true}, AlarmAt: 9 * 60, CheckInsAt: AllDay,
	}
}

// Validate returns an *Invalid for the first value out of its range.
func (p Preferences) Validate() error {
	switch {
	case p.PerDay < 1 || p.PerDay > 50:
		return &Invalid{"per_day", OutOfRange}
	case p.PerWeek < 1 || p.PerWeek > 350:
		return &Invalid{"per_week", OutOfRange}
	case p.Weekdays == [7]bool{}:
		return &Invalid{"weekdays", Missing}
	case p.RemindAt < 0 || p.RemindAt >= 24*60:
		return &Invalid{"remind_at", OutOfRange}
	case p.Ahead < 0 || p.Ahead > MaxAhead:
		return &Invalid{"ahead", OutOfRange}
	case p.AlarmAt < Never || p.AlarmAt >= 24*60:
		return &Invalid{"alarm_at", OutOfRange}
	case p.CheckInsAt < AllDay || p.CheckInsAt >= 24*60:
		return &Invalid{"check_ins_at", OutOfRange}
	case p.Theme != "" && p.Theme != "light" && p.Theme != "dark":
		return &Invalid{"theme", Unknown}
	}
	return nil
}

// Settings returns the preferences as named texts, the form they are kept in.
func (p Preferences) Settings() map[string]string {
	var days []string
	for d, on := range p.Weekdays {
		if on {
			days = append(days, strconv.Itoa(d))
		}
	}
	return map[string]string{
		"per_day": strconv.Itoa(p.PerDay), "per_week": strconv.Itoa(p.PerWeek), "weekdays": strings.Join(days, ","),
		"remind": strconv.FormatBool(p.Remind), "remind_at": Clock(p.RemindAt), "ahead": strconv.Itoa(p.Ahead),
		"theme": p.Theme, "language": p.Language,
		"private_calendar": strconv.FormatBool(p.PrivateCalendar), "hide_names": strconv.FormatBool(p.HideNames),
		"calendar_check_ins": strconv.FormatBool(p.InCalendar.CheckIns), "calendar_promises": strconv.FormatBool(p.InCalendar.Promises),
		"calendar_milestones": strconv.FormatBool(p.InCalendar.Milestones), "calendar_said": strconv.FormatBool(p.CalendarSaid),
		"alarm_at": clockOrNone(p.AlarmAt), "check_ins_at": clockOrNone(p.CheckInsAt), "calendar_folder": p.CalendarFolder,
	}
}

// PreferencesFrom reads what Settings wrote. What is missing or cannot be read keeps its default.
func PreferencesFrom(settings map[string]string) Preferences {
	p := DefaultPreferences()
	number := func(name string, into *int) {
		if n, err := strconv.Atoi(settings[name]); err == nil {
			*into = n
		}
	}
	flag := func(name string, into *bool) {
		if on, err := strconv.ParseBool(settings[name]); err == nil {
			*into = on
		}
	}
	number("per_day", &p.PerDay)
	number("per_week", &p.PerWeek)
	number("ahead", &p.Ahead)
	if list, ok := settings["weekdays"]; ok {
		p.Weekdays = [7]bool{}
		for _, s := range strings.Split(list, ",") {
			if d, err := strconv.Atoi(s); err == nil && d >= 0 && d < 7 {
				p.Weekdays[d] = true
			}
		}
	}
	flag("remind", &p.Remind)
	if minutes, err := ParseClock(settings["remind_at"]); err == nil {
		p.RemindAt = minutes
	}
	for name, into := range map[string]*int{"alarm_at": &p.AlarmAt, "check_ins_at": &p.CheckInsAt} {
		if minutes, err := ParseClock(settings[name]); err == nil {
			*into = minutes
		} else if settings[name] == noClock {
			*into = -1
		}
	}
	p.Theme, p.Language, p.CalendarFolder = settings["theme"], settings["language"], settings["calendar_folder"]
	flag("private_calendar", &p.PrivateCalendar)
	flag("hide_names", &p.HideNames)
	flag("calendar_said", &p.CalendarSaid)
	flag("calendar_check_ins", &p.InCalendar.CheckIns)
	flag("calendar_promises", &p.InCalendar.Promises)
	flag("calendar_milestones", &p.InCalendar.Milestones)
	if p.Validate() != nil {
		safe := DefaultPreferences()
		// What is kept private stays so whatever else cannot be read.
		safe.Language, safe.PrivateCalendar, safe.HideNames, safe.InCalendar = p.Language, p.PrivateCalendar, p.HideNames, p.InCalendar
		return safe
	}
	return p
}

// noClock is how a setting says that there is no time of the day.
const noClock = "none"

func clockOrNone(minutes int) string {
	if minutes < 0 {
		return noClock
	}
	return Clock(minutes)
}

// Clock writes minutes after midnight as 09:30.
func Clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60) }

// ParseClock reads a time of day written as 9:30 or 09:30 into minutes after midnight.
func ParseClock(s string) (int, error) {
	hour, minute, ok := strings.Cut(s, ":")
	h, err1 := strconv.Atoi(hour)
	m, err2 := strconv.Atoi(minute)
	if !ok || err1 != nil || err2 != nil || h < 0 || h > 23 || m < 0 || m > 59 || len(minute) != 2 {
		return 0, fmt.Errorf("%q is no time of day of the form 09:30", s)
	}
	return h*60 + m, nil
}
