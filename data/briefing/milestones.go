package briefing

import (
	"context"

	"peerage/data"
	"peerage/data/store"
)

// Milestone is a move whose anniversary a day brings.
type Milestone struct {
	Moved
	Years int
	// Exact says that the day of the move is known; else its month is.
	Exact bool
}

// Milestones returns the moves that have their anniversary today (Occasions), with what is known of the
// people who made them.
func Milestones(ctx context.Context, s *store.Store, today data.Day) ([]Milestone, error) {
	occasions, err := Occasions(ctx, s, today, 0)
	if err != nil {
		return nil, err
	}
	var moves []data.Move
	var kept []data.Occasion
	for _, o := range occasions {
		if o.Kind == data.MoveAnniversary {
			moves, kept = append(moves, *o.Move), append(kept, o)
		}
	}
	moved, err := about(ctx, s, moves, today)
	if err != nil || len(moved) != len(kept) {
		return nil, err // somebody was removed meanwhile: whoever asks is told to ask again
	}
	list := make([]Milestone, len(moved))
	for i := range moved {
		list[i] = Milestone{moved[i], kept[i].Years, !kept[i].InMonth}
	}
	return list, nil
}
