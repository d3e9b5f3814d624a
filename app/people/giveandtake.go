package people

import (
	"math"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// giveAndTake says what we gave each other over a period, with the pattern, two plain bars, and on request
// the list; nil when nothing ever was.
func (p *pane) giveAndTake() fyne.CanvasObject {
	always := p.shown.exchanged[data.Always]
	if len(always.Given)+len(always.Received) == 0 {
		return nil
	}
	w, period := p.v.words, p.givingPeriod()
	e := p.shown.exchanged[period]
	said := w.GiveAndTake(p.short(&p.shown.person), period, p.shown.veil.OverExchanged(e), p.v.called)
	if said == "" {
		said = w.T("given.nothing")
	}
	column := widgets.Column(look.SmallGap, p.periods(period), widgets.NewText(said, look.Body))
	if pattern := w.Pattern(e.Pattern(), period); pattern != "" {
		column.Add(widgets.NewText(pattern, look.Second))
	}
	column.Add(p.shares(e))
	more := []fyne.CanvasObject{widgets.NewQuiet(w.T("given.note"), p.addExchange)}
	gifts := giftsOf(e)
	unfold := func(id string, to int) {
		more = append(more, widgets.NewQuiet(w.T(id), func() {
			p.opened.gifts = to
			p.build(p.shown)
		}))
	}
	switch all := len(gifts); {
	case all > 0 && p.opened.gifts == 0:
		unfold("given.show", giftsShown)
	case all > p.opened.gifts:
		unfold("people.show_all", math.MaxInt)
	}
	rows := []fyne.CanvasObject{column}
	for _, g := range gifts[:min(len(gifts), p.opened.gifts)] {
		rows = append(rows, p.giftRow(g, p.giftDay(g.Day)))
	}
	return widgets.NewRows(append(rows, widgets.Flush(more...))...)
}

// giftsShown is how many things are listed before the user asks for all of them.
const giftsShown = 12

// givingPeriod returns the period that is chosen, or the shortest in which there was something.
func (p *pane) givingPeriod() data.Period {
	if p.opened.period != "" {
		return p.opened.period
	}
	for _, period := range data.Periods {
		if e := p.shown.exchanged[period]; len(e.Given)+len(e.Received) > 0 {
			return period
		}
	}
	return data.Always
}

// periods lets the period be chosen.
func (p *pane) periods(chosen data.Period) fyne.CanvasObject {
	chips := widgets.Flow(6)
	for _, period := range data.Periods {
		chips.Add(widgets.NewToggleChip(p.v.words.Period(period), period == chosen, func(bool) {
			p.opened.period = period
			p.build(p.shown)
		}))
	}
	return chips
}

// shares draws what each side gave.
func (p *pane) shares(e *data.Exchanged) fyne.CanvasObject {
	w := p.v.words
	given, received := e.Shares()
	bar := func(id string, share float64, tone look.Tone) fyne.CanvasObject {
		return widgets.Sides(12, widgets.Fixed(labelWidth, 0, widgets.NewText(words.Capital(w.T(id)), look.Second)), widgets.NewShareBar(share, tone), nil)
	}
	return widgets.Column(2, bar("given.given", given, look.Green), bar("given.received", received, look.Blue))
}

// sidedGift is something given, with who gave it.
type sidedGift struct {
	data.Gift
	by data.Side
}

// giftsOf returns what both sides gave, newest first and what has no day last.
func giftsOf(e *data.Exchanged) []sidedGift {
	var all []sidedGift
	given, received := e.Given, e.Received
	for len(given)+len(received) > 0 {
		if len(received) == 0 || len(given) > 0 && given[0].Day.Latest() >= received[0].Day.Latest() {
			all = append(all, sidedGift{given[0], data.Mine})
			given = given[1:]
			continue
		}
		all = append(all, sidedGift{received[0], data.Theirs})
		received = received[1:]
	}
	return all
}

// giftRow shows something given behind its day, to be edited and removed. What a file says is only
// removed; an opportunity is opened.
func (p *pane) giftRow(g sidedGift, day string) fyne.CanvasObject {
	w := p.v.words
	shown := g.Gift
	shown.Text = p.veil(shown.Text)
	content := dated(day, widgets.NewText(w.Gift(&shown, p.v.called), look.Body), p.sideChip(g.by))
	if g.Exchange != 0 {
		e := p.shown.exchanges[g.Exchange]
		actions := []action{{w.T("people.remove"), func() { p.exchanging().Remove(e.ID) }}}
		if e.Source == data.Stated {
			actions = append([]action{{w.T("people.edit"), func() { p.exchanging().Edit(e) }}}, actions...)
		}
		return newLine(p.v, content, actions...)
	}
	if g.Opportunity != 0 {
		return p.leadsTo(content, g.Opportunity)
	}
	for _, i := range p.shown.introductions {
		if i.ID == g.Introduction {
			return newLine(p.v, content, p.introductionActions(i)...)
		}
	}
	return content
}

// sideChip says which way something was given.
func (p *pane) sideChip(by data.Side) fyne.CanvasObject {
	if by == data.Mine {
		return widgets.NewChip(p.v.words.T("given.given"), look.Green)
	}
	return widgets.NewChip(p.v.words.T("given.received"), look.Blue)
}

// giftDay writes a day, of which a part may be unknown, for the narrow column of days.
func (p *pane) giftDay(d data.PartialDay) string {
	switch w := p.v.words; {
	case d.Day != 0:
		return w.ShortDate(d.Earliest(), p.v.frame.Today())
	case d.Month != 0:
		return w.ShortDate(d.Earliest(), 0)
	default:
		return w.Partial(d)
	}
}
