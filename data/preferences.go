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

	Remind   bool    // raise a notification when check-ins fall due
	RemindAt int     // minutes after midnight, 0 to 1439
	RemindOn [7]bool // days on which a notification may be raised, Sunday first; at least one
	Quiet    Hours   // in which none is raised
	Rest     Day     // before which none is raised; 0 when reminders do not rest
	Said     bool    // a notification says what was said last too, never that of a confidant
	Ahead    int     // days before a birthday or another occasion it is told of, 0 to MaxAhead

	Theme     string // "light", "dark", or "" for the system's
	Language  string // a BCP 47 tag, or "" for the system's
	HideNames bool   // initials instead of names on the screen

	PrivateCalendar bool // initials instead of names in the calendar
	CalendarSaid    bool // what was said last stands in the calendar too
	InCalendar      Contents
	AlarmAt         int    // minutes after midnight at which the alarms of the calendar ring, or Never
	CheckInsAt      int    // minutes after midnight at which check-ins stand in the calendar, or AllDay
	CalendarFolder  string // the folder in which a file of the calendar is kept up to date, "" for none

	Publish Publishing // to a calendar on a server
	Stay    bool       // the agent stays in the tray when the window is closed
}

// Hours is a time of the day that ends before From where To is smaller, and the next morning then; none where
// they are equal.
type Hours struct{ From, To int } // minutes after midnight, 0 to 1439

// Has reports whether minute after midnight is in the hours.
func (h Hours) Has(minute int) bool {
	if h.From <= h.To {
		return h.From <= minute && minute < h.To
	}
	return minute >= h.From || minute < h.To
}

// Publishing says to which calendar of which server the calendar is published. The password is kept elsewhere.
type Publishing struct {
	Server string // the address the user gave, "" for none
	User   string
	Tasks  bool // check-ins are tasks to tick off and not events
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
		RemindOn:   [7]bool{true, true, true, true, true, true, true},
		InCalendar: Contents{true, true, true}, AlarmAt: 9 * 60, CheckInsAt: AllDay, Stay: true,
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
	case p.RemindOn == [7]bool{}:
		return &Invalid{"remind_on", Missing}
	case p.Quiet.From < 0 || p.Quiet.From >= 24*60 || p.Quiet.To < 0 || p.Quiet.To >= 24*60:
		return &Invalid{"quiet", OutOfRange}
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
	return map[string]string{
		"per_day": strconv.Itoa(p.PerDay), "per_week": strconv.Itoa(p.PerWeek), "weekdays": weekdays(p.Weekdays),
		"remind": strconv.FormatBool(p.Remind), "remind_at": Clock(p.RemindAt), "ahead": strconv.Itoa(p.Ahead),
		"theme": p.Theme, "language": p.Language,
		"private_calendar": strconv.FormatBool(p.PrivateCalendar), "hide_names": strconv.FormatBool(p.HideNames),
		"calendar_check_ins": strconv.FormatBool(p.InCalendar.CheckIns), "calendar_promises": strconv.FormatBool(p.InCalendar.Promises),
		"calendar_milestones": strconv.FormatBool(p.InCalendar.Milestones), "calendar_said": strconv.FormatBool(p.CalendarSaid),
		"remind_on": weekdays(p.RemindOn), "quiet_from": Clock(p.Quiet.From), "quiet_to": Clock(p.Quiet.To), "rest": p.Rest.String(),
		"remind_said": strconv.FormatBool(p.Said), "stay": strconv.FormatBool(p.Stay),
		"publish_server": p.Publish.Server, "publish_user": p.Publish.User,
		"publish_tasks": strconv.FormatBool(p.Publish.Tasks),
		"alarm_at":      clockOrNone(p.AlarmAt), "check_ins_at": clockOrNone(p.CheckInsAt), "calendar_folder": p.CalendarFolder,
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
	for name, into := range map[string]*[7]bool{"weekdays": &p.Weekdays, "remind_on": &p.RemindOn} {
		if list, ok := settings[name]; ok {
			*into = weekdaysFrom(list)
		}
	}
	for name, into := range map[string]*int{"remind_at": &p.RemindAt, "quiet_from": &p.Quiet.From, "quiet_to": &p.Quiet.To} {
		if minutes, err := ParseClock(settings[name]); err == nil {
			*into = minutes
		}
	}
	if day, err := ParseDay(settings["rest"]); err == nil {
		p.Rest = day
	}
	flag("remind", &p.Remind)
	for name, into := range map[string]*int{"alarm_at": &p.AlarmAt, "check_ins_at": &p.CheckInsAt} {
		if minutes, err := ParseClock(settings[name]); err == nil {
			*into = minutes
		} else if settings[name] == noClock {
			*into = -1
		}
	}
	p.Theme, p.Language, p.CalendarFolder = settings["theme"], settings["language"], settings["calendar_folder"]
	p.Publish.Server, p.Publish.User = settings["publish_server"], settings["publish_user"]
	flag("publish_tasks", &p.Publish.Tasks)
	flag("remind_said", &p.Said)
	flag("stay", &p.Stay)
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

// weekdays writes days of the week as 1,2,5, Sunday being 0.
func weekdays(on [7]bool) string {
	var days []string
	for d, on := range on {
		if on {
			days = append(days, strconv.Itoa(d))
		}
	}
	return strings.Join(days, ",")
}

// weekdaysFrom reads what weekdays wrote.
func weekdaysFrom(list string) (on [7]bool) {
	for s := range strings.SplitSeq(list, ",") {
		if d, err := strconv.Atoi(s); err == nil && d >= 0 && d < 7 {
			on[d] = true
		}
	}
	return on
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
