package briefing

import (
	"context"
	"slices"

	"peerage/data"
	"peerage/data/store"
)

// GiveAndTake returns what a person and I gave each other from a day on, 0 for always: exchanges,
// introductions, and opportunities that came through them or were passed on to them (data.Exchanged.Since
// says what a day of which a part is unknown comes to). Nothing after today counts.
func GiveAndTake(ctx context.Context, s *store.Store, person data.ID, since, today data.Day) (*data.Exchanged, error) {
	exchanges, err := s.Exchanges(ctx, store.ExchangeFilter{Person: person})
	if err != nil {
		return nil, err
	}
	introductions, err := s.IntroductionsOf(ctx, person)
	if err != nil {
		return nil, err
	}
	opportunities, err := s.OpportunitiesOf(ctx, person)
	if err != nil {
		return nil, err
	}
	g := gathering{Exchanged: data.Exchanged{Person: person}, today: today}
	for i := range introductions {
		g.introduction(&introductions[i])
	}
	for i := range exchanges {
		g.exchange(&exchanges[i])
	}
	for i := range opportunities {
		g.opportunity(&opportunities[i])
	}
	newest := func(a, b data.Gift) int { return int(b.Day.Latest() - a.Day.Latest()) }
	slices.SortStableFunc(g.Given, newest)
	slices.SortStableFunc(g.Received, newest)
	return g.Since(since), nil
}

// gathering collects gifts up to today.
type gathering struct {
	data.Exchanged
	today data.Day
}

func (g *gathering) add(by data.Side, gift data.Gift) {
	switch {
	case gift.Day.Earliest() > g.today:
	case by == data.Mine:
		g.Given = append(g.Given, gift)
	default:
		g.Received = append(g.Received, gift)
	}
}

// introduction adds an introduction that one of us made for the other.
func (g *gathering) introduction(i *data.Introduction) {
	by, to := data.Theirs, data.Me
	switch i.By.Person {
	case data.Me:
		by, to = data.Mine, g.Person
	case g.Person:
	default:
		return // made by somebody else
	}
	gift := data.Gift{Kind: data.AnIntroduction, Day: i.Day, Text: i.Note, Introduction: i.ID}
	mine := false
	for _, known := range i.Known {
		if known.Person == to {
			mine = true
		} else {
			gift.Others = append(gift.Others, known)
		}
	}
	if mine {
		g.add(by, gift)
	}
}

// exchange adds what was noted, unless it tells of an introduction that is there already.
func (g *gathering) exchange(e *data.Exchange) {
	gifts := g.Received
	if e.By == data.Mine {
		gifts = g.Given
	}
	told := e.Kind == data.AnIntroduction && slices.ContainsFunc(gifts, func(x data.Gift) bool {
		return x.Introduction != 0 && x.Day == data.Whole(e.Day)
	})
	if !told {
		g.add(e.By, data.Gift{Kind: e.Kind, Day: data.Whole(e.Day), Text: e.Text, Exchange: e.ID})
	}
}

// opportunity adds one that came to me through the person, or to them through me.
func (g *gathering) opportunity(o *data.Opportunity) {
	gift := data.Gift{Kind: data.AnOpening, Day: data.Whole(o.HeardOn()), Text: o.Title, Opportunity: o.ID}
	through := slices.ContainsFunc(o.Chain, func(l data.Link) bool { return l.Person == g.Person })
	switch {
	case o.For.Person == g.Person:
		g.add(data.Mine, gift)
	case o.Mine() && through:
		g.add(data.Theirs, gift)
	}
}
