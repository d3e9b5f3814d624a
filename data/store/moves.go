package store

import (
	"context"
	"fmt"
	"strings"

	"peerage/data"
)

const moveColumns = `m.id, m.person_id, m.kinds, m.after, m.by_day, m.status, m.from_form, m.to_form,
	a.id, coalesce(a.organisation_id, 0), a.employer, a.title, a.track, a.level, a.field,
	coalesce(b.id, 0), coalesce(b.organisation_id, 0), coalesce(b.employer, ''), coalesce(b.title, ''),
	coalesce(b.track, 'unknown'), coalesce(b.level, 'unknown'), coalesce(b.field, 'unknown')`

const movesFrom = " FROM move m JOIN role a ON a.id = m.from_role LEFT JOIN role b ON b.id = m.to_role"

// newestMoves orders moves as they are told. The forms decide draws, so that the order does not depend
// on how moves came in.
const newestMoves = " ORDER BY m.by_day DESC, m.after DESC, m.person_id, m.from_form, m.to_form"

func moveFields(m *data.Move) []any {
	fields := []any{&m.ID, &m.Person, moveKinds{&m.Kinds}, dayColumn{&m.After}, dayColumn{&m.By}, &m.Status, &m.From.Form, &m.To.Form}
	for _, p := range []*data.Post{&m.From, &m.To} {
		fields = append(fields, &p.Role, &p.Organisation, &p.Employer, &p.Title, &p.Standing.Track, &p.Standing.Level, &p.Standing.Field)
	}
	return fields
}

// moveKinds is a column that holds the kinds of a move, parted by blanks.
type moveKinds struct{ to *[]data.MoveKind }

// Scan implements sql.Scanner.
func (c moveKinds) Scan(v any) error {
	s, _ := v.(string)
	*c.to = nil
	for kind := range strings.FieldsSeq(s) {
		*c.to = append(*c.to, data.MoveKind(kind))
	}
	return nil
}

func joinKinds(kinds []data.MoveKind) string {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = string(k)
	}
	return strings.Join(words, " ")
}

// MoveFilter says which moves a list holds. Its parts narrow each other; zero values narrow nothing.
type MoveFilter struct {
	Person data.ID
	Since  data.Day // moves that may have been on this day or later
	Kind   data.MoveKind
	Status data.MoveStatus
}

// Moves returns moves, newest first.
func (s *Store) Moves(ctx context.Context, f MoveFilter) ([]data.Move, error) {
	return moves(ctx, s.readers, f)
}

// Moves returns moves as the write so far has left them, newest first.
func (tx *Tx) Moves(f MoveFilter) ([]data.Move, error) { return moves(tx.ctx, tx.tx, f) }

func moves(ctx context.Context, db asker, f MoveFilter) ([]data.Move, error) {
	rows, err := db.QueryContext(ctx, "SELECT "+moveColumns+movesFrom+` WHERE (?1 = 0 OR m.person_id = ?1) AND m.by_day >= ?2
		AND (?3 = '' OR ' ' || m.kinds || ' ' LIKE '% ' || ?3 || ' %') AND (?4 = '' OR m.status = ?4)`+newestMoves,
		f.Person, f.Since.String(), string(f.Kind), string(f.Status))
	if err != nil {
		return nil, err
	}
	return collect(rows, moveFields)
}

// Move returns one move, or data.ErrNotFound.
func (s *Store) Move(ctx context.Context, id data.ID) (data.Move, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT "+moveColumns+movesFrom+" WHERE m.id = ?", id)
	if err != nil {
		return data.Move{}, err
	}
	found, err := collect(rows, moveFields)
	if err == nil && len(found) == 0 {
		err = data.ErrNotFound
	}
	if err != nil {
		return data.Move{}, fmt.Errorf("move %d: %w", id, err)
	}
	return found[0], nil
}

// AddMoves adds many moves at once and gives them their IDs.
func (tx *Tx) AddMoves(moves []data.Move) error {
	b := tx.bulk("move", "id,person_id,kinds,from_role,to_role,from_form,to_form,after,by_day,status")
	for i := range moves {
		id, err := tx.newID("move")
		if err != nil {
			return err
		}
		m := &moves[i]
		m.ID = id
		b.add(int64(id), int64(m.Person), joinKinds(m.Kinds), int64(m.From.Role), orNull(m.To.Role), m.From.Form, m.To.Form,
			m.After.String(), m.By.String(), string(m.Status))
	}
	return b.done()
}

// DeleteMove removes one move.
func (tx *Tx) DeleteMove(id data.ID) error {
	_, err := tx.exec("DELETE FROM move WHERE id = ?", id)
	return err
}
