package people

import (
	"context"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// care is what a person and I promised, gave and opened to each other.
type care struct {
	promises      []data.Promise // open ones first, the sooner due the earlier
	exchanges     map[data.ID]data.Exchange
	introductions []data.Introduction // in the order in which they were noted
	opportunities []data.Opportunity  // those heard of last first
	exchanged     map[data.Period]*data.Exchanged
}

func loadCare(ctx context.Context, s *store.Store, id data.ID, today data.Day) (c care, err error) {
	if c.promises, err = s.Promises(ctx, store.PromiseFilter{Person: id}); err != nil {
		return c, err
	}
	exchanges, err := s.Exchanges(ctx, store.ExchangeFilter{Person: id})
	if err != nil {
		return c, err
	}
	c.exchanges = make(map[data.ID]data.Exchange, len(exchanges))
	for _, e := range exchanges {
		c.exchanges[e.ID] = e
	}
	if c.introductions, err = s.IntroductionsOf(ctx, id); err != nil {
		return c, err
	}
	if c.opportunities, err = s.OpportunitiesOf(ctx, id); err != nil {
		return c, err
	}
	always, err := briefing.GiveAndTake(ctx, s, id, 0, today)
	if err != nil {
		return c, err
	}
	c.exchanged = map[data.Period]*data.Exchanged{}
	for _, period := range data.Periods {
		c.exchanged[period] = always.Since(period.Since(today))
	}
	return c, nil
}

// careShown is what the user has unfolded of it for the person shown.
type careShown struct {
	settled bool        // promises that were kept or let go
	gifts   int         // how many of the things that were given
	period  data.Period // chosen for giving and taking, "" for the first that has something
}

func (p *pane) careAdditions() []addition {
	return []addition{
		{fyne.KeyO, "promises.add", p.addPromise},
		{fyne.KeyX, "exchanges.add", p.addExchange},
		{fyne.KeyI, "introductions.add", p.addIntroduction},
		{fyne.KeyD, "people.add_opportunity", p.addOpportunity},
	}
}

func (p *pane) promising() parts.Promises {
	return parts.Promises{Frame: p.v.frame, Store: p.v.store, Person: p.rowData()}
}

func (p *pane) exchanging() parts.Exchanges {
	return parts.Exchanges{Frame: p.v.frame, Store: p.v.store, Person: p.rowData()}
}

func (p *pane) introducing() parts.Introductions {
	return parts.Introductions{Frame: p.v.frame, Store: p.v.store, Person: p.rowData()}
}

func (p *pane) addPromise() {
	p.noteFocus()
	p.promising().Add(data.Mine)
}

func (p *pane) addExchange() {
	p.noteFocus()
	p.exchanging().Add(data.Mine)
}

func (p *pane) addIntroduction() {
	p.noteFocus()
	p.introducing().Add()
}

// addOpportunity goes to where one that came through them is added.
func (p *pane) addOpportunity() { p.v.frame.Open(page.OpportunityThrough(p.shown.person.ID)) }

// careHappenings returns what was given and received, unless it was noted along with contact, and the
// opportunities. Endorsements come by the dozen: they stand in the list of what was given alone.
func (p *pane) careHappenings() []happening {
	var all []happening
	for _, g := range giftsOf(p.shown.exchanged[data.Always]) {
		if g.Day.IsZero() || g.Opportunity != 0 || g.Kind == data.Endorsement || p.shown.exchanges[g.Exchange].Interaction != 0 {
			continue
		}
		all = append(all, happening{g.Day.Latest(), p.giftDay(g.Day), func(day string) fyne.CanvasObject { return p.giftRow(g, day) }})
	}
	for _, o := range p.shown.opportunities {
		day := p.v.words.ShortDate(o.HeardOn(), p.v.frame.Today())
		all = append(all, happening{o.HeardOn(), day, func(day string) fyne.CanvasObject { return p.opportunityRow(o, day) }})
	}
	return all
}

// givenThen says which ways something was given on the occasion of contact; nil for none.
func (p *pane) givenThen(interaction data.ID) fyne.CanvasObject {
	ways := map[data.Side]bool{}
	for _, e := range p.shown.exchanges {
		if e.Interaction == interaction {
			ways[e.By] = true
		}
	}
	chips := widgets.Row(4)
	for _, by := range []data.Side{data.Mine, data.Theirs} {
		if ways[by] {
			chips.Add(p.sideChip(by))
		}
	}
	if len(chips.Objects) == 0 {
		return nil
	}
	return chips
}

// opportunityRow shows an opportunity that the person has a part in, and how far it came.
func (p *pane) opportunityRow(o data.Opportunity, day string) fyne.CanvasObject {
	w := p.v.words
	said := w.T("people.opportunity", words.Args{"Title": parts.Work(p.veil(o.Title), o.Employer), "Stage": w.Stage(o.Stage())})
	var way fyne.CanvasObject
	switch {
	case o.For.Person == p.shown.person.ID:
		way = p.sideChip(data.Mine)
	case o.Mine():
		way = p.sideChip(data.Theirs)
	}
	return p.leadsTo(dated(day, widgets.NewText(said, look.Body), way), o.ID)
}

// leadsTo returns a line that opens an opportunity when it is pressed.
func (p *pane) leadsTo(content fyne.CanvasObject, opportunity data.ID) fyne.CanvasObject {
	return widgets.NewPressText(content, func() { p.v.frame.Open(page.Opportunity(opportunity)) })
}
