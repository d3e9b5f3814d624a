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

// monthTold is for how many days of its month an anniversary is told of which only the month is known.
const monthTold = 7

// Milestones returns the moves that have their anniversary today, the earliest first: moves up, new
// employers and retirements that the user confirmed, whose day is known or whose month is. Of the latter
// the first week of the month tells.
func Milestones(ctx context.Context, s *store.Store, today data.Day) ([]Milestone, error) {
	all, err := s.Moves(ctx, store.MoveFilter{})
	if err != nil {
		return nil, err
	}
	var due []data.Move
	for _, m := range all {
		if _, _, ok := anniversary(&m, today); ok {
			due = append(due, m)
		}
	}
	moves, err := about(ctx, s, due)
	if err != nil {
		return nil, err
	}
	list := make([]Milestone, 0, len(moves))
	for i := len(moves) - 1; i >= 0; i-- {
		years, exact, _ := anniversary(&moves[i].Move, today)
		list = append(list, Milestone{moves[i], years, exact})
	}
	return list, nil
}

// anniversary returns how many years ago a move was, when today is the day to say so.
func anniversary(m *data.Move, today data.Day) (years int, exact, ok bool) {
	if m.Status != data.MoveConfirmed && m.Status != data.MoveCongratulated || !remembered(m) {
		return 0, false, false
	}
	year, month, day := today.Date()
	then, _, _ := m.By.Date()
	years = year - then
	switch {
	case years < 1:
		return 0, false, false
	case m.After == m.By:
		// AddMonths keeps within a shorter month, so that 29 February has its day each year.
		return years, true, m.By.AddMonths(12*years) == today
	case wholeMonth(m.After, m.By):
		_, moved, _ := m.By.Date()
		return years, false, moved == month && day <= monthTold
	}
	return 0, false, false
}

// remembered reports whether a move is one to be reminded of with joy.
func remembered(m *data.Move) bool {
	for _, kind := range []data.MoveKind{data.IntoManagement, data.Promotion, data.NewEmployer, data.Retired} {
		if m.Is(kind) {
			return !m.Is(data.OutOfManagement)
		}
	}
	return false
}

// wholeMonth reports whether two days are the first and the last of one month.
func wholeMonth(first, last data.Day) bool {
	_, _, day := first.Date()
	return day == 1 && last == first.AddMonths(1)-1
}
