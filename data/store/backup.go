package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"peerage/data"
)

// keptBackups is how many backups of one reason are kept.
const keptBackups = 10

// Backup writes a copy of the whole file into the folder "backups" beside it and returns its path.
// The copy is checked before it gets its name, and the oldest copies of the same reason beyond ten are
// removed. reason becomes part of the file's name: letters, digits and hyphens.
func (s *Store) Backup(ctx context.Context, reason string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.writer == nil {
		return "", sql.ErrConnDone
	}
	name, err := s.backup(ctx, reason)
	if err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	return name, nil
}

func (s *Store) backup(ctx context.Context, reason string) (string, error) {
	dir := filepath.Join(filepath.Dir(s.path), "backups")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	// SQLite writes into an empty file of ours, which nobody else writes to or may read.
	part, err := os.CreateTemp(dir, "part-*")
	if err != nil {
		return "", err
	}
	defer os.Remove(part.Name())
	defer part.Close()
	if _, err := s.writer.ExecContext(ctx, "VACUUM INTO ?", fileURL(part.Name(), nil)); err != nil {
		return "", err
	}
	if err := checkCopy(ctx, part.Name()); err != nil {
		return "", err
	}
	if err := part.Sync(); err != nil {
		return "", err
	}
	if err := part.Close(); err != nil { // Windows renames no open file
		return "", err
	}
	name := filepath.Join(dir, "peerage-"+s.now().UTC().Format(backupTime)+"-"+reason+".db")
	if err := os.Rename(part.Name(), name); err != nil {
		return "", err
	}
	return name, dropOld(dir, reason)
}

// backupTime is how the name of a backup tells its time, in UTC.
const backupTime = "20060102-150405.000"

// dropOld removes the oldest backups of a reason beyond those that are kept.
func dropOld(dir, reason string) error {
	files, err := os.ReadDir(dir) // by name, and so by time
	if err != nil {
		return err
	}
	var old []string
	for _, f := range files {
		name, ours := strings.CutPrefix(f.Name(), "peerage-")
		if ours && len(name) > len(backupTime) && name[len(backupTime):] == "-"+reason+".db" {
			old = append(old, f.Name())
		}
	}
	for len(old) > keptBackups {
		if err := os.Remove(filepath.Join(dir, old[0])); err != nil {
			return err
		}
		old = old[1:]
	}
	return nil
}

func checkCopy(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", fileURL(path, url.Values{"mode": {"ro"}}))
	if err != nil {
		return err
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return errors.Join(data.ErrDamaged, errors.New(verdict))
	}
	return nil
}

// Check looks the whole file over and returns data.ErrDamaged when it is not sound. It takes about
// 3 ms for each megabyte, so the window asks for it in the background.
func (s *Store) Check(ctx context.Context) error {
	var verdict string
	if err := s.readers.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("check the file: %w", errors.Join(data.ErrDamaged, errors.New(verdict)))
	}
	return nil
}
