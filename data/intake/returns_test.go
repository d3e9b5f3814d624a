package intake_test

import (
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/intake"
)

// undated makes files ones whose day nobody named.
func undated(files []intake.File) []intake.File {
	for i := range files {
		files[i].Undated = true
	}
	return files
}

const (
	halden  = "Ana,Souza,ana,,Halden,Engineer,01 May 2020"
	vantage = "Ana,Souza,ana,,Vantage,Engineer,01 May 2020"
)

// held returns the employers of today of somebody.
func held(t *testing.T, roles []data.Role, err error) []string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, r := range roles {
		if r.Current && r.Gone == 0 {
			list = append(list, r.Employer)
		}
	}
	return list
}

func TestAFileThatSaysWhatAnEarlierOneSaidIsReadOfItsOwnDay(t *testing.T) {
	for _, years := range [][]string{
		{halden, vantage, halden}, {halden, halden, vantage}, {halden, vantage, vantage}, {halden, halden, halden},
		{halden, vantage, halden, vantage},
	} {
		var archives [][]intake.File
		for i, line := range years {
			day := data.NewDay(2023+i, 11, 15)
			jobs := positions(2020)
			if line == halden {
				jobs = positions(2026)
			}
			archives = append(archives, slices.Concat(rows(day.String(), line), read("Positions.csv", jobs, day)))
		}
		want := ""
		for _, order := range permutations(len(years)) {
			one, whole := open(t), open(t)
			var files []intake.File
			var states []string // before each import that left an operation
			last := int64(0)
			for _, k := range order {
				before := state(t, one)
				bring(t, one, archives[k]...)
				files = append(files, archives[k]...)
				if op, err := one.CanUndo(t.Context()); err != nil {
					t.Fatal(err)
				} else if op.ID != last {
					states, last = append(states, before), op.ID
				}
			}
			bring(t, whole, files...)
			got := state(t, one)
			if want == "" {
				want = got
				newest := strings.Split(years[len(years)-1], ",")[4]
				roles, err := one.Roles(t.Context(), find(t, one, "ana").ID)
				if now := held(t, roles, err); !slices.Equal(now, []string{newest}) {
					t.Errorf("%q: now at %q", years, now)
				}
			}
			if got != want {
				t.Errorf("%q in order %v:\n%s", years, order, difference(want, got))
			}
			if got = state(t, whole); got != want {
				t.Errorf("%q as one import in order %v:\n%s", years, order, difference(want, got))
			}
			for _, before := range slices.Backward(states) {
				if _, err := one.Undo(t.Context()); err != nil {
					t.Fatal(err)
				}
				if got := state(t, one); got != before {
					t.Errorf("%q undone:\n%s", years, difference(before, got))
				}
			}
		}
	}
}

func TestACopyWithoutADayIsNewOnlyWhereTheFilesAroundItDiffer(t *testing.T) {
	s := open(t)
	bring(t, s, rows("2023-11-15", halden)...)
	if plan := bring(t, s, undated(rows("2024-11-15", halden))...); plan.Same != 1 {
		t.Errorf("a copy: %+v", plan)
	}
	if op, err := s.CanUndo(t.Context()); err != nil || op.ID != 1 {
		t.Errorf("a copy left operation %+v, %v", op, err)
	}
	bring(t, s, rows("2025-11-15", vantage)...)
	if plan := bring(t, s, undated(rows("2024-11-16", halden))...); plan.Same != 1 {
		t.Errorf("a copy of a day before the change: %+v", plan)
	}
	if plan := bring(t, s, undated(rows("2026-11-15", halden))...); plan.Changed != 1 {
		t.Errorf("back at the first employer: %+v", plan)
	}
	roles, err := s.Roles(t.Context(), find(t, s, "ana").ID)
	if now := held(t, roles, err); !slices.Equal(now, []string{"Halden"}) {
		t.Errorf("now at %q", now)
	}
}
