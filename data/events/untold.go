package events

import (
	"context"
	"fmt"

	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// untold knows which texts stay in Peerage because they tell of somebody private. A text that goes out is
// read by whoever sees the calendar, and nobody can take a name out of a sentence and leave the sentence.
type untold struct {
	names    names.Sought
	contacts map[data.ID]bool // in which somebody private took part
}

func loadUntold(ctx context.Context, s *store.Store) (*untold, error) {
	private, err := s.PrivateNames(ctx)
	if err != nil {
		return nil, fmt.Errorf("read who is private: %w", err)
	}
	u := &untold{}
	if len(private) == 0 {
		return u, nil
	}
	for _, name := range private {
		u.names.Add(name)
	}
	if u.contacts, err = s.PrivateContacts(ctx); err != nil {
		return nil, fmt.Errorf("read who is private: %w", err)
	}
	return u, nil
}

// Untold returns what decides whether a text about a person, from a contact or from none (0), must stay in Peerage
// because it tells of somebody private. It knows who is private now.
func Untold(ctx context.Context, s *store.Store) (func(text, person string, contact data.ID) bool, error) {
	u, err := loadUntold(ctx, s)
	if err != nil {
		return nil, err
	}
	return u.stays, nil
}

// stays reports whether a text about a person, from a contact or from none, is not to be told.
func (u *untold) stays(text, person string, contact data.ID) bool {
	return u.contacts[contact] || u.names.In(text, person)
}
