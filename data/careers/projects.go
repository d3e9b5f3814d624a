package careers

import (
	"cmp"
	"errors"
	"slices"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// SaveProject writes what was worked on together, and the ties that follow from it for everyone who took
// part, or did before; one without an ID is added. The caller has called Validate.
func (k *Keeper) SaveProject(tx *store.Tx, p *data.Project, today data.Day) error {
	before, err := taking(tx, p.ID)
	if err != nil {
		return err
	}
	p.Name = names.Clean(p.Name)
	if err := tx.SaveProject(p); err != nil {
		return err
	}
	return k.refreshAll(tx, today, append(before, members(p)...))
}

// DeleteProject removes what was worked on together, with the ties that it shows.
func (k *Keeper) DeleteProject(tx *store.Tx, id data.ID, today data.Day) error {
	before, err := taking(tx, id)
	if err != nil {
		return err
	}
	if err := tx.DeleteProject(id); err != nil {
		return err
	}
	return k.refreshAll(tx, today, before)
}

// taking returns who took part in a project that is kept, none in one that is new or gone.
func taking(tx *store.Tx, id data.ID) ([]data.ID, error) {
	p, err := tx.Project(id)
	if errors.Is(err, data.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return members(&p), nil
}

func members(p *data.Project) []data.ID {
	var ids []data.ID
	for _, s := range p.People {
		if s.Person != 0 {
			ids = append(ids, s.Person)
		}
	}
	return ids
}

// refreshAll is Refresh for people of whom some may be named twice, and none when there are none.
func (k *Keeper) refreshAll(tx *store.Tx, today data.Day, people []data.ID) error {
	slices.Sort(people)
	if people = slices.Compact(people); len(people) == 0 {
		return nil
	}
	return k.Refresh(tx, today, people...)
}

// collaborators returns the ties that projects show with one person, each with the whole span of its project,
// whatever day it is: those without an end first, then the newest.
func collaborators(person data.ID, projects []data.Project) []data.Tie {
	found := make([]data.Tie, len(projects))
	for i := range projects {
		found[i] = collaborator(person, &projects[i])
	}
	slices.SortFunc(found, func(a, b data.Tie) int {
		if a.Current != b.Current {
			return compareCurrent(a, b)
		}
		return cmp.Or(-cmp.Compare(a.Since.Latest(), b.Since.Latest()), -cmp.Compare(a.Until.Latest(), b.Until.Latest()),
			cmp.Compare(a.Note, b.Note), cmp.Compare(a.Project, b.Project))
	})
	return found
}

func compareCurrent(a, b data.Tie) int {
	if a.Current {
		return -1
	}
	return 1
}

// collaborator returns the tie that a project shows with somebody who took part. It lasts as long as the
// project does; an event without an end was over on the day it began.
func collaborator(person data.ID, p *data.Project) data.Tie {
	t := data.Tie{Person: person, Kind: data.Collaborator, Derived: true, Since: p.From, Until: p.To, Months: -1,
		Sure: data.Certain, Project: p.ID, Note: p.Name}
	if p.Kind == data.EventTogether && p.To.IsZero() {
		t.Until = p.From
	}
	t.Current = t.Until.IsZero() && !t.Since.IsZero()
	return t
}

// onDay returns the ties of collaborators as they are on a day, as the store reads them: without those of
// projects that have not begun, and those that go on first.
func onDay(ties []data.Tie, today data.Day) []data.Tie {
	var goOn, over []data.Tie
	for _, t := range ties {
		switch {
		case t.Since.Earliest() > today:
		case t.Current || !t.Until.IsZero() && t.Until.Latest() >= today:
			t.Current, t.Until = true, data.PartialDay{}
			goOn = append(goOn, t)
		default:
			over = append(over, t)
		}
	}
	return append(goOn, over...)
}

// among puts the ties that projects show among those that careers show: after peers and coworkers, who saw
// more of each other, and before those who only share a place or a profession.
func among(careers, projects []data.Tie) []data.Tie {
	at := len(careers)
	for i := range careers {
		if k := careers[i].Kind; k != data.Coworker && (k != data.Peer || careers[i].ByProfession()) {
			at = i
			break
		}
	}
	return slices.Insert(careers, at, projects...)
}
