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

// question returns the question of a kind whose turn it is: it changes from week to week, and from person to
// person.
func question(kind data.QuestionKind, person data.ID, today data.Day) data.Question {
	return data.Question{Kind: kind, Turn: int(person) + int(today)/7}
}

// questions chooses good questions to one person: one for the situation, and one that is always good. Where
// several will be there the second is asked of all together.
func questions(b *Brief, several bool, today data.Day) []data.Question {
	var chosen []data.Question
	for _, kind := range data.QuestionKinds {
		if kind != data.AskOfAnybody && kind != data.AskOfSeveral && b.fits(kind, today) {
			chosen = append(chosen, question(kind, b.Person.ID, today))
			break
		}
	}
	if !several {
		chosen = append(chosen, question(data.AskOfAnybody, b.Person.ID, today))
	}
	return chosen
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
