package store_test

import (
	"reflect"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestPeopleAreFoundByWhatElseTheyAreCalled(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Contact(data.Email, "ana@example.org"), datatest.Contact(data.LinkedIn, "ana-s"), datatest.Connected("2021-05-04"))
	raj := datatest.Person(t, s, "Raj Malhotra", func(_ testing.TB, tx *store.Tx, id data.ID) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.OtherNames = []string{"Raj M", "राज"}
		p.Private = true
		return tx.SavePerson(&p)
	})
	other := datatest.Person(t, s, "Kim", datatest.Contact(data.Email, "kim@example.org"))
	got, err := s.OtherwiseAmong(t.Context(), []data.ID{ana, raj, 999})
	want := map[data.ID]store.Otherwise{ana: {Contacts: []string{"ana@example.org", "ana-s"}}, raj: {Names: []string{"Raj M", "राज"}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	since, err := s.ConnectedAmong(t.Context(), []data.ID{ana, raj, data.Me, 999})
	if err != nil || !reflect.DeepEqual(since, map[data.ID]data.Day{ana: datatest.Day(t, "2021-05-04"), raj: 0}) {
		t.Errorf("%v besides %d, %v", since, other, err)
	}
	private, err := s.PrivateNames(t.Context())
	if err != nil || !reflect.DeepEqual(private, []string{"Raj Malhotra", "Raj M", "राज", "Raj"}) {
		t.Errorf("%v, %v", private, err)
	}
}
