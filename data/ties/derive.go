package ties

import (
	"cmp"
	"slices"

	"peerage/data"
)

// Career is what one person did, as far as it is known. Of the career of Me, Derive reads the roles
// alone.
type Career struct {
	Roles []data.Role
	// Connected is the day the two people connected on LinkedIn, 0 when unknown.
	Connected data.Day
	// Verdicts is what the user said of the ties between the two. Of two that contradict each other,
	// the one that denies counts.
	Verdicts []data.TieVerdict
}

// Derive returns the ties that the careers of me and them show as of today: at most one of each kind
// for an organisation, and at most one colleague and one peer by profession alone. Roles are at the
// same organisation when their Organisation is the same and not 0. The result does not depend on the
// order of the roles: certain ties come before likely and possible ones, then coworkers before peers,
// colleagues and alumni, current ties first, and the longest first; ties by profession alone are the
// last, however sure. It is nil when they share nothing.
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
//
// A peer tie at an organisation says all that a coworker tie says, of the roles that make them peers
// alone. A colleague tie there says what the coworker or alumni tie says beside which it stands, of the
// roles in one profession alone.
//
// Of a tie by profession alone, Mine and Theirs are the present roles, Since and Until are zero, Months
// is -1, and it is Current and possible.
func Derive(me, them Career, today data.Day) []data.Tie {
	var room [8]found
	all := room[:0]
	for i := range them.Roles {
		organisation := them.Roles[i].Organisation
		if organisation == 0 || worksAt(them.Roles[:i], organisation) || !worksAt(me.Roles, organisation) {
			continue
		}
		all = meet(all, me, them, organisation, today)
	}
	all = byProfession(all, me.Roles, them.Roles, today)
	if all = judged(all, them.Verdicts); len(all) == 0 {
		return nil
	}
	slices.SortFunc(all, compareTies)
	ties := make([]data.Tie, len(all))
	for i := range all {
		ties[i] = all[i].Tie
	}
	return ties
}

// meet appends the ties that two careers show at one organisation. The room for the few roles that
// people have at one place is taken from the stack, as this runs for everybody in the network.
func meet(ties []found, me, them Career, organisation data.ID, today data.Day) []found {
	var jobs [2][4]employment
	var blocks [2][8]bounds
	m := meeting{organisation: organisation, connected: them.Connected, today: today}
	m.mine = career{appendJobs(jobs[0][:0], organisation, me.Roles, today), blocks[0][:0]}
	m.theirs = career{appendJobs(jobs[1][:0], organisation, them.Roles, today), blocks[1][:0]}
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

// kinds lists what is derived in the order in which it is told: where and when two people met, and then
// what they were to each other there.
var kinds = []data.TieKind{data.Coworker, data.Peer, data.Colleague, data.Alumni}

// compareTies orders ties as Derive returns them. The ids decide last, in an order that does not
// depend on whose role is whose.
func compareTies(a, b found) int {
	return cmp.Or(
		compareBool(a.organisation == 0, b.organisation == 0),
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
