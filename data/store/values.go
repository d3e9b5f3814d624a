package store

import (
	"database/sql"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"peerage/data"
)

// plain makes text fit to be stored and to come back from the journal as it was: valid UTF-8 without
// NUL, at which SQLite's own text functions stop.
func plain(s string) string {
	for i := range len(s) {
		if c := s[i]; c == 0 || c >= utf8.RuneSelf {
			return cleaned(s)
		}
	}
	return s // most of what is stored, at a fraction of the cost
}

func cleaned(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

// newUUID returns a UUID of version 7 (RFC 9562 §5.7), for what comes in by the thousand: made one
// after the other they follow each other, so that their index is written in order.
func newUUID() string {
	id, err := uuid.NewV7()
	if err != nil {
		return uuid.NewString()
	}
	return id.String()
}

// day reads a day column. What stands there was written by Day.String, so nothing else can be in it;
// were it otherwise, the day is unknown.
func day(s string) data.Day {
	if s == "" {
		return 0
	}
	d, _ := data.ParseDay(s)
	return d
}

func partial(s string) data.PartialDay {
	p, _ := data.ParsePartialDay(s)
	return p
}

func lines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

func has(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

// collect reads all rows into values, whose fields fields names.
func collect[T any](rows *sql.Rows, fields func(*T) []any) ([]T, error) {
	defer rows.Close()
	var all []T
	for rows.Next() {
		var v T
		if err := rows.Scan(fields(&v)...); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

// dayColumn and partialColumn scan a column into a day.
type dayColumn struct{ *data.Day }

// Scan implements sql.Scanner.
func (c dayColumn) Scan(v any) error {
	s, _ := v.(string)
	*c.Day = day(s)
	return nil
}

type partialColumn struct{ *data.PartialDay }

// Scan implements sql.Scanner.
func (c partialColumn) Scan(v any) error {
	s, _ := v.(string)
	*c.PartialDay = partial(s)
	return nil
}

// orNull binds an id, or NULL for 0.
func orNull(id data.ID) any {
	if id == 0 {
		return nil
	}
	return int64(id)
}
