package store_test

import (
	"errors"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestTheDayThatIsTakenForTodayIsThatOfOperationsAndTies(t *testing.T) {
	s := datatest.Open(t)
	ana, raj := datatest.Person(t, s, "Ana"), datatest.Person(t, s, "Raj")
	datatest.Write(t, s, func(tx *store.Tx) error {
		project := data.Project{Name: "Atlas", Kind: data.WorkTogether, From: data.PartialDay{Year: 2020}, To: data.PartialDay{Year: 2021}, People: []data.Someone{{Person: ana}}}
		if err := tx.SaveProject(&project); err != nil {
			return err
		}
		tie := data.Tie{Person: ana, Kind: data.Collaborator, Derived: true, Since: project.From, Until: project.To, Months: -1, Sure: data.Certain, Project: project.ID}
		return tx.SaveTie(&tie)
	})
	past := datatest.Day(t, "2020-07-01")
	for _, day := range []data.Day{0, past} {
		s.TakeForToday(day)
		ties, err := s.TieKinds(ctx, []data.ID{ana})
		if err != nil || len(ties[ana]) != 1 || ties[ana][0].Current != (day == past) {
			t.Errorf("on %s: %+v, %v", day, ties, err)
		}
	}
	datatest.Write(t, s, func(tx *store.Tx) error {
		return errors.Join(tx.MergePeople(ana, raj), tx.RememberMerge(ana, raj, "Raj"))
	})
	if all := merges(t, s); len(all) != 1 || data.DayOf(all[0].At.UTC()) != past {
		t.Errorf("merged %+v", all)
	}
}
