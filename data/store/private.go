package store

import (
	"context"
	"strings"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/names"
)

// PrivateNames returns every name by which somebody private may be called in a text: their whole name, their
// other names, and their first name alone unless it is a single letter.
func (s *Store) PrivateNames(ctx context.Context) ([]string, error) {
	var all []string
	var name, given, others string
	err := each(ctx, s.readers, "SELECT name, given, other_names FROM person WHERE private = 1 AND id <> ? ORDER BY id", []any{data.Me},
		[]any{&name, &given, &others}, func() {
			all = append(append(all, name), lines(others)...)
			if given == "" {
				given, _, _ = strings.Cut(name, " ")
			}
			if utf8.RuneCountInString(names.Fold(given)) > 1 {
				all = append(all, given)
			}
		})
	return all, err
}

// PrivateContacts returns the interactions in which somebody private took part.
func (s *Store) PrivateContacts(ctx context.Context) (map[data.ID]bool, error) {
	private := map[data.ID]bool{}
	var id data.ID
	err := each(ctx, s.readers, `SELECT x.interaction_id FROM person p JOIN interaction_person x ON x.person_id = p.id WHERE p.private = 1`, nil,
		[]any{&id}, func() { private[id] = true })
	return private, err
}
