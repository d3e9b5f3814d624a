package store

import (
	"context"
	"fmt"

	"peerage/data"
)

// Milestones returns the days that the user notes of a person, or of everyone with person 0.
func (s *Store) Milestones(ctx context.Context, person data.ID) ([]data.Milestone, error) {
	return milestones(ctx, s.readers, person)
}

// Milestones returns the days of a person as the write so far has left them.
func (tx *Tx) Milestones(person data.ID) ([]data.Milestone, error) {
	return milestones(tx.ctx, tx.tx, person)
}

func milestones(ctx context.Context, db asker, person data.ID) ([]data.Milestone, error) {
	rows, err := db.QueryContext(ctx, `SELECT id, person_id, text, on_day, yearly FROM milestone
		WHERE ?1 = 0 OR person_id = ?1 ORDER BY on_day, id`, person)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(m *data.Milestone) []any {
		return []any{&m.ID, &m.Person, &m.Text, partialColumn{&m.On}, &m.Yearly}
	})
}

// SaveMilestone writes a day of a person's; one without an ID is added and gets its ID, one with an ID
// that is not there is data.ErrNotFound. The caller has called Validate.
func (tx *Tx) SaveMilestone(m *data.Milestone) error {
	m.Yearly = m.Yearly || m.On.Year == 0
	if m.ID == 0 {
		if err := tx.give("milestone", &m.ID); err != nil {
			return err
		}
		_, err := tx.exec("INSERT INTO milestone (id, person_id, text, on_day, yearly) VALUES (?, ?, ?, ?, ?)",
			m.ID, m.Person, m.Text, m.On.String(), m.Yearly)
		return err
	}
	if err := tx.one("UPDATE milestone SET text = ?, on_day = ?, yearly = ? WHERE id = ?", m.Text, m.On.String(), m.Yearly, m.ID); err != nil {
		return fmt.Errorf("milestone %d: %w", m.ID, err)
	}
	return nil
}

// DeleteMilestone removes one day.
func (tx *Tx) DeleteMilestone(id data.ID) error {
	_, err := tx.exec("DELETE FROM milestone WHERE id = ?", id)
	return err
}
