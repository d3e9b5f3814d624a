package store

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/data"
)

// OpenWith opens with migrations of the test's own.
func OpenWith(dir string, now func() time.Time, steps fs.FS) (*Store, error) {
	return open(dir, now, steps)
}

// Migrations are those of this Peerage.
var Migrations fs.FS = migrations

// Covered says whether the journal covers a table, and whether it says so on purpose.
func Covered(table string) (journalled, left bool) {
	_, journalled = kinds[table]
	return journalled, slices.Contains(unjournalled, table)
}

// Exec runs a statement on the write connection, past everything.
func Exec(t testing.TB, s *Store, query string, args ...any) {
	t.Helper()
	if _, err := s.writer.ExecContext(context.Background(), query, args...); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

// Recorded returns how many steps of the last write are still in memory.
func Recorded(s *Store) int { return len(s.recorder.entries) }

// Texts returns the first column of a question.
func Texts(t testing.TB, s *Store, query string, args ...any) []string {
	t.Helper()
	rows, err := s.readers.QueryContext(context.Background(), query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	all, err := collect(rows, func(v *string) []any { return []any{v} })
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return all
}

// Dump writes out the schema and every row of every table that the file lists, but the tables in
// without.
func Dump(t testing.TB, s *Store, without ...string) string {
	t.Helper()
	var out bytes.Buffer
	for _, line := range Texts(t, s, "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1") {
		fmt.Fprintln(&out, line)
	}
	for _, table := range Texts(t, s, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
		if slices.Contains(without, table) {
			continue
		}
		rows, err := s.readers.Query("SELECT * FROM " + table + " ORDER BY rowid")
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprint(&out, table)
			for i, v := range values {
				fmt.Fprintf(&out, " %s=%T:%q", columns[i], v, fmt.Sprint(v))
			}
			fmt.Fprintln(&out)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
	return out.String()
}

// Difference returns the lines that only one of two dumps has.
func Difference(a, b string) string {
	var out []string
	for mark, pair := range map[string][2]string{"-": {a, b}, "+": {b, a}} {
		other := map[string]bool{}
		for _, line := range strings.Split(pair[1], "\n") {
			other[line] = true
		}
		for _, line := range strings.Split(pair[0], "\n") {
			if !other[line] {
				out = append(out, mark+line)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// IDs returns the ids in a table as the write so far has left them.
func (tx *Tx) IDs(table string) ([]data.ID, error) {
	rows, err := tx.query("SELECT id FROM " + table + " ORDER BY id")
	if err != nil {
		return nil, err
	}
	return collect(rows, func(id *data.ID) []any { return []any{id} })
}

// Statement runs a statement as the methods of Tx do.
func (tx *Tx) Statement(query string, args ...any) error {
	_, err := tx.exec(query, args...)
	return err
}

// StepsInFrame is how many steps wait before they are packed.
const StepsInFrame = stepsInFrame

// MostRecorded returns how many steps and packed octets of the last write are still in memory.
func MostRecorded(s *Store) int { return cap(s.recorder.entries) + s.recorder.packed.frames.Cap() }

// Unpack writes every journal as versions did that packed none.
func Unpack(t testing.TB, s *Store) {
	t.Helper()
	for _, id := range Texts(t, s, "SELECT CAST(id AS TEXT) FROM operation") {
		var kept []byte
		if err := s.readers.QueryRow("SELECT entries FROM operation WHERE id = ?", id).Scan(&kept); err != nil {
			t.Fatal(err)
		}
		notes, steps, err := decode(kept)
		if err != nil {
			t.Fatal(err)
		}
		Exec(t, s, "UPDATE operation SET entries = ? WHERE id = ?", encode(slices.Concat(notes, steps)), id)
	}
}

// Reread fails unless what can be read of a journal, framed or not, is the same when it is written again.
func Reread(t *testing.T, journal []byte, packed bool) {
	notes, steps, err := decode(journal)
	if err != nil {
		return
	}
	again := encode(slices.Concat(notes, steps))
	if packed {
		var p packer
		if err := p.add(steps); err != nil {
			t.Fatal(err)
		}
		again = slices.Concat(encode(notes), p.frames.Bytes())
	}
	sameNotes, sameSteps, err := decode(again)
	if err != nil || fmt.Sprint(notes, steps) != fmt.Sprint(sameNotes, sameSteps) {
		t.Fatalf("%v %v\nand again %v %v, %v", notes, steps, sameNotes, sameSteps, err)
	}
}

// SearchApart lets a search go through parts of so many people, until the function that it returns is called.
func SearchApart(people int) (whole func()) {
	before := fewestApart
	fewestApart = people
	return func() { fewestApart = before }
}
