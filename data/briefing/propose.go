package briefing

import (
	"context"
	"slices"

	"peerage/data"
	"peerage/data/cadence"
	"peerage/data/store"
)

// Proposal is someone whom the welcome proposes to keep up with, and how often.
type Proposal struct {
	Person data.ID
	Name   string
	Second string // employer and title, as a list shows them
	Tie    data.Tie
	Rhythm data.Rhythm
}

// proposed is how many people Propose names at most: what a person keeps up with beside their work.
const proposed = 30

// The rhythms that are proposed, in days: those one works with every six weeks, those one worked with
// twice a year.
var (
	withCoworker = data.Rhythm{Ideal: 42, Longest: 70}
	withFormer   = data.Rhythm{Ideal: 182, Longest: 270}
)

// Propose returns at most thirty people to keep up with, strongest ties first. None of them has a
// rhythm yet, is private, must not be contacted, or is paused on today.
func Propose(ctx context.Context, s *store.Store, today data.Day) ([]Proposal, error) {
	have, err := s.Rhythms(ctx, today)
	if err != nil {
		return nil, err
	}
	skip := map[data.ID]bool{}
	for _, r := range have {
		skip[r.Person] = cadence.Effective(r.Cadence.Rhythm, r.Circles) != data.Rhythm{}
	}
	ties, err := s.TieKinds(ctx, nil)
	if err != nil {
		return nil, err
	}
	rows, err := s.People(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	var all []Proposal
	for _, row := range rows {
		best, top := strongest(ties[row.ID], today)
		if top == 0 || skip[row.ID] {
			continue
		}
		rhythm := withFormer
		if best.Current || top == statedStrength {
			rhythm = withCoworker
		}
		all = append(all, Proposal{row.ID, row.Name, second(row), best, rhythm})
	}
	slices.SortStableFunc(all, func(a, b Proposal) int { return strength(b.Tie, today) - strength(a.Tie, today) })
	return approachable(ctx, s, all, today)
}

// approachable returns the first proposals of people who are neither private nor to be left alone.
func approachable(ctx context.Context, s *store.Store, all []Proposal, today data.Day) ([]Proposal, error) {
	alone, err := s.LeftAlone(ctx, today)
	if err != nil {
		return nil, err
	}
	private, err := s.PrivatePeople(ctx)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(p Proposal) bool { return private[p.Person] || alone[p.Person] })
	return all[:min(len(all), proposed)], nil
}

func second(r *store.Row) string {
	if r.Title == "" || r.Organisation == "" {
		return r.Title + r.Organisation
	}
	return r.Title + ", " + r.Organisation
}

// strongest returns the tie that speaks most for keeping up, and its strength: 0 when none does.
func strongest(ties []data.Tie, today data.Day) (data.Tie, int) {
	var best data.Tie
	top := 0
	for _, t := range ties {
		if s := strength(t, today); s > top {
			best, top = t, s
		}
	}
	return best, top
}

// statedStrength is above that of every derived tie.
const statedStrength = 10_000

// strength ranks ties for the proposal: what the user stated and still holds, then years worked side
// by side, the surest first, peers before other coworkers, and what was worked on together elsewhere. Having been at the same place at other times
// is no reason to call, and nor is one profession.
func strength(t data.Tie, today data.Day) int {
	switch {
	case !t.Derived && (t.Until.IsZero() || t.Until.Latest() >= today):
		return statedStrength
	case !t.Derived:
		return 900
	case t.Kind != data.Coworker && t.Kind != data.Peer && t.Kind != data.Collaborator, t.ByProfession():
		return 0
	}
	s := 1000 + min(max(t.Months, 0), 240)
	if t.Kind == data.Peer {
		s += 250
	}
	if t.Sure == data.Certain {
		s += 2000
	} else if t.Sure == data.Likely {
		s += 1000
	}
	if t.Current {
		s += 500
	}
	return s
}
