package opportunities

import (
	"context"
	"slices"

	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/doors"
	"peerage/data/names"
	"peerage/data/store"
)

// content is what the screen shows, in words.
type content struct {
	sentence string  // at the top
	entries  []entry // those heard of last first
	at       map[data.ID]int
	veil     parts.Veil // over what the user wrote
}

// entry is one opportunity, with what cards and rows say of it.
type entry struct {
	data.Opportunity
	title        string
	organisation string
	since        string // how it stands, and since when
	short        string // since when, for a narrow place
	through      string // who told me, "" when nobody did
	chain        string // a sentence on all it came through, "" when it came through nobody
	whom         string // to whom it was passed on, "" when it was for me
	thank        string // whom to thank, "" when nobody
	folded       string // all of that, to be searched
}

// find returns an opportunity, nil when it is not there.
func (c *content) find(id data.ID) *entry {
	if c == nil {
		return nil
	}
	if i, ok := c.at[id]; ok {
		return &c.entries[i]
	}
	return nil
}

// loading gathers the content and says it in words.
type loading struct {
	store  *store.Store
	words  *words.Words
	today  data.Day
	hidden bool // names
	veil   parts.Veil
}

func (l *loading) content(ctx context.Context) (*content, error) {
	all, err := l.store.Opportunities(ctx)
	if err != nil {
		return nil, err
	}
	if l.veil, err = parts.LoadVeil(ctx, l.store, l.hidden); err != nil {
		return nil, err
	}
	c := &content{veil: l.veil, entries: make([]entry, len(all)), at: make(map[data.ID]int, len(all))}
	for i := range all {
		c.entries[i] = l.entry(all[i])
		c.at[all[i].ID] = i
	}
	c.sentence = l.say(all)
	return c, nil
}

// entry says one opportunity in words.
func (l *loading) entry(o data.Opportunity) entry {
	w := l.words
	e := entry{Opportunity: o, title: l.veil.Over(names.Clean(o.Title)), organisation: names.Clean(o.Employer)}
	if n := len(o.Steps); n > 0 {
		step := o.Steps[n-1]
		e.since = words.Capital(w.StageSince(step, l.today))
		e.short = w.T("opportunities.since", words.Args{"Day": w.ShortDate(step.Day, l.today)})
		if step.Stage.Closed() {
			e.short = w.T("opportunities.closed_on", words.Args{"Stage": w.Stage(step.Stage), "Day": w.ShortDate(step.Day, l.today)})
		}
	}
	chain := shown(o.Chain, l.hidden)
	e.chain = w.Chain(chain)
	if n := len(chain); n == 1 {
		e.through = w.T("opportunities.through", words.Args{"Name": chain[0].Name})
	} else if n > 1 {
		e.through = w.N("opportunities.through_more", n-1, words.Args{"Name": chain[n-1].Name})
	}
	if !o.Mine() {
		e.whom = w.T("opportunities.passed_to", words.Args{"Name": l.called(o.For.Name)})
	}
	if open := unthanked(&o); len(open) == 1 {
		e.thank = w.T("opportunities.thank", words.Args{"Name": l.called(open[0].Name)})
	} else if len(open) > 1 {
		e.thank = w.N("opportunities.thank_many", len(open))
	}
	e.folded = store.Searched(names.Clean(o.Title) + "\n" + e.organisation + "\n" + e.chain + "\n" + e.whom + "\n" + o.Worth + "\n" + o.Notes)
	return e
}

// called returns a name as it may be shown, on one line.
func (l *loading) called(name string) string { return parts.Called(names.Clean(name), l.hidden) }

// shown returns a chain with the names as they may be shown.
func shown(chain []data.Link, hidden bool) []data.Link {
	chain = slices.Clone(chain)
	for i := range chain {
		chain[i].Name = parts.Called(names.Clean(chain[i].Name), hidden)
	}
	return chain
}

// unthanked returns those who can be thanked for an opportunity and were not. What was passed on opened no
// door for me.
func unthanked(o *data.Opportunity) []data.Link {
	var open []data.Link
	for _, l := range o.Chain {
		if l.Person != 0 && l.Thanked == 0 && o.Mine() {
			open = append(open, l)
		}
	}
	return open
}

// came is what an account comes to, to be said of all that came since the first of it.
func came(a *doors.Account) words.Came {
	since, _, _ := a.Since.Date()
	return words.Came{Since: since, Came: a.Came, Through: a.Through, People: len(a.Openers), Open: a.Open, Unthanked: a.Unthanked()}
}

// say says in a sentence or two what the opportunities that came to me amount to.
func (l *loading) say(all []data.Opportunity) string {
	w, a := l.words, doors.Read(all, doors.Contacts{}, doors.Period{})
	if a.Came == 0 && len(a.PassedOn) == 0 {
		return ""
	}
	if a.Came == 0 {
		return w.T("opportunities.sentence", words.Args{"What": words.Capital(w.N("opportunities.say_passed", len(a.PassedOn)))})
	}
	said := w.Came(came(a))
	if n := len(a.PassedOn); n > 0 { // the board shows them as well
		said = w.T("opportunities.sentences", words.Args{"First": said, "Second": w.N("opportunities.say_passed_more", n)})
	}
	return said
}
