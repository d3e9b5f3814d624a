package briefing

import (
	"slices"

	"peerage/data"
)

// asLongAgo is after how many days without contact one asks what has changed, and recentlyMoved within how many
// days a post is new.
const (
	asLongAgo     = 365
	recentlyMoved = 200
)

// questions chooses one or two good questions: one for the situation, and one that is always good. Which of its
// kind it is changes from week to week, and from person to person.
func questions(b *Brief, people int, today data.Day) []data.Question {
	turn := int(b.Person.ID) + int(today)/7
	ask := func(kind data.QuestionKind) data.Question { return data.Question{Kind: kind, Turn: turn} }
	last := data.AskOfAnybody
	if people > 1 {
		last = data.AskOfSeveral
	}
	for _, kind := range data.QuestionKinds {
		if kind != data.AskOfAnybody && kind != data.AskOfSeveral && b.fits(kind, today) {
			return []data.Question{ask(kind), ask(last)}
		}
	}
	return []data.Question{ask(last)}
}

// fits reports whether a question of a kind fits the person now.
func (b *Brief) fits(kind data.QuestionKind, today data.Day) bool {
	moved := func(kinds ...data.MoveKind) bool {
		return slices.ContainsFunc(b.Moves, func(m data.Move) bool {
			return m.By > today-recentlyMoved && slices.ContainsFunc(kinds, m.Is)
		})
	}
	switch kind {
	case data.AskOfRising:
		return moved(data.IntoManagement)
	case data.AskOfNewPost:
		return moved(data.Promotion, data.NewEmployer, data.NewTitle)
	case data.AskWhatToGive:
		return b.Exchanged.Pattern() == data.MostlyReceived
	case data.AskAtFirst:
		return len(b.Last) == 0
	case data.AskAfterLong:
		return len(b.Last) > 0 && b.Last[0].Day <= today-asLongAgo
	case data.AskOfLeading:
		return b.Now != nil && b.Now.Standing.Track == data.Management
	}
	return false
}
