package briefing

import (
	"cmp"
	"context"
	"slices"

	"peerage/data"
	"peerage/data/store"
)

// Promised is a promise that a day reminds of.
type Promised struct {
	data.Promise
	PersonUUID string
	Name       string // of the other side
	Private    bool
}

// promisedAhead is how many days before its day a promise is reminded of.
const promisedAhead = 3

// Promises returns the open promises that are late or due within three days, as PromisesBy does.
func Promises(ctx context.Context, s *store.Store, today data.Day) ([]Promised, error) {
	return PromisesBy(ctx, s, today+promisedAhead, today)
}

// PromisesBy returns the open promises that are due on a day or before: mine first, then theirs, and of each
// the sooner due the earlier. Of whoever must not be contacted nothing is said; what somebody promised who
// is paused is not asked for meanwhile, while what I promised them holds.
func PromisesBy(ctx context.Context, s *store.Store, by, today data.Day) ([]Promised, error) {
	open, err := s.Promises(ctx, store.PromiseFilter{Open: true, By: by})
	if err != nil || len(open) == 0 {
		return nil, err
	}
	people := make([]data.ID, len(open))
	for i := range open {
		people[i] = open[i].Person
	}
	known, err := s.Known(ctx, people, today)
	if err != nil {
		return nil, err
	}
	boundaries, err := s.Boundaries(ctx)
	if err != nil {
		return nil, err
	}
	list := make([]Promised, 0, len(open))
	for _, p := range open {
		k, ok := known[p.Person]
		if ok && !boundaries[p.Person].NoContact && (p.By == data.Mine || !k.LeftAlone) {
			list = append(list, Promised{p, k.UUID, k.Name, k.Private})
		}
	}
	slices.SortStableFunc(list, func(a, b Promised) int { return cmp.Compare(side(a.By), side(b.By)) })
	return list, nil
}

// side orders whose promises come first.
func side(by data.Side) int {
	if by == data.Mine {
		return 0
	}
	return 1
}
