package intake_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"peerage/assets"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/quicklog"
	"peerage/data/store"
)

// understand reads a line as of the day of datatest.
func understand(t testing.TB, s *store.Store, line string) *intake.Understood {
	t.Helper()
	lexicon, err := quicklog.Load(assets.QuickLog())
	if err != nil {
		t.Fatal(err)
	}
	u, err := intake.Understand(context.Background(), s, lexicon, line, datatest.Day(t, datatest.Today))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// saveUnderstood saves what a line says, as one operation.
func saveUnderstood(t testing.TB, s *store.Store, u *intake.Understood) data.Interaction {
	t.Helper()
	var i data.Interaction
	datatest.Write(t, s, func(tx *store.Tx) (err error) {
		i, err = intake.SaveUnderstood(tx, u)
		return err
	})
	return i
}

func TestALineIsSavedWithAllItSaysAndOneUndoTakesItBack(t *testing.T) {
	ctx, s := context.Background(), datatest.Open(t)
	ana := datatest.Person(t, s, "Ana Souza")
	raj := datatest.Person(t, s, "Raj Patel")
	kim := datatest.Person(t, s, "Kim Larsen")
	u := understand(t, s, "coffee with Ana and Raj yesterday, Ana promised the deck by Friday, thanked Raj, Raj introduced me to Kim #design")
	i := saveUnderstood(t, s, u)
	saved, err := s.Interaction(ctx, i.ID)
	if err != nil || saved.Kind != data.Coffee || saved.Day != u.Today-1 || !slices.Equal(saved.People, []data.ID{ana, raj}) || saved.Text != u.Text {
		t.Errorf("%+v, %v", saved, err)
	}
	promises, _ := s.Promises(ctx, store.PromiseFilter{})
	if len(promises) != 1 || promises[0].Person != ana || promises[0].By != data.Theirs || promises[0].What != "the deck" ||
		promises[0].Due.String() != "2026-11-27" || promises[0].Interaction != i.ID || promises[0].Made != saved.Day {
		t.Errorf("promises: %+v", promises)
	}
	exchanges, _ := s.Exchanges(ctx, store.ExchangeFilter{})
	if len(exchanges) != 2 || exchanges[0].Kind != data.AnIntroduction || exchanges[0].By != data.Theirs || exchanges[1].Kind != data.Thanks ||
		exchanges[1].By != data.Mine || exchanges[1].Person != raj || exchanges[1].Interaction != i.ID {
		t.Errorf("exchanges: %+v", exchanges)
	}
	introductions, _ := s.Introductions(ctx)
	if len(introductions) != 1 || introductions[0].By.Person != raj || introductions[0].Known[0].Person != data.Me || introductions[0].Known[1].Person != kim {
		t.Errorf("introductions: %+v", introductions)
	}
	circles, _ := s.Circles(ctx)
	if len(circles) != 1 || circles[0].Name != "design" || circles[0].Members != 2 {
		t.Errorf("circles: %+v", circles)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	promises, _ = s.Promises(ctx, store.PromiseFilter{})
	exchanges, _ = s.Exchanges(ctx, store.ExchangeFilter{})
	introductions, _ = s.Introductions(ctx)
	circles, _ = s.Circles(ctx)
	_, err = s.Interaction(ctx, i.ID)
	if len(promises)+len(exchanges)+len(introductions)+len(circles) > 0 || !errors.Is(err, data.ErrNotFound) {
		t.Errorf("left after undo: %v %v %v %v %v", promises, exchanges, introductions, circles, err)
	}
}

func TestWhoIsMeantIsAskedUntilItIsSettled(t *testing.T) {
	s := datatest.Open(t)
	souza := datatest.Person(t, s, "Ana Souza")
	datatest.Person(t, s, "Ana Petrović")
	u := understand(t, s, "coffee with Ana, she'll send the deck by Friday")
	open := u.Asks()
	if len(open) != 1 || open[0].Said != "Ana" || len(open[0].Candidates) != 2 || open[0].Candidates[0].Name == "" {
		t.Fatalf("%+v", u.People)
	}
	var invalid *data.Invalid
	err := s.Write(context.Background(), "log", func(tx *store.Tx) error {
		_, err := intake.SaveUnderstood(tx, u)
		return err
	})
	if !errors.As(err, &invalid) || invalid.Field != "people" {
		t.Errorf("%v", err)
	}
	u.People[0].Chosen, u.People[0].Name = souza, "Ana Souza"
	saveUnderstood(t, s, u)
	promises, err := s.Promises(context.Background(), store.PromiseFilter{})
	if err != nil || len(promises) != 1 || promises[0].Person != souza {
		t.Errorf("%+v, %v", promises, err)
	}
}

func TestWhoIsNearOrWasInTouchLatelyIsMeant(t *testing.T) {
	for _, c := range []struct {
		near data.ID
		part datatest.Part
	}{
		{part: func(t testing.TB, tx *store.Tx, id data.ID) error {
			return tx.SaveTie(&data.Tie{Person: id, Kind: data.Mentor, Current: true, Months: -1, Sure: data.Certain})
		}},
		{part: func(t testing.TB, tx *store.Tx, id data.ID) error {
			return tx.JoinCircle(id, "close", datatest.Day(t, datatest.Today))
		}},
		{part: func(t testing.TB, tx *store.Tx, id data.ID) error {
			return tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: datatest.Day(t, "2026-10-20"), People: []data.ID{id}})
		}},
	} {
		s := datatest.Open(t)
		datatest.Person(t, s, "Ana Petrović")
		near := datatest.Person(t, s, "Ana Souza", c.part)
		if u := understand(t, s, "lunch with ana"); len(u.People) != 1 || u.People[0].Chosen != near || u.People[0].Name != "Ana Souza" {
			t.Errorf("%+v", u.People)
		}
	}
}

func TestAnEmployerTellsTwoOfOneNameApart(t *testing.T) {
	s := datatest.Open(t)
	acme := datatest.Person(t, s, "Ana Souza", datatest.Role("Acme", "Engineer", "2020", ""))
	datatest.Person(t, s, "Ana Petrović", datatest.Role("Northwind Labs", "Engineer", "2020", ""))
	if u := understand(t, s, "call with Ana from Acme"); len(u.People) != 1 || u.People[0].Chosen != acme {
		t.Errorf("%+v", u.People)
	}
}

func TestNobodyAndUnknownNamesAreNotSaved(t *testing.T) {
	s := datatest.Open(t)
	datatest.Person(t, s, "Ana Souza")
	u := understand(t, s, "coffee with Oscar")
	if len(u.People) != 0 || !slices.Equal(u.Unknown, []string{"Oscar"}) {
		t.Errorf("%+v", u)
	}
	var invalid *data.Invalid
	if err := u.Validate(); !errors.As(err, &invalid) || invalid.Field != "people" || invalid.Reason != data.Missing {
		t.Errorf("%v", err)
	}
}

// BenchmarkUnderstand reads ten thousand people from the store, and a line about two of them.
func BenchmarkUnderstand(b *testing.B) {
	ctx, s := context.Background(), datatest.Open(b)
	datatest.Write(b, s, func(tx *store.Tx) error {
		for i := range 10_000 {
			p := data.Person{Name: fmt.Sprintf("Given%d Family%d", i, i%97)}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
		}
		return nil
	})
	lexicon, err := quicklog.Load(assets.QuickLog())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		u, err := intake.Understand(ctx, s, lexicon, "coffee with Given77 and Given9001 Family77 yesterday", datatest.Day(b, datatest.Today))
		if err != nil || len(u.People) == 0 {
			b.Fatal(u, err)
		}
	}
}

func TestADayThatCouldNotBeReadIsNotSavedAsToday(t *testing.T) {
	s := datatest.Open(t)
	raj := datatest.Person(t, s, "Raj Patel")
	u := understand(t, s, "coffee with Raj on 31 February")
	var unread intake.UnreadDay
	if err := u.Validate(); !errors.As(err, &unread) || unread.Written != "31 February" {
		t.Errorf("validated as %v", err)
	}
	err := s.Write(context.Background(), "log", func(tx *store.Tx) error {
		_, err := intake.SaveUnderstood(tx, u)
		return err
	})
	if all, _ := s.Interactions(context.Background(), raj, 0); err == nil || len(all) != 0 {
		t.Errorf("saved %+v, %v", all, err)
	}
}
