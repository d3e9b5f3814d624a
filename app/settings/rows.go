package settings

import (
	"context"
	"math"

	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/cadence"
	"peerage/data/store"
)

// state is everything the page shows, in words where it shows words.
type state struct {
	preferences data.Preferences
	name        string // the user's own
	roles       []roleRow
	circles     []circleRow
	capacity    string
	notified    data.Channel
	last        string // the operation that can be undone, "" when there is none
}

// roleRow is a role of the user's own.
type roleRow struct {
	data.Role
	text, second string
}

// circleRow is a circle.
type circleRow struct {
	data.Circle
	second string
}

// question asks the store for a state. It is used off the window's thread.
type question struct {
	store  *store.Store
	words  *words.Words
	today  data.Day
	hidden bool // names are kept off the screen
}

func (q question) state(ctx context.Context) (*state, error) {
	settings, err := q.store.Settings(ctx)
	if err != nil {
		return nil, err
	}
	s := &state{preferences: data.PreferencesFrom(settings)}
	for _, step := range []func(context.Context, *state) error{q.you, q.circles, q.load, q.channels, q.last} {
		if err := step(ctx, s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (q question) you(ctx context.Context, s *state) error {
	me, err := q.store.Person(ctx, data.Me)
	if err != nil {
		return err
	}
	s.name = me.Name
	roles, err := q.store.Roles(ctx, data.Me)
	for _, r := range roles {
		s.roles = append(s.roles, roleRow{Role: r, text: parts.Work(r.Title, r.Employer), second: words.Capital(q.words.RoleFacts(&r, q.today))})
	}
	return err
}

func (q question) circles(ctx context.Context, s *state) error {
	circles, err := q.store.Circles(ctx)
	for _, c := range circles {
		members := q.words.N("importing.holds_people", c.Members)
		row := circleRow{Circle: c, second: words.Capital(members)}
		if c.Rhythm != (data.Rhythm{}) {
			rhythm := q.words.T("people.at_the_latest", words.Args{"Every": words.Capital(q.words.Every(c.Rhythm.Ideal)), "Longest": q.words.Every(c.Rhythm.Longest)})
			row.second = q.words.T("settings.circle_members", words.Args{"Rhythm": rhythm, "People": members})
		}
		s.circles = append(s.circles, row)
	}
	return err
}

// load says what the rhythms ask for, against what the user gives.
func (q question) load(ctx context.Context, s *state) error {
	day, err := briefing.Due(ctx, q.store, s.preferences, q.today)
	if err == nil {
		s.capacity = capacity(q.words, day.Rhythms, day.Capacity)
	}
	return err
}

// channels finds how notifications are doing.
func (q question) channels(ctx context.Context, s *state) error {
	channels, err := q.store.Channels(ctx)
	s.notified = channels[data.NotificationChannel]
	return err
}

func capacity(w *words.Words, rhythms int, l cadence.Load) string {
	given := words.Args{"Given": w.Count(l.Given)}
	asked := int(math.Ceil(l.PerWeek - 1e-9)) // as the agenda says it
	switch {
	case rhythms == 0:
		return w.T("settings.capacity_none")
	case l.Over:
		return w.Capacity(l.PerWeek, l.Given)
	case l.PerWeek < 0.5:
		return w.T("settings.capacity_little", given)
	}
	return w.N("settings.capacity_fits", asked, given)
}

func (q question) last(ctx context.Context, s *state) error {
	op, err := q.store.CanUndo(ctx)
	s.last = op.Name
	if q.hidden && s.last != "" {
		s.last = q.words.T("settings.last_change_hidden") // the name of an operation may hold names
	}
	return err
}
