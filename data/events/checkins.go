package events

import (
	"context"
	"fmt"
	"time"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/calendar"
)

// checkIns adds the next check-in with each person who has a rhythm, one event a person.
func (l *layout) checkIns(ctx context.Context) error {
	planned, err := briefing.CheckIns(ctx, l.store, l.preferences, l.today)
	if err != nil {
		return fmt.Errorf("lay out the check-ins: %w", err)
	}
	if l.preferences.CalendarSaid && !l.preferences.PrivateCalendar {
		people := make([]data.ID, len(planned))
		for i := range planned {
			people[i] = planned[i].Person
		}
		if l.said, err = l.store.LastInteractions(ctx, people, l.today); err != nil {
			return fmt.Errorf("lay out the check-ins: %w", err)
		}
	}
	l.expect(len(planned))
	for i := range planned {
		c := &planned[i]
		if c.Private || c.Paused {
			continue
		}
		e := calendar.Event{UID: c.UUID, Kind: calendar.CheckIn, Person: c.Person, Day: c.Due, Summary: l.phrases.CheckIn(l.called(c.Name))}
		at := l.preferences.CheckInsAt
		if c.At != data.AllDay {
			at = c.At
		}
		if at != data.AllDay {
			e.At, e.Length = time.Duration(at)*time.Minute, length
			if l.preferences.AlarmAt == data.Never {
				e.Alarm = -1
			}
		}
		facts := nothing
		if !l.preferences.PrivateCalendar {
			e.Description, facts = l.why(c)
		}
		l.add(e, c.UUID, c.Name, facts)
	}
	return nil
}

// reason is all that a reason without words of its own depends on.
type reason struct {
	ideal       int
	since, last data.Day // since is 0 for who is not late
}

// why returns why there is a check-in, and what that says.
func (l *layout) why(planned *briefing.Planned) (string, digest) {
	c := planned.CheckIn
	facts := nothing.number(c.Rhythm.Ideal).number(int(c.Natural)).number(int(c.Last))
	if contact, ok := l.said[c.Person]; ok && !l.untold.stays(contact.Text, planned.Name, contact.ID) {
		return l.phrases.Why(c, &contact), facts.text(string(contact.Kind)).number(int(contact.Day)).text(contact.Text)
	}
	// Many have the same rhythm and were met on the same day.
	key := reason{ideal: c.Rhythm.Ideal, last: c.Last}
	if c.Natural < c.Due {
		key.since = c.Natural
	}
	why, known := l.reasons[key]
	if !known {
		why = l.phrases.Why(c, nil)
		l.reasons[key] = why
	}
	return why, facts
}
