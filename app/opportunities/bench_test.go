package opportunities

import (
	"fmt"
	"testing"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// BenchmarkOpportunities gathers what the screen shows and puts it on the board, as after each change.
func BenchmarkOpportunities(b *testing.B) {
	w, keeper := apptest.English(b), apptest.Keeper(b)
	const many = 500
	s := datatest.Open(b)
	datatest.Write(b, s, func(tx *store.Tx) error { return opportunitiesThrough(tx, many) })
	b.Run(fmt.Sprint("loaded/", many), func(b *testing.B) {
		for b.Loop() {
			l := &loading{store: s, words: w, today: sunday}
			if c, err := l.content(b.Context()); err != nil || len(c.entries) != many {
				b.Fatal(err)
			}
		}
	})
	b.Run(fmt.Sprint("shown/", many), func(b *testing.B) {
		f := apptest.New(b, w, sunday)
		v := New(f, s, keeper, page.Opportunities()).(*view)
		f.Show(v)
		for b.Loop() {
			v.load()
		}
	})
}

// opportunitiesThrough writes that many opportunities, each through two of twenty people.
func opportunitiesThrough(tx *store.Tx, many int) error {
	var people []data.Someone
	for i := range 20 {
		p := data.Person{Name: fmt.Sprint("Person ", i)}
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		people = append(people, data.Someone{Person: p.ID})
	}
	for i := range many {
		day := sunday - data.Day(many) + data.Day(i)
		o := data.Opportunity{Title: fmt.Sprint("Opportunity ", i), Employer: "Acme", Kind: data.JobOffer, For: data.Someone{Person: data.Me},
			Steps: []data.Step{{Stage: data.Heard, Day: day}, {Stage: data.Stages[i%len(data.Stages)], Day: day}},
			Chain: []data.Link{{Someone: people[i%20], Part: data.ToldOf}, {Someone: people[(i+1)%20], Part: data.Referred}}}
		if err := tx.SaveOpportunity(&o); err != nil {
			return err
		}
	}
	return nil
}
