// Package events lays out by day what is to come: the next check-in with each person, and what was promised.
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
	Promise  func(p *data.Promise, name string) string                           // "You promised Ana Souza: the slides"
	Promised func(name string) string                                            // the same without what it is: "Promise: AS"
}

// alarmAt is when the alarm of an event rings, after midnight.
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
	people := make([]data.ID, len(schedule.CheckIns))
	for i, c := range schedule.CheckIns {
		people[i] = c.Person
	}
	known, err := s.Known(ctx, people, today)
	if err != nil {
		return nil, fmt.Errorf("lay out the check-ins: %w", err)
	}
	last, err := s.LastInteractions(ctx, people, today)
	if err != nil {
		return nil, fmt.Errorf("lay out the check-ins: %w", err)
	}
	var events []calendar.Event
	for _, c := range schedule.CheckIns {
		person, ok := known[c.Person]
		if !ok || person.Private {
			continue
		}
		e := calendar.Event{UID: person.UUID, Day: c.Due, Summary: phrases.Summary(person.Name), AlarmAt: alarmAt}
		e.Stamp, e.Sequence = revision(c, entry[c.Person])
		if p.PrivateCalendar {
			e.Summary = phrases.Summary(names.Initials(person.Name))
		} else if contact, ok := last[c.Person]; ok {
			e.Description = phrases.Detail(c, &contact, today)
		} else {
			e.Description = phrases.Detail(c, nil, today)
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

// Promises returns the open promises of both sides that have a day, each on it. Those between me and people
// who are private, or must not be contacted, are left out; with a private calendar the others are initials,
// and nothing is said of what was promised.
func Promises(ctx context.Context, s *store.Store, p data.Preferences, today data.Day, phrases Phrases) ([]calendar.Event, error) {
	open, err := s.Promises(ctx, store.PromiseFilter{Open: true, By: latest})
	if err != nil || len(open) == 0 {
		return nil, err
	}
	people := make([]data.ID, len(open))
	for i := range open {
		people[i] = open[i].Person
	}
	known, err := s.Known(ctx, people, today)
	if err != nil {
		return nil, fmt.Errorf("lay out the promises: %w", err)
	}
	boundaries, err := s.Boundaries(ctx)
	var events []calendar.Event
	for i := range open {
		o := &open[i]
		person, ok := known[o.Person]
		if !ok || person.Private || boundaries[o.Person].NoContact {
			continue
		}
		e := calendar.Event{UID: o.UUID, Day: o.Due, Summary: phrases.Promise(o, person.Name), AlarmAt: alarmAt}
		if p.PrivateCalendar {
			e.Summary = phrases.Promised(names.Initials(person.Name))
		}
		// A promise that is moved to a later day has changed as often as there are days between.
		e.Sequence = max(0, int(o.Due-o.Made))
		e.Stamp = o.Made.Time().Add(time.Duration(e.Sequence) * time.Second)
		events = append(events, e)
	}
	return events, err
}

// latest is the last day that is asked for: what is promised for later stands in no calendar.
var latest = data.NewDay(9999, time.December, 30)

// Write writes the calendar of all check-ins and promises.
func Write(ctx context.Context, w io.Writer, s *store.Store, p data.Preferences, today data.Day, phrases Phrases) error {
	events, err := CheckIns(ctx, s, p, today, phrases)
	if err != nil {
		return err
	}
	promises, err := Promises(ctx, s, p, today, phrases)
	if err != nil {
		return err
	}
	return calendar.Write(w, append(events, promises...), calendar.Phrases{Calendar: phrases.Calendar})
}
