package store

import "strings"

// bulk inserts many rows of one table with few statements: a statement of fifty rows costs little
// more than one of a single row. There are two statements a table, of fifty rows and of one, so that
// both stay prepared.
type bulk struct {
	tx      *Tx
	head    string
	marks   string
	columns int
	args    []any
	err     error
}

// bulkRows is how many rows one statement of a bulk holds.
const bulkRows = 50

// bulk starts an insert into columns (separated by commas) of table.
func (tx *Tx) bulk(table, columns string) *bulk {
	n := strings.Count(columns, ",") + 1
	return &bulk{
		tx: tx, columns: n,
		head:  "INSERT INTO " + table + " (" + columns + ") VALUES ",
		marks: "(" + strings.TrimSuffix(strings.Repeat("?,", n), ",") + ")",
	}
}

func (b *bulk) add(values ...any) {
	b.args = append(b.args, values...)
	if len(b.args) == bulkRows*b.columns {
		b.run(bulkRows)
	}
}

// done inserts what is left and returns the first error of the whole insert.
func (b *bulk) done() error {
	rest := b.args
	for len(rest) > 0 {
		b.args, rest = rest[:b.columns], rest[b.columns:]
		b.run(1)
	}
	return b.err
}

func (b *bulk) run(rows int) {
	if b.err == nil {
		query := b.head + strings.TrimSuffix(strings.Repeat(b.marks+",", rows), ",")
		_, b.err = b.tx.exec(query, b.args...)
	}
	b.args = b.args[:0]
}
