package remind

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/events"
	"peerage/data/store"
)

// New returns a reminder for the check-ins and promises in a store: what falls due is raised once, whichever
// process comes first. It needs no window, and how notifications go is noted in the store.
func New(s *store.Store, n Notifier, w *words.Words) *Reminder {
	k := kept{s, w}
	return &Reminder{
		Notifier: n,
		Phrases: Phrases{
			Title: w.ReminderTitle, Names: w.ReminderNames, Promises: w.ReminderPromises,
			CheckIn: w.ReminderCheckIn, Promise: w.ReminderPromise,
		},
		Coming: k.coming, Said: k.said, Claim: k.claim, Release: k.release, Shown: k.shown, Pokes: s.Pokes,
	}
}

// Try shows a note that is no reminder, so that people see what one looks like, and notes in the store how it went.
func Try(ctx context.Context, s *store.Store, n Notifier, w *words.Words) error {
	err := n.Notify(ctx, Note{Title: w.T("remind.test_title"), Body: w.T("remind.test")})
	kept{s, w}.shown(ctx, err)
	return err
}

// kept is what a reminder asks of the store.
type kept struct {
	store *store.Store
	words *words.Words
}

func (k kept) preferences(ctx context.Context) (data.Preferences, error) {
	settings, err := k.store.Settings(ctx)
	return data.PreferencesFrom(settings), err
}

// reachKey begins what is claimed of check-ins.
const reachKey = "reach "

// coming returns when notices may be raised, and who is to be reached and which promises are due, as far as that was
// not announced yet. Someone who hides names on the screen is shown none in a notification either.
func (k kept) coming(ctx context.Context, today data.Day) (Plan, error) {
	p, err := k.preferences(ctx)
	if err != nil || !p.Remind {
		return Plan{}, err
	}
	plan := Plan{Schedule: ScheduleFrom(p)}
	for _, add := range []func(context.Context, data.Preferences, data.Day, *Plan) error{k.checkIns, k.promises} {
		if err := add(ctx, p, today, &plan); err != nil {
			return plan, err
		}
	}
	if p.HideNames {
		for i := range plan.Due {
			plan.Due[i].Private = true
		}
	}
	known, err := k.store.Announced(ctx, keysOf(plan.Due))
	plan.Due = slices.DeleteFunc(plan.Due, func(d Due) bool { return known[d.Key] })
	return plan, err
}

// checkIns adds who is to be reached today, who has an hour, and who comes next of the others. Of those who are
// due without the user having put them there, a day announces as many as it has check-ins at most: whoever is
// moved up because somebody else was reached waits for the next notice of a day.
func (k kept) checkIns(ctx context.Context, p data.Preferences, today data.Day, plan *Plan) error {
	planned, err := briefing.CheckIns(ctx, k.store, p, today)
	if err != nil {
		return err
	}
	night, err := k.overnight(ctx, p, today)
	if err != nil {
		return err
	}
	announced, err := k.store.AnnouncedSince(ctx, reachKey, today)
	if err != nil {
		return err
	}
	// Those with an hour are counted by the key that is without it.
	maps.DeleteFunc(announced, func(key string, _ data.Day) bool { return strings.Count(key, " ") > 2 })
	later := false // somebody without an hour was added
	for i := range planned {
		c := &planned[i]
		d := reach(c, today)
		hour, held := night[c.Person]
		switch {
		case held && c.Natural == today-1:
			d.Day, d.At = today-1, hour
		case c.Due > today && d.At < 0:
			if later {
				continue
			}
			later = true
		case c.Due <= today && !c.Agreed:
			if _, known := announced[d.Key]; !known && len(announced) >= p.PerDay {
				plan.More = true
				continue
			}
		}
		if d.At >= 0 {
			d.Also = d.Key
			d.Key += " " + data.Clock(d.At)
		}
		plan.Due = append(plan.Due, d)
	}
	return nil
}

// reach returns what there is to announce of a check-in, without its hour in the key.
func reach(c *briefing.Planned, today data.Day) Due {
	d := Due{Key: reachKey + c.UUID + " " + c.Natural.String(), Person: c.Person, PersonUUID: c.UUID, Name: c.Name, Private: c.Private, Day: c.On(today), At: data.AllDay}
	if c.Agreed {
		d.At = c.At
	}
	return d
}

// overnight returns the hours of yesterday's check-ins, where the quiet hours may have held them back over
// midnight: a plan knows hours from today on alone.
func (k kept) overnight(ctx context.Context, p data.Preferences, today data.Day) (map[data.ID]int, error) {
	if p.Quiet.From <= p.Quiet.To {
		return nil, nil
	}
	planned, err := briefing.CheckIns(ctx, k.store, p, today-1)
	hours := map[data.ID]int{}
	for _, c := range planned {
		if c.Agreed && c.At >= 0 && c.Due == today-1 {
			hours[c.Person] = c.At
		}
	}
	return hours, err
}

// promises adds the open promises with a day. Those of people who are paused come when that ends.
func (k kept) promises(ctx context.Context, _ data.Preferences, today data.Day, plan *Plan) error {
	list, err := briefing.PromisesBy(ctx, k.store, lastDay, today)
	if err != nil {
		return err
	}
	for _, o := range list {
		plan.Due = append(plan.Due, Due{
			Key: o.UUID + " " + o.Due.String(), Person: o.Person, PersonUUID: o.PersonUUID, Name: o.Name, Private: o.Private, Day: o.Due, At: data.AllDay,
			Promise: true, By: o.By, What: o.What,
		})
	}
	open, err := k.store.Promises(ctx, store.PromiseFilter{Open: true, By: lastDay})
	plan.More = plan.More || len(open) > len(list)
	return err
}

// lastDay is the last day there can be.
var lastDay = data.NewDay(9999, 12, 31)

// said returns what the notice about one thing tells besides whom it is about: what was promised, and what was said
// last. It tells nothing of anybody private, nor what tells of somebody private, nor of those who want a topic
// left alone: a text can touch one without a word of it.
func (k kept) said(ctx context.Context, d Due, today data.Day) string {
	p, err := k.preferences(ctx)
	if err != nil || !p.Said || d.Private {
		return ""
	}
	boundaries, err := k.store.Boundaries(ctx)
	if err != nil || len(boundaries[d.Person].Avoid) > 0 {
		return ""
	}
	untold, err := events.Untold(ctx, k.store)
	if err != nil {
		return ""
	}
	last, err := k.store.LastInteractions(ctx, []data.ID{d.Person}, today)
	if err != nil {
		return ""
	}
	what := ""
	if d.Promise && !untold(d.What, d.Name, 0) {
		what = d.What
	}
	if contact, ok := last[d.Person]; ok && !untold(contact.Text, d.Name, contact.ID) {
		return k.words.ReminderSaid(what, &contact, today)
	}
	return k.words.ReminderSaid(what, nil, today)
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

// shown notes how an attempt to show a note went. A store that cannot keep that shows nothing of it; the note was
// seen or not all the same.
func (k kept) shown(ctx context.Context, err error) {
	trouble := ""
	switch {
	case errors.Is(err, ErrUnanswered):
		trouble = k.words.T("error.notification_unanswered")
	case err != nil:
		trouble = k.words.T("error.no_notification")
	}
	_ = k.store.NoteChannel(ctx, data.NotificationChannel, trouble)
}

// keysOf returns all that claims of due cover.
func keysOf(due []Due) []string {
	keys := make([]string, 0, len(due))
	for _, d := range due {
		if keys = append(keys, d.Key); d.Also != "" {
			keys = append(keys, d.Also)
		}
	}
	return keys
}
