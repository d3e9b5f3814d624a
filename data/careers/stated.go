package careers

import (
	"cmp"
	"slices"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// StateRole writes a role as the user says it is, and all that follows from it; one without an ID is
// added. It is stated from then on: no import changes it, and the role of an import that it was before is
// not brought again.
func (k *Keeper) StateRole(tx *store.Tx, role *data.Role, today data.Day) error {
	if err := keepSource(tx, role.Person, role.ID); err != nil {
		return err
	}
	state(role, today)
	return k.SaveRole(tx, role, today)
}

// state makes a role the user's word. The days on which files showed it are kept where the user leaves
// open when it was, as far as they lie in the time that is left; a role held now is seen today, and one that
// has not begun is not held now.
func state(role *data.Role, today data.Day) {
	role.Current = role.Current && begun(role, today)
	role.Source = data.Stated
	role.Employer, role.Title = names.Clean(role.Employer), names.Clean(role.Title)
	if role.Current || !role.To.IsZero() || !begun(role, today) {
		role.Gone = 0
	}
	switch {
	case !role.From.IsZero() && (role.Current || !role.To.IsZero()):
		role.FirstSeen = 0
	case role.Current:
		role.FirstSeen, role.LastSeen = cmp.Or(role.FirstSeen, today), today
	case role.FirstSeen != 0:
		role.FirstSeen = max(role.FirstSeen, role.From.Earliest())
		if last := role.To.Latest(); last != 0 {
			role.LastSeen = min(role.LastSeen, last)
		}
	}
	if role.FirstSeen == 0 || role.LastSeen < role.FirstSeen {
		role.FirstSeen, role.LastSeen = 0, 0
	}
}

// begun reports whether a role may have begun by today.
func begun(role *data.Role, today data.Day) bool { return role.From.Earliest() <= today }

// SaveRole writes a role that the user stated or edited, with the organisation its employer stands for
// and all that follows from it.
func (k *Keeper) SaveRole(tx *store.Tx, role *data.Role, today data.Day) error {
	of, err := Employers(tx, k.Rules, []string{role.Employer})
	if err != nil {
		return err
	}
	role.Organisation = of[role.Employer]
	if err := tx.SaveRole(role); err != nil {
		return err
	}
	return k.Refresh(tx, today, role.Person)
}

// DeleteRole removes a role and what rested on it. A role of an import is not brought again.
func (k *Keeper) DeleteRole(tx *store.Tx, role data.Role, today data.Day) error {
	if err := keepSource(tx, role.Person, role.ID); err != nil {
		return err
	}
	if err := tx.DeleteRole(role.ID); err != nil {
		return err
	}
	return k.Refresh(tx, today, role.Person)
}

// keepSource remembers what a role was if an import brought it, before the user's word takes its place.
func keepSource(tx *store.Tx, person, id data.ID) error {
	if id == 0 {
		return nil
	}
	roles, err := tx.Roles(person)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(roles, func(r data.Role) bool { return r.ID == id })
	if at < 0 || !Imported(roles[at].Source) {
		return nil
	}
	first, last := spanOf(&roles[at])
	return tx.AddRoleVerdict(data.RoleVerdict{Person: person, Employer: roles[at].Employer, Title: roles[at].Title, First: first, Last: last})
}

// Imported reports whether roles of a source are derived anew at every import.
func Imported(source data.Source) bool {
	return source == data.FromLinkedIn || source == data.FromOwnCareer
}

// spanOf returns the widest days between which a role is known to have been held; 0 where that is open.
func spanOf(r *data.Role) (first, last data.Day) {
	first, last = cmp.Or(r.From.Earliest(), r.FirstSeen), cmp.Or(r.To.Latest(), r.LastSeen)
	if r.Current {
		last = 0
	}
	return first, last
}

// Overruled reports whether the user's own word stands in the place of a role that files show: whether
// the same work was known at the same time when they edited or removed it.
func (r *Reader) Overruled(role *data.Role, said []data.RoleVerdict) bool {
	first, last := spanOf(role)
	return slices.ContainsFunc(said, func(v data.RoleVerdict) bool {
		was := data.Role{Employer: v.Employer, Title: v.Title, Organisation: r.Organisations[v.Employer]}
		return (last == 0 || v.First <= last) && (v.Last == 0 || first <= v.Last) && r.SameWork(role, &was)
	})
}
