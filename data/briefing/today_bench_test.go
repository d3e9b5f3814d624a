package briefing_test

import (
	"fmt"
	"testing"
	"time"

	"peerage/assets"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/nudges"
	"peerage/data/store"
)

// multitude is how much there is of everything.
type multitude struct{ people, rhythms, promises, opportunities, interactions, moves int }

// fill writes a multitude: everyone has a role and a tie, many have a birthday, and some have risen.
func (c multitude) fill(b testing.TB, s *store.Store, today data.Day) {
	b.Helper()
	ids := make([]data.ID, c.people)
	var ties []data.Tie
	var moves []data.Move
	datatest.Write(b, s, func(tx *store.Tx) error {
		organisations := make([]data.ID, 400)
		for i := range organisations {
			name := fmt.Sprint("Organisation ", i)
			id, err := tx.AddOrganisation(name, name)
			if err != nil {
				return err
			}
			organisations[i] = id
		}
		for i := range ids {
			p := data.Person{Name: fmt.Sprintf("Person Number %d", i), Place: fmt.Sprint("Town ", i%90)}
			if i%3 == 0 {
				p.Birthday = data.PartialDay{Year: 1970 + i%30, Month: time.Month(1 + i/3%12), Day: 1 + i/3%28}
			}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			ids[i] = p.ID
			at := i % len(organisations)
			r := data.Role{Person: p.ID, Organisation: organisations[at], Employer: fmt.Sprint("Organisation ", at), Title: "Engineer",
				Standing: data.Standing{Track: data.Individual, Level: data.Mid, Field: "engineering"}, From: data.PartialDay{Year: 2010 + i%16, Month: time.Month(1 + i%12)},
				Source: data.Stated, Current: true}
			if err := tx.SaveRole(&r); err != nil {
				return err
			}
			ties = append(ties, data.Tie{Person: p.ID, Kind: data.Colleague, Derived: true, Months: -1, Sure: data.Possible, Current: true})
			if i%4 == 0 {
				ties = append(ties, data.Tie{Person: p.ID, Kind: data.Coworker, Derived: true, Months: 20, Sure: data.Certain})
			}
			if len(moves) < c.moves {
				on := today - data.Day(i%300)
				moves = append(moves, data.Move{Person: p.ID, Kinds: []data.MoveKind{data.IntoManagement}, From: data.Post{Role: r.ID, Title: "Engineer"},
					To: data.Post{Role: r.ID, Title: "Manager"}, After: on, By: on, Status: data.MoveNew})
			}
		}
		if err := tx.AddTies(ties); err != nil {
			return err
		}
		return tx.AddMoves(moves)
	})
	datatest.Write(b, s, func(tx *store.Tx) error {
		for i := range c.rhythms {
			if err := tx.SaveCadence(data.Cadence{Person: ids[i], Rhythm: data.Rhythm{Ideal: 30 + i%300, Longest: 60 + i%300}, Set: today - data.Day(i%400)}); err != nil {
				return err
			}
		}
		for i := range c.promises {
			p := data.Promise{Person: ids[i%len(ids)], By: data.Mine, What: "send the slides", Made: today - 100, Due: today - 20 + data.Day(i%400), State: data.PromiseOpen}
			if i%8 == 0 {
				p.By = data.Theirs
			}
			if i%4 > 0 {
				p.Settle(data.PromiseKept, today-30)
			}
			if err := tx.SavePromise(&p); err != nil {
				return err
			}
		}
		return nil
	})
	c.fillContact(b, s, ids, today)
}

func (c multitude) fillContact(b testing.TB, s *store.Store, ids []data.ID, today data.Day) {
	b.Helper()
	datatest.Write(b, s, func(tx *store.Tx) error {
		for i := range c.opportunities {
			o := data.Opportunity{Title: fmt.Sprint("Project ", i), Kind: data.ProjectWork, For: data.Someone{Person: data.Me},
				Steps: []data.Step{{Stage: data.Heard, Day: today - 300}, {Stage: data.Won, Day: today - 100 + data.Day(i%90)}}}
			for j := range 3 {
				l := data.Link{Someone: data.Someone{Person: ids[(7*i+j)%len(ids)]}, Part: data.ToldOf}
				if j > 0 {
					l.Thanked = today - 1
				}
				o.Chain = append(o.Chain, l)
			}
			if err := tx.SaveOpportunity(&o); err != nil {
				return err
			}
		}
		for i := range c.interactions {
			met := data.Interaction{Kind: data.Coffee, Day: today - data.Day(i*7%2000), Text: "her move to Lisbon and the new team", People: []data.ID{ids[i*13%len(ids)]}}
			if i%10 == 0 {
				met.People = append(met.People, ids[(i*13+1)%len(ids)])
			}
			if err := tx.SaveInteraction(&met); err != nil {
				return err
			}
		}
		return nil
	})
}

// BenchmarkToday10000 is what a day costs among 10,000 people, with and without its nudge.
func BenchmarkToday10000(b *testing.B) {
	c := multitude{people: 10_000, rhythms: 3_000, promises: 2_000, opportunities: 500, interactions: 20_000}
	b.Run("quiet", func(b *testing.B) { aDay(b, c) })
	c.moves = 500 // within a year, on which nothing was said yet
	b.Run("moves", func(b *testing.B) { aDay(b, c) })
}

func aDay(b *testing.B, c multitude) {
	s := datatest.Open(b)
	c.fill(b, s, today)
	trouble, err := nudges.Load(assets.Prompts())
	if err != nil {
		b.Fatal(err)
	}
	ctx, p := b.Context(), data.DefaultPreferences()
	d, err := briefing.Today(ctx, s, p, today)
	if err != nil || len(d.Reach) == 0 || len(d.Promises) == 0 || len(d.Occasions) == 0 {
		b.Fatalf("%d to reach, %d promises, %d occasions, %v", len(d.Reach), len(d.Promises), len(d.Occasions), err)
	}
	b.Run("today", func(b *testing.B) {
		for b.Loop() {
			if _, err := briefing.Today(ctx, s, p, today); err != nil {
				b.Fatal(err)
			}
		}
	})
	suggest := func(b *testing.B, want data.NudgeCase) {
		for b.Loop() {
			if n, err := briefing.Suggest(ctx, s, trouble, d); err != nil || n == nil || n.Case != want {
				b.Fatalf("%+v, %v", n, err)
			}
		}
	}
	b.Run("thank", func(b *testing.B) { suggest(b, data.ThankWon) })
	datatest.Write(b, s, func(tx *store.Tx) error {
		owed, err := s.Owed(ctx)
		for _, o := range owed {
			if err := tx.Thank(o.Link, today); err != nil {
				return err
			}
		}
		return err
	})
	d.Occasions = nil
	datatest.Me(b, s, func(_ testing.TB, tx *store.Tx, id data.ID) error {
		me, err := tx.Person(id)
		me.Place = "Berlin"
		if err != nil {
			return err
		}
		return tx.SavePerson(&me)
	})
	b.Run("coffee", func(b *testing.B) { suggest(b, data.CoffeeFar) })
}
