package rising

import (
	"fmt"
	"testing"

	"peerage/app/apptest"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// risers writes that many people who came into management in March 2026.
func risers(tx *store.Tx, keeper *careers.Keeper, people int) error {
	for i := range people {
		p := data.Person{Name: fmt.Sprint("Person ", i)}
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		march := data.PartialDay{Year: 2026, Month: 3}
		err := tx.AddRoles([]data.Role{
			{Person: p.ID, Employer: "Acme", Title: "Engineer", From: data.PartialDay{Year: 2015}, To: march, Source: data.Stated},
			{Person: p.ID, Employer: "Acme", Title: "Engineering Manager", From: march, Source: data.Stated, Current: true},
		})
		if err != nil {
			return err
		}
	}
	return keeper.Refresh(tx, sunday)
}

// BenchmarkMoves gathers what the screen shows, as after each verdict.
func BenchmarkMoves(b *testing.B) {
	w, keeper := apptest.English(b), apptest.Keeper(b)
	for _, people := range []int{300, 3000, 10_000} {
		s := datatest.Open(b)
		datatest.Write(b, s, func(tx *store.Tx) error { return risers(tx, keeper, people) })
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			for b.Loop() {
				l := &loading{store: s, keeper: keeper, words: w, today: sunday}
				if c, err := l.content(b.Context()); err != nil || len(c.inbox) != people {
					b.Fatal(err)
				}
			}
		})
	}
}
