// Package events lays out by day what is to come: the next check-in with each person.
package events

import (
	"context"
	"fmt"
	"io"
	"time"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/cadence"
	"peerage/data/calendar"
	"peerage/data/names"
	"peerage/data/store"
)

// Phrases are the sentences of the events, in the user's language.
type Phrases struct {
	Calendar string                                                              // the calendar's name
	Summary  func(name string) string                                            // "Check in: Ana Souza"
	Detail   func(c data.CheckIn, last *data.Interaction, today data.Day) string // why; last is nil when there was no contact
}

// alarmAt is when the alarm of a check-in rings, after midnight.
const alarmAt = 9 * time.Hour

// CheckIns returns the next check-in with each person who has a rhythm, one event a person. People
// who are private are left out; with a private calendar the others are initials, and nothing is said
// of why.
func CheckIns(ctx context.Context, s *store.Store, p data.Preferences, today data.Day, phrases Phrases) ([]calendar.Event, error) {
	schedule, entries, err := briefing.Schedule(ctx, s, p, today)
	if err != nil {
		return nil, err
	}
	entry := make(map[data.ID]cadence.Entry, len(entries))
	for _, e := range entries {
		entry[e.Person] = e
	}
	var events []calendar.Event
	for _, c := range schedule.CheckIns {
		person, err := s.Person(ctx, c.Person)
		if err != nil {
			return nil, fmt.Errorf("lay out the check-ins: %w", err)
		}
		if person.Private {
			continue
		}
		e := calendar.Event{UID: person.UUID, Day: c.Due, Summary: phrases.Summary(person.Name), AlarmAt: alarmAt}
		e.Stamp, e.Sequence = revision(c, entry[c.Person])
		if p.PrivateCalendar {
			e.Summary = phrases.Summary(names.Initials(person.Name))
		} else {
			last, err := briefing.LastContact(ctx, s, c.Person, c.Last)
			if err != nil {
				return nil, err
			}
			e.Description = phrases.Detail(c, last, today)
		}
		events = append(events, e)
	}
	return events, nil
}

// unknown stands for the day of a rhythm of which no day is known.
var unknown = data.NewDay(2000, time.January, 1)

// revision says when an event last changed, and how often. It counts from the day the rhythm was set
// or last kept, and grows by one, and by one second, with every day that the check-in slid, was
// snoozed or was paused. The present instant is no part of it, so that a calendar in which nothing
// changed is the same to the octet.
func revision(c data.CheckIn, e cadence.Entry) (time.Time, int) {
	day := max(e.Set, e.Last, e.Skipped)
	if day == 0 {
		day = unknown
	}
	e.Snoozed, e.PausedUntil = 0, 0
	slid := 0
	if asked := cadence.Natural(e); asked > day {
		slid = max(0, int(c.Due-asked))
	}
	return day.Time().Add(time.Duration(slid) * time.Second), slid
}

// Write writes the calendar of all check-ins.
func Write(ctx context.Context, w io.Writer, s *store.Store, p data.Preferences, today data.Day, phrases Phrases) error {
	events, err := CheckIns(ctx, s, p, today, phrases)
	if err != nil {
		return err
	}
	return calendar.Write(w, events, calendar.Phrases{Calendar: phrases.Calendar})
}
