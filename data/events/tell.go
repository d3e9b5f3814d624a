package events

import (
	"context"

	"peerage/data"
	"peerage/data/store"
)

// Untold returns what decides whether a text about a person, from a contact or from none (0), must stay in Peerage
// because it tells of somebody private. It knows who is private now.
func Untold(ctx context.Context, s *store.Store) (func(text, person string, contact data.ID) bool, error) {
	u, err := loadUntold(ctx, s)
	if err != nil {
		return nil, err
	}
	return u.stays, nil
}
