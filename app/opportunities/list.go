package opportunities

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// list shows the opportunities one below the other, those heard of last first, and finds some of them.
type list struct {
	v       *view
	content *content
	rows    []*entry // those that pass the filter
	id      data.ID  // which is chosen, shown or not

	search *widgets.SearchEntry
	state  *widgets.Choice // a stage, or open or closed
	kind   *widgets.Choice
	count  *widgets.Line
	list   *widgets.List
	none   *widgets.Text // says that nothing is found
	body   *fyne.Container
}

// The choices of the filter that are no stage; every is the key of those that leave nothing out.
const (
	every     = ""
	anyOpen   = "open"
	anyClosed = "closed"
)

func newList(v *view) *list {
	w := v.words
	l := &list{v: v, content: &content{}}
	l.search = widgets.NewSearchEntry(w.T("opportunities.search"), func(string) { l.filter() })
	states := []widgets.Option{{Key: every, Text: w.T("opportunities.any_stage")}, {Key: anyOpen, Text: w.T("opportunities.only_open")},
		{Key: anyClosed, Text: w.T("opportunities.only_closed")}}
	for _, s := range data.Stages {
		states = append(states, widgets.Option{Key: string(s), Text: words.Capital(w.Stage(s))})
	}
	l.state = widgets.NewChoice(states, every, func(string) { l.filter() })
	l.kind = widgets.NewChoice(append([]widgets.Option{{Key: every, Text: w.T("opportunities.any_kind")}}, kindOptions(w)...), every, func(string) { l.filter() })
	l.list = widgets.NewList(func() int { return len(l.rows) }, func() fyne.CanvasObject { return newRow() }, func(i int, o fyne.CanvasObject) {
		if i < len(l.rows) {
			o.(*row).set(w, l.rows[i])
		}
	})
	l.list.OnSelected = func(i int) { l.id = l.rows[i].ID }
	l.list.OnTapped = func(i int) {
		l.choose(l.rows[i].ID)
		v.visit(l.id)
	}
	l.list.OnOpened = func(i int) { v.visit(l.rows[i].ID) }
	l.search.OnDown, l.search.OnUp, l.search.OnOpen = func() { l.list.Step(1) }, func() { l.list.Step(-1) }, l.list.Open
	l.search.OnEscape = func() { v.frame.Window().Canvas().Focus(l.list) }
	l.count = widgets.NewWholeLine("", look.Small)
	l.none = widgets.NewCentred(w.T("opportunities.none_found"), look.Body.In(look.ColorNameDimmed))
	l.none.Hide()
	head := widgets.Inset(look.RowInset, 10, widgets.Sides(look.SmallGap, nil, l.search, widgets.Row(look.SmallGap, l.state, l.kind, l.count)))
	l.list.AtBottom = true
	l.body = widgets.NewBareCard(container.NewBorder(container.NewBorder(nil, widgets.Hairline(), nil, nil, head), nil, nil, nil,
		container.NewStack(l.list, widgets.Inset(look.Gap, 40, l.none))))
	return l
}

// kindOptions are the kinds of opportunity to choose from.
func kindOptions(w *words.Words) []widgets.Option {
	var options []widgets.Option
	for _, k := range data.OpportunityKinds {
		options = append(options, widgets.Option{Key: string(k), Text: words.Capital(w.OpportunityKind(k))})
	}
	return options
}

// name, object, chosen and focused are described at manner.
func (l *list) name() string              { return l.v.words.T("opportunities.list") }
func (l *list) object() fyne.CanvasObject { return l.body }
func (l *list) focused() fyne.Focusable   { return l.list }

func (l *list) chosen() data.ID {
	if i := l.list.Selected(); i >= 0 && i < len(l.rows) {
		return l.rows[i].ID
	}
	return 0
}

// keys is described at manner.
func (l *list) keys() []page.Key {
	w := l.v.words
	return []page.Key{
		{Name: fyne.KeySlash, Label: w.T("opportunities.search"), Do: parts.Letter(l.v.frame.Tasks(), l.goSearch)},
		{Name: fyne.KeyDown, Label: w.T("today.key_down"), Do: func() { l.step(1) }},
		{Name: fyne.KeyUp, Label: w.T("today.key_up"), Do: func() { l.step(-1) }},
	}
}

// goSearch puts the focus into the search field.
func (l *list) goSearch() { l.v.frame.Window().Canvas().Focus(l.search) }

func (l *list) step(by int) {
	l.list.Step(by)
	l.v.frame.Window().Canvas().Focus(l.list)
}

// show is described at manner.
func (l *list) show(c *content) {
	l.content = c
	l.filter()
}

// only shows the opportunities at one stage, or all that are open or closed.
func (l *list) only(state string) {
	l.search.SetText("")
	l.state.SetKey(state)
	l.kind.SetKey(every)
	l.filter()
}

// filter shows what passes, and keeps what is chosen.
func (l *list) filter() {
	wanted := store.ReadTyped(l.search.Text)
	l.rows = l.rows[:0]
	for i := range l.content.entries {
		if e := &l.content.entries[i]; l.holds(e, wanted) {
			l.rows = append(l.rows, e)
		}
	}
	l.count.SetText(l.v.words.Number(len(l.rows)))
	widgets.See(l.none, len(l.rows) == 0)
	l.list.Reload()
	l.choose(l.id)
	l.body.Refresh()
}

// holds reports whether an opportunity passes the filter, with all that is typed somewhere in it.
func (l *list) holds(e *entry, wanted store.Typed) bool {
	if !wanted.In(e.folded) {
		return false
	}
	if k := l.kind.Key(); k != every && k != string(e.Kind) {
		return false
	}
	switch state := l.state.Key(); state {
	case every:
		return true
	case anyOpen, anyClosed:
		return e.Stage().Closed() == (state == anyClosed)
	default:
		return string(e.Stage()) == state
	}
}

// choose selects an opportunity, or the first where it is not shown.
func (l *list) choose(id data.ID) {
	at := min(0, len(l.rows)-1)
	for i, e := range l.rows {
		if e.ID == id {
			at = i
		}
	}
	l.id = id
	l.list.Select(at)
}

// row is an opportunity in the list.
type row struct {
	widgets.Composite
	title       *widgets.Line
	second      *cut
	thank, kind *widgets.Chip
	chips       *fyne.Container
}

func newRow() *row {
	r := &row{title: widgets.NewLine("", look.Name), second: newCut(look.Second, 1),
		thank: widgets.NewChip("", look.Claret), kind: widgets.NewChip("", look.Plain)}
	r.chips = widgets.Row(6, r.thank, r.kind)
	const high = look.RowHeight - look.Hairline
	r.Compose(r, widgets.Inset(look.RowInset, (high-look.Name.Height-look.Second.Height)/2,
		widgets.Sides(look.SmallGap, nil, widgets.Column(0, r.title, r.second), r.chips)))
	return r
}

func (r *row) set(w *words.Words, e *entry) {
	title := e.title
	if e.organisation != "" {
		title = w.T("list.more", words.Args{"List": title, "Item": e.organisation})
	}
	r.title.SetText(title)
	r.second.set(e.line(w))
	r.kind.Set(w.OpportunityKind(e.Kind), look.Plain)
	r.thank.Set(e.thank, look.Claret)
	r.thank.Hidden = e.thank == ""
	r.Relayout()
}

// line says in a sentence or two how an opportunity stands, and through whom it came.
func (e *entry) line(w *words.Words) string {
	said := w.T("opportunities.sentence", words.Args{"What": e.since})
	if e.chain != "" {
		said = w.T("opportunities.sentences", words.Args{"First": said, "Second": w.T("opportunities.sentence", words.Args{"What": e.chain})})
	}
	if e.whom != "" {
		said = w.T("opportunities.sentences", words.Args{"First": said, "Second": w.T("opportunities.sentence", words.Args{"What": words.Capital(e.whom)})})
	}
	return said
}
