package intake

import (
	"slices"

	"peerage/data"
	"peerage/data/sample"
)

// who returns the person at an index of the sample network, which may be sample.Myself.
func (w *sampler) who(index int) data.Someone {
	if index == sample.Myself {
		return data.Someone{Person: data.Me}
	}
	return data.Someone{Person: w.people[index]}
}

func (w *sampler) opportunities(n *sample.Network) error {
	for _, s := range n.Opportunities {
		o := s.Opportunity
		o.Organisation, o.For, o.Chain = w.employers[o.Employer], w.who(s.Beneficiary), slices.Clone(o.Chain)
		for i := range o.Chain {
			o.Chain[i].Someone = w.who(s.Through[i])
		}
		if err := w.tx.SaveOpportunity(&o); err != nil {
			return err
		}
	}
	return nil
}

func (w *sampler) introductions(n *sample.Network) error {
	for _, s := range n.Introductions {
		i := s.Introduction
		i.By, i.Known = w.who(s.Maker), [2]data.Someone{w.who(s.Pair[0]), w.who(s.Pair[1])}
		if err := w.tx.SaveIntroduction(&i); err != nil {
			return err
		}
	}
	return nil
}

func (w *sampler) projects(n *sample.Network) error {
	for _, s := range n.Projects {
		p := s.Project
		for _, m := range s.Members {
			p.People = append(p.People, w.who(m))
		}
		if err := w.tx.SaveProject(&p); err != nil {
			return err
		}
	}
	return nil
}

func (w *sampler) promises(n *sample.Network) error {
	for _, s := range n.Promises {
		p := s.Promise
		p.Person = w.people[s.Member]
		if err := w.tx.SavePromise(&p); err != nil {
			return err
		}
	}
	return nil
}

func (w *sampler) exchanges(n *sample.Network) error {
	for _, s := range n.Exchanges {
		e := s.Exchange
		e.Person = w.people[s.Member]
		if err := w.tx.SaveExchange(&e); err != nil {
			return err
		}
	}
	return nil
}

func (w *sampler) milestones(n *sample.Network) error {
	for _, s := range n.Milestones {
		m := s.Milestone
		m.Person = w.people[s.Member]
		if err := w.tx.SaveMilestone(&m); err != nil {
			return err
		}
	}
	return nil
}
