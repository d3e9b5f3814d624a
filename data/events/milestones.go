package events

import (
	"context"
	"fmt"
	"slices"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/calendar"
)

// aYear is how many days ahead milestones are told of: what comes every year stands in the calendar once,
// on the next day it comes.
//
// It is written as that one day and not as a rule that repeats it. Of 29 February programs make different
// days: a rule for the day itself skips three years of four, and one for the last day of February is not
// understood by all. A single event is shown by every program on the day that Peerage means, 28 February
// in years without the other; it can say how old somebody will be, and it goes when the person must not be
// contacted any more.
const aYear = 366

// milestones adds what the days of the coming year bring to people.
func (l *layout) milestones(ctx context.Context) error {
	all, err := briefing.Occasions(ctx, l.store, l.today, aYear)
	if err != nil {
		return fmt.Errorf("lay out the milestones: %w", err)
	}
	told := make(map[string]bool, len(all))
	for _, o := range all {
		uid := occasionUID(&o)
		// Within its first days what is known to the month is told again for the year after.
		if o.Private || told[uid] {
			continue
		}
		told[uid] = true
		if o.InMonth {
			_, _, day := o.Day.Date()
			o.Day -= data.Day(day - 1)
		}
		e := calendar.Event{UID: uid, Kind: calendar.Milestone, Person: o.Person, Day: o.Day, Summary: l.phrases.Occasion(o)}
		facts := nothing.number(o.Years).text(o.Text)
		if o.Move != nil {
			facts = facts.text(o.Move.To.Title).text(o.Move.To.Employer)
		}
		if l.preferences.PrivateCalendar || l.staysOf(&o) {
			e.Summary, facts = l.phrases.Milestone(l.called(o.Name)), nothing
		}
		l.add(e, o.UUID, o.Name, facts)
	}
	return nil
}

// staysOf reports whether what a milestone is of is not to be told.
func (l *layout) staysOf(o *data.Occasion) bool {
	texts := []string{o.Text}
	if o.Move != nil {
		texts = append(texts, o.Move.To.Title, o.Move.To.Employer)
	}
	return slices.ContainsFunc(texts, func(text string) bool { return l.untold.stays(text, o.Name, 0) })
}

// occasionUID names what comes every year, whatever the year.
func occasionUID(o *data.Occasion) string {
	switch o.Kind {
	case data.WorkAnniversary:
		return fmt.Sprintf("%s-work-%016x", o.UUID, uint64(nothing.text(o.Text)))
	case data.MoveAnniversary:
		return fmt.Sprintf("%s-moved-%s", o.UUID, o.Move.By)
	case data.OwnOccasion:
		return fmt.Sprintf("%s-own-%d", o.UUID, o.Note)
	}
	return o.UUID + "-" + string(o.Kind)
}
