package store

import (
	"context"
	"time"

	"peerage/data"
)

// Merge is an operation by which two people became one, as long as it can be taken apart.
type Merge struct {
	Operation
	At    time.Time
	Kept  data.ID
	Other string // what the one who went was called
}

// RememberMerge notes that the write makes one person of two because the user says so, so that it can be
// taken apart later; other is what the one who goes is called. People whom an import finds to be one are
// not remembered: they are one step of many, which are taken back together.
func (tx *Tx) RememberMerge(keep, drop data.ID, other string) error {
	if tx.next == nil {
		return errReading
	}
	tx.notes = append(tx.notes, entry{op: merged, table: "person", first: int64(keep), last: int64(drop), values: []any{plain(other)}})
	return nil
}

// Merges returns the merges into a person that the undo stack still knows, the newest first; those into
// anybody when person is 0. What was undone, or taken apart already, is none.
func (s *Store) Merges(ctx context.Context, person data.ID) ([]Merge, error) {
	var all []Merge
	var failed error
	apart := map[int64]bool{}
	var op Operation
	var at int64
	var kept []byte
	// The notes of an operation come first, so its first octet tells whether it has any.
	err := each(ctx, s.readers, `SELECT id, name, at, entries FROM operation
		WHERE undone = 0 AND substr(entries, 1, 1) IN (x'04', x'05') ORDER BY id DESC`, nil, []any{&op.ID, &op.Name, &at, &kept}, func() {
		notes, _, err := cutNotes(kept)
		if err != nil {
			failed = err
		}
		for _, n := range notes {
			switch {
			case n.op == parted:
				apart[n.first] = true
			case !apart[op.ID] && (person == 0 || data.ID(n.first) == person):
				other, _ := n.values[0].(string)
				all = append(all, Merge{Operation: op, At: time.UnixMilli(at), Kept: data.ID(n.first), Other: other})
			}
		}
	})
	if err == nil {
		err = failed
	}
	return all, err
}
