package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"peerage/data"
)

// Operation is an entry of the undo stack.
type Operation struct {
	ID   int64
	Name string
}

// Undo takes back the newest operation that is not undone and returns its name. It returns
// data.ErrNoUndo when there is none. Everything Undo needs is in the file, so it works after a
// restart, and for what another process did.
func (s *Store) Undo(ctx context.Context) (string, error) {
	return s.turn(ctx, "SELECT id, name, entries FROM operation WHERE undone = 0 ORDER BY id DESC LIMIT 1", true, data.ErrNoUndo)
}

// Redo does again what Undo took back last and returns its name, or data.ErrNoRedo. The first Write
// after an Undo empties what could be redone.
func (s *Store) Redo(ctx context.Context) (string, error) {
	return s.turn(ctx, "SELECT id, name, entries FROM operation WHERE undone = 1 ORDER BY id LIMIT 1", false, data.ErrNoRedo)
}

// CanUndo returns the operation that Undo would take back, with an empty name when there is none.
func (s *Store) CanUndo(ctx context.Context) (Operation, error) {
	return s.stackTop(ctx, "SELECT id, name FROM operation WHERE undone = 0 ORDER BY id DESC LIMIT 1")
}

// CanRedo returns the operation that Redo would do again, with an empty name when there is none.
func (s *Store) CanRedo(ctx context.Context) (Operation, error) {
	return s.stackTop(ctx, "SELECT id, name FROM operation WHERE undone = 1 ORDER BY id LIMIT 1")
}

func (s *Store) stackTop(ctx context.Context, query string) (Operation, error) {
	var op Operation
	err := s.readers.QueryRowContext(ctx, query).Scan(&op.ID, &op.Name)
	if errors.Is(err, sql.ErrNoRows) {
		return op, nil
	}
	return op, err
}

// turn reverses the operation that query finds and keeps, in its place, the steps that reverse the
// reversal.
func (s *Store) turn(ctx context.Context, query string, undone bool, none error) (string, error) {
	var name string
	told, err := s.write(ctx, func(tx *Tx) error {
		var id int64
		var kept []byte
		switch err := tx.tx.QueryRowContext(ctx, query).Scan(&id, &name, &kept); {
		case errors.Is(err, sql.ErrNoRows):
			return none
		case err != nil:
			return err
		}
		entries, err := decode(kept)
		if err != nil {
			return err
		}
		slices.Reverse(entries)
		for _, e := range entries {
			if err := tx.reverse(e); err != nil {
				return fmt.Errorf("reverse a step in %s: %w", e.table, err)
			}
		}
		_, err = tx.exec("UPDATE operation SET undone = ?, entries = ? WHERE id = ?", undone, encode(s.recorder.stop()), id)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("undo or redo: %w", err)
	}
	told.Op = name
	s.tell(told)
	return name, nil
}

// reverse takes one step back. The recorder is on: it notes the reversal as the step forward.
func (tx *Tx) reverse(e entry) error {
	t := tx.s.recorder.tables[e.table]
	if t == nil || e.op == deleted && len(e.values) != len(t.columns) {
		return errShape
	}
	switch e.op {
	case inserted:
		_, err := tx.exec("DELETE FROM "+e.table+" WHERE id BETWEEN ? AND ?", e.first, e.last)
		return err
	case deleted:
		marks := strings.TrimSuffix(strings.Repeat("?,", len(t.columns)), ",")
		_, err := tx.exec("INSERT INTO "+e.table+" ("+strings.Join(t.columns, ",")+") VALUES ("+marks+")", e.values...)
		return err
	}
	var set []string
	for _, c := range e.columns {
		if c < 0 || c >= len(t.columns) {
			return errShape
		}
		set = append(set, t.columns[c]+" = ?")
	}
	_, err := tx.exec("UPDATE "+e.table+" SET "+strings.Join(set, ", ")+" WHERE id = ?", append(e.values, e.first)...)
	return err
}

var errShape = errors.New("the journal names a table of another shape")
