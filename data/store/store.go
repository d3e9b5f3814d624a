// Package store keeps everything Peerage knows in one SQLite file, and is the only room that talks
// to it.
//
// Reading is done through methods that return the nouns of package data. Changing is done through
// Write alone: one transaction, journalled row by row so that it can be undone and redone, followed
// by exactly one data.Change to whoever watches. Several processes may have the same file open.
package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"

	"peerage/data"
)

// FileName is the name of the file within the data folder.
const FileName = "peerage.db"

// applicationID marks the file as ours in its header ("Peer" in ASCII).
const applicationID = 0x50656572

// Store is the open file. Its methods may be called from several goroutines.
type Store struct {
	path    string
	now     func() time.Time
	fixed   data.Day // that is taken for today, 0 for the day it is
	steps   fs.FS    // the migrations
	readers *sql.DB
	pool    *sql.DB // the writer's pool of one, kept so that it can be closed

	mu       sync.Mutex // held while the writer is in use
	writer   *sql.Conn
	prepared map[string]*sql.Stmt
	bulks    map[string]driver.Stmt // statements of bulk inserts
	recorder *recorder
	version  int64 // PRAGMA data_version as the writer last saw it
	commits  int64 // of the writer

	watching sync.Mutex
	watchers map[int]func(data.Change)
	watcher  int

	index indexHolder
	veil  veilHolder
}

// Damaged is the error for a file that SQLite cannot read. The file has been set aside under Kept,
// with everything in it, and the next Open starts with an empty one.
type Damaged struct {
	Path, Kept string
	Cause      error
}

func (d *Damaged) Error() string { return fmt.Sprintf("open %s: %v", d.Path, d.Cause) }

// Unwrap makes errors.Is(err, data.ErrDamaged) hold.
func (d *Damaged) Unwrap() []error { return []error{data.ErrDamaged, d.Cause} }

// Open opens the file in folder dir, creating both where they are missing, and brings it up to date.
// now tells the time of operations.
//
// It returns data.ErrNewer for a file of a later Peerage, data.ErrNotOurs for a database of some
// other program, and *Damaged for a file that was unreadable and has been set aside. None of these
// changes a byte of the file.
func Open(dir string, now func() time.Time) (*Store, error) {
	return open(dir, now, migrations)
}

// TakeForToday has the store take a day for today, 0 for the day it is: ties hold as on that day, and operations are
// done on it. What concerns the file itself, and what other programs were told, goes by the clock. It comes before
// anything else is done with the store.
func (s *Store) TakeForToday(day data.Day) { s.fixed = day }

// moment returns the time it is, on the day that is taken for today.
func (s *Store) moment() time.Time {
	now := s.now()
	if s.fixed == 0 {
		return now
	}
	year, month, day := s.fixed.Date()
	return time.Date(year, month, day, now.Hour(), now.Minute(), now.Second(), now.Nanosecond(), now.Location())
}

// open is Open with migrations of the caller's.
func open(dir string, now func() time.Time, steps fs.FS) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open the data folder: %w", err)
	}
	path := filepath.Join(dir, FileName)
	s := &Store{path: path, now: now, steps: steps, prepared: map[string]*sql.Stmt{}, bulks: map[string]driver.Stmt{}, watchers: map[int]func(data.Change){}}
	err := s.open()
	if err == nil {
		return s, nil
	}
	s.Close()
	if !IsDamage(err) {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	kept, moveErr := setAside(path, now())
	if moveErr != nil {
		return nil, fmt.Errorf("set the damaged file aside: %w", errors.Join(data.ErrDamaged, moveErr))
	}
	return nil, &Damaged{Path: path, Kept: kept, Cause: err}
}

func (s *Store) open() error {
	if err := makeWritable(s.path); err != nil {
		return err
	}
	var err error
	if s.pool, err = sql.Open("sqlite", dsn(s.path, false)); err != nil {
		return err
	}
	s.pool.SetMaxOpenConns(1)
	ctx := context.Background()
	if s.writer, err = s.pool.Conn(ctx); err != nil {
		return err
	}
	version, err := s.identify(ctx)
	if err != nil {
		return err
	}
	if err := s.useWAL(ctx); err != nil {
		return err
	}
	if err := s.migrate(ctx, version); err != nil {
		return err
	}
	if err := s.record(ctx); err != nil {
		return err
	}
	if s.readers, err = sql.Open("sqlite", dsn(s.path, true)); err != nil {
		return err
	}
	s.readers.SetMaxOpenConns(maxReaders)
	s.readers.SetMaxIdleConns(maxReaders)
	return s.writer.QueryRowContext(ctx, dataVersion).Scan(&s.version)
}

// maxReaders is how many connections read at once.
const maxReaders = 4

// makeWritable makes the file where it is missing, for the user's eyes only, and says in the system's
// own error why it cannot be written, which SQLite reports without a reason.
func makeWritable(path string) error {
	// The file is never opened once SQLite may have it open: closing it would drop SQLite's locks.
	made, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err == nil {
		return made.Close()
	}
	probe, probeErr := os.CreateTemp(filepath.Dir(path), ".peerage-*")
	if probeErr != nil {
		return probeErr
	}
	probe.Close()
	if err := os.Remove(probe.Name()); err != nil {
		return err
	}
	info, statErr := os.Stat(path)
	switch {
	case statErr != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s is a folder: %w", path, fs.ErrInvalid)
	case info.Mode().Perm()&0o200 == 0:
		return &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
	}
	return nil
}

// dsn spells the pragmas of every connection: they hold for the connection that sets them only.
func dsn(path string, reader bool) string {
	q := url.Values{"_txlock": {"immediate"}, "_dqs": {"0"}, "_defensive": {"1"}, "_pragma": {
		"busy_timeout(5000)", "synchronous(FULL)", "foreign_keys(1)", "temp_store(MEMORY)",
	}}
	if reader {
		q.Add("_pragma", "query_only(1)")
		q.Set("_txlock", "deferred")
	} else {
		q.Add("_pragma", "cache_size(-262144)") // 256 MiB: what an import of 400,000 people changes, or its undo, stays in memory until it is written
	}
	return fileURL(path, q)
}

// fileURL names a file to SQLite, whatever characters its path has.
func fileURL(path string, q url.Values) string {
	path = filepath.ToSlash(path)
	if strings.HasPrefix(path, "//") {
		path = "//" + path // SQLite takes what follows the first two for a host, and a share of Windows begins with two
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}
	return u.String()
}

// useWAL makes writers and readers stay out of each other's way. The mode is kept in the file, so it
// is set after looking whose file it is. SQLite does not wait for others who do the same.
func (s *Store) useWAL(ctx context.Context) error {
	var err error
	for range 100 {
		var mode string
		err = s.writer.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode)
		if err == nil && mode != "wal" {
			err = fmt.Errorf("the journal mode is %s, not wal", mode)
		}
		if !isCode(err, codeBusy) {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return err
}

// Close ends the use of the file. It may be called more than once.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	if s.readers != nil {
		errs = append(errs, s.readers.Close())
	}
	for _, stmt := range s.prepared {
		errs = append(errs, stmt.Close())
	}
	s.prepared = map[string]*sql.Stmt{}
	for _, stmt := range s.bulks {
		errs = append(errs, stmt.Close())
	}
	s.bulks = map[string]driver.Stmt{}
	if s.writer != nil {
		errs = append(errs, s.writer.Close())
		s.writer = nil
	}
	if s.pool != nil {
		errs = append(errs, s.pool.Close())
	}
	return errors.Join(errs...)
}

// Path returns where the file lies.
func (s *Store) Path() string { return s.path }

// The SQLite result codes that mean damage, or that another process is in the way
// (https://sqlite.org/rescode.html).
const (
	codeBusy    = 5
	codeCorrupt = 11
	codeNotADB  = 26
)

func isCode(err error, code int) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == code
}

// IsDamage reports whether an error says that the file is damaged. Damage deep inside shows only when something is
// read there: the file is not set aside then, for most of it can still be read.
func IsDamage(err error) bool {
	return isCode(err, codeCorrupt) || isCode(err, codeNotADB) || errors.Is(err, data.ErrDamaged)
}

// setAside renames the file and its journal files, so that nothing in them is lost.
func setAside(path string, now time.Time) (string, error) {
	kept := path + ".damaged-" + now.UTC().Format("20060102-150405")
	for n := 2; ; n++ {
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			break
		}
		kept = fmt.Sprintf("%s.damaged-%s-%d", path, now.UTC().Format("20060102-150405"), n)
	}
	for _, suffix := range []string{"-wal", "-shm"} {
		if err := os.Rename(path+suffix, kept+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return kept, os.Rename(path, kept)
}
