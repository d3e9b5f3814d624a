package intake

import (
	"slices"

	"peerage/data"
	"peerage/data/names"
)

// careerPlan is what an import makes of the user's own jobs.
type careerPlan struct {
	active bool // a file of the import is as new as what is known
	drafts []data.RoleDraft
	roles  []data.Role // the career as that file has it
}

// pickCareer finds, of the files that list the user's own jobs, the newest. An older file, or one older
// than what was brought before, changes nothing but how employers are known to be written.
func (w *work) pickCareer() error {
	known, err := w.tx.LatestReading(data.FromOwnCareer)
	if err != nil {
		return err
	}
	newest := -1
	for i := range w.readings {
		r := &w.readings[i]
		if r.source != data.FromOwnCareer || r.day < known {
			continue
		}
		if newest < 0 || r.day > w.readings[newest].day || r.day == w.readings[newest].day && r.digest > w.readings[newest].digest {
			newest = i
		}
	}
	for i := range w.readings {
		r := &w.readings[i]
		switch {
		case r.source != data.FromOwnCareer:
		case i == newest:
			w.career = careerPlan{drafts: r.roles, active: true}
		default:
			r.outdated = true
			w.plan.Same += len(r.roles)
		}
	}
	return nil
}

// planCareer says what the user's own career is to be, and counts the entries.
func (w *work) planCareer() {
	before := w.ownRoles()
	for _, d := range w.career.drafts {
		role := data.Role{Person: data.Me, Employer: names.Clean(d.Organisation), Title: names.Clean(d.Title), From: d.From, To: d.To,
			Source: data.FromOwnCareer, Current: d.To.IsZero()}
		if w.covered(&role, data.Me) {
			w.plan.Same++
			continue
		}
		w.career.roles = append(w.career.roles, role)
		at := slices.IndexFunc(before, func(b data.Role) bool {
			return w.reader.SameWork(&b, &role) && (b.From == role.From || b.To == role.To)
		})
		switch {
		case at < 0:
			w.plan.New++
			continue
		case before[at].From != role.From || before[at].To != role.To || before[at].Title != role.Title || before[at].Employer != role.Employer:
			w.plan.Changed++
		default:
			w.plan.Same++
		}
		before = slices.Delete(before, at, at+1)
	}
}

// ownRoles returns the user's own jobs as files gave them.
func (w *work) ownRoles() []data.Role {
	return slices.DeleteFunc(slices.Clone(w.roles[data.Me]), func(r data.Role) bool { return r.Source != data.FromOwnCareer })
}

func (w *work) writeCareer() error {
	if !w.career.active {
		return nil
	}
	now := slices.Clone(w.career.roles)
	for i := range now {
		now[i].Organisation = w.reader.Organisations[now[i].Employer]
	}
	fresh, err := w.writeRoles(w.ownRoles(), now)
	if err != nil {
		return err
	}
	return w.tx.AddRoles(fresh)
}
