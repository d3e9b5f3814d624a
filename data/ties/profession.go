package ties

import (
	"slices"

	"peerage/data"
)

// present returns the role that says what somebody does today, nil when that is not known. A role whose
// own dates contradict that it is current does not say it.
func present(roles []data.Role, today data.Day) *data.Role {
	r := data.Present(roles)
	if r == nil {
		return nil
	}
	if e, ok := employmentOf(r, roles, today); !ok || !e.provenOn(today) {
		return nil
	}
	return r
}

// byProfession appends what the present roles of two people say to the ties that shared organisations
// show: colleagues when they are that nowhere else, and peers when they are not that today already.
func byProfession(ties []found, me, them []data.Role, today data.Day) []found {
	mine, theirs := present(me, today), present(them, today)
	if mine == nil || theirs == nil || !sameField(mine, theirs) {
		return ties
	}
	tie := data.Tie{
		Person: theirs.Person, Kind: data.Colleague, Derived: true, Current: true, Months: -1, Sure: data.Possible,
		Mine: mine.ID, Theirs: theirs.ID,
	}
	peers := abreast(mine, theirs) &&
		!slices.ContainsFunc(ties, func(t found) bool { return t.Kind == data.Peer && t.Current })
	if !slices.ContainsFunc(ties, func(t found) bool { return t.Kind == data.Colleague }) {
		ties = append(ties, found{Tie: tie})
	}
	if peers {
		tie.Kind = data.Peer
		ties = append(ties, found{Tie: tie, beside: data.Colleague})
	}
	return ties
}
