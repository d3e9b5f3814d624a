package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"peerage/data/store"
)

// BenchmarkBareInsert writes the rows that an import of so many connections writes, into the same
// tables, in one transaction of prepared statements with fifty rows each, with nothing around: no
// reading, no matching, no journal, no search. It is the floor that BenchmarkImport in data/intake is
// compared with.
func BenchmarkBareInsert(b *testing.B) {
	for _, people := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				db := bare(b)
				b.StartTimer()
				if err := insertBare(b.Context(), db, people); err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := db.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// bare opens an empty file of ours without a Store around it.
func bare(b *testing.B) *sql.DB {
	b.Helper()
	dir := b.TempDir()
	s, err := store.Open(dir, time.Now)
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, store.FileName)+
		"?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)")
	if err != nil {
		b.Fatal(err)
	}
	return db
}

func insertBare(ctx context.Context, db *sql.DB, people int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.Exec("INSERT INTO reading (id, source, day, digest) VALUES (1, 'linkedin', '2026-11-15', 'x')"); err != nil {
		return err
	}
	name := func(i int) string { return fmt.Sprintf("Given%d Family%d", i%1000, i) }
	for _, table := range []struct {
		into string
		rows int
		row  func(i int) []any
	}{
		{"person (id,uuid,name,given,family,other_names,connected,sort_key)", people, func(i int) []any {
			return []any{i + 2, uuid.NewString(), name(i), fmt.Sprint("Given", i%1000), fmt.Sprint("Family", i), "", "2020-05-01", strings.ToLower(name(i))}
		}},
		{"organisation (id,uuid,name,key)", people / 4, func(i int) []any {
			return []any{i + 1, uuid.NewString(), fmt.Sprint("Company ", i), fmt.Sprint("company ", i)}
		}},
		{"organisation_name (id,organisation_id,written,confirmed)", people / 4, func(i int) []any {
			return []any{i + 1, i + 1, fmt.Sprint("Company ", i), 0}
		}},
		{"snapshot (id,person_id,reading_id,profile,given,family,email,organisation,title,connected)", people, func(i int) []any {
			return []any{i + 1, i + 2, 1, fmt.Sprint("member-", i), fmt.Sprint("Given", i%1000), fmt.Sprint("Family", i), "", fmt.Sprint("Company ", i/4), "Engineer", "2020-05-01"}
		}},
		{"contact_point (id,person_id,kind,value,seen)", people, func(i int) []any {
			return []any{i + 1, i + 2, "linkedin", fmt.Sprint("member-", i), "2026-11-15"}
		}},
		{"role (id,person_id,organisation_id,employer,title,from_day,to_day,source,first_seen,last_seen,current)", people, func(i int) []any {
			return []any{i + 1, i + 2, i/4 + 1, fmt.Sprint("Company ", i/4), "Engineer", "", "", "linkedin", "2026-11-15", "2026-11-15", 1}
		}},
	} {
		const batch = 50
		columns := strings.Count(table.into, ",") + 1
		marks := "(" + strings.Repeat("?,", columns-1) + "?)"
		insert, err := tx.PrepareContext(ctx, "INSERT INTO "+table.into+" VALUES "+strings.Repeat(marks+",", batch-1)+marks)
		if err != nil {
			return err
		}
		args := make([]any, 0, batch*columns)
		for i := range table.rows {
			if args = append(args, table.row(i)...); len(args) == cap(args) {
				if _, err := insert.ExecContext(ctx, args...); err != nil {
					return err
				}
				args = args[:0]
			}
		}
		if err := insert.Close(); err != nil {
			return err
		}
	}
	return tx.Commit()
}
