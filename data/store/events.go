package store

import (
	"context"
	"fmt"
	"time"
)

// Revision is what the file remembers of one event in the calendar.
type Revision struct {
	Event    int64     // a digest of its UID
	Digest   int64     // of what it says
	Sequence int       // how often that has changed, from 0
	Changed  time.Time // when it last did, in whole seconds
}

// keptRevisions is for how long an event that is told no more keeps its revision, so that one that comes
// back goes on where it was.
const keptRevisions = 400 * 24 * time.Hour

// Revise says of events, of which Event and Digest are given and which are all that there are, how often what
// they say has changed and when it last did. It remembers what they say now; where nothing differs nothing
// is written. A revision never goes down, and what is undone is a change like any other: it is no operation,
// and no watcher hears of it.
func (s *Store) Revise(ctx context.Context, events []Revision) error {
	known, err := revisions(ctx, s.readers, nil, len(events))
	if err != nil {
		return fmt.Errorf("read the revisions of events: %w", err)
	}
	now := s.now().Truncate(time.Second)
	differ := revise(events, known, now)
	if len(differ) == 0 {
		return nil
	}
	for i := range events {
		delete(known, events[i].Event)
	}
	_, err = s.write(ctx, func(tx *Tx) error {
		if err := tx.revise(events, differ, now); err != nil {
			return err
		}
		for event, r := range known { // those that are told no more
			if now.Sub(r.Changed) > keptRevisions {
				if _, err := tx.exec("DELETE FROM event WHERE id = ?", event); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remember the revisions of events: %w", err)
	}
	return nil
}

// revise writes the revisions of the events at some places. Another process may have told of the same change just
// before, so that they are looked at once more.
func (tx *Tx) revise(events []Revision, places []int, now time.Time) error {
	some := make([]Revision, len(places))
	for i, at := range places {
		some[i] = events[at]
	}
	known, err := revisions(tx.ctx, tx.tx, some, len(some))
	if err != nil {
		return err
	}
	for _, i := range revise(some, known, now) {
		e := &some[i]
		if _, err := tx.exec(`INSERT INTO event (id, digest, sequence, changed) VALUES (?, ?, ?, ?) ON CONFLICT (id)
			DO UPDATE SET digest = excluded.digest, sequence = excluded.sequence, changed = excluded.changed`,
			e.Event, e.Digest, e.Sequence, e.Changed.UnixMilli()); err != nil {
			return err
		}
	}
	for i, at := range places {
		events[at] = some[i]
	}
	return nil
}

// revise completes events by what is known of them, and returns the places of those that are new or differ.
// A clock that was put back does not make a later revision an earlier one.
func revise(events []Revision, known map[int64]Revision, now time.Time) (differ []int) {
	for i := range events {
		e := &events[i]
		before, old := known[e.Event]
		switch {
		case !old:
			e.Sequence, e.Changed = 0, now
		case before.Digest == e.Digest:
			e.Sequence, e.Changed = before.Sequence, before.Changed
			continue
		default:
			e.Sequence, e.Changed = before.Sequence+1, now
			if !now.After(before.Changed) {
				e.Changed = before.Changed.Add(time.Second)
			}
		}
		differ = append(differ, i)
	}
	return differ
}

// revisions returns what is known of some events, of all where none is named; about so many there are.
func revisions(ctx context.Context, db asker, some []Revision, about int) (map[int64]Revision, error) {
	query, args := "SELECT id, digest, sequence, changed FROM event", []any(nil)
	if some != nil {
		ids := make([]int64, len(some))
		for i := range some {
			ids[i] = some[i].Event
		}
		query, args = query+" WHERE id IN (SELECT value FROM json_each(?))", []any{listOf(ids)}
	}
	known := make(map[int64]Revision, about)
	var r Revision
	var changed int64
	err := each(ctx, db, query, args, []any{&r.Event, &r.Digest, &r.Sequence, &changed}, func() {
		r.Changed = time.UnixMilli(changed).UTC()
		known[r.Event] = r
	})
	return known, err
}
