package intake

import (
	"context"
	"fmt"
	"slices"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/quicklog"
	"peerage/data/store"
)

// Understood is what a line of the quick log says, with the people of the store. It is shown before it is
// saved, and may be changed until then.
type Understood struct {
	due *thanksDue

	Today     data.Day // the day it was read for
	Kind      data.InteractionKind
	Day       data.Day // never after Today
	Text      string   // the whole line: the note of the contact
	People    []UnderstoodPerson
	Promises  []UnderstoodPromise
	Exchanges []UnderstoodExchange
	Circles   []string // which everyone who took part joins
	Unknown   []string // names of those who took part and whom nobody is called
	Unread    []string // days, as they are written, that do not exist or that contact cannot have been on
	Ahead     []string // those of Unread that exist, and lie ahead
}

// UnderstoodPerson is somebody who took part.
type UnderstoodPerson struct {
	Said   string  // the name as it is written
	Chosen data.ID // 0 while it is not settled which of the candidates is meant
	Name   string  // of the one chosen
	// Candidates are those whom the name fits, the likelier first, when several do and nothing settles it.
	Candidates []data.Someone
}

// UnderstoodPromise is a promise with one of People.
type UnderstoodPromise struct {
	By   data.Side
	With int // an index of People
	What string
	Due  data.Day // 0 when no day is named
}

// UnderstoodExchange is something given or received, with one of People.
type UnderstoodExchange struct {
	Kind data.ExchangeKind
	By   data.Side // who gave it
	With int       // an index of People
	Text string
	// To is, of an introduction, the person whom With, or Me, was made known to; zero when nobody in the
	// store was.
	To data.Someone
}

// Quick understands lines of the quick log. It is a picture of the people at one moment, which never
// changes, so that a line may be read again at every key.
type Quick struct {
	lexicon *quicklog.Lexicon
	roster  *quicklog.Roster
	called  map[data.ID]string
	known   map[data.ID]quicklog.Person
	today   data.Day
	due     *thanksDue
}

// About tells apart whom a name fits: where they are, as it is written, "" when nothing is known, and the day of
// the last contact, 0 when there was none.
func (q *Quick) About(person data.ID) (organisation string, last data.Day) {
	p := q.known[person]
	if len(p.Organisations) > 0 {
		organisation = p.Organisations[0]
	}
	return organisation, p.Last
}

// LoadQuick reads from the store whom a line may name.
func LoadQuick(ctx context.Context, s *store.Store, lexicon *quicklog.Lexicon, today data.Day) (*Quick, error) {
	known, err := s.Called(ctx)
	if err != nil {
		return nil, err
	}
	last, err := s.LastContacts(ctx, today)
	if err != nil {
		return nil, err
	}
	near, err := s.NearPeople(ctx)
	if err != nil {
		return nil, err
	}
	circles, err := s.Circles(ctx)
	if err != nil {
		return nil, err
	}
	q := &Quick{lexicon: lexicon, called: make(map[data.ID]string, len(known)), known: make(map[data.ID]quicklog.Person, len(known)), today: today}
	people := make([]quicklog.Person, len(known))
	for i, k := range known {
		people[i] = quicklog.Person{ID: k.ID, Name: k.Name, OtherNames: k.OtherNames, Organisations: k.Employers, Last: last[k.ID], Near: near[k.ID]}
		q.called[k.ID], q.known[k.ID] = k.Name, people[i]
	}
	openings, err := loadOpenings(ctx, s)
	if err != nil {
		return nil, err
	}
	tags := make([]string, len(circles))
	for i, c := range circles {
		tags[i] = c.Name
	}
	q.roster = quicklog.NewRoster(people, tags)
	q.due = &thanksDue{lexicon, openings}
	return q, nil
}

// Understand says what a line says.
func (q *Quick) Understand(text string) *Understood {
	l := q.lexicon.Read(text, q.today, q.roster)
	u := &Understood{Today: q.today, Kind: l.Kind, Day: l.Day, Text: l.Text, Circles: l.Circles, Unknown: l.Unknown, Unread: l.Unread, Ahead: l.Ahead}
	u.due = q.due
	for _, m := range l.People {
		p := UnderstoodPerson{Said: m.Said, Chosen: m.Person, Name: q.called[m.Person]}
		for _, id := range m.Candidates {
			p.Candidates = append(p.Candidates, data.Someone{Person: id, Name: q.called[id]})
		}
		u.People = append(u.People, p)
	}
	for _, p := range l.Promises {
		u.Promises = append(u.Promises, UnderstoodPromise(p))
	}
	for _, e := range l.Exchanges {
		to := data.Someone{Person: e.To, Name: q.called[e.To]}
		u.Exchanges = append(u.Exchanges, UnderstoodExchange{Kind: e.Kind, By: e.By, With: e.With, Text: e.Text, To: to})
	}
	return u
}

// Understand reads from the store whom a line may name, and says what the line says.
func Understand(ctx context.Context, s *store.Store, lexicon *quicklog.Lexicon, text string, today data.Day) (*Understood, error) {
	q, err := LoadQuick(ctx, s, lexicon, today)
	if err != nil {
		return nil, err
	}
	return q.Understand(text), nil
}

// Asks returns the people of whom it is not settled who is meant.
func (u *Understood) Asks() []UnderstoodPerson {
	var open []UnderstoodPerson
	for _, p := range u.People {
		if p.Chosen == 0 {
			open = append(open, p)
		}
	}
	return open
}

// Called returns the names of those who took part and are settled, each once.
func (u *Understood) Called() []string {
	called := []string{}
	var seen []data.ID
	for _, p := range u.People {
		if p.Chosen != 0 && !slices.Contains(seen, p.Chosen) {
			seen = append(seen, p.Chosen)
			called = append(called, names.Clean(p.Name))
		}
	}
	return called
}

// interaction returns the contact, to be written.
func (u *Understood) interaction() (data.Interaction, error) {
	i := data.Interaction{Kind: u.Kind, Day: u.Day, Text: u.Text}
	for _, p := range u.People {
		if p.Chosen == 0 {
			return i, &data.Invalid{Field: "people", Reason: data.Unknown}
		}
		if !slices.Contains(i.People, p.Chosen) {
			i.People = append(i.People, p.Chosen)
		}
	}
	return i, i.Validate(u.Today)
}

// promise returns one of the promises, to be written.
func (u *Understood) promise(n int) data.Promise {
	said := u.Promises[n]
	return data.Promise{Person: u.People[said.With].Chosen, By: said.By, What: said.What, Made: u.Day, Due: said.Due, State: data.PromiseOpen}
}

// exchange returns one of the exchanges, to be written.
func (u *Understood) exchange(n int) data.Exchange {
	said := u.Exchanges[n]
	return data.Exchange{Person: u.People[said.With].Chosen, Kind: said.Kind, By: said.By, Day: u.Day, Text: said.Text, Source: data.Stated}
}

// UnreadDay is a day that a line names and that is not taken: it lies ahead, where contact has been, or there
// is none.
type UnreadDay struct {
	Written string
	Ahead   bool
}

// Error says what is written; app/words says it to people.
func (d UnreadDay) Error() string { return "unread day: " + d.Written }

// UnreadDay returns the day as it is written, and whether it lies ahead.
func (d UnreadDay) UnreadDay() (written string, ahead bool) { return d.Written, d.Ahead }

// Validate returns an UnreadDay for the first day that could not be read, because the contact would be kept
// on another, or an *Invalid for the first thing that cannot be kept: nobody took part, somebody is not
// settled (field people, reason unknown), a day lies ahead or before the promise.
func (u *Understood) Validate() error {
	if len(u.Unread) > 0 {
		return UnreadDay{u.Unread[0], slices.Contains(u.Ahead, u.Unread[0])}
	}
	if _, err := u.interaction(); err != nil {
		return err
	}
	for n := range u.Promises {
		p := u.promise(n)
		if err := p.Validate(u.Today); err != nil {
			return err
		}
	}
	for n := range u.Exchanges {
		e := u.exchange(n)
		if err := e.Validate(u.Today); err != nil {
			return err
		}
	}
	for _, circle := range u.Circles {
		c := data.Circle{Name: circle}
		if err := c.Validate(); err != nil {
			return err
		}
	}
	return nil
}

// SaveUnderstood writes the contact, and with it what was promised, given and received, whom somebody made
// known, the circles joined, and for which opportunities somebody was thanked. It returns the contact as it was
// written, or what Validate returns.
func SaveUnderstood(tx *store.Tx, u *Understood) (data.Interaction, error) {
	if err := u.Validate(); err != nil {
		return data.Interaction{}, err
	}
	i, err := u.interaction()
	if err != nil {
		return i, err
	}
	if err := tx.SaveInteraction(&i); err != nil {
		return i, err
	}
	for _, save := range []func(*store.Tx, *data.Interaction) error{u.savePromises, u.saveExchanges, u.joinCircles, u.saveThanked} {
		if err := save(tx, &i); err != nil {
			return i, err
		}
	}
	return i, nil
}

func (u *Understood) savePromises(tx *store.Tx, i *data.Interaction) error {
	for n := range u.Promises {
		p := u.promise(n)
		p.Interaction = i.ID
		if err := tx.SavePromise(&p); err != nil {
			return fmt.Errorf("save a promise: %w", err)
		}
	}
	return nil
}

func (u *Understood) saveExchanges(tx *store.Tx, i *data.Interaction) error {
	for n, said := range u.Exchanges {
		e := u.exchange(n)
		e.Interaction = i.ID
		if err := tx.SaveExchange(&e); err != nil {
			return fmt.Errorf("save an exchange: %w", err)
		}
		if err := SaveIntroduction(tx, &e, said.To, u.Today); err != nil {
			return err
		}
	}
	return nil
}

// SaveIntroduction writes, of an introduction that was given or received, that they made Me known to
// somebody, or I them. It writes nothing where nobody is named to whom, and for any other exchange.
func SaveIntroduction(tx *store.Tx, e *data.Exchange, to data.Someone, today data.Day) error {
	if e.Kind != data.AnIntroduction || to.Person == 0 || to.Person == e.Person {
		return nil
	}
	me, err := tx.Person(data.Me)
	if err != nil {
		return err
	}
	with, err := tx.Person(e.Person)
	if err != nil {
		return err
	}
	by, known := data.Someone{Person: data.Me, Name: me.Name}, data.Someone{Person: e.Person, Name: with.Name}
	if e.By == data.Theirs {
		by, known = known, by
	}
	n := data.Introduction{By: by, Known: [2]data.Someone{known, to}, Day: data.Whole(e.Day), Note: e.Text}
	// Me need not have a name yet; the introduction names Me by the ID.
	if err := n.Validate(today); err != nil {
		return err
	}
	return tx.SaveIntroduction(&n)
}

func (u *Understood) joinCircles(tx *store.Tx, i *data.Interaction) error {
	for _, circle := range u.Circles {
		for _, p := range i.People {
			if err := tx.JoinCircle(p, circle, u.Day); err != nil {
				return err
			}
		}
	}
	return nil
}
