package parts

import (
	"slices"

	"peerage/data"
)

// Preferred returns ways to reach somebody with those of the kind they like best first, and else in their
// order.
func Preferred(ways []data.ContactPoint, kind data.ContactKind) []data.ContactPoint {
	ways = slices.Clone(ways)
	slices.SortStableFunc(ways, func(a, b data.ContactPoint) int {
		switch {
		case a.Kind == b.Kind || a.Kind != kind && b.Kind != kind:
			return 0
		case a.Kind == kind:
			return -1
		}
		return 1
	})
	return ways
}
