package people

import (
	"context"
	"fmt"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/store"
)

// A key typed into the search must be answered within a frame or two, whatever the size of the network.
func BenchmarkAKeyAmongAHundredThousand(b *testing.B) {
	ctx := context.Background()
	s, err := store.Open(b.TempDir(), func() time.Time { return sunday.Time() })
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	err = s.Write(ctx, "Prepare", func(tx *store.Tx) error {
		var people []store.Imported
		var ties []data.Tie
		for i := range 100_000 {
			people = append(people, store.Imported{Name: fmt.Sprintf("Person %05d", i)})
		}
		if err := tx.AddImported(people); err != nil {
			return err
		}
		for i := range people {
			if i%10 == 0 {
				ties = append(ties, data.Tie{Person: people[i].ID, Kind: data.Friend, Current: true, Months: -1, Sure: data.Certain})
			}
		}
		return tx.AddTies(ties)
	})
	if err != nil {
		b.Fatal(err)
	}
	marked, err := loadMarks(ctx, s, sunday)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("search", func(b *testing.B) {
		for i := range b.N {
			if _, err := loadList(ctx, s, fmt.Sprint("person ", i%10), filter{}, marked, sunday); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("marks", func(b *testing.B) {
		for b.Loop() {
			if _, err := loadMarks(ctx, s, sunday); err != nil {
				b.Fatal(err)
			}
		}
	})
}
