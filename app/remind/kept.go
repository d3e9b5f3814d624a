package remind

import (
	"context"
	"slices"
	"time"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// New returns a reminder for the check-ins and promises in a store: what falls due is raised once, whichever
// process comes first.
func New(s *store.Store, n Notifier, w *words.Words) *Reminder {
	k := kept{s}
	return &Reminder{
		Notifier: n, Phrases: Phrases{Title: w.ReminderTitle, Names: w.ReminderNames, Promises: w.ReminderPromises},
		Schedule: k.schedule, Pending: k.pending, Claim: k.claim, Release: k.release,
	}
}

// kept is what a reminder asks of the store.
type kept struct{ store *store.Store }

func (k kept) preferences(ctx context.Context) (data.Preferences, error) {
	settings, err := k.store.Settings(ctx)
	return data.PreferencesFrom(settings), err
}

func (k kept) schedule() Schedule {
	// A store that cannot be read is said when what is pending is asked for; until then nine o'clock
	// stands.
	p, _ := k.preferences(context.Background())
	return Schedule{Hour: p.RemindAt / int(time.Hour/time.Minute), Minute: p.RemindAt % int(time.Hour/time.Minute)}
}

// pending returns who is to be reached on day and which promises are due by then, as far as that was not
// announced yet. Someone who hides names on the screen is shown none in a notification either.
func (k kept) pending(ctx context.Context, day data.Day) ([]Due, error) {
	p, err := k.preferences(ctx)
	if err != nil || !p.Remind {
		return nil, err
	}
	today, err := briefing.Due(ctx, k.store, p, day)
	if err != nil {
		return nil, err
	}
	var due []Due
	for _, r := range today.Reach {
		due = append(due, Due{Key: r.UUID + " " + r.Natural.String(), Person: r.Person, Name: r.Name, Private: r.Private || p.HideNames})
	}
	for _, o := range today.Promises {
		if o.Due <= day {
			due = append(due, Due{Key: o.UUID + " " + o.Due.String(), Person: o.Person, Name: o.Name, Private: o.Private || p.HideNames, Promise: true})
		}
	}
	known, err := k.store.Announced(ctx, keysOf(due))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(due, func(d Due) bool { return known[d.Key] }), nil
}

func (k kept) claim(ctx context.Context, day data.Day, due []Due) ([]Due, error) {
	fresh, err := k.store.Claim(ctx, day, keysOf(due))
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(due), func(d Due) bool { return !slices.Contains(fresh, d.Key) }), nil
}

func (k kept) release(ctx context.Context, _ data.Day, due []Due) error {
	return k.store.Release(ctx, keysOf(due))
}

func keysOf(due []Due) []string {
	keys := make([]string, len(due))
	for i, d := range due {
		keys[i] = d.Key
	}
	return keys
}
