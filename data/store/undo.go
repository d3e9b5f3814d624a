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
	var op Operation
	err := s.readers.QueryRowContext(ctx, "SELECT id, name FROM operation WHERE undone = 0 ORDER BY id DESC LIMIT 1").Scan(&op.ID, &op.Name)
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
		notes, steps, err := cutNotes(kept)
		if err == nil {
			err = tx.reverseAll(steps)
		}
		if err != nil {
			return err
		}
		entries, err := s.recorder.stop(notes)
		if err != nil {
			return err
		}
		_, err = tx.exec("UPDATE operation SET undone = ?, entries = ? WHERE id = ?", undone, entries, id)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("undo or redo: %w", err)
	}
	told.Op = name
	s.tell(told)
	return name, nil
}

// reverseAll takes steps back, the last one first.
func (tx *Tx) reverseAll(steps []byte) error {
	list, err := runs(steps)
	if err != nil {
		return err
	}
	for _, r := range slices.Backward(list) {
		some, err := r.decode()
		if err != nil {
			return err
		}
		for _, e := range slices.Backward(some) {
			if err := tx.reverse(e); err != nil {
				return fmt.Errorf("reverse a step in %s: %w", e.table, err)
			}
		}
	}
	return nil
}

// reverse takes one step back. The recorder is on: it notes the reversal as the step forward.
func (tx *Tx) reverse(e entry) error {
	t := tx.s.recorder.tables[e.table]
	if t == nil || e.op == deleted && len(e.values) != len(t.columns) {
		return errShape
	}
	switch e.op {
	case inserted:
		return tx.takeAway(e.table, e.first, e.last)
	case deleted:
		return tx.putBack(e.table, e.values)
	}
	return tx.setBack(e.table, e.first, e.columns, e.values)
}

// takenAtOnce is how many rows one statement takes away: SQLite keeps a copy of every page that a statement of
// many rows changes, in memory, until that statement is done.
const takenAtOnce = 500

// takeAway removes a run of rows, the last one first, and has it recorded in that order. Redone, the first one
// comes back first: rows that come in the order of their ids fill their pages, of which others leave half
// empty, and need one entry together.
func (tx *Tx) takeAway(table string, first, last int64) error {
	r := tx.s.recorder
	for ; first <= last; last -= takenAtOnce {
		if err := r.settle(); err != nil {
			return err
		}
		r.together = true
		before := len(r.entries)
		if _, err := tx.exec("DELETE FROM "+table+" WHERE id BETWEEN ? AND ?", max(first, last-takenAtOnce+1), last); err != nil {
			return err
		}
		slices.Reverse(r.entries[before:])
		r.together = false
	}
	return nil
}

// putBack adds a row as it was.
func (tx *Tx) putBack(table string, values []any) error {
	columns := tx.s.recorder.tables[table].columns
	marks := strings.TrimSuffix(strings.Repeat("?,", len(columns)), ",")
	_, err := tx.exec("INSERT INTO "+table+" ("+strings.Join(columns, ",")+") VALUES ("+marks+")", values...)
	return err
}

// setBack gives columns of a row the values they had.
func (tx *Tx) setBack(table string, id int64, columns []int, values []any) error {
	all := tx.s.recorder.tables[table].columns
	var set []string
	for _, c := range columns {
		if c < 0 || c >= len(all) {
			return errShape
		}
		set = append(set, all[c]+" = ?")
	}
	_, err := tx.exec("UPDATE "+table+" SET "+strings.Join(set, ", ")+" WHERE id = ?", append(slices.Clone(values), id)...)
	return err
}

var errShape = errors.New("the journal names a table of another shape")
