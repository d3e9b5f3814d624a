package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"peerage/data"
)

// Tx is a write under way, or one state of the file to read. It is valid only inside the function
// given to Write or Read.
type Tx struct {
	ctx   context.Context
	s     *Store
	tx    onConn
	next  map[string]data.ID // the last id taken in a table; nil when the Tx can only read
	given []*data.ID         // ids of nouns, taken back when nothing comes of the write
	notes []entry            // what the journal is to say of the operation as a whole
	err   error              // the first statement that failed, or why there can be none any more
}

// errUnchanged makes a write end without an operation.
var errUnchanged = errors.New("nothing changed")

// Write runs change in one transaction, the only door for changes to the file. What it did is kept
// under name, so that it can be undone; then every watcher gets exactly one data.Change. When change
// returns an error nothing is written and nobody is told. A change that touches nothing leaves no
// operation behind.
func (s *Store) Write(ctx context.Context, name string, change func(*Tx) error) error {
	told, err := s.write(ctx, func(tx *Tx) error {
		if err := change(tx); err != nil {
			return err
		}
		return tx.keep(name)
	})
	if err != nil {
		if errors.Is(err, errUnchanged) {
			return nil
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	told.Op = name
	s.tell(told)
	return nil
}

// Maintain brings what follows from the rest of the file up to date, outside of what the user does. It
// is no operation: there is nothing to take back, and where rows of earlier operations may have
// changed, those cannot be undone any more.
func (s *Store) Maintain(ctx context.Context, change func(*Tx) error) error {
	told, err := s.write(ctx, func(tx *Tx) error {
		if err := change(tx); err != nil {
			return err
		}
		s.recorder.on = false
		if !s.recorder.noted("setting") {
			return nil
		}
		_, err := tx.exec("DELETE FROM operation")
		return err
	})
	if err == nil {
		s.tell(told)
	}
	return err
}

// write runs do in a transaction with the recorder on, and returns what it touched.
func (s *Store) write(ctx context.Context, do func(*Tx) error) (told data.Change, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writer == nil {
		return told, sql.ErrConnDone
	}
	if err := ctx.Err(); err != nil {
		return told, err
	}
	// database/sql would roll back by itself when ctx ends, in the middle of whatever is being done;
	// exec looks at ctx instead, and the transaction ends here and nowhere else.
	begun, err := s.writer.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return told, err
	}
	defer begun.Rollback()
	s.recorder.start()
	defer s.recorder.forget()
	tx := &Tx{ctx: ctx, s: s, tx: onConn{begun, s.writer}, next: map[string]data.ID{}}
	defer tx.end(&err)
	// A failed statement may have ended the whole transaction, so that what follows would be written
	// without one: tx.err ends the write even where do went on.
	if err := do(tx); err != nil {
		return told, err
	}
	if err := cmp.Or(tx.err, s.recorder.err); err != nil {
		return told, err
	}
	if err := cmp.Or(tx.concerned(), ctx.Err()); err != nil {
		return told, err
	}
	told = s.recorder.change()
	s.commits++
	if err := begun.Commit(); err != nil {
		return told, err
	}
	if told.All {
		_ = s.shrinkWriter(ctx) // what was written stays written, however much memory that took
	}
	return told, nil
}

// end closes the door behind a write. When nothing came of it, the nouns that it gave an ID have none
// again, so that the same form can be saved once more.
func (tx *Tx) end(failed *error) {
	tx.err, tx.tx.conn = sql.ErrTxDone, nil
	if *failed == nil {
		return
	}
	for _, id := range tx.given {
		*id = 0
	}
}

// Read runs look on one state of the file. The Tx it gets can read only.
func (s *Store) Read(ctx context.Context, look func(*Tx) error) error {
	conn, err := s.readers.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return look(&Tx{ctx: ctx, s: s, tx: onConn{tx, conn}})
}

// atOnce asks several questions of one state of the file. A write between two of them would make rows of the
// second belong to nothing that the first has found.
func atOnce[T any](ctx context.Context, s *Store, ask func(asker) (T, error)) (answer T, err error) {
	err = s.Read(ctx, func(tx *Tx) error {
		answer, err = ask(tx.tx)
		return err
	})
	return answer, err
}

// Version tells the states of the file apart: as long as it stays the same nothing was written, by
// whatever process.
type Version struct{ own, others int64 }

// Version returns the version of the file as it is now, or was a moment ago.
func (s *Store) Version(ctx context.Context) (Version, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writer == nil {
		return Version{}, sql.ErrConnDone
	}
	return s.versionOf(s.writer.QueryRowContext(ctx, dataVersion))
}

// Version returns the version of the file before a write.
func (tx *Tx) Version() (Version, error) {
	return tx.s.versionOf(tx.tx.QueryRowContext(tx.ctx, dataVersion))
}

// dataVersion asks a connection for a number that changes when another one has written
// (https://sqlite.org/pragma.html#pragma_data_version).
const dataVersion = "PRAGMA data_version"

// versionOf reads an answer of the writer, which its user has locked.
func (s *Store) versionOf(others *sql.Row) (Version, error) {
	v := Version{own: s.commits}
	return v, others.Scan(&v.others)
}

// errReading is the answer to a change asked of a Tx that Read gave.
var errReading = errors.New("a change outside of Write")

// keep puts what was recorded on the undo stack under name, and drops what had been undone.
func (tx *Tx) keep(name string) error {
	if tx.err != nil {
		return tx.err
	}
	if !tx.s.recorder.noted() {
		return errUnchanged
	}
	entries, err := tx.s.recorder.stop(tx.notes)
	if err != nil {
		return err
	}
	if _, err := tx.exec("DELETE FROM operation WHERE undone = 1"); err != nil {
		return err
	}
	if _, err := tx.exec("INSERT INTO operation (name, at, entries) VALUES (?, ?, ?)",
		name, tx.s.moment().UnixMilli(), entries); err != nil {
		return err
	}
	_, err = tx.exec("DELETE FROM operation WHERE id <= (SELECT max(id) FROM operation) - ?", keptOperations)
	return err
}

// keptOperations is how many operations can be undone.
const keptOperations = 1000

// Context returns the context that the write was given: when it ends, the write is to end too.
func (tx *Tx) Context() context.Context { return tx.ctx }

// ready returns why nothing can be written, nil when it can.
func (tx *Tx) ready() error {
	if tx.next == nil {
		return errReading
	}
	return cmp.Or(tx.err, tx.ctx.Err())
}

// exec runs a statement that stays prepared. Texts are made plain, whoever wrote them.
func (tx *Tx) exec(query string, args ...any) (sql.Result, error) {
	if err := tx.ready(); err != nil {
		return nil, err
	}
	stmt, err := tx.s.prepare(query)
	if err != nil {
		tx.err = err
		return nil, err
	}
	for i, v := range args {
		if s, ok := v.(string); ok {
			args[i] = plain(s)
		}
	}
	// The statement belongs to the connection the transaction is on; Tx.StmtContext would prepare it
	// anew for each use.
	result, err := stmt.ExecContext(context.WithoutCancel(tx.ctx), args...)
	if err != nil {
		tx.err = err
	}
	return result, err
}

// one runs a statement that is about one row, and returns data.ErrNotFound when it is not there (any
// more).
func (tx *Tx) one(query string, args ...any) error {
	result, err := tx.exec(query, args...)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, data.ErrNotFound)
	}
	return nil
}

// maxPrepared is how many statements stay prepared.
const maxPrepared = 200

func (s *Store) prepare(query string) (*sql.Stmt, error) {
	if stmt := s.prepared[query]; stmt != nil {
		return stmt, nil
	}
	if len(s.prepared) >= maxPrepared {
		for _, stmt := range s.prepared {
			stmt.Close()
		}
		clear(s.prepared)
	}
	stmt, err := s.writer.PrepareContext(context.Background(), query)
	if err == nil {
		s.prepared[query] = stmt
	}
	return stmt, err
}

// query runs a question inside the transaction: it sees what was written so far.
func (tx *Tx) query(query string, args ...any) (*sql.Rows, error) {
	return tx.tx.QueryContext(tx.ctx, query, args...)
}

// give gives a noun the next free id of a table, which it loses again when the write fails.
func (tx *Tx) give(table string, id *data.ID) error {
	next, err := tx.newID(table)
	if err != nil {
		return err
	}
	*id = next
	tx.given = append(tx.given, id)
	return nil
}

// newID returns the next free id of a table; ids taken within one transaction follow each other.
func (tx *Tx) newID(table string) (data.ID, error) {
	if tx.next == nil {
		return 0, errReading
	}
	if tx.next[table] == 0 {
		var last data.ID
		if err := tx.tx.QueryRowContext(tx.ctx, "SELECT coalesce(max(id), 0) FROM "+table).Scan(&last); err != nil {
			return 0, err
		}
		tx.next[table] = last
	}
	tx.next[table]++
	return tx.next[table], nil
}

// Watch calls f after every commit of this process and, through Poll, for those of others, on the
// goroutine that wrote. The returned function ends it.
func (s *Store) Watch(f func(data.Change)) (stop func()) {
	s.watching.Lock()
	defer s.watching.Unlock()
	s.watcher++
	id := s.watcher
	s.watchers[id] = f
	return func() {
		s.watching.Lock()
		defer s.watching.Unlock()
		delete(s.watchers, id)
	}
}

func (s *Store) tell(c data.Change) {
	s.index.note(c)
	s.veil.note(c)
	s.watching.Lock()
	ids := make([]int, 0, len(s.watchers))
	for id := range s.watchers {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	watchers := make([]func(data.Change), 0, len(ids))
	for _, id := range ids {
		watchers = append(watchers, s.watchers[id])
	}
	s.watching.Unlock()
	for _, f := range watchers {
		f(c)
	}
}

// Poll looks whether another process has written since the last call, and tells the watchers if so.
// It costs some microseconds.
func (s *Store) Poll(ctx context.Context) error {
	s.mu.Lock()
	if s.writer == nil {
		s.mu.Unlock()
		return sql.ErrConnDone
	}
	var version int64
	err := s.writer.QueryRowContext(ctx, dataVersion).Scan(&version)
	changed := err == nil && version != s.version
	if changed {
		s.version = version
	}
	s.mu.Unlock()
	if changed {
		s.tell(data.Change{All: true})
	}
	return err
}
