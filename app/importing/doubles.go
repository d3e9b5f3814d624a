package importing

import (
	"context"
	"slices"

	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/store"
)

// double is two people of whom an import found that they may be one.
type double struct{ a, b known }

// known is a person with what a list says of them. The id is 0 where nobody can tell which of several
// of that name is meant.
type known struct {
	id           data.ID
	name, second string
}

// told reports whether both are known, so that they can be joined.
func (d double) told() bool { return d.a.id != 0 && d.b.id != 0 }

// doublesOf finds the people of an import's doubles after it was written. Those who are in the file no
// more, because they were joined since, are left out.
func doublesOf(ctx context.Context, s *store.Store, found []intake.Double) ([]double, error) {
	if len(found) == 0 {
		return nil, nil
	}
	pairs, err := identify(ctx, s, found)
	if err != nil {
		return nil, err
	}
	return described(ctx, s, pairs)
}

// identify gives the people whom the import has added the ids they got, by their names.
func identify(ctx context.Context, s *store.Store, found []intake.Double) ([]double, error) {
	byName := map[string][]data.ID{}
	err := s.Read(ctx, func(tx *store.Tx) error {
		people, err := tx.ImportedPeople()
		for id, p := range people {
			byName[p.Name] = append(byName[p.Name], id)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var pairs []double
	for _, f := range found {
		d := double{known{id: f.A, name: f.NameA}, known{id: f.B, name: f.NameB}}
		namesakes := byName[f.NameA]
		if d.a.id == 0 && d.b.id == 0 && f.NameA == f.NameB && len(namesakes) == 2 {
			d.a.id, d.b.id = min(namesakes[0], namesakes[1]), max(namesakes[0], namesakes[1])
		}
		d.a.id = theOther(d.a, d.b, namesakes)
		d.b.id = theOther(d.b, d.a, byName[f.NameB])
		if !slices.Contains(pairs, d) {
			pairs = append(pairs, d)
		}
	}
	return pairs, nil
}

// theOther returns the id of one of a pair: the only one of their name besides the other, else 0.
func theOther(one, other known, namesakes []data.ID) data.ID {
	if one.id != 0 {
		return one.id
	}
	left := slices.DeleteFunc(slices.Clone(namesakes), func(id data.ID) bool { return id == other.id })
	if len(left) != 1 || other.id == 0 && one.name == other.name {
		return 0
	}
	return left[0]
}

// described adds what a list says of each, and leaves out pairs of which one is gone.
func described(ctx context.Context, s *store.Store, pairs []double) ([]double, error) {
	ids := []data.ID{}
	for _, d := range pairs {
		ids = append(ids, d.a.id, d.b.id)
	}
	rows, err := s.People(ctx, store.Filter{People: ids})
	if err != nil {
		return nil, err
	}
	there := map[data.ID]*store.Row{}
	for _, r := range rows {
		there[r.ID] = r
	}
	var out []double
	for _, d := range pairs {
		gone := false
		for _, k := range []*known{&d.a, &d.b} {
			if r := there[k.id]; r != nil {
				k.name, k.second = r.Name, parts.Work(r.Title, r.Organisation)
			} else {
				gone = gone || k.id != 0
			}
		}
		if !gone {
			out = append(out, d)
		}
	}
	return out, nil
}

// join makes one of two people: the one of whom the user has noted more stays, of two alike the one
// who was there first.
func (v *view) join(d double) {
	w, today := v.frame.Words(), v.frame.Today()
	keep, drop := d.a, d.b
	v.frame.Tasks().Go(func(ctx context.Context) error {
		a, err := noted(ctx, v.store, d.a.id)
		if err != nil {
			return err
		}
		b, err := noted(ctx, v.store, d.b.id)
		if err != nil {
			return err
		}
		if b > a || a == b && d.b.id < d.a.id {
			keep, drop = d.b, d.a
		}
		name := w.T("operation.merge", words.Args{"Name": keep.name})
		return v.importer().Join(ctx, name, keep.id, drop.id, today)
	}, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		v.frame.Toast(v.said(keep.name), true)
	})
}

// noted counts what the user has noted of a person.
func noted(ctx context.Context, s *store.Store, id data.ID) (int, error) {
	contact, err := s.Interactions(ctx, id, 0)
	if err != nil {
		return 0, err
	}
	details, err := s.Details(ctx, id)
	if err != nil {
		return 0, err
	}
	circles, err := s.CirclesOf(ctx, id)
	if err != nil {
		return 0, err
	}
	ties, err := s.TieKinds(ctx, []data.ID{id})
	if err != nil {
		return 0, err
	}
	n := len(contact) + len(details) + len(circles)
	for _, t := range ties[id] {
		if !t.Derived {
			n++
		}
	}
	p, err := s.Person(ctx, id)
	if p.Notes != "" {
		n++
	}
	return n, err
}

// recheck looks at a result again after something has changed: an import that was undone is a plan
// again, and pairs of which one is gone are asked about no more.
func (v *view) recheck() {
	r, say, today := v.result, v.sayer(), v.frame.Today()
	var doubles []double
	var first bool
	v.plans.Load(func(ctx context.Context) (*planned, error) {
		in := v.importer()
		plan, err := in.Plan(ctx, r.planned.files)
		if err != nil {
			return nil, err
		}
		if doubles, err = described(ctx, v.store, r.all); err != nil {
			return nil, err
		}
		first, err = nobodyHasRhythm(ctx, v.store, today)
		return say.planned(in, r.planned.files, plan), err
	}, func(p *planned) {
		switch {
		case v.result != r:
		case !p.nothing:
			v.showPlan(p)
		case first != r.first || !slices.Equal(doubles, r.doubles):
			r.first, r.doubles = first, doubles
			v.fillResult(r)
		}
	})
}

// nobodyHasRhythm reports whether there are people and none of them has a rhythm yet.
func nobodyHasRhythm(ctx context.Context, s *store.Store, today data.Day) (bool, error) {
	rhythms, err := s.Rhythms(ctx, today)
	if err != nil || len(rhythms) > 0 {
		return false, err
	}
	n, err := s.CountPeople(ctx)
	return n > 0, err
}
