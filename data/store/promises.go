package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"peerage/data"
)

// PromiseFilter chooses promises; its zero value chooses all.
type PromiseFilter struct {
	Person data.ID
	Open   bool     // only those that are open
	By     data.Day // only those due on this day or before
}

const promiseColumns = "id, uuid, person_id, by_side, what, made, due, state, settled, coalesce(interaction_id, 0)"

func promiseFields(p *data.Promise) []any {
	return []any{&p.ID, &p.UUID, &p.Person, &p.By, &p.What, dayColumn{&p.Made}, dayColumn{&p.Due}, &p.State, dayColumn{&p.Settled}, &p.Interaction}
}

// Promises returns promises: open ones first, the sooner due the earlier and those without a day last,
// then the others, those settled last first.
func (s *Store) Promises(ctx context.Context, f PromiseFilter) ([]data.Promise, error) {
	query, args := "SELECT "+promiseColumns+" FROM promise WHERE 1", []any(nil)
	if f.Person != 0 {
		query, args = query+" AND person_id = ?", append(args, f.Person)
	}
	if f.Open {
		query += " AND state = 'open'"
	}
	if f.By != 0 {
		query, args = query+" AND due <> '' AND due <= ?", append(args, f.By.String())
	}
	rows, err := s.readers.QueryContext(ctx, query+" ORDER BY state <> 'open', settled DESC, due = '', due, id", args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, promiseFields)
}

// Promise returns one promise as the write so far has left it, or data.ErrNotFound.
func (tx *Tx) Promise(id data.ID) (data.Promise, error) {
	rows, err := tx.query("SELECT "+promiseColumns+" FROM promise WHERE id = ?", id)
	if err != nil {
		return data.Promise{}, err
	}
	found, err := collect(rows, promiseFields)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("promise %d: %w", id, data.ErrNotFound)
	}
	if err != nil {
		return data.Promise{}, err
	}
	return found[0], nil
}

// SavePromise writes a promise; one without an ID is added and gets its ID and UUID, one with an ID that
// is not there is data.ErrNotFound. The caller has called Validate.
func (tx *Tx) SavePromise(p *data.Promise) error {
	if p.ID == 0 {
		if err := tx.give("promise", &p.ID); err != nil {
			return err
		}
		p.UUID = uuid.NewString()
		_, err := tx.exec(`INSERT INTO promise (id, uuid, person_id, by_side, what, made, due, state, settled, interaction_id)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, p.ID, p.UUID, p.Person, string(p.By), p.What, p.Made.String(), p.Due.String(),
			string(p.State), p.Settled.String(), orNull(p.Interaction))
		return err
	}
	if err := tx.one(`UPDATE promise SET person_id = ?, by_side = ?, what = ?, made = ?, due = ?, state = ?, settled = ?, interaction_id = ?
		WHERE id = ?`, p.Person, string(p.By), p.What, p.Made.String(), p.Due.String(), string(p.State), p.Settled.String(),
		orNull(p.Interaction), p.ID); err != nil {
		return fmt.Errorf("promise %d: %w", p.ID, err)
	}
	return nil
}

// DeletePromise removes one promise.
func (tx *Tx) DeletePromise(id data.ID) error {
	_, err := tx.exec("DELETE FROM promise WHERE id = ?", id)
	return err
}
