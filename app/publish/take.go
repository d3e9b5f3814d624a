package publish

import (
	"context"
	"slices"
	"time"

	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/store"
)

// take does in the data what the user did in the calendar, as an operation of its own that can be undone. It
// returns whether the event is to be left out of the calendar from now on.
func (r *round) take(ctx context.Context, it *item, v verdict, found *calendar.Found) (leaves bool, err error) {
	switch it.event.Kind {
	case calendar.CheckIn:
		return false, r.takeCheckIn(ctx, it, v, found)
	case calendar.Promise:
		if v == moved {
			return false, r.postpone(ctx, it, found.Day)
		}
	}
	return v == dropped, nil
}

func (r *round) takeCheckIn(ctx context.Context, it *item, v verdict, found *calendar.Found) error {
	today := r.today()
	switch v {
	case moved:
		a := data.Appointment{Day: found.Day, At: found.At, Made: today}
		if found.At == it.at {
			a.At = it.planned.At // the hour that all check-ins stand on is not this one's own
		}
		return r.cadence(ctx, r.words.PublishedMove(it.planned.Name, found.Day, today), it, func(c *data.Cadence) { c.Appoint(a) })
	case dropped:
		return r.cadence(ctx, r.words.PublishedSkip(it.planned.Name), it, func(c *data.Cadence) { c.Skip(today) })
	case done:
		return r.log(ctx, it, found)
	}
	return nil
}

// cadence changes what the user set for one person.
func (r *round) cadence(ctx context.Context, name string, it *item, edit func(*data.Cadence)) error {
	return r.store.Write(ctx, name, func(tx *store.Tx) error {
		c, err := tx.Cadence(it.event.Person)
		if err != nil {
			return err
		}
		edit(&c)
		return tx.SaveCadence(c)
	})
}

// log notes contact on the day on which a task was ticked off, unless some is noted there already. An appointment
// that was made for the task is over then, however early it was ticked off.
func (r *round) log(ctx context.Context, it *item, found *calendar.Found) error {
	day := r.dayOf(found)
	last, err := r.store.LastInteractions(ctx, []data.ID{it.event.Person}, day)
	if err != nil {
		return err
	}
	return r.store.Write(ctx, r.words.PublishedLog(it.planned.Name), func(tx *store.Tx) error {
		c, err := tx.Cadence(it.event.Person)
		if err != nil {
			return err
		}
		if c.Appointment.Day != 0 && !c.Appointment.Over(day) {
			c.Appointment = data.Appointment{}
			if err := tx.SaveCadence(c); err != nil {
				return err
			}
		}
		if last[it.event.Person].Day == day {
			return nil
		}
		met := data.Interaction{Kind: data.OtherKind, Day: day, People: []data.ID{it.event.Person}}
		return tx.SaveInteraction(&met)
	})
}

// dayOf returns the day on which a task was ticked off, today at the latest.
func (r *round) dayOf(found *calendar.Found) data.Day {
	today := r.today()
	for _, t := range []time.Time{found.DoneAt, found.Modified} {
		if !t.IsZero() {
			return min(data.DayOf(t.In(r.zone())), today)
		}
	}
	return today
}

// postpone gives a promise another day.
func (r *round) postpone(ctx context.Context, it *item, due data.Day) error {
	open, err := r.store.Promises(ctx, store.PromiseFilter{Person: it.event.Person, Open: true})
	if err != nil {
		return err
	}
	i := slices.IndexFunc(open, func(p data.Promise) bool { return p.UUID == it.event.UID })
	if i < 0 || due < open[i].Made {
		return nil // it was settled just now, or is not put before it was made
	}
	person, err := r.store.Person(ctx, it.event.Person)
	if err != nil {
		return err
	}
	return r.store.Write(ctx, r.words.PublishedPromise(person.Name, due, r.today()), func(tx *store.Tx) error {
		p, err := tx.Promise(open[i].ID)
		if err != nil {
			return err
		}
		p.Due = due
		return tx.SavePromise(&p)
	})
}
