package store

import (
	"context"

	"peerage/data"
)

// NudgeAnswers returns what the user made of nudges, oldest first.
func (s *Store) NudgeAnswers(ctx context.Context) ([]data.NudgeAnswer, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT id, person_id, kind, subject, day, done FROM nudge_answer ORDER BY day, id")
	if err != nil {
		return nil, err
	}
	return collect(rows, func(a *data.NudgeAnswer) []any {
		return []any{&a.ID, &a.Person, &a.Kind, &a.Subject, dayColumn{&a.Day}, &a.Done}
	})
}

// AddNudgeAnswer notes what the user made of a nudge.
func (tx *Tx) AddNudgeAnswer(a *data.NudgeAnswer) error {
	if err := tx.give("nudge_answer", &a.ID); err != nil {
		return err
	}
	_, err := tx.exec("INSERT INTO nudge_answer (id, person_id, kind, subject, day, done) VALUES (?, ?, ?, ?, ?, ?)",
		a.ID, a.Person, string(a.Kind), a.Subject, a.Day.String(), a.Done)
	return err
}
