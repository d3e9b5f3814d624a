package intake

import (
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// MergeOrganisations makes one organisation of two, as careers.MergeOrganisations does, and careers what
// they are now: two employers in a row that were one make one role, and no move.
func MergeOrganisations(tx *store.Tx, keeper *careers.Keeper, keep, drop data.ID, today data.Day) error {
	return reread(tx, keeper, today, func() error { return careers.MergeOrganisations(tx, keep, drop) }, keep, drop)
}

// SplitOrganisation makes an organisation of its own of some names of another, as
// careers.SplitOrganisation does, careers what they are now, and returns it.
func SplitOrganisation(tx *store.Tx, keeper *careers.Keeper, id data.ID, written []string, today data.Day) (made data.ID, err error) {
	err = reread(tx, keeper, today, func() (err error) {
		made, err = careers.SplitOrganisation(tx, id, written)
		return err
	}, id)
	return made, err
}

// AddAlias makes a name stand for an organisation, as careers.AddAlias does, and careers what they are
// now.
func AddAlias(tx *store.Tx, keeper *careers.Keeper, id data.ID, written string, today data.Day) error {
	return reread(tx, keeper, today, func() error { return careers.AddAlias(tx, keeper.Rules, id, written) }, id)
}

// reread makes a change to organisations, and then of everybody seen at one of them, before or after it,
// the career that their snapshots show now, with what follows from it for everyone.
func reread(tx *store.Tx, keeper *careers.Keeper, today data.Day, change func() error, concerned ...data.ID) error {
	before, err := tx.OrganisationNames()
	if err != nil {
		return err
	}
	if err := change(); err != nil {
		return err
	}
	w := &work{ctx: tx.Context(), tx: tx, keeper: keeper, rules: keeper.Rules, plan: &Plan{}}
	if err := w.load(); err != nil {
		return err
	}
	w.reader.Mine = w.myOrganisations()
	if err := w.rewrite(w.seenAt(before, concerned)); err != nil {
		return err
	}
	if err := tx.DropEmptyOrganisations(); err != nil {
		return err
	}
	return keeper.Refresh(tx, today)
}

// seenAt returns everyone of whom a source named an employer that was one of the organisations concerned
// or is one now.
func (w *work) seenAt(before []store.OrganisationName, concerned []data.ID) map[data.ID]bool {
	written := map[string]bool{}
	for _, id := range concerned {
		for _, n := range before {
			if n.Organisation == id {
				written[n.Written] = true
			}
		}
		for text, now := range w.reader.Organisations {
			if now == id {
				written[text] = true
			}
		}
	}
	seen := map[data.ID]bool{}
	for i := range w.sightings {
		if s := &w.sightings[i]; written[s.Organisation] {
			seen[s.Person] = true
		}
	}
	return seen
}

// rewrite makes the careers of the people named what their snapshots show.
func (w *work) rewrite(people map[data.ID]bool) error {
	groups := make(map[data.ID]*group, len(people))
	var order []*group
	for i := range w.sightings {
		id := w.sightings[i].Person
		if !people[id] {
			continue
		}
		g := groups[id]
		if g == nil {
			g = &group{person: id}
			groups[id], order = g, append(order, g)
		}
		g.sightings = append(g.sightings, i)
	}
	var fresh []data.Role
	for _, g := range order {
		roles, err := w.writeRoles(w.rolesOf(g), w.careerOf(g))
		if err != nil {
			return err
		}
		fresh = append(fresh, roles...)
	}
	return w.tx.AddRoles(fresh)
}
