package intake_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/store"
)

// circleOf is how many people the two networks of a twin have at first.
const circleOf = 6

// twin is two networks in which the same happens, but that in one of them two people are made one.
type twin struct {
	t             *testing.T
	merged, plain *store.Store
	keep, drop    data.ID // of the first ones, which have the ids from 2 on in both
	random        *rand.Rand
}

func newTwin(t *testing.T, seed uint64) *twin {
	w := &twin{t: t, merged: open(t), plain: open(t), random: rand.New(rand.NewPCG(seed, 5))}
	w.both(func(s *store.Store) {
		bring(t, s, read("Positions.csv", positions(2024), data.NewDay(2024, 11, 15))...)
	})
	w.year(2024, circleOf)
	for range w.random.IntN(4) {
		w.happen(0)
	}
	order := w.random.Perm(circleOf)
	w.keep, w.drop = data.ID(2+order[0]), data.ID(2+order[1])
	return w
}

func (w *twin) both(do func(*store.Store)) {
	do(w.merged)
	do(w.plain)
}

func (w *twin) write(name string, change func(*store.Tx) error) {
	w.t.Helper()
	w.both(func(s *store.Store) {
		if err := s.Write(w.t.Context(), name, change); err != nil {
			w.t.Fatal(err)
		}
	})
}

// year brings the file of a year, in which most people stand, some of them with new work; of the first
// ones at least so many.
func (w *twin) year(year, atLeast int) {
	var lines []string
	for i := range circleOf {
		if i >= atLeast && w.random.IntN(2) == 0 {
			continue
		}
		lines = append(lines, fmt.Sprintf("Ana,Name%d,p%d,%s,%s,%s,0%d May 2020", i, i, pickOf(w.random, "", fmt.Sprint(i, "@x.org")),
			pickOf(w.random, "Orbita", "Vantage Ltd", "Halden", ""), pickOf(w.random, "Engineer", "Engineering Manager", "Nurse", ""), i+1))
	}
	if len(lines) == 0 {
		return
	}
	day := data.NewDay(year, 11, 15).String()
	w.both(func(s *store.Store) { bring(w.t, s, rows(day, slices.Clone(lines)...)...) })
}

// happen does something to somebody but the one who may be gone, in both networks.
func (w *twin) happen(gone data.ID) {
	who := data.ID(2 + w.random.IntN(circleOf))
	if who == gone {
		who = data.Me + 1 + (who-data.Me)%circleOf
	}
	n, day := w.random.IntN(1000), data.NewDay(2025, 1, 1)+data.Day(w.random.IntN(300))
	switch w.random.IntN(9) {
	case 0:
		w.write("Log", func(tx *store.Tx) error {
			return tx.SaveInteraction(&data.Interaction{Kind: data.Coffee, Day: day, People: []data.ID{who}})
		})
	case 1:
		w.write("Detail", func(tx *store.Tx) error { return tx.SaveDetail(&data.Detail{Person: who, Text: fmt.Sprint(n)}) })
	case 2:
		w.write("Rename", func(tx *store.Tx) error {
			p, err := tx.Person(who)
			p.Name = fmt.Sprint("Bea ", n)
			return errors.Join(err, tx.SavePerson(&p))
		})
	case 3:
		w.write("Tie", func(tx *store.Tx) error {
			return tx.SaveTie(&data.Tie{Person: who, Kind: data.StatedTies[n%3], Months: -1, Sure: data.Certain, Current: true})
		})
	case 4:
		w.write("Add", func(tx *store.Tx) error { return tx.SavePerson(&data.Person{Name: fmt.Sprint("Kim ", n)}) })
	case 5:
		w.write("Cadence", func(tx *store.Tx) error {
			return tx.SaveCadence(data.Cadence{Person: who, Rhythm: data.Rhythm{Ideal: 30, Longest: 60}, Set: day})
		})
	case 6:
		w.write("Role", func(tx *store.Tx) error {
			r := data.Role{Person: who, Employer: "Orbita", Title: "Lead", From: data.PartialDay{Year: 2010 + n%9}, To: data.PartialDay{Year: 2020}}
			return keeper.StateRole(tx, &r, today)
		})
	case 7:
		w.write("My role", func(tx *store.Tx) error {
			r := data.Role{Person: data.Me, Employer: "Vantage Ltd", Title: "Nurse", From: data.PartialDay{Year: 2010 + n%9}, Current: true}
			return keeper.StateRole(tx, &r, today)
		})
	case 8:
		w.year(2025+w.random.IntN(2), 0)
	}
}

func TestTwoPeopleTakenApartAreAsIfTheyHadNeverBeenOne(t *testing.T) {
	apart, blocked := 0, map[string]int{}
	for seed := range uint64(40) {
		w := newTwin(t, seed)
		before := state(t, w.merged)
		if before != state(t, w.plain) {
			t.Fatal("the twins differ from the beginning")
		}
		in := &intake.Importer{Store: w.merged, Keeper: keeper}
		if err := in.Join(t.Context(), "Merge", w.keep, w.drop, today); err != nil {
			t.Fatal(err)
		}
		for range w.random.IntN(7) {
			w.happen(w.drop)
		}
		merges, err := w.merged.Merges(t.Context(), w.keep)
		if err != nil || len(merges) != 1 {
			t.Fatal(merges, err)
		}
		one := state(t, w.merged)
		err = w.merged.Write(t.Context(), "Take apart", func(tx *store.Tx) error { return intake.TakeApart(tx, keeper, merges[0], today) })
		var b *data.Blocked
		switch {
		case errors.As(err, &b):
			for _, by := range b.By {
				blocked[by]++
			}
			continue
		case err != nil:
			t.Fatal(err)
		}
		apart++
		if a, p := state(t, w.merged), state(t, w.plain); a != p {
			t.Fatalf("seed %d:\n%s", seed, difference(p, a))
		}
		if _, err := w.merged.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if again := state(t, w.merged); again != one {
			t.Fatalf("seed %d, undone:\n%s", seed, difference(one, again))
		}
	}
	if apart < 15 || len(blocked) < 2 {
		t.Errorf("%d came apart, the rest was blocked by %v", apart, blocked)
	}
}

func TestAnImportThatSpokeOfBothBlocks(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2024-11-15", "Ana,Souza,ana,,,,01 May 2020", "Bea,Lima,bea,,,,02 May 2020")...)
	ana, bea := find(t, s, "souza").ID, find(t, s, "lima").ID
	datatest.Write(t, s, func(tx *store.Tx) error { return intake.Join(tx, keeper, ana, bea, today) })
	merges, err := s.Merges(t.Context(), ana)
	if err != nil || len(merges) != 1 || merges[0].Other != "Bea Lima" {
		t.Fatal(merges, err)
	}
	// Nothing of what was there changes, but the file is one more that speaks of Bea.
	bring(t, s, rows("2025-11-15", "Bea,Lima,bea,,,,02 May 2020")...)
	err = s.Write(t.Context(), "Take apart", func(tx *store.Tx) error { return intake.TakeApart(tx, keeper, merges[0], today) })
	var b *data.Blocked
	if !errors.As(err, &b) || !slices.Equal(b.By, []string{"Import"}) {
		t.Errorf("%v", err)
	}
}
