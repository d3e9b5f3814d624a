package store_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"peerage/data"
	"peerage/data/store"
)

func TestWhatAnotherProcessWritesMeanwhileTearsNoAnswer(t *testing.T) {
	window, command := pair(t)
	looking, looked := context.WithCancel(t.Context())
	var writing sync.WaitGroup
	writing.Go(func() {
		for looking.Err() == nil {
			if err := addAndRemove(command); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for range 300 {
		opportunities, err := window.Opportunities(ctx)
		for _, o := range opportunities {
			if len(o.Steps) != 1 || len(o.Chain) != 1 {
				t.Errorf("half of an opportunity: %+v", o)
			}
		}
		projects, failed := window.Projects(ctx)
		for _, p := range projects {
			if len(p.People) != 1 {
				t.Errorf("half of a project: %+v", p)
			}
		}
		introductions, lost := window.Introductions(ctx)
		for _, i := range introductions {
			if i.Known[0].Name != "Kim" || i.Known[1].Name != "Raj" {
				t.Errorf("half of an introduction: %+v", i)
			}
		}
		if err := errors.Join(err, failed, lost); err != nil {
			t.Fatal(err)
		}
	}
	looked()
	writing.Wait()
}

// addAndRemove writes one of everything that is kept in several tables, and removes it again.
func addAndRemove(s *store.Store) error {
	left := data.Someone{Name: "Kim"}
	o := data.Opportunity{Title: "Orbita", Kind: data.ProjectWork, For: left, Steps: []data.Step{{Stage: data.Heard, Day: 739900}},
		Chain: []data.Link{{Someone: left, Part: data.ToldOf}}}
	p := data.Project{Name: "Orbita", Kind: data.WorkTogether, People: []data.Someone{left}}
	i := data.Introduction{By: data.Someone{Person: data.Me}, Known: [2]data.Someone{left, {Name: "Raj"}}}
	err := s.Write(ctx, "add", func(tx *store.Tx) error {
		return errors.Join(tx.SaveOpportunity(&o), tx.SaveProject(&p), tx.SaveIntroduction(&i))
	})
	return errors.Join(err, s.Write(ctx, "remove", func(tx *store.Tx) error {
		return errors.Join(tx.DeleteOpportunity(o.ID), tx.DeleteProject(p.ID), tx.DeleteIntroduction(i.ID))
	}))
}
