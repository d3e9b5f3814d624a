package store

import (
	"context"
	"fmt"
	"time"

	"peerage/data"
)

// Channels returns how the channels are doing that were ever used.
func (s *Store) Channels(ctx context.Context) (map[data.ChannelName]data.Channel, error) {
	rows, err := s.readers.QueryContext(ctx, "SELECT name, succeeded, failed, trouble FROM channel")
	if err != nil {
		return nil, err
	}
	all, err := collect(rows, func(c *data.Channel) []any { return []any{&c.Name, &c.Succeeded, &c.Failed, &c.Trouble} })
	channels := make(map[data.ChannelName]data.Channel, len(all))
	for _, c := range all {
		channels[c.Name] = c
	}
	return channels, err
}

// Pokes returns a channel that gets something after each change, but for what is noted of channels: how one does
// changes nothing that goes out on it. One that was not taken yet stands for all since. It goes on until stop is
// called.
func (s *Store) Pokes() (pokes <-chan struct{}, stop func()) {
	changed := make(chan struct{}, 1)
	return changed, s.Watch(func(c data.Change) {
		if c.Only(data.Channels) {
			return
		}
		select {
		case changed <- struct{}{}:
		default: // who hears of it is about to look anyway
		}
	})
}

// noteEvery is how often it is remembered that a channel goes on to do well.
const noteEvery = time.Minute

// NoteChannel remembers how a channel did just now: trouble is a sentence, or "" where it went well. It is no
// operation that undo would take back.
func (s *Store) NoteChannel(ctx context.Context, name data.ChannelName, trouble string) error {
	now := s.now().UnixMilli()
	known, err := s.Channels(ctx)
	if err != nil {
		return err
	}
	if was := known[name]; trouble == "" && was.Trouble == "" && now >= was.Succeeded && now-was.Succeeded < noteEvery.Milliseconds() {
		return nil
	}
	_, err = s.write(ctx, func(tx *Tx) error {
		if trouble == "" {
			_, err := tx.exec(`INSERT INTO channel (name, succeeded) VALUES (?, ?)
				ON CONFLICT (name) DO UPDATE SET succeeded = excluded.succeeded, trouble = ''`, name, now)
			return err
		}
		_, err := tx.exec(`INSERT INTO channel (name, failed, trouble) VALUES (?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET failed = excluded.failed, trouble = excluded.trouble`, name, now, trouble)
		return err
	})
	if err != nil {
		return fmt.Errorf("remember how the channel %s did: %w", name, err)
	}
	s.tell(data.Change{Kinds: []data.Kind{data.Channels}})
	return nil
}
