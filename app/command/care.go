package command

import (
	"context"

	"peerage/data"
	"peerage/data/store"
)

// careJSON is what a person and I promised and gave each other, and who made whom known.
type careJSON struct {
	Promises      []promiseJSON      `json:"promises"`
	Exchanges     []exchangeJSON     `json:"exchanges"`
	Introductions []introductionJSON `json:"introductions"`

	promises      []data.Promise
	exchanges     []data.Exchange
	introductions []data.Introduction
}

type exchangeJSON struct {
	ID     string            `json:"id"`
	By     data.Side         `json:"by"`
	Kind   data.ExchangeKind `json:"kind"`
	Day    data.Day          `json:"day"`
	Text   string            `json:"text"`
	Source data.Source       `json:"source"`
}

// introductionJSON names people; Me is called me.
type introductionJSON struct {
	ID    string          `json:"id"`
	By    string          `json:"by"`
	Known [2]string       `json:"known"`
	Day   data.PartialDay `json:"day"`
	Note  string          `json:"note"`
}

func (r *runner) addCare(ctx context.Context, s *store.Store, id data.ID, shown *shownJSON) (err error) {
	c := &shown.careJSON
	c.Promises, c.Exchanges, c.Introductions = []promiseJSON{}, []exchangeJSON{}, []introductionJSON{}
	if c.introductions, err = s.IntroductionsOf(ctx, id); err != nil {
		return err
	}
	call := func(s data.Someone) string {
		if s.Person == data.Me {
			return "me"
		}
		return s.Name
	}
	for _, i := range c.introductions {
		c.Introductions = append(c.Introductions, introductionJSON{i.UUID, call(i.By), [2]string{call(i.Known[0]), call(i.Known[1])}, i.Day, i.Note})
	}
	if c.promises, err = s.Promises(ctx, store.PromiseFilter{Person: id}); err != nil {
		return err
	}
	for i := range c.promises {
		c.Promises = append(c.Promises, r.promiseOf(&c.promises[i], shown.Name))
	}
	c.exchanges, err = s.Exchanges(ctx, store.ExchangeFilter{Person: id})
	for _, e := range c.exchanges {
		c.Exchanges = append(c.Exchanges, exchangeJSON{e.UUID, e.By, e.Kind, e.Day, e.Text, e.Source})
	}
	return err
}

// describeCare writes the same for people to read.
func (r *runner) describeCare(p *shownJSON) {
	w := r.Words
	var rows [][]string
	for i := range p.promises {
		rows = append(rows, r.promiseRow(&p.promises[i], p.Name))
	}
	r.section("promises.heading", rows)
	rows = nil
	for _, e := range p.exchanges {
		side := w.T("given.received")
		if e.By == data.Mine {
			side = w.T("given.given")
		}
		rows = append(rows, []string{w.Date(e.Day, r.today), side, w.Gift(&data.Gift{Kind: e.Kind, Text: e.Text}, asIs)})
	}
	r.section("given.heading", rows)
	rows = nil
	for _, i := range p.introductions {
		rows = append(rows, []string{listed(w.Introduction(&i, asIs), i.Note)})
	}
	r.section("introductions.heading", rows)
}

// asIs writes a name as it is: a command hides none.
func asIs(name string) string { return name }
