package intake_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/intake"
)

// layouts are the mixtures of layouts that archives of several years come in: with profiles or not.
var layouts = [][]bool{{true, true, true}, {false, true, true}, {false, false, true}, {true, false, true}, {false, false, false}, {true, false, false}}

// checkThree brings three years in every order, one by one and as one import.
func checkThree(t *testing.T, seed uint64, people int, layout []bool) {
	t.Helper()
	archives := newNetwork(seed, people, seed%2 == 0).years(layout...)
	want := ""
	for _, order := range permutations(3) {
		one, whole := open(t), open(t)
		var files []intake.File
		for _, k := range order {
			bring(t, one, archives[k]...)
			files = append(files, archives[k]...)
		}
		bring(t, whole, files...)
		a, b := state(t, one), state(t, whole)
		if want == "" {
			want = a
		}
		if a != want {
			t.Fatalf("seed %d, layout %v, one by one in order %v:\n%s", seed, layout, order, difference(want, a))
		}
		if b != want {
			t.Fatalf("seed %d, layout %v, as one import in order %v:\n%s", seed, layout, order, difference(want, b))
		}
	}
}

func TestThreeYearsInAnyOrderEndInTheSameState(t *testing.T) {
	for i, layout := range layouts {
		checkThree(t, uint64(i), 40, layout)
	}
}

// checkFive brings five years in some orders, some of them together, and the files of a year not
// always at once.
func checkFive(t *testing.T, seed uint64, people int) {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 3))
	layout := make([]bool, 5)
	for i := range layout {
		layout[i] = random.IntN(3) > 0
	}
	archives := newNetwork(seed+100, people, seed%2 == 0).years(layout...)
	want := ""
	for range 4 {
		s := open(t)
		order := random.Perm(5)
		var together []intake.File
		for _, k := range order {
			together = append(together, archives[k]...)
			if random.IntN(3) > 0 {
				bring(t, s, together...)
				together = nil
			}
		}
		for _, f := range slices.Backward(together) {
			bring(t, s, f)
		}
		got := state(t, s)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("seed %d, layout %v, order %v:\n%s", seed, layout, order, difference(want, got))
		}
	}
}

func TestFiveYearsInAnyOrderEndInTheSameState(t *testing.T) {
	for seed := range uint64(4) {
		checkFive(t, seed, 40)
	}
}

func TestNobodyIsDoubledOrLostWhenEveryLayoutHasProfiles(t *testing.T) {
	for seed := range uint64(4) {
		n := newNetwork(seed, 60, true)
		s := open(t)
		for _, a := range n.years(true, true, true, true) {
			bring(t, s, a...)
		}
		got, err := s.CountPeople(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if want := n.seenMembers(); got != want {
			t.Errorf("seed %d: %d people, want %d", seed, got, want)
		}
	}
}

// checkCrowd brings three files about few people with few names, in which everything that tells people
// apart clashes with everything else.
func checkCrowd(t *testing.T, seed uint64) {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 11))
	var files [][]intake.File
	for i := range 3 {
		profiles := random.IntN(3) > 0
		var lines []string
		for range 2 + random.IntN(9) {
			cells := []string{pickOf(random, "Ana", "Bea"), pickOf(random, "Lima", "Souza", "Lima, PhD"), "p" + pickOf(random, "1", "2", "3", "4", "5", "6", "7", "8"),
				pickOf(random, "", "", "", "a@x.org", "b@x.org"), pickOf(random, "Vantage", "Vantage Ltd", "Vantage Inc", "Orbita", ""),
				pickOf(random, "Nurse", "nurse", "Boss", ""), pickOf(random, "01", "02") + " May 2020"}
			cells[1] = strings.ReplaceAll(cells[1], ",", "")
			if !profiles {
				cells = slices.Delete(cells, 2, 3)
			}
			lines = append(lines, strings.Join(cells, ","))
		}
		year := 2024 + i
		files = append(files, append(rows(data.NewDay(year, 11, 15).String(), lines...), read("Positions.csv", positions(year), data.NewDay(year, 11, 15))...))
	}
	want := ""
	for _, order := range permutations(3) {
		s := open(t)
		for _, k := range order {
			bring(t, s, files[k]...)
		}
		got := state(t, s)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("seed %d, order %v:\n%s\nof %+v", seed, order, difference(want, got), files)
		}
	}
}

func pickOf(random *rand.Rand, list ...string) string { return list[random.IntN(len(list))] }

func TestAClashingCrowdEndsTheSameInAnyOrder(t *testing.T) {
	for seed := range uint64(12) {
		checkCrowd(t, seed)
	}
}
