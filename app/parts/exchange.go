package parts

import (
	"strings"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// Exchanges is what can be done with what Me and a person gave each other: each of its methods asks what
// there is to ask, and writes it as one operation.
type Exchanges struct {
	Frame  page.Frame
	Store  *store.Store
	Person PersonRowData
}

// Add asks for something that one side gave the other.
func (x Exchanges) Add(by data.Side) {
	x.ask(data.Exchange{Person: x.Person.ID, By: by, Kind: data.Help, Day: x.Frame.Today(), Source: data.Stated})
}

// Edit asks what something given is to be. What a file says is not edited: the file would say it again.
func (x Exchanges) Edit(e data.Exchange) { x.ask(e) }

// Remove removes something given at once; undo brings it back.
func (x Exchanges) Remove(id data.ID) {
	Change(x.Frame, x.Store, x.operation(), x.Frame.Words().T("exchanges.removed"), func(tx *store.Tx) error { return tx.DeleteExchange(id) })
}

func (x Exchanges) operation() string {
	return x.Frame.Words().T("operation.exchange", words.Args{"Name": x.Person.Name})
}

func (x Exchanges) ask(e data.Exchange) {
	w := x.Frame.Words()
	by := widgets.NewChoice(givers.options(w, x.Person), sideKey(e.By, x.Person.ID), nil)
	kind := widgets.NewChoice(exchangeOptions(w, e.Kind), string(e.Kind), nil)
	text := widgets.NewEntry(w.T("exchanges.text_hint"))
	text.SetText(e.Text)
	day := widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(e.Day))
	f := &writing{frame: x.Frame, store: x.Store, fields: map[string]*widgets.Field{
		"exchange_by":   widgets.NewField(w.T("exchanges.who"), "", by),
		"exchange_kind": widgets.NewField(w.T("exchanges.kind"), "", kind),
		"text":          widgets.NewField(w.T("exchanges.text"), "", text),
		"day":           widgets.NewRequiredField(w.T("log.day"), "", day),
	}}
	f.body = widgets.Column(look.FormGap, f.fields["exchange_by"],
		widgets.Columns(150, look.FormGap, f.fields["exchange_kind"], f.fields["day"]), f.fields["text"])
	title := w.T("exchanges.add")
	if e.ID != 0 {
		title = w.T("exchanges.edit_title")
	}
	f.open(title, func() bool {
		e.By, _ = sideOf(by.Key())
		e.Kind, e.Text = data.ExchangeKind(kind.Key()), strings.TrimSpace(text.Text)
		var err error
		if e.Day, err = WholeDay(day, "day"); err == nil {
			err = e.Validate(x.Frame.Today())
		}
		return f.save(err, x.operation(), w.T("exchanges.saved"), func(tx *store.Tx) error {
			if _, err := tx.Person(e.Person); err != nil {
				return err
			}
			return tx.SaveExchange(&e)
		})
	})
	x.Frame.Window().Canvas().Focus(text)
}

// exchangeOptions are the kinds of exchange to choose from; those that only files bring are offered where
// one is chosen already.
func exchangeOptions(w *words.Words, chosen data.ExchangeKind) []widgets.Option {
	var kinds []widgets.Option
	for _, k := range data.ExchangeKinds {
		if k != data.Recommendation && k != data.Endorsement || k == chosen {
			kinds = append(kinds, widgets.Option{Key: string(k), Text: words.Capital(w.ExchangeKind(k))})
		}
	}
	return kinds
}
