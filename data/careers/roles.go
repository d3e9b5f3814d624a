package careers

import (
	"cmp"
	"slices"

	"peerage/data"
	"peerage/data/ladder"
	"peerage/data/names"
)

// Reader turns what sources said of people into careers. It remembers the normal forms it has made,
// so one Reader serves many people, and one goroutine.
type Reader struct {
	// Organisations gives the organisation of an employer as written; a text that is missing has none.
	Organisations map[string]data.ID
	// Mine holds the organisations of the user's own career.
	Mine map[data.ID]bool

	rules    *names.Rules
	titles   *ladder.Ladder                           // nil understands no title
	said     map[data.ID]map[string]data.TitleVerdict // what the user said of titles, by form
	bases    map[string]string
	forms    map[[2]string]string // of a title and its employer
	readings map[string]ladder.Reading
}

// NewReader returns a Reader that tells employers apart by rules.
func NewReader(rules *names.Rules) *Reader {
	return &Reader{rules: rules, bases: map[string]string{}, forms: map[[2]string]string{}, readings: map[string]ladder.Reading{},
		said: map[data.ID]map[string]data.TitleVerdict{}}
}

// Employer returns the normal form of an employer's name without its legal form; a text that names no
// organisation (self-employed, retired) has a normal form that no organisation has.
func (r *Reader) Employer(written string) string {
	base, ok := r.bases[written]
	if !ok {
		if r.rules.None(written) {
			base = "\x00" + names.Fold(written)
		} else {
			base, _ = r.rules.Split(written)
		}
		r.bases[written] = base
	}
	return base
}

// Title returns the normal form of a title, in which rewordings of one post are equal, also those that
// only add the employer.
func (r *Reader) Title(written, employer string) string {
	key := [2]string{written, employer}
	form, ok := r.forms[key]
	if !ok {
		form = r.rules.TitleAt(written, employer)
		r.forms[key] = form
	}
	return form
}

// FromSnapshots returns the roles that a person's snapshots show, oldest first. The order of the
// snapshots does not matter, and nothing but these snapshots decides what is one role.
//
// Snapshots of one day and the next that name the same work (see SameWork) are one role, however they
// spell it; the newest spelling is kept, with its organisation, unless an older spelling stands for
// an organisation of the user's own career. An employer respelled in one role is one employer in all of
// the person's, with one organisation. The roles of the newest day are current; a newest day that
// names neither employer nor title leaves none current. A role that a later day no longer names is gone
// on that day. The standings of roles are left to Stand.
func (r *Reader) FromSnapshots(person data.ID, snapshots []data.Snapshot) []data.Role {
	sorted := slices.Clone(snapshots)
	slices.SortFunc(sorted, func(a, b data.Snapshot) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Organisation, b.Organisation), cmp.Compare(a.Title, b.Title))
	})
	var roles []data.Role
	var open []int // roles that were held on the day before
	var one respellings
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && sorted[n].Day == sorted[0].Day {
			n++
		}
		var held []int
		for i := range sorted[:n] {
			if s := &sorted[i]; s.Organisation != "" || s.Title != "" {
				held, roles = r.hold(held, roles, open, r.roleOf(person, s), &one)
			}
		}
		for _, i := range open {
			if !slices.Contains(held, i) {
				roles[i].Gone = sorted[0].Day
			}
		}
		open, sorted = held, sorted[n:]
	}
	for _, i := range open {
		roles[i].Current = true
	}
	for i := range roles {
		roles[i].Organisation = one.chosen(roles[i].Organisation, r.Mine)
	}
	return roles
}

// respellings are sets of organisations that are one employer to a person, for they held one role there
// under the names of all. Within a set those seen last stand last.
type respellings [][]data.ID

// join notes that an organisation was written as another one on a later day.
func (all *respellings) join(was, is data.ID) {
	if was == is || was == 0 || is == 0 {
		return
	}
	var set []data.ID
	*all = slices.DeleteFunc(*all, func(other []data.ID) bool {
		meets := slices.Contains(other, was) || slices.Contains(other, is)
		if meets {
			set = append(set, other...)
		}
		return meets
	})
	set = slices.DeleteFunc(set, func(id data.ID) bool { return id == was || id == is })
	*all = append(*all, append(set, was, is))
}

// chosen returns the organisation that stands for the one given and all that are one with it: the one
// written last, or the last of the user's own.
func (all respellings) chosen(id data.ID, mine map[data.ID]bool) data.ID {
	for _, set := range all {
		if !slices.Contains(set, id) {
			continue
		}
		for _, other := range slices.Backward(set) {
			if mine[other] {
				return other
			}
		}
		return set[len(set)-1]
	}
	return id
}

func (r *Reader) roleOf(person data.ID, s *data.Snapshot) data.Role {
	return data.Role{
		Person: person, Organisation: r.Organisations[s.Organisation], Employer: s.Organisation, Title: s.Title,
		Source: s.Source, FirstSeen: s.Day, LastSeen: s.Day,
	}
}

// hold adds to the roles held on a day: one that is held already, one that goes on from the day
// before, or a new one. Organisations of which one role tells become one.
func (r *Reader) hold(held []int, roles []data.Role, open []int, next data.Role, one *respellings) ([]int, []data.Role) {
	for _, list := range [][]int{held, open} {
		for _, i := range list {
			if !r.SameWork(&roles[i], &next) {
				continue
			}
			role := &roles[i]
			one.join(role.Organisation, next.Organisation)
			role.Organisation, role.LastSeen, role.Employer, role.Title, role.Source = next.Organisation, next.LastSeen, next.Employer, next.Title, next.Source
			if !slices.Contains(held, i) {
				held = append(held, i)
			}
			return held, roles
		}
	}
	return append(held, len(roles)), append(roles, next)
}

// SameWork reports whether two roles are the same title at the same employer, as far as their words
// tell: case, blanks, punctuation and legal forms do not count, nor does the order of the employer's
// words. Two names that stand for one organisation are one employer, too.
func (r *Reader) SameWork(a, b *data.Role) bool {
	if a.Title != b.Title && r.Title(a.Title, a.Employer) != r.Title(b.Title, b.Employer) {
		return false
	}
	if a.Employer == b.Employer || a.Organisation != 0 && a.Organisation == b.Organisation {
		return true
	}
	x, y := r.Employer(a.Employer), r.Employer(b.Employer)
	return x == y || x != "" && y != "" && x[0] != 0 && y[0] != 0 && names.Reordered(x, y)
}
