package command_test

import (
	"fmt"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// BenchmarkAmbiguous10000 is what it costs among 10,000 people to answer that a name fits many: opening the
// file, the search, and the answer.
func BenchmarkAmbiguous10000(b *testing.B) {
	d := newDesk(b)
	s := d.store()
	datatest.Write(b, s, func(tx *store.Tx) error {
		var roles []data.Role
		organisations := make([]data.ID, 400)
		for i := range organisations {
			var err error
			if organisations[i], err = datatest.Organisation(tx, fmt.Sprint("Company ", i)); err != nil {
				return err
			}
		}
		for i := range 10_000 {
			p := data.Person{Name: fmt.Sprintf("%s Müller-%d", []string{"Zoë", "Raj", "Ana", "Kim"}[i%4], i), OtherNames: []string{fmt.Sprint("Nym", i)}}
			p.Contacts = []data.ContactPoint{{Kind: data.LinkedIn, Value: fmt.Sprint("nym-", i)}, {Kind: data.Email, Value: fmt.Sprint("nym", i, "@example.org")}}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			roles = append(roles, data.Role{Person: p.ID, Organisation: organisations[i%400], Employer: fmt.Sprint("Company ", i%400), Title: "Engineer", Source: data.Stated, Current: true})
		}
		return tx.AddRoles(roles)
	})
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	d.run("people", "Nym7")
	for _, args := range [][]string{{"path", "Company"}, {"show", "Raj"}, {"log", "coffee with Raj"}, {"show", "Nobody"}} {
		b.Run(args[0]+" "+args[1], func(b *testing.B) {
			for b.Loop() {
				if got := d.try(args...); got != 2 {
					b.Fatalf("exit status %d", got)
				}
			}
		})
	}
}
