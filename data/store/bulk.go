package store

import (
	"database/sql"
	"fmt"
	"strings"
)

// bulk inserts many rows of one table with few statements: a statement of fifty rows costs little
// more than one of a single row. There are two statements a table, of fifty rows and of one, so that
// both stay prepared.
//
// The rows follow the last one of the table, each with the next id, and SQLite numbers them itself:
// for a row that brings its number along it would look whether the number is free. It would also copy
// every page that a statement of many rows changes, lest it fails half-way; here a failure ends the
// whole transaction, as it does in Write anyway.
type bulk struct {
	tx      *Tx
	table   string
	head    string
	marks   string
	columns int
	args    []any
	last    any // the id that the last row must get
	err     error
}

// bulkRows is how many rows one statement of a bulk holds.
const bulkRows = 50

// bulk starts an insert into columns (separated by commas) of table, the first of which is the id.
// Each row is to have the next one of Tx.newID, and until done nothing else may be added to the table.
func (tx *Tx) bulk(table, columns string) *bulk {
	if tx.next != nil && !tx.s.recorder.added(table, int64(tx.next[table])) {
		delete(tx.next, table) // a row that was taken away again leaves no gap
	}
	columns = strings.TrimPrefix(columns, "id,")
	n := strings.Count(columns, ",") + 1
	return &bulk{
		tx: tx, table: table, columns: n,
		head:  "INSERT OR ROLLBACK INTO " + table + " (" + columns + ") VALUES ",
		marks: "(" + strings.TrimSuffix(strings.Repeat("?,", n), ",") + ")",
		args:  make([]any, 0, bulkRows*n),
	}
}

// add adds a row: its id, an int64, and the values of the other columns.
func (b *bulk) add(values ...any) {
	b.last = values[0]
	b.args = append(b.args, values[1:]...)
	if len(b.args) == bulkRows*b.columns {
		b.run(b.args, b.last)
		b.args = b.args[:0]
	}
}

// done inserts what is left and returns the first error of the whole insert.
func (b *bulk) done() error {
	for rest := b.args; len(rest) > 0; rest = rest[b.columns:] {
		last := any(nil)
		if len(rest) == b.columns {
			last = b.last
		}
		b.run(rest[:b.columns], last)
	}
	return b.err
}

// run inserts rows. The last of them must get the id last, unless that is nil.
func (b *bulk) run(args []any, last any) {
	if b.err != nil {
		return
	}
	query := b.head + b.marks + strings.Repeat(","+b.marks, len(args)/b.columns-1)
	var result sql.Result
	if result, b.err = b.tx.exec(query, args...); b.err != nil || last == nil {
		return
	}
	id, err := result.LastInsertId()
	if err == nil && id != last {
		err = fmt.Errorf("a row of %s got the id %d instead of %v", b.table, id, last)
	}
	b.err, b.tx.err = err, err
}
