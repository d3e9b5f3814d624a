package parts

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/store"
)

// along is what may be noted together with contact: a promise, something given or received, something to
// remember and to ask about. Each is asked for only once its button is pressed.
type along struct {
	frame  page.Frame
	fields map[string]*widgets.Field // of the dialog
	people func() []PersonRowData    // with whom the contact was
	after  func()                    // gives the dialog its new size
	object *fyne.Container

	unfolded  *fyne.Container
	buttons   *fyne.Container
	promise   *asideLine // nil while folded, like the others
	exchange  *asideLine
	detail    *asideLine
	exchanged *widgets.Choice // the kind of what was given
}

// asideLine is one of the things that are noted along.
type asideLine struct {
	text *widgets.Entry
	who  *widgets.Choice
	day  *widgets.DayEntry // nil where there is none
}

// empty reports whether nothing was typed.
func (l *asideLine) empty() bool {
	return l == nil || strings.TrimSpace(l.text.Text) == "" && (l.day == nil || strings.TrimSpace(l.day.Text) == "")
}

func newAlong(frame page.Frame, fields map[string]*widgets.Field, people func() []PersonRowData) *along {
	a := &along{frame: frame, fields: fields, people: people, unfolded: widgets.Column(formGap), buttons: widgets.Flow(look.SmallGap)}
	w := frame.Words()
	for _, b := range []struct {
		id     string
		unfold func() *asideLine
	}{{"log.add_promise", a.unfoldPromise}, {"log.add_exchange", a.unfoldExchange}, {"log.add_detail", a.unfoldDetail}} {
		var button *widgets.Button
		button = widgets.NewQuiet(w.T(b.id), func() {
			button.Hide()
			l := b.unfold()
			a.unfolded.Show()
			a.after()
			frame.Window().Canvas().Focus(l.text)
		})
		a.buttons.Add(button)
	}
	a.unfolded.Hide()
	a.object = widgets.Column(formGap, a.unfolded, widgets.Inset(-4, 0, a.buttons))
	return a
}

func (a *along) line(hint, dayHint string, who []widgets.Option, key string) *asideLine {
	l := &asideLine{text: widgets.NewEntry(hint), who: widgets.NewChoice(who, key, nil)}
	if dayHint != "" {
		l.day = widgets.NewDayEntry(dayHint, data.PartialDay{})
	}
	return l
}

// add puts the fields of a line below those that are unfolded already: what it is, and below it two more
// beside each other.
func (a *along) add(first string, others ...string) {
	a.unfolded.Add(a.fields[first])
	pair := widgets.Columns(150, formGap)
	for _, name := range others {
		pair.Add(a.fields[name])
	}
	a.unfolded.Add(pair)
}

func (a *along) unfoldPromise() *asideLine {
	w := a.frame.Words()
	a.promise = a.line(w.T("promises.what_hint"), w.T("form.day_hint"), promisers.options(w, a.people()...), "")
	a.fields["promise"] = widgets.NewField(w.T("log.promise"), "", a.promise.text)
	a.fields["promise_by"] = widgets.NewField(w.T("promises.who"), "", a.promise.who)
	a.fields["due"] = widgets.NewField(w.T("promises.due"), "", a.promise.day)
	a.add("promise", "promise_by", "due")
	return a.promise
}

func (a *along) unfoldExchange() *asideLine {
	w := a.frame.Words()
	a.exchange = a.line(w.T("exchanges.text_hint"), "", givers.options(w, a.people()...), "")
	a.exchanged = widgets.NewChoice(exchangeOptions(w, ""), string(data.Help), nil)
	a.fields["given"] = widgets.NewField(w.T("log.exchange"), "", a.exchange.text)
	a.fields["exchange_by"] = widgets.NewField(w.T("exchanges.who"), "", a.exchange.who)
	a.fields["exchange_kind"] = widgets.NewField(w.T("exchanges.kind"), "", a.exchanged)
	a.add("given", "exchange_by", "exchange_kind")
	return a.exchange
}

func (a *along) unfoldDetail() *asideLine {
	w := a.frame.Words()
	a.detail = a.line(w.T("people.remember_hint"), w.T("form.day_hint"), about(a.people()), "")
	a.fields["detail"] = widgets.NewField(w.T("people.remember"), "", a.detail.text)
	a.fields["about"] = widgets.NewField(w.T("log.about"), "", a.detail.who)
	a.fields["ask_on"] = widgets.NewField(w.T("people.ask_on"), "", a.detail.day)
	a.add("detail", "about", "ask_on")
	return a.detail
}

// about offers people to choose one from.
func about(people []PersonRowData) []widgets.Option {
	var list []widgets.Option
	for _, p := range people {
		list = append(list, widgets.Option{Key: strconv.FormatInt(int64(p.ID), 10), Text: p.Name})
	}
	return list
}

// changed offers others, after other people were chosen.
func (a *along) changed() {
	w, people := a.frame.Words(), a.people()
	if a.promise != nil {
		a.promise.who.SetOptions(promisers.options(w, people...))
	}
	if a.exchange != nil {
		a.exchange.who.SetOptions(givers.options(w, people...))
	}
	if a.detail != nil {
		a.detail.who.SetOptions(about(people))
	}
}

// aside is what was noted along with contact.
type aside struct {
	promises  []data.Promise
	exchanges []data.Exchange
	details   []data.Detail
}

// read returns what was typed, for contact on a day, and an *data.Invalid for the first field that is
// refused.
func (a *along) read(on, today data.Day) (s aside, err error) {
	if !a.promise.empty() {
		p := data.Promise{What: strings.TrimSpace(a.promise.text.Text), Made: on, State: data.PromiseOpen}
		p.By, p.Person = sideOf(a.promise.who.Key())
		if p.Due, err = lastDay(a.promise.day, "due"); err == nil {
			err = p.Validate(today)
		}
		s.promises = append(s.promises, p)
	}
	if err == nil && !a.exchange.empty() {
		e := data.Exchange{Kind: data.ExchangeKind(a.exchanged.Key()), Day: on, Text: strings.TrimSpace(a.exchange.text.Text), Source: data.Stated}
		e.By, e.Person = sideOf(a.exchange.who.Key())
		if err = e.Validate(today); err != nil && len(e.Text) > data.MaxNote {
			err = &data.Invalid{Field: "given", Reason: data.TooLong}
		}
		s.exchanges = append(s.exchanges, e)
	}
	if err == nil && !a.detail.empty() {
		n, _ := strconv.ParseInt(a.detail.who.Key(), 10, 64)
		d := data.Detail{Person: data.ID(n), Text: strings.TrimSpace(a.detail.text.Text)}
		if d.AskOn, err = wholeDay(a.detail.day, "ask_on"); err == nil {
			err = d.Validate()
		}
		s.details = append(s.details, d)
	}
	return s, err
}

// save writes what was noted along with an interaction, and links it to that.
func (s *aside) save(tx *store.Tx, interaction data.ID) error {
	for i := range s.promises {
		s.promises[i].Interaction = interaction
		if err := tx.SavePromise(&s.promises[i]); err != nil {
			return err
		}
	}
	for i := range s.exchanges {
		s.exchanges[i].Interaction = interaction
		if err := tx.SaveExchange(&s.exchanges[i]); err != nil {
			return err
		}
	}
	for i := range s.details {
		if err := tx.SaveDetail(&s.details[i]); err != nil {
			return err
		}
	}
	return nil
}
