// Package intake brings files into the store: file, plan, one write.
//
// A plan is made from everything the store holds and everything the files say, and can be looked at
// before it is applied. Applying makes it again inside the transaction where anything was written in
// between, so that what is written fits what is there, and takes one undo to take back.
package intake

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// File is one file as read, with the day it speaks of.
type File struct {
	data.Reading
	Day data.Day
	// Undated says that nobody named the day: it is when the file was changed, and a copy has another.
	Undated bool
}

// Plan says what an import will do. New, Changed, Same and Skipped count entries of the files and add
// up to all of them.
type Plan struct {
	New, Changed, Same, Skipped int
	Unchanged                   int // people in the files who are as they were
	Exchanges                   int // how many of New are recommendations and endorsements
	SkippedExchanges            int // how many of Skipped are
	Hidden                      int // how many of Skipped are hidden members
	Problems                    []data.Problem
	People                      []Item   // people that are new or change, in the order of the files
	Doubles                     []Double // people who may be one, for the user to say
	Merged, Parted              int      // people found to be one, or to be two
}

// Entries returns how many entries the files hold.
func (p *Plan) Entries() int { return p.New + p.Changed + p.Same + p.Skipped }

// Item is one line of a plan.
type Item struct {
	Name          string
	Was           string // the name so far, where it changes
	New           bool
	Before, After string // title and employer held now, alike where something else changes
}

// Double is two people who may be one.
type Double struct {
	A, B         data.ID // 0 for someone the import would add
	NameA, NameB string
}

// Importer turns files into plans and plans into writes, one at a time.
type Importer struct {
	Store  *store.Store
	Keeper *careers.Keeper
	// Progress, when set, is told from time to time how many of how many entries are done.
	Progress func(done, of int)

	made made
}

// Plan says what importing the files would do, as things stand.
func (in *Importer) Plan(ctx context.Context, files []File) (*Plan, error) {
	var w *work
	version, err := in.Store.Version(ctx)
	if err == nil {
		err = in.Store.Read(ctx, func(tx *store.Tx) (err error) {
			w, err = in.work(ctx, tx, files)
			return err
		})
	}
	if err != nil {
		return nil, fmt.Errorf("plan the import: %w", err)
	}
	in.keep(version, files, w)
	return w.plan, nil
}

// Apply imports the files as one operation under name and returns what it did. Ties are derived as of
// today. Files of which everything is known already change nothing and leave no operation. When ctx
// ends before the import does, nothing is written.
func (in *Importer) Apply(ctx context.Context, name string, files []File, today data.Day) (*Plan, error) {
	var plan *Plan
	err := in.Store.Write(ctx, name, func(tx *store.Tx) error {
		w, err := in.again(ctx, tx, files)
		if err == nil && w == nil {
			w, err = in.work(ctx, tx, files)
		}
		if err != nil {
			return err
		}
		plan = w.plan
		w.progress = in.Progress
		if len(w.readings) > 0 {
			if err := w.write(); err != nil {
				return err
			}
			if err := in.Keeper.Refresh(tx, today); err != nil {
				return err
			}
		}
		if err := w.writeExchanges(); err != nil {
			return err
		}
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	return plan, nil
}

// work makes the plan with all that is needed to carry it out.
func (in *Importer) work(ctx context.Context, tx *store.Tx, files []File) (*work, error) {
	w := &work{ctx: ctx, tx: tx, keeper: in.Keeper, rules: in.Keeper.Rules, plan: &Plan{}}
	for _, f := range files {
		w.plan.Skipped += f.Skipped
		w.plan.SkippedExchanges += f.SkippedExchanges
		w.plan.Hidden += f.Hidden
		w.problems = append(w.problems, slices.Clone(f.Problems))
		w.takeExchanges(f)
	}
	if err := w.takeReadings(files); err != nil {
		return nil, err
	}
	if err := w.pickCareer(); err != nil {
		return nil, err
	}
	if len(w.readings)+len(w.exchanges) > 0 {
		if err := w.load(); err != nil {
			return nil, err
		}
		w.resolve()
		if err := w.planPeople(); err != nil {
			return nil, err
		}
		if err := w.planExchanges(); err != nil {
			return nil, err
		}
	}
	w.listProblems()
	return w, nil
}

// listProblems puts the problems of all files into the plan, those of each file in the order of its lines.
func (w *work) listProblems() {
	for _, list := range w.problems {
		slices.SortStableFunc(list, func(a, b data.Problem) int { return cmp.Compare(a.Line, b.Line) })
	}
	w.plan.Problems = slices.Concat(w.problems...)
}
