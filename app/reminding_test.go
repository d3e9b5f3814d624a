package app

import (
	"context"
	"testing"
	"time"

	"peerage/app/remind"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// ringing is a notifier that ends the wait for the first note.
type ringing struct{ stop func() }

func (n ringing) Notify(context.Context, remind.Note) error {
	n.stop()
	return nil
}

func TestAWindowOnAGivenDayDoesNotRemind(t *testing.T) {
	for _, c := range []struct {
		fixed   data.Day
		reminds bool
	}{{0, true}, {sunday, false}} {
		h := open(t, wide)
		now := time.Date(2026, 11, 25, 12, 0, 0, 0, time.Local)
		id := datatest.Person(t, h.store, "Ana Souza")
		err := h.store.Write(t.Context(), "Prepare", func(tx *store.Tx) error {
			return tx.SaveCadence(data.Cadence{Person: id, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Set: sunday - 400})
		})
		if err != nil {
			t.Fatal(err)
		}
		h.fixedDay = c.fixed
		h.env.Now = func() time.Time { return now }
		h.takeUp()
		ctx, stop := context.WithTimeout(t.Context(), 300*time.Millisecond)
		h.env.Notifier = ringing{stop}
		for _, duty := range h.work.duties(h.words, h.Today) {
			if duty.Name != "remind" {
				continue
			}
			if err := duty.Run(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if reminded := context.Cause(ctx) == context.Canceled; reminded != c.reminds {
			t.Errorf("on the day %v it reminds: %v", c.fixed, reminded)
		}
		stop()
	}
}
