package briefing

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// Meeting is what helps before one meets somebody, or several at once.
type Meeting struct {
	People []Brief // in the order asked for
	// Among says how those who will be there know each other.
	Among []Knowing
	// Shared are others whom I and several of them know; of one person, whom we both know.
	Shared []Shared
	// Question is one to ask of all together, zero for one person.
	Question data.Question

	private map[data.ID]bool // everybody who is private, but for those asked for
}

// Brief is what helps before one meets a person.
type Brief struct {
	Person data.Person
	Now    *data.Role // what they do now, nil when nothing is known
	Ties   []data.Tie // strongest first
	At     []string   // the employer that each tie was at, "" for none
	Risen  bool       // a peer once, in management now
	Last   []data.Interaction
	With   map[data.ID]string // the names of those who took part in the last
	// Promises are the open ones of both sides, the sooner due the earlier.
	Promises []data.Promise
	Details  []data.Detail // those to ask about first
	Moves    []data.Move   // not congratulated on yet, newest first
	// Exchanged is what was given and received over Period, the shortest in which there was something.
	Exchanged     *data.Exchanged
	Period        data.Period
	Boundary      data.Boundary
	Occasions     []data.Occasion // of the coming weeks
	Projects      []data.Project
	Introductions []data.Introduction // in which I have a part
	Questions     []data.Question     // good ones to ask, at most two

	contacts []data.Interaction  // the newest, to find whom we both know
	madeBy   []data.Introduction // all that they made, or in which they were made known
}

// Knowing says how two of those who will be there know each other: by an introduction, or because they worked
// at an employer at the same time.
type Knowing struct {
	One, Other   data.Someone
	Introduction *data.Introduction
	Employer     string
	Between      data.Tie
}

// Shared is somebody known to me and to several others.
type Shared struct {
	data.Someone
	With []data.Someone
}

// What a page before a meeting holds at most.
const (
	MostMet      = 12 // people
	lastContacts = 3
	comingDays   = 30
	sharedNamed  = 5
	contactsRead = 50 // to find whom we both know
)

// Before returns what helps before meeting the people given, each once; data.ErrNotFound when one of them is
// not there, and *data.Invalid for nobody, for Me, and for more than MostMet.
func Before(ctx context.Context, s *store.Store, people []data.ID, today data.Day) (*Meeting, error) {
	people = unique(people)
	switch {
	case len(people) == 0 || slices.Contains(people, data.Me):
		return nil, &data.Invalid{Field: "people", Reason: data.Missing}
	case len(people) > MostMet:
		return nil, &data.Invalid{Field: "people", Reason: data.TooLong}
	}
	occasions, err := Occasions(ctx, s, today, comingDays)
	if err != nil {
		return nil, err
	}
	former, err := s.FormerPeersAmong(ctx, people)
	if err != nil {
		return nil, err
	}
	m := &Meeting{}
	if m.private, err = s.PrivatePeople(ctx); err != nil {
		return nil, err
	}
	for _, id := range people {
		delete(m.private, id)
		var b Brief
		if err := b.load(ctx, s, id, today); err != nil {
			return nil, fmt.Errorf("brief on %d: %w", id, err)
		}
		b.Risen = former[id] && b.Now != nil && b.Now.Standing.Track == data.Management
		for _, o := range occasions {
			if o.Person == id {
				b.Occasions = append(b.Occasions, o)
			}
		}
		b.Questions = questions(&b, len(people) > 1, today)
		m.People = append(m.People, b)
	}
	if len(people) > 1 {
		m.Question = question(data.AskOfSeveral, people[0], today)
	}
	if err := m.meet(ctx, s, today); err != nil {
		return nil, err
	}
	m.share()
	return m, m.name(ctx, s, today)
}

func unique(people []data.ID) []data.ID {
	var once []data.ID
	for _, id := range people {
		if !slices.Contains(once, id) {
			once = append(once, id)
		}
	}
	return once
}

func (b *Brief) load(ctx context.Context, s *store.Store, id data.ID, today data.Day) error {
	if err := b.loadCareer(ctx, s, id, today); err != nil {
		return err
	}
	if err := b.loadContact(ctx, s, id, today); err != nil {
		return err
	}
	var err error
	if b.Promises, err = s.Promises(ctx, store.PromiseFilter{Person: id, Open: true}); err != nil {
		return err
	}
	if b.Boundary, err = s.Boundary(ctx, id); err != nil {
		return err
	}
	if b.Projects, err = s.ProjectsOf(ctx, id); err != nil {
		return err
	}
	if b.madeBy, err = s.IntroductionsOf(ctx, id); err != nil {
		return err
	}
	for i := range b.madeBy {
		if slices.ContainsFunc(parties(&b.madeBy[i]), func(p data.Someone) bool { return p.Person == data.Me }) {
			b.Introductions = append(b.Introductions, b.madeBy[i])
		}
	}
	always, err := GiveAndTake(ctx, s, id, 0, today)
	if err != nil {
		return err
	}
	for _, b.Period = range data.Periods {
		b.Exchanged = always.Since(b.Period.Since(today))
		if len(b.Exchanged.Given)+len(b.Exchanged.Received) > 0 {
			break
		}
	}
	return nil
}

// parties returns the three who have a part in an introduction.
func parties(i *data.Introduction) []data.Someone {
	return []data.Someone{i.By, i.Known[0], i.Known[1]}
}

// loadCareer loads who they are now, how we know each other, and the moves that they have not been
// congratulated on.
func (b *Brief) loadCareer(ctx context.Context, s *store.Store, id data.ID, today data.Day) error {
	var roles []data.Role
	err := s.Read(ctx, func(tx *store.Tx) (err error) {
		if b.Person, err = tx.Person(id); err != nil {
			return err
		}
		if roles, err = tx.Roles(id); err != nil {
			return err
		}
		mine, err := tx.Roles(data.Me)
		if err != nil {
			return err
		}
		b.Ties, err = careers.Ties(tx, id, today)
		for _, t := range b.Ties {
			employer := ""
			if i := slices.IndexFunc(mine, func(r data.Role) bool { return r.ID == t.Mine }); i >= 0 && !t.ByProfession() {
				employer = mine[i].Employer
			}
			b.At = append(b.At, employer)
		}
		return err
	})
	if err != nil {
		return err
	}
	b.Now = data.Present(roles)
	moves, err := s.Moves(ctx, store.MoveFilter{Person: id, Since: today - AskedDays})
	held := slices.DeleteFunc(roles, func(r data.Role) bool { return !r.Current })
	past := history(moves, map[data.ID][]data.Role{id: held})
	b.Moves = slices.DeleteFunc(moves, func(m data.Move) bool {
		return past[m.ID] || m.After > today || m.Status == data.MoveDismissed || m.Status == data.MoveCongratulated
	})
	return err
}

// loadContact loads the last contacts and what to remember.
func (b *Brief) loadContact(ctx context.Context, s *store.Store, id data.ID, today data.Day) error {
	var err error
	if b.contacts, err = s.Interactions(ctx, id, contactsRead); err != nil {
		return err
	}
	for _, i := range b.contacts {
		if i.Day <= today && len(b.Last) < lastContacts {
			b.Last = append(b.Last, i)
		}
	}
	b.Details, err = s.Details(ctx, id)
	slices.SortStableFunc(b.Details, func(x, y data.Detail) int { return cmp.Compare(asked(x, today), asked(y, today)) })
	return err
}

// asked orders details: those whose day to ask has come, then those with a day ahead, then the others.
func asked(d data.Detail, today data.Day) int {
	switch {
	case d.AskOn == 0:
		return 2
	case d.AskOn > today:
		return 1
	}
	return 0
}
