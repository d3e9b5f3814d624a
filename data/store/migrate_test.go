package store_test

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// steps returns today's migrations and more after them.
func steps(t *testing.T, more ...string) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	now, err := fs.Glob(store.Migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range now {
		b, err := fs.ReadFile(store.Migrations, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: b}
	}
	for i, statements := range more {
		all["migrations/9"+string(rune('0'+i))+".sql"] = &fstest.MapFile{Data: []byte(statements)}
	}
	return all
}

// files returns the content of every file in a folder but backups.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(b)
	}
	return all
}

func sameFiles(t *testing.T, before, after map[string]string) {
	t.Helper()
	for name, b := range before {
		if after[name] != b {
			t.Errorf("%s is not as it was", name)
		}
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			t.Errorf("%s is new", name)
		}
	}
}

var clock = datatest.Clock(739942)

func closeStore(t *testing.T, s *store.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAFileOfANewerPeerageIsRefusedUntouched(t *testing.T) {
	dir := t.TempDir()
	s, err := store.OpenWith(dir, clock, steps(t, "CREATE TABLE later_noun (id INTEGER PRIMARY KEY) STRICT"))
	if err != nil {
		t.Fatal(err)
	}
	datatest.Person(t, s, "Ana")
	closeStore(t, s)
	before := files(t, dir)
	if _, err := store.Open(dir, clock); !errors.Is(err, data.ErrNewer) {
		t.Fatalf("Open: %v", err)
	}
	sameFiles(t, before, files(t, dir))
}

func TestADatabaseOfAnotherProgramIsRefusedUntouched(t *testing.T) {
	for name, statements := range map[string]string{
		"with tables":         "CREATE TABLE recipe (id INTEGER PRIMARY KEY); INSERT INTO recipe VALUES (1)",
		"with a mark":         "PRAGMA application_id = 12345",
		"with a version only": "PRAGMA user_version = 3",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			db, err := sql.Open("sqlite", filepath.Join(dir, store.FileName))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := db.Exec(statements); err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			before := files(t, dir)
			if _, err := store.Open(dir, clock); !errors.Is(err, data.ErrNotOurs) {
				t.Fatalf("Open: %v", err)
			}
			sameFiles(t, before, files(t, dir))
		})
	}
}

func TestAnOlderFileIsBackedUpAndBroughtUpToDate(t *testing.T) {
	dir := t.TempDir()
	s := datatest.OpenIn(t, dir)
	ana := datatest.Person(t, s, "Ana", datatest.Notes("likes tea"))
	old := dump(t, s)
	closeStore(t, s)

	newer := steps(t, "ALTER TABLE person ADD COLUMN tone TEXT NOT NULL DEFAULT 'warm'", "CREATE TABLE tone (id INTEGER PRIMARY KEY) STRICT")
	s, err := store.OpenWith(dir, clock, newer)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(ctx); !errors.Is(err, data.ErrNoUndo) {
		t.Errorf("the undo stack is not empty: %v", err)
	}
	// Rows that have not been written since have no such column yet; the journal must know it all the same.
	before := dump(t, s)
	if !strings.Contains(before, `tone=string:"warm"`) {
		t.Fatalf("the migration did not run:\n%s", before)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.Statement("UPDATE person SET tone = 'cool' WHERE id = ?", ana) })
	datatest.Write(t, s, func(tx *store.Tx) error { return tx.DeletePerson(ana) })
	undoTo(t, s, 0)
	mustBe(t, s, before, "after undoing what was done to a row older than its column")
	closeStore(t, s)

	backups, err := filepath.Glob(filepath.Join(dir, "backups", "*"))
	if err != nil || len(backups) != 1 {
		t.Fatalf("backups %v, %v", backups, err)
	}
	// The old Peerage opens the backup, and it says what the file said.
	restored := t.TempDir()
	b, err := os.ReadFile(backups[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(restored, store.FileName), b, 0o600); err != nil {
		t.Fatal(err)
	}
	mustBe(t, datatest.OpenIn(t, restored), old, "in the backup")
}

func TestAMigrationThatFailsLeavesTheOldVersionWhole(t *testing.T) {
	dir := t.TempDir()
	s := datatest.OpenIn(t, dir)
	datatest.Person(t, s, "Ana")
	before := store.Dump(t, s)
	closeStore(t, s)
	broken := steps(t, "ALTER TABLE person ADD COLUMN tone TEXT", "DELETE FROM person WHERE id > 1; DROP TABLE nowhere")
	if _, err := store.OpenWith(dir, clock, broken); err == nil || errors.Is(err, data.ErrDamaged) {
		t.Fatalf("Open: %v", err)
	}
	s = datatest.OpenIn(t, dir) // the old version opens it
	if got := store.Dump(t, s); got != before {
		t.Errorf("the file differs:\n%s", store.Difference(before, got))
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Errorf("what was done before can be undone no more: %v", err)
	}
}

func TestMigrationsAreNumberedWithoutAGap(t *testing.T) {
	names, err := fs.Glob(store.Migrations, "migrations/*")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for i, name := range names {
		if want := "migrations/000" + string(rune('1'+i)) + "_"; !strings.HasPrefix(name, want) || !strings.HasSuffix(name, ".sql") {
			t.Errorf("%s, want %s….sql", name, want)
		}
	}
}

func TestTenBackupsOfEachReasonAreKept(t *testing.T) {
	dir := t.TempDir()
	now := clock()
	s, err := store.Open(dir, func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	datatest.Person(t, s, "Ana")
	var last string
	for _, reason := range []string{"demo", "before-demo"} {
		for range 12 {
			now = now.Add(time.Millisecond)
			if last, err = s.Backup(ctx, reason); err != nil {
				t.Fatal(err)
			}
		}
	}
	got, err := filepath.Glob(filepath.Join(dir, "backups", "*"))
	if err != nil || len(got) != 20 || !slices.Contains(got, last) {
		t.Errorf("%d backups are kept: %v, %v", len(got), got, err)
	}
}
