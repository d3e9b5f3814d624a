package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"slices"

	"github.com/google/uuid"

	"peerage/data"
)

// migrations holds one SQL file a schema version, numbered from 0001 without a gap.
//
//go:embed migrations/*.sql
var migrations embed.FS

// identify looks whose file it is without writing to it, and returns its version. It refuses files
// that are newer or not ours.
func (s *Store) identify(ctx context.Context) (version int, err error) {
	var application, tables int
	err = s.writer.QueryRowContext(ctx, `SELECT (SELECT user_version FROM pragma_user_version),
		(SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_master)`).Scan(&version, &application, &tables)
	if err != nil {
		return 0, err
	}
	steps, err := s.migrations()
	switch {
	case err != nil:
		return 0, err
	case application == 0 && version == 0 && tables == 0:
		return 0, nil
	case application != applicationID:
		return 0, data.ErrNotOurs
	case version > len(steps):
		return 0, data.ErrNewer
	case version < 1 || tables == 0:
		return 0, fmt.Errorf("version %d with %d tables and indexes: %w", version, tables, data.ErrDamaged)
	}
	return version, nil
}

func (s *Store) migrations() ([]string, error) {
	names, err := fs.Glob(s.steps, "migrations/*.sql")
	slices.Sort(names)
	return names, err
}

// migrate brings the file from version to the newest, after a backup, in one transaction: whatever
// goes wrong on the way, the old version stays whole. The undo stack is emptied with it, because its
// rows have the old shape.
func (s *Store) migrate(ctx context.Context, version int) error {
	steps, err := s.migrations()
	if err != nil || version == len(steps) {
		return err
	}
	if version > 0 {
		if _, err := s.backup(ctx, fmt.Sprintf("before-version-%d", len(steps))); err != nil {
			return fmt.Errorf("back up before bringing the file up to date: %w", err)
		}
	}
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	// Another process may have done it while this one waited for the lock.
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil || version >= len(steps) {
		return err
	}
	for i, name := range steps[version:] {
		if err := s.step(ctx, tx, name); err != nil {
			return fmt.Errorf("bring the file to version %d: %w", version+i+1, err)
		}
	}
	if version == 0 {
		if _, err := tx.ExecContext(ctx, "INSERT INTO person (id, uuid, name) VALUES (?, ?, '')", data.Me, uuid.NewString()); err != nil {
			return err
		}
	}
	after := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d; DELETE FROM operation;", applicationID, len(steps))
	if _, err := tx.ExecContext(ctx, after); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *Store) step(ctx context.Context, tx *sql.Tx, name string) error {
	statements, err := fs.ReadFile(s.steps, name)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, string(statements))
	return err
}
