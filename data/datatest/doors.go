package datatest

import (
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/store"
)

// Opportunity writes an opportunity and returns which it is. Without a kind it is a job, and without
// anyone whom it is for it is my own.
func Opportunity(t testing.TB, s *store.Store, o data.Opportunity) data.ID {
	t.Helper()
	if o.Kind == "" {
		o.Kind = data.JobOffer
	}
	if o.For == (data.Someone{}) {
		o.For.Person = data.Me
	}
	valid(t, o.Validate(Day(t, Today)))
	Write(t, s, func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	return o.ID
}

// Steps reads stages with their days, written as "heard 2026-01-02, won 2026-03-04".
func Steps(t testing.TB, written string) []data.Step {
	t.Helper()
	var steps []data.Step
	for _, step := range strings.Split(written, ", ") {
		stage, day, _ := strings.Cut(step, " ")
		steps = append(steps, data.Step{Stage: data.Stage(stage), Day: Day(t, day)})
	}
	return steps
}

// Introduction writes that one person made two others known to each other, on a partial day or "", and
// returns which it is.
func Introduction(t testing.TB, s *store.Store, by, one, other data.ID, day string) data.ID {
	t.Helper()
	i := data.Introduction{By: data.Someone{Person: by}, Known: [2]data.Someone{{Person: one}, {Person: other}}, Day: Partial(t, day)}
	valid(t, i.Validate(Day(t, Today)))
	Write(t, s, func(tx *store.Tx) error { return tx.SaveIntroduction(&i) })
	return i.ID
}

// Project writes what I worked on together with people, from and to partial days, and returns which it
// is.
func Project(t testing.TB, s *store.Store, kind data.ProjectKind, name, from, to string, people ...data.ID) data.ID {
	t.Helper()
	p := data.Project{Kind: kind, Name: name, From: Partial(t, from), To: Partial(t, to)}
	for _, id := range people {
		p.People = append(p.People, data.Someone{Person: id})
	}
	valid(t, p.Validate())
	Write(t, s, func(tx *store.Tx) error { return tx.SaveProject(&p) })
	return p.ID
}

// Promise adds an open promise between the person and me; due is "" when no day was named.
func Promise(by data.Side, what, made, due string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		p := data.Promise{Person: id, By: by, What: what, Made: Day(t, made), State: data.PromiseOpen}
		if due != "" {
			p.Due = Day(t, due)
		}
		valid(t, p.Validate(Day(t, Today)))
		return tx.SavePromise(&p)
	}
}

// Exchange adds something that one gave the other, as the user notes it.
func Exchange(by data.Side, kind data.ExchangeKind, day, text string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		e := data.Exchange{Person: id, By: by, Kind: kind, Day: Day(t, day), Text: text}
		valid(t, e.Validate(Day(t, Today)))
		return tx.SaveExchange(&e)
	}
}

// Boundary sets what the person wants left alone.
func Boundary(b data.Boundary) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		b.Person = id
		valid(t, b.Validate())
		return tx.SaveBoundary(b)
	}
}

// Confidant says that the person is there in trouble.
func Confidant() Part { return edit(func(p *data.Person) { p.Confidant = true }) }

// Birthday sets the person's birthday, a partial day.
func Birthday(on string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		day := Partial(t, on)
		return edit(func(p *data.Person) { p.Birthday = day })(t, tx, id)
	}
}

// Milestone adds a day of the person's, which comes every year when it is written without one.
func Milestone(text, on string) Part {
	return func(t testing.TB, tx *store.Tx, id data.ID) error {
		t.Helper()
		m := data.Milestone{Person: id, Text: text, On: Partial(t, on)}
		valid(t, m.Validate())
		return tx.SaveMilestone(&m)
	}
}

// valid ends a test that builds what no form would let pass.
func valid(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
