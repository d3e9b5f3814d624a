package store

import (
	"context"

	"peerage/data"
)

const boundaryColumns = "person_id, no_contact, avoid, channel, from_hour, to_hour"

// Boundaries returns the boundaries of everyone who has any.
func (s *Store) Boundaries(ctx context.Context) (map[data.ID]data.Boundary, error) {
	return boundaries(ctx, s.readers, "")
}

// Boundary returns a person's boundary, zero but for the person when they have none.
func (s *Store) Boundary(ctx context.Context, person data.ID) (data.Boundary, error) {
	return boundary(ctx, s.readers, person)
}

// Boundary returns the boundary as the write so far has left it.
func (tx *Tx) Boundary(person data.ID) (data.Boundary, error) { return boundary(tx.ctx, tx.tx, person) }

func boundary(ctx context.Context, db asker, person data.ID) (data.Boundary, error) {
	all, err := boundaries(ctx, db, " WHERE person_id = ?", person)
	b := all[person]
	b.Person = person
	return b, err
}

func boundaries(ctx context.Context, db asker, where string, args ...any) (map[data.ID]data.Boundary, error) {
	all := map[data.ID]data.Boundary{}
	var b data.Boundary
	var avoid string
	err := each(ctx, db, "SELECT "+boundaryColumns+" FROM boundary"+where, args,
		[]any{&b.Person, &b.NoContact, &avoid, &b.Channel, &b.From, &b.To}, func() {
			b.Avoid = lines(avoid)
			all[b.Person] = b
		})
	return all, err
}

// SaveBoundary writes what a person wants left alone; a zero one removes it. The caller has called
// Validate.
func (tx *Tx) SaveBoundary(b data.Boundary) error {
	if b.IsZero() {
		_, err := tx.exec("DELETE FROM boundary WHERE person_id = ?", b.Person)
		return err
	}
	_, err := tx.exec(`INSERT INTO boundary (person_id, no_contact, avoid, channel, from_hour, to_hour) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (person_id) DO UPDATE SET no_contact = excluded.no_contact, avoid = excluded.avoid, channel = excluded.channel,
			from_hour = excluded.from_hour, to_hour = excluded.to_hour`,
		b.Person, b.NoContact, joinLines(b.Avoid), string(b.Channel), b.From, b.To)
	return err
}

// leftAlone is the condition that a person p is to be left alone on day ?3: they must not be contacted,
// or are paused until later.
const leftAlone = `p.paused_until > ?3 OR EXISTS (SELECT 1 FROM boundary b WHERE b.person_id = p.id AND b.no_contact = 1)`

// LeftAlone returns those who must not be contacted, and those who are paused until after today.
func (s *Store) LeftAlone(ctx context.Context, today data.Day) (map[data.ID]bool, error) {
	alone := map[data.ID]bool{}
	var id data.ID
	err := each(ctx, s.readers, `SELECT person_id FROM boundary WHERE no_contact = 1
		UNION SELECT id FROM person WHERE paused_until > ?`, []any{today.String()}, []any{&id}, func() { alone[id] = true })
	return alone, err
}

// Confidants returns those to turn to in trouble, but for whoever must not be contacted, ordered by name.
func (s *Store) Confidants(ctx context.Context) ([]data.ID, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT id FROM person p WHERE confidant = 1
		AND NOT EXISTS (SELECT 1 FROM boundary b WHERE b.person_id = p.id AND b.no_contact = 1) ORDER BY sort_key, id`)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *data.ID) []any { return []any{id} })
}
