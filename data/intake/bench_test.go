package intake_test

import (
	"fmt"
	"testing"

	"peerage/data"
	"peerage/data/intake"
)

// large returns the connections of a year in a network of that many people.
func large(n *network, day data.Day) []intake.File {
	return read("Connections.csv", n.connections(true), day)
}

// BenchmarkImport plans and applies a file, and makes search ready. BenchmarkBareInsert in data/store
// writes rows like these with nothing around.
func BenchmarkImport(b *testing.B) {
	for _, people := range []int{10_000, 100_000} {
		n := newNetwork(1, people, true)
		for i := range n.members { // most people work where the user never did
			if i%20 > 0 {
				n.members[i].company = fmt.Sprint("Company ", i/4)
			}
		}
		first := large(n, data.NewDay(2025, 11, 15))
		n.pass(2026)
		second := large(n, data.NewDay(2026, 11, 15))
		b.Run(fmt.Sprint(people), func(b *testing.B) { benchmark(b, nil, first) })
		b.Run(fmt.Sprint(people, "-second-year"), func(b *testing.B) { benchmark(b, first, second) })
	}
}

func benchmark(b *testing.B, before, files []intake.File) {
	for b.Loop() {
		b.StopTimer()
		s := open(b)
		bring(b, s, read("Positions.csv", positions(2026), data.NewDay(2026, 11, 15))...)
		if before != nil {
			bring(b, s, before...)
			if err := s.Warm(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
		in := &intake.Importer{Store: s, Keeper: keeper}
		b.StartTimer()
		if _, err := in.Plan(b.Context(), files); err != nil {
			b.Fatal(err)
		}
		if _, err := in.Apply(b.Context(), "Import", files, today); err != nil {
			b.Fatal(err)
		}
		if err := s.Warm(b.Context()); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
