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

// AnnouncedSince returns the announcements whose key begins with prefix, with the day of each, from the
// day given.
func (s *Store) AnnouncedSince(ctx context.Context, prefix string, since data.Day) (map[string]data.Day, error) {
	all := map[string]data.Day{}
	var key string
	var on data.Day
	err := each(ctx, s.readers, "SELECT key, day FROM announcement WHERE substr(key, 1, length(?1)) = ?1 AND day >= ?2",
		[]any{prefix, since.String()}, []any{&key, dayColumn{&on}}, func() { all[key] = on })
	return all, err
}
