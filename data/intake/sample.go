package intake

import (
	"context"
	"slices"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/sample"
	"peerage/data/store"
)

// Sample writes the sample network into an empty store, as one operation under name.
func Sample(ctx context.Context, s *store.Store, keeper *careers.Keeper, n *sample.Network, name string, today data.Day) error {
	return s.Write(ctx, name, func(tx *store.Tx) error {
		w := sampler{tx: tx, today: today, people: make([]data.ID, len(n.People))}
		var employers []string
		for _, o := range n.Organisations {
			employers = append(employers, o.Name)
		}
		var err error
		if w.employers, err = careers.Employers(tx, keeper.Rules, employers); err != nil {
			return err
		}
		for _, o := range n.Organisations {
			for _, alias := range o.Aliases {
				if err := tx.NameOrganisation(w.employers[o.Name], alias, true); err != nil {
					return err
				}
			}
		}
		for _, c := range n.Circles {
			if err := tx.SaveCircle(&c); err != nil {
				return err
			}
		}
		if err := w.me(n); err != nil {
			return err
		}
		for i := range n.People {
			if err := w.member(i, n.People[i]); err != nil {
				return err
			}
		}
		for _, write := range []func(*sample.Network) error{
			w.interactions, w.projects, w.opportunities, w.introductions, w.promises, w.exchanges, w.milestones,
		} {
			if err := write(n); err != nil {
				return err
			}
		}
		return keeper.Refresh(tx, today)
	})
}

// sampler writes the sample network; people are the ids its members got.
type sampler struct {
	tx        *store.Tx
	today     data.Day
	employers map[string]data.ID
	people    []data.ID
}

func (w *sampler) me(n *sample.Network) error {
	me := n.Me
	me.ID = data.Me
	if err := w.tx.SavePerson(&me); err != nil {
		return err
	}
	return w.roles(data.Me, n.MyRoles)
}

func (w *sampler) roles(person data.ID, roles []data.Role) error {
	roles = slices.Clone(roles)
	for i := range roles {
		roles[i].Person, roles[i].Organisation = person, w.employers[roles[i].Employer]
	}
	return w.tx.AddRoles(roles)
}

func (w *sampler) member(i int, m sample.Member) error {
	if err := w.tx.SavePerson(&m.Person); err != nil {
		return err
	}
	id := m.Person.ID
	w.people[i] = id
	if err := w.roles(id, m.Roles); err != nil {
		return err
	}
	for _, t := range m.Ties {
		t.Person = id
		if err := w.tx.SaveTie(&t); err != nil {
			return err
		}
	}
	for _, name := range m.Circles {
		if err := w.tx.JoinCircle(id, name, m.CadenceSet); err != nil {
			return err
		}
	}
	for _, d := range m.Details {
		d.Person = id
		if err := w.tx.SaveDetail(&d); err != nil {
			return err
		}
	}
	if !m.Boundary.IsZero() {
		m.Boundary.Person = id
		if err := w.tx.SaveBoundary(m.Boundary); err != nil {
			return err
		}
	}
	if m.Rhythm == (data.Rhythm{}) && m.Snoozed == 0 && m.Appointment == (data.Appointment{}) {
		return nil
	}
	return w.tx.SaveCadence(data.Cadence{Person: id, Rhythm: m.Rhythm, Set: m.CadenceSet, Snoozed: m.Snoozed, Appointment: m.Appointment})
}

func (w *sampler) interactions(n *sample.Network) error {
	for _, s := range n.Interactions {
		i := s.Interaction
		i.People = nil
		for _, m := range s.Members {
			i.People = append(i.People, w.people[m])
		}
		if err := w.tx.SaveInteraction(&i); err != nil {
			return err
		}
	}
	return nil
}
