package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"peerage/data"
)

// Publication is where the calendar lies on a server.
type Publication struct {
	Account string // the server and the user it belongs to
	Address string // of the calendar, an absolute URL
	Mark    string // by which the server tells that nothing in it changed, "" for unknown
	Emptied int64  // when it was last written anew because it was gone, in milliseconds UTC; 0 for never
	Told    string // what was said of it last, naming nobody; "" for nothing
	ToldAt  int64  // when, in milliseconds UTC
}

// Published is what was last written to one object of the calendar on a server. It tells of nobody by name.
type Published struct {
	UID     string // of the event
	ETag    string // that the object had last, "" for unknown
	Digest  int64  // of its octets; 0 when what stands there does not hold
	Task    bool   // it is a task and not an event
	Day     data.Day
	At      int // minutes after midnight, or data.AllDay
	Seen    bool
	LeftOut bool // the user took it out of the calendar

	// What stood there before, while it is not known that the later one was written; PriorDay is 0 else.
	PriorDay data.Day
	PriorAt  int

	Wish   int64 // a digest of what the user wanted here when it was written
	Wished int64 // the same of now
	Since  int64 // since when, in milliseconds UTC
}

// Publication returns where the calendar lies, zero for nowhere, and what was written there.
func (s *Store) Publication(ctx context.Context) (Publication, []Published, error) {
	var p Publication
	err := s.readers.QueryRowContext(ctx, "SELECT account, address, mark, emptied, told, told_at FROM publication").
		Scan(&p.Account, &p.Address, &p.Mark, &p.Emptied, &p.Told, &p.ToldAt)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return p, nil, fmt.Errorf("read what is published: %w", err)
	}
	rows, err := s.readers.QueryContext(ctx, `SELECT uid, etag, digest, task, day, at, prior_day, prior_at, seen, left_out, wish, wished, since
		FROM published ORDER BY uid`)
	if err != nil {
		return p, nil, fmt.Errorf("read what is published: %w", err)
	}
	all, err := collect(rows, func(o *Published) []any {
		return []any{&o.UID, &o.ETag, &o.Digest, &o.Task, dayColumn{&o.Day}, &o.At, dayColumn{&o.PriorDay}, &o.PriorAt, &o.Seen, &o.LeftOut, &o.Wish, &o.Wished, &o.Since}
	})
	return p, all, err
}

// SavePublication remembers where the calendar lies. Like all of what is published it is no operation that undo
// would take back, and no watcher hears of it: the server has it, whatever the user wants next.
func (s *Store) SavePublication(ctx context.Context, p Publication) error {
	_, err := s.write(ctx, func(tx *Tx) error {
		_, err := tx.exec(`INSERT INTO publication (id, account, address, mark, emptied, told, told_at) VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
			SET account = excluded.account, address = excluded.address, mark = excluded.mark, emptied = excluded.emptied,
			told = excluded.told, told_at = excluded.told_at`, p.Account, p.Address, p.Mark, p.Emptied, p.Told, p.ToldAt)
		return err
	})
	if err != nil {
		return fmt.Errorf("remember where the calendar is published: %w", err)
	}
	return nil
}

// SavePublished remembers what was written, and forgets the objects that are gone.
func (s *Store) SavePublished(ctx context.Context, written []Published, gone []string) error {
	if len(written)+len(gone) == 0 {
		return nil
	}
	_, err := s.write(ctx, func(tx *Tx) error {
		for i := range written {
			o := &written[i]
			if _, err := tx.exec(`INSERT INTO published (uid, etag, digest, task, day, at, prior_day, prior_at, seen, left_out, wish, wished, since)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid) DO UPDATE SET etag = excluded.etag, digest = excluded.digest,
				task = excluded.task, day = excluded.day, at = excluded.at, prior_day = excluded.prior_day, prior_at = excluded.prior_at, seen = excluded.seen,
				left_out = excluded.left_out, wish = excluded.wish, wished = excluded.wished, since = excluded.since`,
				o.UID, o.ETag, o.Digest, o.Task, o.Day.String(), o.At, o.PriorDay.String(), o.PriorAt, o.Seen, o.LeftOut, o.Wish, o.Wished, o.Since); err != nil {
				return err
			}
		}
		for _, uid := range gone {
			if _, err := tx.exec("DELETE FROM published WHERE uid = ?", uid); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remember what is published: %w", err)
	}
	return nil
}

// ForgetPublished forgets all that was written to a server, and where.
func (s *Store) ForgetPublished(ctx context.Context) error {
	_, err := s.write(ctx, func(tx *Tx) error {
		if _, err := tx.exec("DELETE FROM published"); err != nil {
			return err
		}
		_, err := tx.exec("DELETE FROM publication")
		return err
	})
	if err != nil {
		return fmt.Errorf("forget what was published: %w", err)
	}
	return nil
}
