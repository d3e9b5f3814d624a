package store_test

import (
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestTheVeilLiesOverEveryoneAndFollowsWhatChanges(t *testing.T) {
	s := datatest.Open(t)
	over := func(text string) string {
		t.Helper()
		v, err := s.Veil(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return v.Over(text, func(string) string { return "…" })
	}
	me, err := s.Person(t.Context(), data.Me)
	if err != nil {
		t.Fatal(err)
	}
	me.Name = "Maya Reyes"
	ana := &data.Person{Name: "Ana Souza", OtherNames: []string{"Nina Costa"}}
	raj := &data.Person{Name: "Raj Patel"}
	datatest.Write(t, s, func(tx *store.Tx) error {
		for _, p := range []*data.Person{&me, ana, raj} {
			if err := tx.SavePerson(p); err != nil {
				return err
			}
		}
		return nil
	})
	door(t, s, "Talk", 739900, raj.ID)
	if got := over("Maya asked Ana, Nina and Raj about Kim"); got != "Maya asked …, … and … about Kim" {
		t.Errorf("shows %q", got)
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		if err := tx.SavePerson(&data.Person{Name: "Kim Ito"}); err != nil {
			return err
		}
		if err := tx.DeletePerson(ana.ID); err != nil {
			return err
		}
		return tx.DeletePerson(raj.ID)
	})
	if got := over("Ana asked Raj, whom the chain names still, about Kim"); got != "Ana asked …, whom the chain names still, about …" {
		t.Errorf("after changes it shows %q", got)
	}
}
