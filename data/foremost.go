package data

import (
	"cmp"
	"slices"
)

// Foremost returns the ties to name where there is room for few: each kind once, at most limit of them; what
// the user stated, in its order, then what careers show, the closest first, and of each kind what is current
// rather than what is over. Beside peer or coworker, colleague says little. A tie by profession alone, which
// everyone of the trade has, says something only of those one worked with: they are peers still.
func Foremost(ties []Tie, limit int) []Tie {
	ties = slices.Clone(ties)
	slices.SortStableFunc(ties, func(a, b Tie) int {
		current := 0
		if a.Current != b.Current && a.Derived {
			current = 1
			if a.Current {
				current = -1
			}
		}
		return cmp.Or(a.place()-b.place(), current)
	})
	strangers := !slices.ContainsFunc(ties, func(t Tie) bool { return !t.ByProfession() })
	var first []Tie
	had := map[TieKind]bool{}
	for _, t := range ties {
		if had[t.Kind] || len(first) == limit {
			continue
		}
		if t.ByProfession() && (t.Kind == Colleague || strangers) || t.Derived && t.Kind == Colleague && (had[Peer] || had[Coworker]) {
			continue
		}
		had[t.Kind] = true
		first = append(first, t)
	}
	return first
}

// place orders ties by kind, what the user stated first.
func (t *Tie) place() int {
	if !t.Derived {
		return -1
	}
	return slices.Index(DerivedTies, t.Kind)
}
