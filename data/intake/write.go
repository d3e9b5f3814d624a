package intake

import (
	"slices"
	"strings"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/names"
	"peerage/data/store"
)

// batch is how many people are written before the progress is told.
const batch = 500

// write carries the plan out.
func (w *work) write() error {
	var err error
	if w.reader.Organisations, err = careers.Employers(w.tx, w.rules, w.newEmployers()); err != nil {
		return err
	}
	if err := w.loadRoles(); err != nil { // organisations may have been parted, and roles followed
		return err
	}
	w.reader.Mine = w.myOrganisations()
	w.sort()
	for _, step := range []func() error{w.addPeople, w.mergePeople, w.addSnapshots, w.writeCareer, w.writePeople} {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// sort puts those who are new behind those who are there, and in the order of lists: what is added about
// them then goes to the end of the table and of nearly every index, where it costs half of what it costs
// anywhere in between, and the list of everyone is later read from one end of the file to the other.
func (w *work) sort() {
	type keyed struct {
		key string
		*group
	}
	fresh := make([]keyed, 0, len(w.groups))
	w.order = make([]*group, 0, len(w.groups))
	for i := range w.groups {
		if g := &w.groups[i]; g.person == 0 {
			fresh = append(fresh, keyed{names.SortKey(g.wanted.Name), g})
		} else {
			w.order = append(w.order, g)
		}
	}
	slices.SortStableFunc(fresh, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	for _, f := range fresh {
		w.order = append(w.order, f.group)
	}
}

// tell reports that n more of the steps are done.
func (w *work) tell(n int) {
	w.done += n
	if w.progress != nil && n > 0 {
		w.progress(w.done, len(w.sightings)+2*len(w.groups))
	}
}

// mergePeople makes one of people who turned out to be one. A name that the user wrote wins.
func (w *work) mergePeople() error {
	for _, g := range w.order {
		if len(g.sightings) == 0 {
			continue // known by what the user typed alone: the files say nothing of them
		}
		for _, id := range g.absorbed {
			if err := w.tx.MergePeople(g.person, id); err != nil {
				return err
			}
		}
		if len(g.absorbed) == 0 || !g.wanted.NameStated || w.people[g.person].NameStated {
			continue
		}
		p, err := w.tx.Person(g.person)
		if err != nil {
			return err
		}
		p.Name, p.Given, p.Family = g.wanted.Name, g.wanted.Given, g.wanted.Family
		if err := w.tx.SavePerson(&p); err != nil {
			return err
		}
	}
	return nil
}

// addPeople adds everyone who is new. It comes before anybody is merged, so that nobody new gets the
// number of somebody who was there.
func (w *work) addPeople() error {
	fresh, of := make([]store.Imported, 0, len(w.groups)), make([]*group, 0, len(w.groups))
	for _, g := range w.order {
		if g.person == 0 {
			fresh, of = append(fresh, g.wanted.Imported), append(of, g)
		}
	}
	w.tell(len(w.groups) - len(fresh))
	for some := range slices.Chunk(fresh, batch) {
		if err := w.tx.AddImported(some); err != nil {
			return err
		}
		w.tell(len(some))
	}
	for i, g := range of {
		g.person = fresh[i].ID
		g.wanted.ID = g.person
	}
	return nil
}

// addSnapshots keeps what the files say for ever, and who it is said of.
func (w *work) addSnapshots() error {
	byReading := make([][]data.Snapshot, len(w.readings))
	for i := range w.readings {
		byReading[i] = make([]data.Snapshot, 0, len(w.readings[i].people))
	}
	for _, g := range w.order {
		var moved []data.ID
		for _, n := range g.sightings {
			s := &w.sightings[n]
			switch {
			case s.draft():
				s.Person = g.person
				byReading[-s.reading-1] = append(byReading[-s.reading-1], s.Snapshot)
			case s.Person != g.person && !slices.Contains(g.absorbed, s.Person):
				moved = append(moved, s.ID)
			}
		}
		if err := w.tx.MoveSnapshots(g.person, moved); err != nil {
			return err
		}
	}
	w.tell(len(w.sightings) - w.entries())
	for i := range w.readings {
		r := &w.readings[i]
		if r.outdated {
			continue
		}
		id, err := w.tx.AddReading(r.source, r.day, r.digest)
		if err != nil {
			return err
		}
		for some := range slices.Chunk(byReading[i], batch) {
			if err := w.tx.AddSnapshots(id, some); err != nil {
				return err
			}
			w.tell(len(some))
		}
	}
	return nil
}

// writePeople writes names, addresses and careers as they are to be. Careers are looked at for
// everyone: which organisation a role is at may follow from what the files say of others.
func (w *work) writePeople() error {
	loose, err := w.letGo()
	if err != nil {
		return err
	}
	for some := range slices.Chunk(w.order, batch) {
		contacts, roles := make([]store.SeenContact, 0, batch), make([]data.Role, 0, batch)
		for _, g := range some {
			if len(g.sightings) == 0 {
				continue
			}
			if g.wanted.write || len(g.absorbed) > 0 {
				if err := w.tx.UpdateImported(g.wanted.Imported); err != nil {
					return err
				}
			}
			if g.touched() {
				fresh, err := w.writeContacts(g, loose)
				if err != nil {
					return err
				}
				contacts = append(contacts, fresh...)
			}
			fresh, err := w.writeRoles(w.rolesOf(g), w.careerOf(g))
			if err != nil {
				return err
			}
			roles = append(roles, fresh...)
		}
		if err := w.tx.AddSeenContacts(contacts); err != nil {
			return err
		}
		if err := w.tx.AddRoles(roles); err != nil {
			return err
		}
		w.tell(len(some))
	}
	return w.dropLoose(loose)
}

// writeRoles makes the roles kept what they are to be: those that stay are written where they differ,
// those that are no more go, and those to be added are returned.
func (w *work) writeRoles(before, now []data.Role) ([]data.Role, error) {
	for i := range now {
		w.reader.Stand(&now[i])
	}
	if len(before) == 0 {
		return now, nil
	}
	stays := w.stays(before, now)
	var fresh []data.Role
	used := make([]bool, len(before))
	for i, r := range now {
		if stays[i] < 0 {
			fresh = append(fresh, r)
			continue
		}
		used[stays[i]] = true
		b := before[stays[i]]
		r.ID = b.ID
		if r != b {
			if err := w.tx.SaveRole(&r); err != nil {
				return nil, err
			}
		}
	}
	for i, b := range before {
		if !used[i] {
			if err := w.tx.DeleteRole(b.ID); err != nil {
				return nil, err
			}
		}
	}
	return fresh, nil
}

// stays finds for each role the kept one that it is: one that is told in the same words and dates
// before one that is the same work; -1 for none.
func (w *work) stays(before, now []data.Role) []int {
	used := make([]bool, len(before))
	at := make([]int, len(now))
	for i := range at {
		at[i] = -1
	}
	for _, same := range []func(b, r *data.Role) bool{
		func(b, r *data.Role) bool {
			return b.Title == r.Title && b.Employer == r.Employer && b.From == r.From && b.FirstSeen == r.FirstSeen
		},
		w.reader.SameWork,
	} {
		for i := range now {
			for k := 0; k < len(before) && at[i] < 0; k++ {
				if !used[k] && same(&before[k], &now[i]) {
					at[i], used[k] = k, true
				}
			}
		}
	}
	return at
}
