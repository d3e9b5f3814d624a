package events

import (
	"context"
	"fmt"
	"time"

	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/store"
)

// promises adds the open promises of both sides that have a day, each on it. A pause holds back check-ins and
// no promise: what was promised holds.
func (l *layout) promises(ctx context.Context) error {
	open, err := l.store.Promises(ctx, store.PromiseFilter{Open: true, By: latest})
	if err != nil || len(open) == 0 {
		return err
	}
	people := make([]data.ID, len(open))
	for i := range open {
		people[i] = open[i].Person
	}
	known, err := l.store.Known(ctx, people, l.today)
	if err != nil {
		return fmt.Errorf("lay out the promises: %w", err)
	}
	boundaries, err := l.store.Boundaries(ctx)
	if err != nil {
		return fmt.Errorf("lay out the promises: %w", err)
	}
	for i := range open {
		o := &open[i]
		person, ok := known[o.Person]
		if !ok || person.Private || boundaries[o.Person].NoContact {
			continue
		}
		e := calendar.Event{UID: o.UUID, Kind: calendar.Promise, Person: o.Person, Day: o.Due, Summary: l.phrases.Promise(o, person.Name)}
		facts := nothing.text(string(o.By)).text(o.What)
		if l.preferences.PrivateCalendar {
			e.Summary, facts = l.phrases.Promised(l.called(person.Name)), nothing
		}
		l.add(e, person.UUID, person.Name, facts)
	}
	return nil
}

// latest is the last day that is asked for: what is promised for later stands in no calendar.
var latest = data.NewDay(9999, time.December, 30)
