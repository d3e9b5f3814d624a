package parts_test

import (
	"testing"

	"peerage/app/parts"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestWhatWasUndoneAndRedoneIsNamedAsTheScreenMay(t *testing.T) {
	for hidden, want := range map[bool]string{false: "Add Ana Souza", true: "Add A. S."} {
		s := datatest.Open(t)
		p := data.Person{Name: "Ana Souza"}
		if err := s.Write(t.Context(), "Add Ana Souza", func(tx *store.Tx) error { return tx.SavePerson(&p) }); err != nil {
			t.Fatal(err)
		}
		if got, err := parts.Turn(t.Context(), s, hidden, s.Undo); got != want || err != nil {
			t.Errorf("undone is %q, %v", got, err)
		}
		if got, err := parts.Turn(t.Context(), s, hidden, s.Redo); got != want || err != nil {
			t.Errorf("redone is %q, %v", got, err)
		}
		if _, err := parts.Turn(t.Context(), s, hidden, s.Redo); err == nil {
			t.Error("there is more to be done again")
		}
	}
}
