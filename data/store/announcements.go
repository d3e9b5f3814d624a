package store

import (
	"context"
	"encoding/json"
	"fmt"

	"peerage/data"
)

// Announced returns which of the keys were announced before.
func (s *Store) Announced(ctx context.Context, keys []string) (map[string]bool, error) {
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	known := make(map[string]bool, len(keys))
	var key string
	err = each(ctx, s.readers, "SELECT key FROM announcement WHERE key IN (SELECT value FROM json_each(?))", []any{string(list)}, []any{&key},
		func() { known[key] = true })
	if err != nil {
		return nil, fmt.Errorf("read what was announced: %w", err)
	}
	return known, nil
}

// AnnouncedSince returns the announcements whose key begins with prefix, with the day of each, from the
// day given.
func (s *Store) AnnouncedSince(ctx context.Context, prefix string, since data.Day) (map[string]data.Day, error) {
	all := map[string]data.Day{}
	var key string
	var on data.Day
	err := each(ctx, s.readers, "SELECT key, day FROM announcement WHERE substr(key, 1, length(?1)) = ?1 AND day >= ?2",
		[]any{prefix, since.String()}, []any{&key, dayColumn{&on}}, func() { all[key] = on })
	return all, err
}

// keptAnnouncements is how many days an announcement is remembered.
const keptAnnouncements = 400

// Claim remembers that the keys are announced on day and returns those that nobody had claimed
// before, so that of several processes one announces each. It is no operation that undo would take
// back, and no watcher hears of it.
func (s *Store) Claim(ctx context.Context, day data.Day, keys []string) ([]string, error) {
	var fresh []string
	_, err := s.write(ctx, func(tx *Tx) error {
		for _, key := range keys {
			result, err := tx.exec("INSERT INTO announcement (key, day) VALUES (?, ?) ON CONFLICT DO NOTHING", key, day.String())
			if err != nil {
				return err
			}
			if n, err := result.RowsAffected(); err != nil {
				return err
			} else if n > 0 {
				fresh = append(fresh, key)
			}
		}
		_, err := tx.exec("DELETE FROM announcement WHERE day < ?", (day - keptAnnouncements).String())
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("remember what is announced: %w", err)
	}
	return fresh, nil
}

// Release forgets claims, when the announcement did not come about.
func (s *Store) Release(ctx context.Context, keys []string) error {
	_, err := s.write(ctx, func(tx *Tx) error {
		for _, key := range keys {
			if _, err := tx.exec("DELETE FROM announcement WHERE key = ?", key); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("forget what was announced: %w", err)
	}
	return nil
}
