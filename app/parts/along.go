package parts

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/store"
)

// along is what may be noted together with contact: a promise, something given or received, something to
// remember and to ask about. Each is asked for only once its button is pressed, or where it was understood
// of a line already; then there may be several, and circles that everybody joins.
type along struct {
	frame  page.Frame
	people func() []PersonRowData // with whom the contact was
	after  func()                 // gives the dialog its new size
	object *fyne.Container

	unfolded  *fyne.Container
	buttons   *fyne.Container
	promises  []*asideLine
	exchanges []*asideLine
	details   []*asideLine
	circles   []*circleChip
}

// asideLine is one of the things that are noted along.
type asideLine struct {
	by     data.Side // who did it, while nobody is there to choose from
	stated bool      // it was understood of a line: it is noted though nothing is typed, until it is removed
	text   *widgets.Entry
	who    *widgets.Choice
	day    *widgets.DayEntry         // nil where there is none
	kind   *widgets.Choice           // of what was given; nil of the others
	to     data.Someone              // whom an introduction made somebody known to
	fields map[string]*widgets.Field // by the name that data.Invalid gives them
}

// circleChip is a circle that those with whom the contact was join while it is on.
type circleChip struct {
	*widgets.PressChip
	name string
}

// empty reports whether there is nothing to note.
func (l *asideLine) empty() bool {
	return !l.stated && strings.TrimSpace(l.text.Text) == "" && (l.day == nil || strings.TrimSpace(l.day.Text) == "")
}

// newAlong returns what is noted along, with what was understood of a line, which may be nothing.
func newAlong(frame page.Frame, people func() []PersonRowData, noted aside) *along {
	a := &along{frame: frame, people: people, unfolded: widgets.Column(look.FormGap), buttons: widgets.Flow(look.SmallGap)}
	for _, p := range noted.promises {
		a.addPromise(p, true)
	}
	for _, g := range noted.exchanges {
		a.addExchange(g, true)
	}
	w := frame.Words()
	for _, b := range []struct {
		id     string
		had    bool
		unfold func() *asideLine
	}{
		{"log.add_promise", len(a.promises) > 0, func() *asideLine { return a.addPromise(data.Promise{}, false) }},
		{"log.add_exchange", len(a.exchanges) > 0, func() *asideLine { return a.addExchange(given{Exchange: data.Exchange{Kind: data.Help}}, false) }},
		{"log.add_detail", false, a.addDetail},
	} {
		if !b.had {
			a.buttons.Add(a.unfolding(w.T(b.id), b.unfold))
		}
	}
	a.addCircles(noted.circles)
	a.unfolded.Hidden = len(a.unfolded.Objects) == 0
	a.object = widgets.Column(look.FormGap, a.unfolded, widgets.Inset(-4, 0, a.buttons))
	return a
}

// unfolding returns the button that asks for one thing more.
func (a *along) unfolding(text string, unfold func() *asideLine) *widgets.Button {
	var button *widgets.Button
	button = widgets.NewQuiet(text, func() {
		button.Hide()
		l := unfold()
		a.unfolded.Show()
		a.after()
		a.frame.Window().Canvas().Focus(l.text)
		widgets.Reveal(a.buttons) // and so all that was unfolded
	})
	return button
}

// add puts the fields of a line below those that are unfolded already: what it is, and below it two more
// beside each other. What was understood of a line can be removed again.
func (a *along) add(lines *[]*asideLine, l *asideLine, first string, others ...string) *asideLine {
	*lines = append(*lines, l)
	pair := widgets.Columns(150, look.FormGap)
	for _, name := range others {
		pair.Add(l.fields[name])
	}
	all := widgets.Column(look.FormGap, l.fields[first], pair)
	if l.stated {
		all.Add(widgets.Flush(widgets.NewQuiet(a.frame.Words().T("people.remove"), func() {
			*lines = slices.DeleteFunc(*lines, func(other *asideLine) bool { return other == l })
			a.unfolded.Remove(all)
			a.after()
		})))
	}
	a.unfolded.Add(all)
	return l
}

// offer offers both sides of a line for each of those with whom the contact was. The side stays when
// somebody else comes in their place.
func (a *along) offer(l *asideLine, s sides) {
	by, who := sideOf(l.who.Key())
	if by == "" {
		by = l.by
	}
	people := a.people()
	l.who.SetOptions(s.options(a.frame.Words(), people...))
	if len(people) > 0 && !slices.ContainsFunc(people, func(p PersonRowData) bool { return p.ID == who }) {
		l.who.SetKey(sideKey(by, people[0].ID))
	}
}

// entry returns the field for the text of a line.
func (a *along) entry(hint, text string) *widgets.Entry {
	e := widgets.NewEntry(a.frame.Words().T(hint))
	e.SetText(text)
	return e
}

func (a *along) addPromise(p data.Promise, stated bool) *asideLine {
	w := a.frame.Words()
	l := &asideLine{by: p.By, stated: stated, text: a.entry("promises.what_hint", p.What), day: widgets.NewDayEntry(ComingDay(a.frame), data.Whole(p.Due)),
		who: widgets.NewChoice(nil, "", nil)}
	a.offer(l, promisers)
	l.who.SetKey(sideKey(p.By, p.Person))
	l.fields = map[string]*widgets.Field{
		"promise":    widgets.NewField(w.T("log.promise"), "", l.text),
		"promise_by": widgets.NewField(w.T("promises.who"), "", l.who),
		"due":        widgets.NewField(w.T("promises.due"), "", l.day),
	}
	return a.add(&a.promises, l, "promise", "promise_by", "due")
}

func (a *along) addExchange(g given, stated bool) *asideLine {
	w := a.frame.Words()
	l := &asideLine{by: g.By, stated: stated, text: a.entry("exchanges.text_hint", g.Text), to: g.to,
		kind: widgets.NewChoice(exchangeOptions(w, g.Kind), string(g.Kind), nil), who: widgets.NewChoice(nil, "", nil)}
	a.offer(l, givers)
	l.who.SetKey(sideKey(g.By, g.Person))
	l.fields = map[string]*widgets.Field{
		"given":         widgets.NewField(w.T("log.exchange"), "", l.text),
		"exchange_by":   widgets.NewField(w.T("exchanges.who"), "", l.who),
		"exchange_kind": widgets.NewField(w.T("exchanges.kind"), "", l.kind),
	}
	return a.add(&a.exchanges, l, "given", "exchange_by", "exchange_kind")
}

func (a *along) addDetail() *asideLine {
	w := a.frame.Words()
	l := &asideLine{text: a.entry("people.remember_hint", ""), day: widgets.NewDayEntry(ComingDay(a.frame), data.PartialDay{}),
		who: widgets.NewChoice(about(a.people()), "", nil)}
	l.fields = map[string]*widgets.Field{
		"detail": widgets.NewField(w.T("people.remember"), "", l.text),
		"about":  widgets.NewField(w.T("log.about"), "", l.who),
		"ask_on": widgets.NewField(w.T("people.ask_on"), "", l.day),
	}
	return a.add(&a.details, l, "detail", "about", "ask_on")
}

// addCircles offers circles to join.
func (a *along) addCircles(names []string) {
	if len(names) == 0 {
		return
	}
	chips := widgets.Flow(look.SmallGap)
	for _, name := range names {
		c := &circleChip{widgets.NewToggleChip(name, true, func(bool) {}), name}
		a.circles = append(a.circles, c)
		chips.Add(c.PressChip)
	}
	a.unfolded.Add(widgets.NewField(a.frame.Words().T("line.circle"), "", chips))
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
	for _, l := range a.promises {
		a.offer(l, promisers)
	}
	for _, l := range a.exchanges {
		a.offer(l, givers)
	}
	for _, l := range a.details {
		l.who.SetOptions(about(a.people()))
	}
}

// aside is what was noted along with contact.
type aside struct {
	promises  []data.Promise
	exchanges []given
	details   []data.Detail
	circles   []string // which all with whom the contact was join
}

// given is something given or received.
type given struct {
	data.Exchange
	to data.Someone // whom an introduction made somebody known to; zero for nobody in the store
}

// read returns what was typed, for contact on a day. It returns an *data.Invalid for the first field that is
// refused, and marks that.
func (a *along) read(on, today data.Day) (aside, error) {
	var s aside
	for _, of := range []struct {
		lines []*asideLine
		read  func(l *asideLine) error
	}{
		{a.promises, func(l *asideLine) error { return s.readPromise(l, on, today) }},
		{a.exchanges, func(l *asideLine) error { return s.readExchange(l, on, today) }},
		{a.details, s.readDetail},
	} {
		for _, l := range of.lines {
			var err error
			if !l.empty() {
				err = of.read(l)
			}
			if !MarkInvalid(a.frame.Words(), l.fields, err) {
				return s, err
			}
		}
	}
	for _, c := range a.circles {
		if c.On() {
			s.circles = append(s.circles, c.name)
		}
	}
	return s, nil
}

func (s *aside) readPromise(l *asideLine, on, today data.Day) (err error) {
	p := data.Promise{What: strings.TrimSpace(l.text.Text), Made: on, State: data.PromiseOpen}
	p.By, p.Person = sideOf(l.who.Key())
	if p.Due, err = lastDay(l.day, "due"); err == nil {
		err = p.Validate(today)
	}
	s.promises = append(s.promises, p)
	return err
}

func (s *aside) readExchange(l *asideLine, on, today data.Day) error {
	g := given{Exchange: data.Exchange{Kind: data.ExchangeKind(l.kind.Key()), Day: on, Text: strings.TrimSpace(l.text.Text), Source: data.Stated}, to: l.to}
	g.By, g.Person = sideOf(l.who.Key())
	err := g.Validate(today)
	if err != nil && len(g.Text) > data.MaxNote {
		err = &data.Invalid{Field: "given", Reason: data.TooLong}
	}
	s.exchanges = append(s.exchanges, g)
	return err
}

func (s *aside) readDetail(l *asideLine) (err error) {
	n, _ := strconv.ParseInt(l.who.Key(), 10, 64)
	d := data.Detail{Person: data.ID(n), Text: strings.TrimSpace(l.text.Text)}
	if d.AskOn, err = WholeDay(l.day, "ask_on"); err == nil {
		err = d.Validate()
	}
	s.details = append(s.details, d)
	return err
}

// save writes what was noted along with an interaction, and links it to that.
func (s *aside) save(tx *store.Tx, i *data.Interaction, today data.Day) error {
	for n := range s.promises {
		s.promises[n].Interaction = i.ID
		if err := tx.SavePromise(&s.promises[n]); err != nil {
			return err
		}
	}
	for n := range s.exchanges {
		g := &s.exchanges[n]
		g.Interaction = i.ID
		if err := tx.SaveExchange(&g.Exchange); err != nil {
			return err
		}
		if err := intake.SaveIntroduction(tx, &g.Exchange, g.to, today); err != nil {
			return err
		}
	}
	for n := range s.details {
		if err := tx.SaveDetail(&s.details[n]); err != nil {
			return err
		}
	}
	return s.join(tx, i)
}

// join puts all with whom the contact was into the circles.
func (s *aside) join(tx *store.Tx, i *data.Interaction) error {
	for _, circle := range s.circles {
		for _, p := range i.People {
			if err := tx.JoinCircle(p, circle, i.Day); err != nil {
				return err
			}
		}
	}
	return nil
}

// asideOf returns what a line says besides the contact, as far as it is settled with whom.
func asideOf(u *intake.Understood) aside {
	s := aside{circles: slices.Clone(u.Circles)}
	for _, p := range u.Promises {
		s.promises = append(s.promises, data.Promise{Person: u.People[p.With].Chosen, By: p.By, What: p.What, Due: p.Due})
	}
	for _, e := range u.Exchanges {
		s.exchanges = append(s.exchanges, given{data.Exchange{Person: u.People[e.With].Chosen, By: e.By, Kind: e.Kind, Text: e.Text}, e.To})
	}
	return s
}
