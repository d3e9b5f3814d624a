package welcome

import (
	"context"

	"peerage/app/page"
	"peerage/data/store"
)

// accept gives everyone who is checked their rhythm, as one operation, and goes to Today. The rules
// of cadence spread the first check-ins over the days.
func (v *view) accept() {
	if v.choosing == nil || v.saving {
		return
	}
	chosen, w, today := v.choosing.chosen(), v.frame.Words(), v.frame.Today()
	if len(chosen) == 0 {
		return
	}
	v.saving = true
	v.frame.Tasks().Go(func(ctx context.Context) error {
		return v.store.Write(ctx, w.N("operation.keep_up", len(chosen)), func(tx *store.Tx) error {
			for _, c := range chosen {
				had, err := tx.Cadence(c.Person)
				if err != nil {
					return err
				}
				had.Rhythm, had.Set = c.Rhythm, today
				if err := tx.SaveCadence(had); err != nil {
					return err
				}
			}
			return nil
		})
	}, func(err error) {
		v.saving = false
		if err != nil {
			v.frame.Fail(err)
			return
		}
		v.frame.Open(page.Today())
		v.frame.Toast(w.N("toast.kept_up", len(chosen)), true)
	})
}
