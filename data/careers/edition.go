package careers

import (
	"context"
	"fmt"

	"peerage/data"
	"peerage/data/store"
)

// keptBy is the setting that says by which rules the careers in the file were kept last.
const keptBy = "careers_kept_by"

// BringUpToDate derives everything anew when the careers in the file were last kept by other rules or
// word lists than these, as after an update of the program, and the ties from projects that have begun or
// ended since they were kept. It is no step that the user could undo.
func (k *Keeper) BringUpToDate(ctx context.Context, s *store.Store, today data.Day) error {
	settings, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	bring := k.deriveAnew
	if settings[keptBy] == k.edition {
		var people []data.ID
		err := s.Read(ctx, func(tx *store.Tx) (err error) {
			people, err = passed(tx, today)
			return err
		})
		if err != nil || len(people) == 0 {
			return err
		}
		bring = func(tx *store.Tx, today data.Day) error { return k.refreshAll(tx, today, people) }
	}
	if err := s.Maintain(ctx, func(tx *store.Tx) error { return bring(tx, today) }); err != nil {
		return fmt.Errorf("bring careers up to date: %w", err)
	}
	return nil
}

// deriveAnew derives everything and remembers by which rules.
func (k *Keeper) deriveAnew(tx *store.Tx, today data.Day) error {
	roles, err := tx.AllRoles()
	if err != nil {
		return err
	}
	if len(roles) > 0 {
		if err := k.Refresh(tx, today); err != nil {
			return err
		}
	}
	return tx.Set(keptBy, k.edition)
}
