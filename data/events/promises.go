package events

import (
	"context"
	"fmt"
	"time"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/calendar"
)

// promises adds the open promises that hold and have a day, each on it.
func (l *layout) promises(ctx context.Context) error {
	open, err := briefing.PromisesBy(ctx, l.store, latest, l.today)
	if err != nil {
		return fmt.Errorf("lay out the promises: %w", err)
	}
	for i := range open {
		o := &open[i]
		if o.Private {
			continue
		}
		e := calendar.Event{UID: o.UUID, Kind: calendar.Promise, Person: o.Person, Day: o.Due, Summary: l.phrases.Promise(&o.Promise, o.Name)}
		facts := nothing.text(string(o.By)).text(o.What)
		if l.preferences.PrivateCalendar || l.untold.stays(o.What, o.Name, o.Interaction) {
			e.Summary, facts = l.phrases.Promised(l.called(o.Name)), nothing
		}
		l.add(e, o.PersonUUID, o.Name, facts)
	}
	return nil
}

// latest is the last day that is asked for: what is promised for later stands in no calendar.
var latest = data.NewDay(9999, time.December, 30)
