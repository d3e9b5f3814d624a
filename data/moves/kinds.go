package moves

import (
	"strings"

	"peerage/data"
)

// kindsOf returns what it is to go from one role to another, in the order of data.MoveKinds; nil when it
// is no move. beside says that the first role goes on.
func kindsOf(from, to *Role, beside bool) []data.MoveKind {
	if from.Form == to.Form && from.Form != "" || samePost(from, to) {
		return nil
	}
	if to.Retired {
		if from.Retired || beside {
			return nil
		}
		return []data.MoveKind{data.Retired}
	}
	newEmployer := newEmployer(from, to)
	if beside {
		if !newEmployer {
			return nil
		}
		return []data.MoveKind{data.NewEmployer}
	}
	kinds := make([]data.MoveKind, 0, 3)
	switch a, b := from.Standing, to.Standing; {
	case from.Retired:
	case a.Track == data.Individual && b.Track == data.Management:
		kinds = append(kinds, data.IntoManagement)
	case a.Track == data.Management && b.Track == data.Individual:
		kinds = append(kinds, data.OutOfManagement)
	case promoted(from, to):
		kinds = append(kinds, data.Promotion)
	}
	if newEmployer {
		kinds = append(kinds, data.NewEmployer)
	}
	if from.Title != to.Title && from.Role.Title != to.Role.Title && from.Title != "" && to.Title != "" {
		kinds = append(kinds, data.NewTitle)
	}
	return kinds
}

func promoted(from, to *Role) bool {
	a, b := from.Standing, to.Standing
	return sameEmployer(from, to) && !isNone(to.Employer) && known(a.Track) && a.Track == b.Track &&
		(a.Field == b.Field || !fieldKnown(a.Field) || !fieldKnown(b.Field)) && a.Level.Rank() >= 0 && b.Level.Rank() > a.Level.Rank()
}

func fieldKnown(f data.Field) bool { return f != "" && f != data.UnknownField }

func known(t data.Track) bool { return t == data.Individual || t == data.Management }

func newEmployer(from, to *Role) bool {
	return from.Employer != "" && to.Employer != "" && !sameEmployer(from, to) &&
		!(isNone(from.Employer) && isNone(to.Employer))
}

// sameEmployer reports whether two roles are at one employer that is said.
func sameEmployer(a, b *Role) bool {
	return a.Organisation != 0 && a.Organisation == b.Organisation || a.Employer == b.Employer && a.Employer != ""
}

// samePost reports whether two roles are the same title at the same employer.
func samePost(a, b *Role) bool {
	return a.Title == b.Title && (sameEmployer(a, b) || a.Employer == "" && b.Employer == "")
}

// isNone reports whether the normal form of an employer is that of a text which names no organisation.
func isNone(employer string) bool { return strings.HasPrefix(employer, "\x00") }
