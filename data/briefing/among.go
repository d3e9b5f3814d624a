package briefing

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// meet finds how those who will be there know each other. An introduction says more than a time side by side.
func (m *Meeting) meet(ctx context.Context, s *store.Store, today data.Day) error {
	if len(m.People) < 2 {
		return nil
	}
	ids := make([]data.ID, len(m.People))
	for i := range m.People {
		ids[i] = m.People[i].Person.ID
	}
	introductions, err := s.Introductions(ctx)
	if err != nil {
		return err
	}
	roles, err := s.RolesOf(ctx, ids, nil)
	if err != nil {
		return err
	}
	careerOf := map[data.ID][]data.Role{}
	for _, career := range data.ByPerson(roles) {
		careerOf[career[0].Person] = career
	}
	for i := range m.People {
		for j := i + 1; j < len(m.People); j++ {
			one, other := m.People[i].someone(), m.People[j].someone()
			k := Knowing{One: one, Other: other}
			if in := slices.IndexFunc(introductions, func(in data.Introduction) bool { return tells(&in, one.Person, other.Person) }); in >= 0 {
				k.Introduction = &introductions[in]
				m.Among = append(m.Among, k)
			} else if k.beside(careerOf[one.Person], careerOf[other.Person], today) {
				m.Among = append(m.Among, k)
			}
		}
	}
	return nil
}

// tells reports whether both people have a part in an introduction.
func tells(in *data.Introduction, one, other data.ID) bool {
	has := func(id data.ID) bool {
		return slices.ContainsFunc(parties(in), func(p data.Someone) bool { return p.Person == id })
	}
	return has(one) && has(other)
}

// beside finds where two worked side by side, the surest and longest, and reports whether they did.
func (k *Knowing) beside(one, other []data.Role, today data.Day) bool {
	for _, t := range careers.Between(one, other, today) {
		if t.Kind == data.Coworker && t.Sure != data.Possible && (k.Employer == "" || strength(t, today) > strength(k.Between, today)) {
			if i := slices.IndexFunc(one, func(r data.Role) bool { return r.ID == t.Mine }); i >= 0 {
				k.Employer, k.Between = one[i].Employer, t
			}
		}
	}
	return k.Employer != ""
}

func (b *Brief) someone() data.Someone {
	return data.Someone{Person: b.Person.ID, Name: b.Person.Name}
}

// share finds whom I and several of those who will be there know: who took part in contact or in a project
// with them, or was made known to them.
func (m *Meeting) share() {
	with := map[data.ID][]data.Someone{}
	for i := range m.People {
		b := &m.People[i]
		for _, id := range b.others() {
			if !slices.ContainsFunc(m.People, func(x Brief) bool { return x.Person.ID == id }) {
				with[id] = append(with[id], b.someone())
			}
		}
	}
	for id, those := range with {
		if len(those) >= min(2, len(m.People)) {
			m.Shared = append(m.Shared, Shared{data.Someone{Person: id}, those})
		}
	}
}

// others returns who else is known from contact, projects and introductions with the person, each once.
func (b *Brief) others() []data.ID {
	found := map[data.ID]bool{}
	for _, i := range b.contacts {
		for _, id := range i.People {
			found[id] = true
		}
	}
	for i := range b.madeBy {
		for _, p := range parties(&b.madeBy[i]) {
			found[p.Person] = true
		}
	}
	for _, p := range b.Projects {
		for _, member := range p.People {
			found[member.Person] = true
		}
	}
	var ids []data.ID
	for id := range found {
		if id > data.Me {
			ids = append(ids, id)
		}
	}
	return ids
}

// name names those who took part in contact and those we share, of whom the first are kept: whom most know.
func (m *Meeting) name(ctx context.Context, s *store.Store, today data.Day) error {
	var people []data.ID
	for i := range m.People {
		for _, contact := range m.People[i].Last {
			people = append(people, contact.People...)
		}
	}
	for i := range m.Shared {
		people = append(people, m.Shared[i].Person)
	}
	known, err := s.Known(ctx, people, today)
	if err != nil {
		return err
	}
	for i := range m.People {
		b := &m.People[i]
		b.With = map[data.ID]string{}
		for _, contact := range b.Last {
			for _, id := range contact.People {
				b.With[id] = known[id].Name
			}
		}
	}
	m.Shared = slices.DeleteFunc(m.Shared, func(x Shared) bool {
		_, there := known[x.Person]
		return !there // removed meanwhile
	})
	for i := range m.Shared {
		m.Shared[i].Name = known[m.Shared[i].Person].Name
	}
	slices.SortFunc(m.Shared, func(a, b Shared) int {
		return cmp.Or(cmp.Compare(len(b.With), len(a.With)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Person, b.Person))
	})
	m.Shared = m.Shared[:min(len(m.Shared), sharedNamed)]
	return nil
}

// Public returns the meeting for a page that leaves the program: it names nobody who is private but those who
// were asked for.
func (m *Meeting) Public() *Meeting {
	public := *m
	public.Among = slices.DeleteFunc(slices.Clone(m.Among), func(k Knowing) bool { return k.Introduction != nil && m.told(k.Introduction) })
	public.Shared = slices.DeleteFunc(slices.Clone(m.Shared), func(x Shared) bool { return m.private[x.Person] })
	public.People = slices.Clone(m.People)
	for i := range public.People {
		b := &public.People[i]
		b.With = maps.Clone(b.With)
		maps.DeleteFunc(b.With, func(id data.ID, _ string) bool { return m.private[id] })
		b.Introductions = slices.DeleteFunc(slices.Clone(b.Introductions), func(in data.Introduction) bool { return m.told(&in) })
		b.Exchanged = &data.Exchanged{Person: b.Exchanged.Person, Given: m.discreet(b.Exchanged.Given), Received: m.discreet(b.Exchanged.Received)}
	}
	return &public
}

// told reports whether an introduction tells of somebody private.
func (m *Meeting) told(in *data.Introduction) bool {
	return slices.ContainsFunc(parties(in), func(p data.Someone) bool { return m.private[p.Person] })
}

// discreet returns gifts without whom they made known where that is private, and what was noted of it.
func (m *Meeting) discreet(gifts []data.Gift) []data.Gift {
	gifts = slices.Clone(gifts)
	for i := range gifts {
		g := &gifts[i]
		if slices.ContainsFunc(g.Others, func(p data.Someone) bool { return m.private[p.Person] }) {
			g.Others, g.Text = nil, ""
		}
	}
	return gifts
}
