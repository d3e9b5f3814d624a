// Package cadence says who is to be contacted on which day.
//
// A rhythm asks for contact an ideal interval after the last one. From that follows a natural day for
// everybody, and Plan puts the check-ins on the days the user has for them, at most so many a day.
// The rest of the package tells what the plan is worth: how late a check-in is, and whether the
// rhythms together ask for more than the user gives.
package cadence

import (
	"math/bits"

	"peerage/data"
)

// Entry is one person whose contact has a rhythm. Every person has at most one.
type Entry struct {
	Person data.ID
	Rhythm data.Rhythm // the one that holds, see Effective; a person without one is never due

	Set         data.Day // the day the rhythm was set
	Last        data.Day // the latest contact, 0 when there was none
	Snoozed     data.Day // the user wants the check-in on this day; 0 when it is not snoozed
	Skipped     data.Day // the day a check-in was skipped, 0 when none was
	PausedUntil data.Day // no check-in before this day; 0 when there is no pause

	Appointment data.Appointment // where the user put the check-in; zero for nowhere

	// Weight puts closer ties first among check-ins that are equally late, the higher the sooner.
	Weight int
}

// Effective returns the rhythm that holds for a person: their own, or else the one with the shortest
// ideal interval among those of their circles, since the circle that asks for more would be neglected
// otherwise. It is zero when nobody set one.
func Effective(own data.Rhythm, circles []data.Rhythm) data.Rhythm {
	if own.Ideal > 0 {
		return own
	}
	var best data.Rhythm
	for _, r := range circles {
		sooner := r.Ideal < best.Ideal || r.Ideal == best.Ideal && r.Longest < best.Longest
		if r.Ideal > 0 && (best.Ideal == 0 || sooner) {
			best = r
		}
	}
	return best
}

// Natural returns the day a check-in is due on, before a plan moves it to a day with room, or 0 for a
// person without a rhythm.
//
// It is the ideal interval after the last contact. A contact logged late counts like any other, as
// long as it is the latest. Skipping counts as contact on the day of the skip, so the next check-in
// comes a whole interval later. Without any contact the first check-in falls on one of the days of
// the ideal interval after the rhythm was set, another one for each person, so that thirty rhythms set
// in one minute do not all fall due on one day; it is the same day whenever it is asked for. The first
// contact that becomes known replaces it, even one from before the rhythm was set. With nothing to count from, not even the day the rhythm was set, the check-in has been due since day 1.
//
// A snooze holds it back to the day the user picked. Contact on or after that day makes the snooze void,
// as the next interval ends later anyway. An appointment that is not over is the day, whatever the rhythm asks
// for and whatever was snoozed. A pause holds all of it back until it ends.
func Natural(e Entry) data.Day {
	switch {
	case e.Rhythm.Ideal < 1:
		return 0
	case e.appointed():
		return max(e.Appointment.Day, e.PausedUntil)
	}
	return max(e.asked(), e.Snoozed, e.PausedUntil)
}

// appointed reports whether the user put the check-in on a day.
func (e *Entry) appointed() bool { return !e.Appointment.Over(e.Last) }

// Overdue returns how many whole days today lies past the longest interval, 0 when it does not. The
// days count from the last contact whatever was snoozed or paused since, because that is how long
// the person has waited; but nobody is overdue while a snooze or a pause still holds the check-in
// back, and nobody of whom no day is known.
func Overdue(e Entry, today data.Day) int {
	natural := Natural(e)
	if natural == 0 || natural > today {
		return 0
	}
	return max(0, int(today-e.deadline(today)))
}

// asked returns the day that the rhythm alone asks for.
func (e *Entry) asked() data.Day {
	ideal := data.Day(e.Rhythm.Ideal)
	if contact := max(e.Last, e.Skipped); contact > 0 {
		return contact + ideal
	}
	if e.Set == 0 {
		return data.DueEver
	}
	return e.Set + spread(e.Person, ideal)
}

// deadline returns the last day that keeps the longest interval. Where nothing is known to count
// from, it counts from today, so that nobody who is truly late has to stand behind.
func (e *Entry) deadline(today data.Day) data.Day {
	asked := e.asked()
	if asked == data.DueEver {
		asked = today
	}
	return asked + data.Day(max(0, e.Rhythm.Longest-e.Rhythm.Ideal))
}

// spread returns a number of days from 1 to interval for person. Consecutive multiples of the golden
// ratio divide a circle about as evenly as can be (Knuth, The Art of Computer Programming, vol. 3,
// §6.4), and an import numbers people consecutively.
func spread(person data.ID, interval data.Day) data.Day {
	const golden = 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
	part, _ := bits.Mul64(uint64(person)*golden, uint64(interval))
	return 1 + data.Day(part)
}
