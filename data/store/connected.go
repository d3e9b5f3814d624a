package store

import (
	"context"

	"peerage/data"
)

// ConnectedAmong returns, of the people given, everyone who is in the file, with the day LinkedIn says that the
// connection was made, 0 for none.
func (s *Store) ConnectedAmong(ctx context.Context, people []data.ID) (map[data.ID]data.Day, error) {
	among := make(map[data.ID]data.Day, len(people))
	var id data.ID
	var since data.Day
	err := each(ctx, s.readers, "SELECT id, connected FROM person WHERE id IN (SELECT value FROM json_each(?)) AND id <> ?",
		[]any{listOf(people), data.Me}, []any{&id, dayColumn{&since}}, func() { among[id] = since })
	return among, err
}
