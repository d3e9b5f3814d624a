package people

import (
	"errors"
	"testing"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/store"
)

func TestTwoWhoBecameOneAreTakenApartOnTheirPage(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada Lovelace", "Ada King")
	x.show(page.Person(ids[0]))
	x.wantsNo("Take apart")
	x.check((&intake.Importer{Store: x.store, Keeper: x.keeper}).Join(t.Context(), "Merge", ids[0], ids[1], sunday))
	x.wants("Merged with Ada King today")
	x.write(func(tx *store.Tx) error { return tx.SaveDetail(&data.Detail{Person: ids[0], Text: "chess"}) })
	x.tap("Take apart")
	x.said("Ada King is an entry of their own again. What was added since stays with Ada Lovelace.")
	x.wantsList("Ada King", "Ada Lovelace")
	x.wants("chess")
	x.wantsNo("Take apart")
	x.undo()
	x.wantsList("Ada Lovelace")
	x.wants("Take apart")
}

func TestWhatStandsInTheWayOfTakingApartIsSaidAndHiddenWithTheNames(t *testing.T) {
	x := newScreen(t)
	ids := x.add("Ada Lovelace", "Ada King")
	x.show(page.Person(ids[0]))
	x.check((&intake.Importer{Store: x.store, Keeper: x.keeper}).Join(t.Context(), "Merge", ids[0], ids[1], sunday))
	x.check(x.store.Write(t.Context(), "Edit Ada Lovelace", func(tx *store.Tx) error {
		p, err := tx.Person(ids[0])
		p.Name = "Lady Ada"
		return errors.Join(err, tx.SavePerson(&p))
	}))
	for hidden, want := range map[bool]string{
		false: "Something done later stands in the way: “Edit Ada Lovelace”. Undo back to there first; nothing was changed.",
		true:  "Something done later stands in the way. Undo back to there first; nothing was changed.",
	} {
		x.Hidden = hidden
		x.tap("Take apart")
		if len(x.Errors) == 0 || apptest.English(t).Error(x.Errors[len(x.Errors)-1]) != want {
			t.Errorf("%v, want %q", x.Errors, want)
		}
	}
}
