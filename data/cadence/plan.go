package cadence

import (
	"cmp"
	"slices"
	"time"

	"peerage/data"
)

// Settings say how much time the user has for check-ins.
type Settings struct {
	PerDay   int     // check-ins a day at most, 1 to MaxPerDay
	Weekdays [7]bool // the days of the week that have check-ins, by time.Weekday; at least one
	PerWeek  int     // check-ins the user wants to give a week, 1 to 7 × MaxPerDay
}

// MaxPerDay is the largest number of check-ins a day may hold.
const MaxPerDay = 50

// DefaultSettings stand in for settings that leave no way to make a plan: three check-ins a day from Monday
// to Friday, ten a week.
func DefaultSettings() Settings {
	s := Settings{PerDay: 3, PerWeek: 10}
	for day := time.Monday; day <= time.Friday; day++ {
		s.Weekdays[day] = true
	}
	return s
}

// Validate returns an *data.Invalid for the first field that leaves no way to make a plan.
func (s Settings) Validate() error {
	switch {
	case s.PerDay < 1 || s.PerDay > MaxPerDay:
		return &data.Invalid{Field: "per_day", Reason: data.OutOfRange}
	case s.Weekdays == [7]bool{}:
		return &data.Invalid{Field: "weekdays", Reason: data.Missing}
	case s.PerWeek < 1 || s.PerWeek > 7*MaxPerDay:
		return &data.Invalid{Field: "per_week", Reason: data.OutOfRange}
	}
	return nil
}

// Schedule is everybody's next check-in.
type Schedule struct {
	// CheckIns are all of them, by the day they are put on and within a day the most urgent first.
	CheckIns []data.CheckIn
	// Today are those of CheckIns that are put on today, a part of the same slice.
	Today []data.CheckIn
	// Waiting counts the check-ins that are due today and found no place on it. They are to be named
	// beside those of today: a check-in that is overdue is moved, but never hidden.
	Waiting int
	// Late counts the check-ins that miss their longest interval for want of a free place and for no
	// other reason. Those overdue already count when they have to wait longer still.
	Late int
	// Crowded says that the places a day do not suffice to keep every longest interval.
	Crowded bool
}

// Plan puts the next check-in of every entry that has a rhythm on a day: one of the picked days of the
// week, today or later, not before its natural day, and at most s.PerDay of them on one day.
//
// The most urgent takes the first free place from its natural day on, then the next one, so the
// least urgent slide. The earlier the day that ends the longest interval, the more urgent: that order
// keeps every longest interval whenever some order does, and when none does, the latest are served
// first. Among equals the higher weight decides, then the lower id. The places a day are a promise
// to the user and hold even when intervals cannot be kept; Late and Crowded then say so.
//
// An appointment stays on its very day, whatever the day of the week and however full the day is, and takes a
// place there. A snoozed check-in takes its place before all others, since the user picked that very day; it
// slides like any other where even the snoozed ones are too many. Either slides once its day has gone by. When
// today is not a picked day of the week, nothing is put on it, however late: a free Sunday stays free,
// and what is due waits for the next picked day.
//
// The order of entries does not matter. Settings that are not valid are replaced by the default ones.
func Plan(entries []Entry, s Settings, today data.Day) Schedule {
	if s.Validate() != nil {
		s = DefaultSettings()
	}
	waiting := wanted(entries, today)
	days := newDiary(s)
	for i := range waiting {
		if w := &waiting[i]; w.agreed {
			w.due = w.natural
			days.take(w.due)
		}
	}
	for i := range waiting {
		if w := &waiting[i]; w.picked {
			if home := days.picked(w.from); days.roomOn(home) {
				w.due = home
				days.take(home)
			}
		}
	}
	var plan Schedule
	for i := range waiting {
		w := &waiting[i]
		if w.due == 0 {
			w.due = days.firstFree(w.from)
			days.take(w.due)
		}
		if w.natural <= today && w.due > today {
			plan.Waiting++
		}
		if w.due > w.deadline && w.due > days.picked(w.from) {
			plan.Late++
		}
	}
	plan.Crowded = plan.Late > 0
	// The sort is stable, so that within a day the order of urgency remains.
	slices.SortStableFunc(waiting, func(a, b wish) int { return cmp.Compare(a.due, b.due) })
	plan.CheckIns = make([]data.CheckIn, len(waiting))
	placedToday := 0
	for i, w := range waiting {
		plan.CheckIns[i] = data.CheckIn{
			Person: w.entry.Person, Due: w.due, Natural: w.natural, Overdue: Overdue(*w.entry, today),
			Rhythm: w.entry.Rhythm, Last: w.entry.Last, Agreed: w.agreed, At: data.AllDay,
		}
		if w.agreed {
			plan.CheckIns[i].At = w.entry.Appointment.At
		}
		if w.due == today {
			placedToday++
		}
	}
	plan.Today = plan.CheckIns[:placedToday:placedToday]
	return plan
}

// wish is a check-in that wants a place.
type wish struct {
	entry             *Entry
	natural, deadline data.Day
	from              data.Day // the first day it may be put on: today or the natural day
	picked            bool     // whether the user snoozed it to that day
	agreed            bool     // whether it is an appointment of that day
	due               data.Day // the day it is put on, 0 while it is on none
}

// wanted returns the check-ins of all entries that have a rhythm, the most urgent first.
func wanted(entries []Entry, today data.Day) []wish {
	wishes := make([]wish, 0, len(entries))
	for i := range entries {
		e := &entries[i]
		natural := Natural(*e)
		if natural == 0 {
			continue
		}
		wishes = append(wishes, wish{
			entry: e, natural: natural, deadline: e.deadline(today), from: max(natural, today),
			picked: !e.appointed() && e.Snoozed == natural && natural >= today,
			agreed: e.appointed() && e.Appointment.Day == natural && natural >= today,
		})
	}
	slices.SortFunc(wishes, func(a, b wish) int {
		return cmp.Or(cmp.Compare(a.deadline, b.deadline), cmp.Compare(b.entry.Weight, a.entry.Weight),
			cmp.Compare(a.entry.Person, b.entry.Person))
	})
	return wishes
}

// diary knows which days have free places.
type diary struct {
	settings Settings
	used     map[data.Day]int
	// next leads from a full day to a later one before which nothing is free.
	next map[data.Day]data.Day
}

func newDiary(s Settings) *diary {
	return &diary{s, make(map[data.Day]int), make(map[data.Day]data.Day)}
}

// picked returns the first picked day of the week that is not before day.
func (d *diary) picked(day data.Day) data.Day {
	for weekday := day.Weekday(); !d.settings.Weekdays[weekday]; weekday = (weekday + 1) % 7 {
		day++
	}
	return day
}

func (d *diary) roomOn(day data.Day) bool { return d.used[day] < d.settings.PerDay }

// take uses one place of day.
func (d *diary) take(day data.Day) {
	d.used[day]++
	if !d.roomOn(day) && d.settings.Weekdays[day.Weekday()] {
		d.next[day] = d.picked(day + 1)
	}
}

// firstFree returns the first picked day that is not before day and has room. It shortens the way for
// the next search, or a backlog of thousands would be walked through once for each of them.
func (d *diary) firstFree(day data.Day) data.Day {
	start := d.picked(day)
	free := start
	for next, full := d.next[free]; full; next, full = d.next[free] {
		free = next
	}
	for start != free {
		start, d.next[start] = d.next[start], free
	}
	return free
}
