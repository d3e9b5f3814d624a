package intake

import (
	"context"
	"fmt"

	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// Join makes one person of two because the user says so, as one operation under name. Neither may be
// Me.
func (in *Importer) Join(ctx context.Context, name string, keep, drop data.ID, today data.Day) error {
	return in.Store.Write(ctx, name, func(tx *store.Tx) error { return Join(tx, in.Keeper, keep, drop, today) })
}

// Join makes one person of two, within a write: everything that drop has becomes keep's, and name,
// addresses and career are what all that sources said of both show. No import parts them again, but
// TakeApart does.
func Join(tx *store.Tx, keeper *careers.Keeper, keep, drop data.ID, today data.Day) error {
	gone, err := tx.Person(drop)
	if err != nil {
		return err
	}
	if err := tx.MergePeople(keep, drop); err != nil {
		return err
	}
	if err := tx.RememberMerge(keep, drop, gone.Name); err != nil {
		return err
	}
	w := &work{ctx: tx.Context(), tx: tx, keeper: keeper, rules: keeper.Rules, plan: &Plan{}}
	if err := w.load(); err != nil {
		return err
	}
	w.resolve()
	for i := range w.groups {
		if g := &w.groups[i]; g.person == keep {
			g.moved = true
		}
	}
	if err := w.planPeople(); err != nil {
		return err
	}
	if err := w.write(); err != nil {
		return err
	}
	return keeper.Refresh(tx, today)
}

// TakeApart makes two people of one again, in a write that does nothing before it: everything that their
// merge touched is as it was before, whatever else was done since, and what was added since stays with
// the one who was kept. Where something done since stands in the way, it is a *data.Blocked; a merge that
// was undone or taken apart already is data.ErrNotFound.
func TakeApart(tx *store.Tx, keeper *careers.Keeper, merge store.Merge, today data.Day) error {
	if err := tx.TakeApart(merge.ID); err != nil {
		return fmt.Errorf("take %s apart: %w", merge.Other, err)
	}
	return keeper.Refresh(tx, today)
}
