package command

import (
	"context"
	"slices"

	"peerage/app/words"
	"peerage/assets"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/names"
	"peerage/data/quicklog"
	"peerage/data/store"
)

// loggedJSON is what a line of the quick log says.
type loggedJSON struct {
	interactionJSON
	People    []loggedPerson   `json:"people"`
	Promises  []loggedPromise  `json:"promises"`
	Exchanges []loggedExchange `json:"exchanges"`
	Circles   []string         `json:"circles"`
	Unknown   []string         `json:"unknown"`
}

type loggedPerson struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type loggedPromise struct {
	By     data.Side `json:"by"`
	Person string    `json:"person"`
	What   string    `json:"what"`
	Due    data.Day  `json:"due"`
}

type loggedExchange struct {
	Kind   data.ExchangeKind `json:"kind"`
	Given  bool              `json:"given"`
	Person string            `json:"person"`
	To     string            `json:"to"` // of an introduction, who was made known; else ""
}

// logLine reads a line, says what it understood, and saves it.
func (r *runner) logLine(ctx context.Context, s *store.Store, text string, f *logFlags, day data.Day) error {
	lexicon, err := quicklog.Load(assets.QuickLog())
	if err != nil {
		return err
	}
	u, err := intake.Understand(ctx, s, lexicon, text, r.today)
	if err != nil {
		return err
	}
	if f.kind != "" {
		u.Kind = data.InteractionKind(f.kind)
	}
	if day != 0 {
		u.Day = day
	}
	if err := r.settled(ctx, s, u); err != nil {
		return err
	}
	if err := u.Validate(); err != nil {
		return usageError{err}
	}
	var i data.Interaction
	called := u.Called()
	if !f.dry {
		if err := s.Write(ctx, r.Words.T("operation.log", words.Args{"Names": r.Words.List(called)}), func(tx *store.Tx) error {
			i, err = intake.SaveUnderstood(tx, u)
			return err
		}); err != nil {
			return err
		}
	}
	if r.json {
		return r.printLogged(ctx, s, u, i.UUID)
	}
	r.sayUnderstood(u)
	if f.dry {
		return r.notWritten()
	}
	r.say(r.Words.T("toast.logged", words.Args{"Names": r.Words.List(called)}))
	return nil
}

// notWritten says that a trial wrote nothing.
func (r *runner) notWritten() error {
	r.say(r.Words.T("quick.not_written"))
	return nil
}

// settled returns an error where something must be asked before the line can be saved: who is meant, or who
// it was with.
func (r *runner) settled(ctx context.Context, s *store.Store, u *intake.Understood) error {
	if open := u.Asks(); len(open) > 0 {
		var ids []data.ID
		for _, c := range open[0].Candidates {
			ids = append(ids, c.Person)
		}
		rows, err := s.People(ctx, store.Filter{People: ids})
		if err != nil {
			return err
		}
		return r.ambiguous(open[0].Said, rows)
	}
	switch {
	case len(u.People) == 0 && len(u.Unknown) > 0:
		return r.usage("quick.nobody_called", words.Args{"Names": cut(r.Words.List(u.Unknown), longestEcho)})
	case len(u.People) == 0:
		return r.usage("quick.nobody")
	}
	return nil
}

// sayUnderstood says in words what a line says.
func (r *runner) sayUnderstood(u *intake.Understood) {
	w := r.Words
	r.say(w.Noted(u.Kind, u.Called(), u.Day, r.today))
	for _, p := range u.Promises {
		r.say("  " + w.PromisedBy(p.By, u.People[p.With].Name, p.What, p.Due, r.today))
	}
	for _, e := range u.Exchanges {
		r.say("  " + w.Given(e.Kind, e.By, u.People[e.With].Name, e.To.Name))
	}
	for _, t := range u.Thanked() {
		r.say("  " + w.ThankedFor(t.Title))
	}
	if len(u.Circles) > 0 {
		r.say("  " + w.T("quick.circles", words.Args{"Names": w.List(u.Circles)}))
	}
	if len(u.Unknown) > 0 {
		r.say("  " + w.T("quick.unknown", words.Args{"Names": w.List(u.Unknown)}))
	}
}

// newLogged returns what was logged with nothing but the contact.
func newLogged(ctx context.Context, s *store.Store, i *data.Interaction) (loggedJSON, error) {
	logged := loggedJSON{interactionJSON: interactionJSON{i.UUID, i.Kind, i.Day, i.Text, []string{}}, People: []loggedPerson{},
		Promises: []loggedPromise{}, Exchanges: []loggedExchange{}, Circles: []string{}, Unknown: []string{}}
	for _, id := range i.People {
		p, err := s.Person(ctx, id)
		if err != nil {
			return logged, err
		}
		name := names.Clean(p.Name)
		logged.With, logged.People = append(logged.With, name), append(logged.People, loggedPerson{p.UUID, name})
	}
	return logged, nil
}

// printLogged writes what a line says as JSON; the id is "" where nothing was written.
func (r *runner) printLogged(ctx context.Context, s *store.Store, u *intake.Understood, id string) error {
	var people []data.ID
	for _, p := range u.People {
		if !slices.Contains(people, p.Chosen) {
			people = append(people, p.Chosen)
		}
	}
	logged, err := newLogged(ctx, s, &data.Interaction{UUID: id, Kind: u.Kind, Day: u.Day, Text: u.Text, People: people})
	if err != nil {
		return err
	}
	logged.Circles, logged.Unknown = append(logged.Circles, u.Circles...), append(logged.Unknown, u.Unknown...)
	for _, p := range u.Promises {
		logged.Promises = append(logged.Promises, loggedPromise{p.By, names.Clean(u.People[p.With].Name), p.What, p.Due})
	}
	for _, e := range u.Exchanges {
		logged.Exchanges = append(logged.Exchanges, loggedExchange{e.Kind, e.By == data.Mine, names.Clean(u.People[e.With].Name), names.Clean(e.To.Name)})
	}
	return r.print(logged)
}
