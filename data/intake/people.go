package intake

import (
	"cmp"
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// planPeople says of every group what is to be written, and counts the entries.
func (w *work) planPeople() error {
	w.reader.Mine = w.myOrganisations()
	for i := range w.groups {
		if i%512 == 0 && w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		g := &w.groups[i]
		if len(g.sightings) == 0 || !g.touched() {
			continue
		}
		g.wanted = w.wantOf(g)
		g.roles = w.careerOf(g)
		w.plan.Merged += len(g.absorbed)
		if g.wanted.parted {
			w.plan.Parted++
		}
		w.count(g)
	}
	return nil
}

// count adds a group's entries to the plan.
func (w *work) count(g *group) {
	fresh := g.person == 0
	before := w.rolesOf(g)
	changed := !fresh && (g.wanted.changed || len(g.absorbed) > 0 || careerChanges(before, g.roles) || w.newAddress(g))
	switch {
	case g.drafts == 0:
		return
	case fresh && !g.wanted.parted:
		// The first entry adds the person; those of further files tell more of them, or the same.
		w.plan.New++
		if len(g.roles) > 1 || len(g.wanted.OtherNames) > 0 {
			w.plan.Changed += g.drafts - 1
		} else {
			w.plan.Same += g.drafts - 1
		}
	case fresh || changed:
		w.plan.Changed += g.drafts
	default:
		w.plan.Same += g.drafts
		w.plan.Unchanged++
		return
	}
	item := Item{Name: g.wanted.Name, New: fresh, Before: current(before), After: current(g.roles)}
	if was := w.people[g.person].Name; !fresh && was != item.Name {
		item.Was = was
	}
	w.plan.People = append(w.plan.People, item)
}

// current returns title and employer of the role that is held now, of several the one begun last.
func current(roles []data.Role) string {
	for _, r := range slices.Backward(roles) {
		switch {
		case !r.Current:
		case r.Title == "":
			return r.Employer
		case r.Employer == "":
			return r.Title
		default:
			return r.Title + ", " + r.Employer
		}
	}
	return ""
}

// wantOf says what a person's names and day of connection are to be: as the newest entry has them,
// with earlier names kept beside, and what the user wrote left as it is.
func (w *work) wantOf(g *group) want {
	had, known := w.people[g.person]
	newest := &w.sightings[g.sightings[len(g.sightings)-1]]
	given, family := names.Clean(newest.Given), names.Clean(newest.Family)
	p := want{Imported: store.Imported{ID: g.person, Given: given, Family: family, Name: joined(given, family), Connected: had.Connected}}
	for _, id := range g.known() {
		if by := w.people[id]; by.NameStated {
			p.Name, p.Given, p.Family, p.NameStated = by.Name, by.Given, by.Family, true
			break
		}
	}
	if day := w.connected(g); day != 0 || w.saidConnected(g, had.Connected) {
		p.Connected = day
	}
	p.OtherNames = w.otherNames(g, p.Name)
	if !known {
		p.parted = g.drafts < len(g.sightings)
		return p
	}
	p.changed = p.Name != had.Name || p.Connected != had.Connected || !slices.Equal(p.OtherNames, had.OtherNames)
	p.write = p.changed || p.Given != had.Given || p.Family != had.Family
	return p
}

// connected returns the newest day of connecting that is said of a person, 0 for none.
func (w *work) connected(g *group) data.Day {
	for _, i := range slices.Backward(g.sightings) {
		if day := w.sightings[i].Connected; day != 0 {
			return day
		}
	}
	return 0
}

// saidConnected reports whether a source gave a day of connecting to one of those the group stands for.
func (w *work) saidConnected(g *group, day data.Day) bool {
	return day != 0 && slices.ContainsFunc(g.known(), func(id data.ID) bool {
		return slices.ContainsFunc(w.takenFor(id), func(i int) bool { return w.sightings[i].Connected == day })
	})
}

// nameKey is the form in which names are compared: a degree or another spelling makes no other name.
func nameKey(name string) string { return names.Person(name, "") }

// otherNames lists the names beside name that a person is known by: those that sources gave, the
// newest first, then those that the user added.
func (w *work) otherNames(g *group, name string) []string {
	if len(g.sightings) == 1 && g.person == 0 {
		return nil
	}
	had := map[string]bool{nameKey(name): true}
	var list []string
	add := func(name string) {
		if key := nameKey(name); key != "" && !had[key] {
			had[key] = true
			list = append(list, name)
		}
	}
	given, family := "", ""
	for _, i := range slices.Backward(g.sightings) {
		if s := &w.sightings[i]; s.Given != given || s.Family != family {
			given, family = s.Given, s.Family
			add(fullName(given, family))
		}
	}
	for _, id := range g.known() {
		p := w.people[id]
		for _, name := range append([]string{p.Name}, p.OtherNames...) {
			if key := nameKey(name); !had[key] && !w.said(id)[key] {
				add(name)
			}
		}
	}
	return list
}

// said returns the names that sources gave somebody so far. Those of them that turn out to be another
// person's go with them; all other names a person has are the user's.
func (w *work) said(id data.ID) map[string]bool {
	keys := map[string]bool{}
	for _, i := range w.takenFor(id) {
		keys[nameKey(fullName(w.sightings[i].Given, w.sightings[i].Family))] = true
	}
	return keys
}

// takenFor lists the sightings that were taken for somebody so far.
func (w *work) takenFor(id data.ID) []int {
	if w.saidOf == nil {
		w.saidOf = make(map[data.ID][]int, len(w.people))
		for i := range w.sightings {
			if s := &w.sightings[i]; !s.draft() {
				w.saidOf[s.Person] = append(w.saidOf[s.Person], i)
			}
		}
	}
	return w.saidOf[id]
}

// known lists the people of the store that the group stands for, the one who stays first.
func (g *group) known() []data.ID {
	if g.person == 0 {
		return nil
	}
	return append([]data.ID{g.person}, g.absorbed...)
}

// newAddress reports whether the group was seen with a profile or address its person does not have.
func (w *work) newAddress(g *group) bool {
	had := w.contacts[g.person]
	return slices.ContainsFunc(g.profiles, func(s seen) bool { return !holds(had, data.LinkedIn, s.value) }) ||
		slices.ContainsFunc(g.emails, func(s seen) bool { return !holds(had, data.Email, s.value) })
}

func holds(list []store.SeenContact, kind data.ContactKind, value string) bool {
	return slices.ContainsFunc(list, func(c store.SeenContact) bool { return isContact(c, kind, value) })
}

// isContact compares as the sources' readers write addresses: in lower case.
func isContact(c store.SeenContact, kind data.ContactKind, value string) bool {
	return c.Kind == kind && (c.Value == value || strings.ToLower(c.Value) == value)
}

// careerOf returns the career that a group's snapshots show, without what the user says themselves.
func (w *work) careerOf(g *group) []data.Role {
	snapshots := make([]data.Snapshot, len(g.sightings))
	for i, n := range g.sightings {
		snapshots[i] = w.sightings[n].Snapshot
	}
	roles := w.reader.FromSnapshots(g.person, snapshots)
	for _, id := range g.known() {
		if len(w.stated[id])+len(w.overruled[id]) > 0 {
			roles = slices.DeleteFunc(roles, func(r data.Role) bool { return w.covered(&r, id) })
		}
	}
	return roles
}

// covered reports whether the user's word stands in the place of a role: one that was this role before
// they edited or removed it, or one that they stated of the same work, and at the same time as far as is
// known.
func (w *work) covered(r *data.Role, person data.ID) bool {
	if w.reader.Overruled(r, w.overruled[person]) {
		return true
	}
	first, last := max(r.From.Earliest(), r.FirstSeen), max(r.To.Latest(), r.LastSeen)
	return slices.ContainsFunc(w.stated[person], func(s data.Role) bool {
		from, to := s.From.Earliest(), s.To.Latest()
		return w.reader.SameWork(r, &s) && (to == 0 || first <= to) && (last == 0 || from <= last)
	})
}

// careerChanges reports whether the snapshots show another career than is kept: other roles, or other
// words for them. That a role was seen once more is no change.
func careerChanges(before, now []data.Role) bool {
	return !slices.EqualFunc(before, now, func(b, r data.Role) bool {
		return b.Employer == r.Employer && b.Title == r.Title && b.Current == r.Current
	})
}

// rolesOf returns the roles that the store holds of a group from snapshots, oldest first.
func (w *work) rolesOf(g *group) []data.Role {
	var all []data.Role
	for _, id := range g.known() {
		all = append(all, w.roles[id]...)
	}
	slices.SortStableFunc(all, func(a, b data.Role) int {
		return cmp.Or(cmp.Compare(a.FirstSeen, b.FirstSeen), cmp.Compare(a.LastSeen, b.LastSeen), cmp.Compare(a.Employer, b.Employer),
			cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// myOrganisations returns the organisations of the user's own career as the import leaves it.
func (w *work) myOrganisations() map[data.ID]bool {
	mine := map[data.ID]bool{}
	own := w.career.roles
	if !w.career.active {
		own = w.roles[data.Me]
	}
	for _, list := range [][]data.Role{own, w.stated[data.Me]} {
		for i := range list {
			if id := w.reader.Organisations[list[i].Employer]; id != 0 {
				mine[id] = true
			}
		}
	}
	return mine
}
