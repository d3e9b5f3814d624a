package command_test

import (
	"fmt"
	"testing"
	"time"

	"peerage/app/command"
	"peerage/app/wordstest"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// BenchmarkCalendar10000 is what the calendar of 10,000 people costs who all have a rhythm and a contact,
// in words, from the query to the last octet, while what it says is remembered.
func BenchmarkCalendar10000(b *testing.B) {
	w := wordstest.English(b)
	s, today := datatest.Open(b), datatest.Day(b, datatest.Today)
	datatest.Write(b, s, func(tx *store.Tx) error {
		for i := range 10_000 {
			p := data.Person{Name: fmt.Sprint("Zoë Müller-", i), Birthday: data.PartialDay{Month: time.Month(i%12 + 1), Day: i%28 + 1}}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			if err := tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: data.Rhythm{Ideal: 90, Longest: 4000}, Set: today - 90}); err != nil {
				return err
			}
			met := data.Interaction{Kind: data.Coffee, Day: today - data.Day(i%80), Text: "her move to Lisbon, and the new team", People: []data.ID{p.ID}}
			if err := tx.SaveInteraction(&met); err != nil {
				return err
			}
		}
		return nil
	})
	for b.Loop() {
		file, err := command.CalendarBytes(b.Context(), s, w, today)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(file)))
	}
}
