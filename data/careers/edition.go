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
// word lists than these, as after an update of the program. It is no step that the user could undo.
func (k *Keeper) BringUpToDate(ctx context.Context, s *store.Store, today data.Day) error {
	settings, err := s.Settings(ctx)
	if err != nil || settings[keptBy] == k.edition {
		return err
	}
	err = s.Maintain(ctx, func(tx *store.Tx) error {
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
	})
	if err != nil {
		return fmt.Errorf("bring careers up to date: %w", err)
	}
	return nil
}
