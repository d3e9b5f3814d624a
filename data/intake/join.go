package intake

import (
	"context"

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
// addresses and career are what all that sources said of both show. No import parts them again.
func Join(tx *store.Tx, keeper *careers.Keeper, keep, drop data.ID, today data.Day) error {
	if err := tx.MergePeople(keep, drop); err != nil {
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
