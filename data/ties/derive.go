package ties

import (
	"cmp"
	"slices"

	"peerage/data"
)

// Career is what one person did, as far as it is known.
type Career struct {
	Roles []data.Role
	// Connected is the day the two people connected on LinkedIn, 0 when unknown. Derive reads it
	// from the career of the other person.
	Connected data.Day
}

// Derive returns the coworker and alumni ties that the careers of me and them show as of today, at
// most one of each kind for an organisation. Roles are at the same organisation when their
// Organisation is the same and not 0. The result does not depend on the order of the roles: certain
// ties come before likely and possible ones, then coworkers before alumni, current ties first, and
// the longest first. It is nil when they share nothing.
//
// Of a coworker tie,
//   - Mine and Theirs are the two roles with the longest overlap, of those with the best evidence;
//   - Since is the later start and Until the earlier end, over all roles with that evidence, so that a
//     promotion or a second stint together widens the period;
//   - Current says that today is proven for both;
//   - Months counts the proven time of all roles whose start is stated, every day once.
//
// Of an alumni tie, Mine and Theirs are the two roles closest in time, Since is the start of the one
// that came later (from then on both have been there), Until is zero because that never ends, Months
// is -1, and it is never Current.
func Derive(me, them Career, today data.Day) []data.Tie {
	var ties []data.Tie
	for i := range them.Roles {
		organisation := them.Roles[i].Organisation
		if organisation == 0 || worksAt(them.Roles[:i], organisation) || !worksAt(me.Roles, organisation) {
			continue
		}
		ties = meet(ties, me, them, organisation, today)
	}
	slices.SortFunc(ties, compareTies)
	return ties
}

// meet appends the ties that two careers show at one organisation. The room for the few roles that
// people have at one place is taken from the stack, as this runs for everybody in the network.
func meet(ties []data.Tie, me, them Career, organisation data.ID, today data.Day) []data.Tie {
	var jobs [2][4]employment
	var blocks [2][4]bounds
	m := meeting{connected: them.Connected, today: today}
	m.mine.jobs = appendJobs(jobs[0][:0], organisation, me.Roles, today)
	m.mine.blocks = appendBlocks(blocks[0][:0], m.mine.jobs)
	m.theirs.jobs = appendJobs(jobs[1][:0], organisation, them.Roles, today)
	m.theirs.blocks = appendBlocks(blocks[1][:0], m.theirs.jobs)
	return m.derive(ties)
}

func worksAt(roles []data.Role, organisation data.ID) bool {
	for i := range roles {
		if roles[i].Organisation == organisation {
			return true
		}
	}
	return false
}

// kinds lists what is derived, the closest tie first.
var kinds = []data.TieKind{data.Coworker, data.Alumni}

// compareTies orders ties as Derive returns them. The ids decide last, in an order that does not
// depend on whose role is whose.
func compareTies(a, b data.Tie) int {
	return cmp.Or(
		cmp.Compare(rankOf(b.Sure), rankOf(a.Sure)),
		cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)),
		-compareBool(a.Current, b.Current),
		-cmp.Compare(a.Months, b.Months),
		-cmp.Compare(a.Since.Latest(), b.Since.Latest()),
		cmp.Compare(min(a.Mine, a.Theirs), min(b.Mine, b.Theirs)),
		cmp.Compare(max(a.Mine, a.Theirs), max(b.Mine, b.Theirs)),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// rank is a sureness that can be compared.
type rank int

const (
	possible rank = iota
	likely
	certain
)

var surenesses = [...]data.Sureness{data.Possible, data.Likely, data.Certain}

func rankOf(s data.Sureness) rank { return rank(slices.Index(surenesses[:], s)) }
