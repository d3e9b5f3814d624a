package store

import (
	"context"

	"peerage/data"
)

// Otherwise is what somebody is found by besides their name.
type Otherwise struct {
	Names    []string
	Contacts []string // the values of their contact points
}

// OtherwiseAmong returns, of the people given, those who have another name or a contact point.
func (s *Store) OtherwiseAmong(ctx context.Context, people []data.ID) (map[data.ID]Otherwise, error) {
	among := map[data.ID]Otherwise{}
	list := listOf(people)
	var id data.ID
	var value string
	err := each(ctx, s.readers, "SELECT id, other_names FROM person WHERE other_names <> '' AND id IN (SELECT value FROM json_each(?))", []any{list},
		[]any{&id, &value}, func() { among[id] = Otherwise{Names: lines(value)} })
	if err != nil {
		return nil, err
	}
	err = each(ctx, s.readers, "SELECT person_id, value FROM contact_point WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY id", []any{list},
		[]any{&id, &value}, func() {
			o := among[id]
			o.Contacts = append(o.Contacts, value)
			among[id] = o
		})
	return among, err
}
