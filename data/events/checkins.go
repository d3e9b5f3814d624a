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
	schedule, _, err := briefing.Schedule(ctx, l.store, l.preferences, l.today)
	if err != nil {
		return err
	}
	people := make([]data.ID, len(schedule.CheckIns))
	for i, c := range schedule.CheckIns {
		people[i] = c.Person
	}
	known, err := l.store.Known(ctx, people, l.today)
	if err != nil {
		return fmt.Errorf("lay out the check-ins: %w", err)
	}
	var last map[data.ID]data.Interaction
	if l.preferences.CalendarSaid && !l.preferences.PrivateCalendar {
		if last, err = l.store.LastInteractions(ctx, people, l.today); err != nil {
			return fmt.Errorf("lay out the check-ins: %w", err)
		}
	}
	for _, c := range schedule.CheckIns {
		person, ok := known[c.Person]
		if !ok || person.Private || person.LeftAlone {
			continue
		}
		e := calendar.Event{
			UID: person.UUID, Kind: calendar.CheckIn, Person: c.Person, Day: c.Due, Summary: l.phrases.CheckIn(l.called(person.Name)),
		}
		if at := l.preferences.CheckInsAt; at != data.AllDay {
			e.At, e.Length = time.Duration(at)*time.Minute, length
			if l.preferences.AlarmAt == data.Never {
				e.Alarm = -1
			}
		}
		facts := nothing
		if !l.preferences.PrivateCalendar {
			facts = l.why(&e, c, last)
		}
		l.add(e, &person, facts)
	}
	return nil
}

// why says in an event why there is a check-in, and returns what it says.
func (l *layout) why(e *calendar.Event, c data.CheckIn, last map[data.ID]data.Interaction) digest {
	facts := nothing.number(c.Rhythm.Ideal).number(int(c.Natural)).number(int(c.Last))
	if contact, ok := last[c.Person]; ok {
		e.Description = l.phrases.Why(c, &contact)
		return facts.text(string(contact.Kind)).number(int(contact.Day)).text(contact.Text)
	}
	e.Description = l.phrases.Why(c, nil)
	return facts
}
