package agenda

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// crowd writes so many people of whom every third or so has a rhythm.
func crowd(tx *store.Tx, people, rhythms int) error {
	for i := range people {
		p := data.Person{Name: fmt.Sprint("Person ", i)}
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		if i >= rhythms {
			continue
		}
		if err := tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: data.Rhythm{Ideal: 30 + i%300, Longest: 60 + i%300}, Set: sunday - data.Day(i%400)}); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkLoad gathers what the screen shows, as after each change.
func BenchmarkLoad(b *testing.B) {
	w := apptest.English(b)
	for _, c := range []struct{ people, rhythms int }{{200, 100}, {10_000, 3_000}} {
		s := datatest.Open(b)
		datatest.Write(b, s, func(tx *store.Tx) error { return crowd(tx, c.people, c.rhythms) })
		b.Run(fmt.Sprint(c.people), func(b *testing.B) {
			for b.Loop() {
				l := &loading{store: s, words: w, today: sunday, until: sunday + span - 1}
				if got, err := l.content(b.Context()); err != nil || got.agenda.Rhythms != c.rhythms {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkScroll moves the list by a row, which fills one line.
func BenchmarkScroll(b *testing.B) {
	w := apptest.English(b)
	for _, rhythms := range []int{100, 3_000} {
		b.Run(fmt.Sprint(rhythms), func(b *testing.B) {
			s := datatest.Open(b)
			datatest.Write(b, s, func(tx *store.Tx) error { return crowd(tx, rhythms, rhythms) })
			f := apptest.New(b, w, sunday)
			v := New(f, s, Options{}).(*view)
			f.Show(v)
			f.Window().Resize(fyne.NewSize(1280, 800))
			n, at := len(v.list.rows), 0
			for b.Loop() {
				at = (at + 7) % n
				v.list.list.Select(at)
			}
		})
	}
}
