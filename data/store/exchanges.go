package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"peerage/data"
)

// ExchangeFilter chooses exchanges; its zero value chooses all.
type ExchangeFilter struct {
	Person data.ID
	Since  data.Day // only those on this day or after
}

const exchangeColumns = "id, uuid, person_id, kind, by_side, day, text, coalesce(interaction_id, 0), source"

func exchangeFields(e *data.Exchange) []any {
	return []any{&e.ID, &e.UUID, &e.Person, &e.Kind, &e.By, dayColumn{&e.Day}, &e.Text, &e.Interaction, &e.Source}
}

// Exchanges returns what was given and received, newest first.
func (s *Store) Exchanges(ctx context.Context, f ExchangeFilter) ([]data.Exchange, error) {
	query, args := "SELECT "+exchangeColumns+" FROM exchange WHERE removed = 0", []any(nil)
	if f.Person != 0 {
		query, args = query+" AND person_id = ?", append(args, f.Person)
	}
	if f.Since != 0 {
		query, args = query+" AND day >= ?", append(args, f.Since.String())
	}
	rows, err := s.readers.QueryContext(ctx, query+" ORDER BY day DESC, id DESC", args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, exchangeFields)
}

// SaveExchange writes an exchange; one without an ID is added and gets its ID and UUID, one with an ID
// that is not there is data.ErrNotFound. The caller has called Validate.
func (tx *Tx) SaveExchange(e *data.Exchange) error {
	if e.Source == "" {
		e.Source = data.Stated
	}
	if e.ID == 0 {
		if err := tx.give("exchange", &e.ID); err != nil {
			return err
		}
		e.UUID = uuid.NewString()
		_, err := tx.exec(`INSERT INTO exchange (id, uuid, person_id, kind, by_side, day, text, interaction_id, source)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, e.ID, e.UUID, e.Person, string(e.Kind), string(e.By), e.Day.String(), e.Text,
			orNull(e.Interaction), string(e.Source))
		return err
	}
	if err := tx.one("UPDATE exchange SET person_id = ?, kind = ?, by_side = ?, day = ?, text = ?, interaction_id = ? WHERE id = ?",
		e.Person, string(e.Kind), string(e.By), e.Day.String(), e.Text, orNull(e.Interaction), e.ID); err != nil {
		return fmt.Errorf("exchange %d: %w", e.ID, err)
	}
	return nil
}

// AddSeenExchange adds what a file says was given or received, and reports whether it was new. What the
// user removed, or another file said in the same words, is not added again.
func (tx *Tx) AddSeenExchange(e *data.Exchange) (added bool, err error) {
	there, err := tx.HasSeenExchange(e)
	if err != nil || there {
		return false, err
	}
	e.ID = 0
	return true, tx.SaveExchange(e)
}

// HasSeenExchange reports whether a file has said before what e says, of the same person and in the same
// words, even if the user removed it.
func (tx *Tx) HasSeenExchange(e *data.Exchange) (there bool, err error) {
	err = tx.tx.QueryRowContext(tx.ctx, `SELECT EXISTS (SELECT 1 FROM exchange
		WHERE person_id = ? AND kind = ? AND by_side = ? AND day = ? AND text = ? AND source = ?)`,
		e.Person, string(e.Kind), string(e.By), e.Day.String(), plain(e.Text), string(e.Source)).Scan(&there)
	return there, err
}

// DeleteExchange removes one exchange. That a file said so is remembered, so that it does not come back.
func (tx *Tx) DeleteExchange(id data.ID) error {
	if _, err := tx.exec("UPDATE exchange SET removed = 1, interaction_id = NULL WHERE id = ? AND source <> ?", id, string(data.Stated)); err != nil {
		return err
	}
	_, err := tx.exec("DELETE FROM exchange WHERE id = ? AND source = ?", id, string(data.Stated))
	return err
}
