package store

import (
	"context"
	"database/sql/driver"
	"errors"
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
// whole transaction, as it does in Write anyway. Where an index calls a function, which may fail in its
// own way, as person_by_birthday and role_by_begin do, it copies them all the same.
type bulk struct {
	tx      *Tx
	table   string
	head    string
	marks   string
	columns int
	args    []driver.NamedValue
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
		args:  make([]driver.NamedValue, 0, bulkRows*n),
	}
}

// add adds a row: its id, an int64, and the values of the other columns.
func (b *bulk) add(values ...any) {
	b.last = values[0]
	for _, v := range values[1:] {
		switch typed := v.(type) {
		case string:
			if clean := plain(typed); clean != typed {
				v = clean
			}
		case int:
			v = int64(typed)
		}
		b.args = append(b.args, driver.NamedValue{Ordinal: len(b.args) + 1, Value: v})
	}
	if len(b.args) == bulkRows*b.columns {
		b.run(b.args, b.last)
		b.args = b.args[:0]
	}
}

// done inserts what is left and returns the first error of the whole insert.
func (b *bulk) done() error {
	for rest := b.args; len(rest) > 0; rest = rest[b.columns:] {
		row, last := rest[:b.columns], any(nil)
		for i := range row {
			row[i].Ordinal = i + 1
		}
		if len(rest) == b.columns {
			last = b.last
		}
		b.run(row, last)
	}
	return b.err
}

// run inserts rows. The last of them must get the id last, unless that is nil.
func (b *bulk) run(args []driver.NamedValue, last any) {
	if b.err != nil {
		return
	}
	if b.err = b.tx.ready(); b.err != nil {
		return
	}
	query := b.head + b.marks + strings.Repeat(","+b.marks, len(args)/b.columns-1)
	var id int64
	if id, b.err = b.tx.s.insert(b.tx.ctx, query, args); b.err == nil && last != nil && id != last {
		b.err = fmt.Errorf("a row of %s got the id %d instead of %v", b.table, id, last)
	}
	b.tx.err = b.err
}

// insert runs a statement of a bulk on the write connection and returns the id of the last row.
func (s *Store) insert(ctx context.Context, query string, args []driver.NamedValue) (id int64, err error) {
	ctx = context.WithoutCancel(ctx)
	err = s.writer.Raw(func(conn any) error {
		stmt, err := s.prepareBulk(ctx, conn, query)
		if err != nil {
			return err
		}
		result, err := stmt.ExecContext(ctx, args)
		if err != nil {
			return err
		}
		id, err = result.LastInsertId()
		return err
	})
	return id, err
}

func (s *Store) prepareBulk(ctx context.Context, conn any, query string) (driver.StmtExecContext, error) {
	stmt := s.bulks[query]
	if stmt == nil {
		preparer, ok := conn.(driver.ConnPrepareContext)
		if !ok {
			return nil, errBulk
		}
		var err error
		if stmt, err = preparer.PrepareContext(ctx, query); err != nil {
			return nil, err
		}
		s.bulks[query] = stmt
	}
	exec, ok := stmt.(driver.StmtExecContext)
	if !ok {
		return nil, errBulk
	}
	return exec, nil
}

var errBulk = errors.New("the SQLite driver cannot run a statement by itself")
