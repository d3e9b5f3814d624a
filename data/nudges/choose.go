// Package nudges chooses the small thing that a day suggests: what, for whom, and when to keep quiet.
//
// One a day at most, three in any seven days, and never the same within 60 days. It learns from what
// the user made of earlier ones. Whom somebody wants to leave alone is left alone.
package nudges

import (
	"cmp"
	"slices"

	"peerage/data"
)

// The limits.
const (
	Week      = 7  // days
	WeekHolds = 3  // nudges in any Week
	Repeats   = 60 // days within which the same is not suggested again
	LeavesBe  = 60 // days for which a person is left alone of whom two nudges in a row were dismissed
	restAfter = 3  // dismissals in a row after which a kind rests
	Rests     = 45 // days for which it does
)

// Nudge is a thing to suggest: a kind, a person, and what it is about.
type Nudge struct {
	Kind    data.NudgeKind
	Person  data.ID
	Subject string // as the gatherer names it; "" when it is about the person alone
}

// Candidate is a nudge that could be made today.
type Candidate struct {
	Nudge
	Weight int  // of those of one kind the greatest comes first
	Leave  bool // the person is to be left alone: paused, or no contact is wanted
}

// Shown is a nudge that the user was shown on a day.
type Shown struct {
	Nudge
	Day data.Day
}

// AnsweredBy reports whether an answer is to what was shown: one that was left standing is answered after midnight.
func (s Shown) AnsweredBy(a data.NudgeAnswer) bool {
	return asked(a) == s.Nudge && (a.Day == s.Day || a.Day == s.Day+1)
}

// Remembered is for how many days what came of a nudge matters.
const Remembered = 365

// History is what came of earlier nudges, in any order. What is older than Remembered does not matter.
type History struct {
	Shown   []Shown
	Answers []data.NudgeAnswer // to what was shown
}

// order is the order in which kinds come as long as nothing was learned: first what a word is owed for,
// last what can wait.
var order = []data.NudgeKind{data.NudgeThank, data.NudgeCelebrate, data.NudgeFarewell, data.NudgeAsk, data.NudgeOffer,
	data.NudgeInvite, data.NudgeShare, data.NudgeCoffee}

// Choose returns the nudge of a day, nil when there is none. What was shown today stays until it is
// answered, and then the day has no other. gather returns the candidates of one kind; it is asked for
// one kind after the other, until one has a nudge to make.
func Choose(h History, today data.Day, gather func(data.NudgeKind) ([]Candidate, error)) (*Nudge, error) {
	if shown, ok := h.on(today); ok {
		return h.again(shown, gather)
	}
	if h.full(today) {
		return nil, nil
	}
	for _, kind := range h.Kinds(today) {
		candidates, err := gather(kind)
		if err != nil {
			return nil, err
		}
		if n := h.pick(kind, candidates, today); n != nil {
			return n, nil
		}
	}
	return nil, nil
}

// on returns what was shown on a day. Where two windows were open on the same file there may be two: the
// first in the order of kinds stands.
func (h *History) on(day data.Day) (Shown, bool) {
	var found []Shown
	for _, s := range h.Shown {
		if s.Day == day {
			found = append(found, s)
		}
	}
	if len(found) == 0 {
		return Shown{}, false
	}
	return slices.MinFunc(found, func(a, b Shown) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Kind), slices.Index(order, b.Kind)), before(a.Nudge, b.Nudge))
	}), true
}

// again returns what was shown today once more, nil when it was answered or is no candidate any more.
func (h *History) again(shown Shown, gather func(data.NudgeKind) ([]Candidate, error)) (*Nudge, error) {
	for _, a := range h.Answers {
		if a.Day >= shown.Day && asked(a) == shown.Nudge {
			return nil, nil
		}
	}
	candidates, err := gather(shown.Kind)
	if err != nil {
		return nil, err
	}
	for _, c := range candidates {
		if c.Nudge == shown.Nudge && !c.Leave {
			return &c.Nudge, nil
		}
	}
	return nil, nil
}

// full reports whether the days around one hold as many nudges as they may. The days after it count too:
// the clock may have been put back.
func (h *History) full(today data.Day) bool {
	n := 0
	for _, day := range h.days() {
		if apart(day, today) < Week {
			n++
		}
	}
	return n >= WeekHolds
}

// days returns the days on which a nudge was shown, each once.
func (h *History) days() []data.Day {
	var days []data.Day
	for _, s := range h.Shown {
		days = append(days, s.Day)
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// past returns what was shown or answered, with the day of it.
func (h *History) past() []Shown {
	past := slices.Clone(h.Shown)
	for _, a := range h.Answers {
		past = append(past, Shown{asked(a), a.Day})
	}
	return past
}

// Kinds returns the kinds that may be suggested on a day, in the order in which they come: a kind that
// was dismissed more often than done sinks, and of the others those come first of which there was
// nothing in the last week. A kind rests after three dismissals in a row.
func (h *History) Kinds(today data.Day) []data.NudgeKind {
	var kinds []data.NudgeKind
	for _, k := range order {
		if !h.rests(k, today) {
			kinds = append(kinds, k)
		}
	}
	slices.SortStableFunc(kinds, func(a, b data.NudgeKind) int {
		return cmp.Or(cmp.Compare(h.disliked(a, today), h.disliked(b, today)), cmp.Compare(h.lately(a, today), h.lately(b, today)))
	})
	return kinds
}

// rests reports whether the last answers to a kind were dismissals, and the last of them is not long ago.
func (h *History) rests(kind data.NudgeKind, today data.Day) bool {
	return h.dismissed(restAfter, Rests, today, func(a data.NudgeAnswer) bool { return a.Kind == kind })
}

// unwanted reports whether a person is left alone, because two nudges in a row about them were dismissed.
func (h *History) unwanted(person data.ID, today data.Day) bool {
	return h.dismissed(2, LeavesBe, today, func(a data.NudgeAnswer) bool { return a.Person == person })
}

// dismissed reports whether the last n answers of those that fit were dismissals, and the last of them is
// at most so many days ago.
func (h *History) dismissed(n, days int, today data.Day, fits func(data.NudgeAnswer) bool) bool {
	var answers []data.NudgeAnswer
	for _, a := range h.Answers {
		if fits(a) && apart(a.Day, today) <= Remembered {
			answers = append(answers, a)
		}
	}
	slices.SortStableFunc(answers, func(a, b data.NudgeAnswer) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID))
	})
	if len(answers) < n || apart(answers[len(answers)-1].Day, today) > days {
		return false
	}
	return !slices.ContainsFunc(answers[len(answers)-n:], func(a data.NudgeAnswer) bool { return a.Done })
}

// disliked returns by how much a kind was dismissed more often than done within a year, 0 when it was not.
func (h *History) disliked(kind data.NudgeKind, today data.Day) int {
	n := 0
	for _, a := range h.Answers {
		switch {
		case a.Kind != kind || apart(a.Day, today) > Remembered:
		case a.Done:
			n--
		default:
			n++
		}
	}
	return max(n, 0)
}

// lately returns how often there was a nudge of a kind in the last week.
func (h *History) lately(kind data.NudgeKind, today data.Day) int {
	n := 0
	for _, s := range h.Shown {
		if s.Kind == kind && apart(s.Day, today) < Week {
			n++
		}
	}
	return n
}

// pick returns the first candidate of a kind that may be suggested, nil when there is none.
func (h *History) pick(kind data.NudgeKind, candidates []Candidate, today data.Day) *Nudge {
	recent := map[Nudge]bool{}
	for _, s := range h.past() {
		if apart(s.Day, today) <= Repeats {
			recent[s.Nudge] = true
		}
	}
	var best *Candidate
	for i := range candidates {
		c := &candidates[i]
		if c.Kind != kind || c.Person == 0 || c.Person == data.Me || c.Leave || recent[c.Nudge] {
			continue
		}
		if best == nil || c.Weight > best.Weight || c.Weight == best.Weight && before(c.Nudge, best.Nudge) < 0 {
			if !h.unwanted(c.Person, today) {
				best = c
			}
		}
	}
	if best == nil {
		return nil
	}
	return &best.Nudge
}

// before orders nudges of one kind, so that the choice does not depend on the order they came in.
func before(a, b Nudge) int {
	return cmp.Or(cmp.Compare(a.Person, b.Person), cmp.Compare(a.Subject, b.Subject))
}

func asked(a data.NudgeAnswer) Nudge { return Nudge{a.Kind, a.Person, a.Subject} }

// apart returns how many days lie between two, whichever is the later.
func apart(a, b data.Day) int {
	if a > b {
		return int(a - b)
	}
	return int(b - a)
}
