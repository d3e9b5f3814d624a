package people

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// list is the left half of the screen: a search, filters, and the people they leave.
type list struct {
	v      *view
	query  string
	filter filter
	found  listed
	marks  marks
	chosen map[data.ID]bool // nil while nobody is being chosen

	loader *page.Loader[listed]
	marker *page.Loader[marks]
	settle func() // stops the timer that shows the person the keys have come to
	fresh  bool   // what was typed is new: the first who is found is to be selected

	search *widgets.SearchEntry
	chips  *fyne.Container
	count  *widgets.Line
	list   *widgets.List
	none   *widgets.Text
	head   *fyne.Container
	foot   *fyne.Container
	object *fyne.Container
}

func newList(v *view) *list {
	w := v.words
	l := &list{v: v, loader: page.NewLoader[listed](v.frame.Tasks(), v.frame.Fail),
		marker: page.NewLoader[marks](v.frame.Tasks(), v.frame.Fail), settle: func() {}}
	l.search = widgets.NewSearchEntry(w.T("people.search"), l.typed)
	l.list = widgets.NewList(func() int { return len(l.found.rows) }, func() fyne.CanvasObject { return newRow() }, l.fill)
	l.search.OnDown = func() { l.list.Step(1) }
	l.search.OnUp = func() { l.list.Step(-1) }
	l.search.OnOpen = l.list.Open
	l.list.OnSelected, l.list.OnTapped, l.list.OnOpened, l.list.OnRune = l.moved, l.tapped, l.opened, l.take
	l.search.OnFocus = func(on bool) { v.pane.hush(on) }
	l.list.OnFocus = l.search.OnFocus
	l.chips = widgets.Flow(6)
	l.count = widgets.NewLine("", look.Small)
	l.none = widgets.NewCentred("", look.Body.In(look.ColorNameDimmed))
	l.none.Hide()
	l.head = widgets.Column(look.SmallGap, l.search, l.chips, l.count)
	l.foot = container.NewStack()
	top := container.NewBorder(nil, widgets.Hairline(), nil, nil, widgets.Inset(look.RowInset, 14, l.head))
	bottom := container.NewBorder(widgets.Hairline(), nil, nil, nil, widgets.Inset(look.RowInset-4, 6, l.foot))
	// The order of the objects is that of the Tab key.
	l.object = container.New(layout.NewBorderLayout(top, bottom, nil, nil), top, container.NewStack(l.list, widgets.Inset(look.Gap, 40, l.none)), bottom)
	l.showFilters()
	l.showFoot()
	return l
}

// begin loads the list for the first time.
func (l *list) begin(query string) {
	l.query = query
	l.search.Text = query
	l.loadMarks()
	l.load()
}

func (l *list) stop() {
	l.loader.Stop()
	l.marker.Stop()
	l.settle()
}

// row is a person in the list, with a box to tick while people are being chosen.
type row struct {
	widgets.Composite
	person *parts.PersonRow
	tick   *widgets.Icon
	box    *fyne.Container // around the tick
}

func newRow() *row {
	r := &row{person: parts.NewPersonRow(), tick: newTick()}
	r.box = widgets.Inset(look.SmallGap, 0, r.tick)
	r.box.Hide()
	r.Compose(r, widgets.Sides(0, r.box, r.person, nil))
	return r
}

// fill shows a person in a row that has come into sight.
func (l *list) fill(i int, o fyne.CanvasObject) {
	if i >= len(l.found.rows) {
		return
	}
	p, r := l.found.rows[i], o.(*row)
	due, has := l.marks.due[p.ID]
	d := parts.RowOf(l.v.words, p, l.marks.ties[p.ID], has && due.Due <= l.v.frame.Today(), l.v.frame.NamesHidden())
	if l.marks.risen(p) {
		d = parts.Risen(l.v.words, d)
	}
	r.person.Set(d)
	r.choose(l.chosen != nil, l.chosen[p.ID])
}

// load finds who fits. While one types, the answer is in memory and is shown with the letter, in one
// frame; otherwise it comes when it is there.
func (l *list) load() {
	query, f, m, today := l.query, l.filter, l.marks, l.v.frame.Today()
	if rows, all, ok := l.v.store.Instant(asked(query, f, m, today)); ok && !f.dueFirst {
		l.loader.Stop()
		l.show(listed{rows: rows, all: all})
		return
	}
	l.loader.Load(func(ctx context.Context) (listed, error) {
		return loadList(ctx, l.v.store, query, f, m, today)
	}, l.show)
}

func (l *list) loadMarks() {
	today := l.v.frame.Today()
	l.marker.Load(func(ctx context.Context) (marks, error) { return loadMarks(ctx, l.v.store, today) }, func(m marks) {
		l.marks = m
		if l.filter.due != "" || l.filter.dueFirst || l.filter.confidants {
			l.load()
			return
		}
		l.list.Reload()
	})
}

// changed loads anew what a change may have touched.
func (l *list) changed(c data.Change) {
	for _, k := range []data.Kind{data.Ties, data.Cadences, data.Circles, data.Interactions, data.People, data.Settings, data.Boundaries} {
		if c.Touches(k) {
			l.loadMarks()
			break
		}
	}
	for _, k := range []data.Kind{data.People, data.Roles, data.Organisations, data.Circles, data.Ties} {
		if c.Touches(k) {
			l.load()
			break
		}
	}
}

// show shows what was found.
func (l *list) show(found listed) {
	l.found = found
	w := l.v.words
	empty := found.all == 0
	see(l.v.sides, !empty)
	widgets.SeeInstead(l.v.frame.Window().Canvas(), l.v.nobody, empty, l.search, l.v.Focus)
	l.count.SetText(l.counted())
	see(l.none, len(found.rows) == 0 && !empty)
	if l.query != "" {
		l.none.SetText(w.T("people.none_found", words.Args{"Words": l.query}))
	} else {
		l.none.SetText(w.T("people.none_filtered"))
	}
	l.list.Reload()
	if l.v.pane.person == 0 && len(found.rows) > 0 {
		l.v.pane.show(found.rows[0].ID)
	}
	if l.fresh && len(found.rows) > 0 {
		l.fresh = false
		l.list.Select(0)
		l.moved(0)
		return
	}
	l.mark()
}

// counted says how many people are in the list.
func (l *list) counted() string {
	w, n, all := l.v.words, len(l.found.rows), l.found.all
	switch {
	case l.query != "":
		return w.T("people.found", words.Args{"Found": n, "All": all, "Words": l.query})
	case l.filter.narrows():
		return w.T("people.filtered", words.Args{"Found": n, "All": all})
	}
	return w.N("people.count", all)
}

// mark selects the row of the person who is shown.
func (l *list) mark() {
	id := l.v.pane.person
	i := slices.IndexFunc(l.found.rows, func(r *store.Row) bool { return r.ID == id })
	if i != l.list.Selected() {
		l.list.Select(i)
	}
}

// reveal brings the selected row back into sight.
func (l *list) reveal() {
	if i := l.list.Selected(); i >= 0 {
		l.list.Select(i)
	}
}

// typed searches for what stands in the field.
func (l *list) typed(query string) {
	l.query, l.fresh = query, query != ""
	l.list.ScrollToTop()
	l.load()
}

// take begins a search with what is typed while the list has the focus.
func (l *list) take(r rune) {
	l.v.frame.Window().Canvas().Focus(l.search)
	l.search.TypedRune(r)
}

func (l *list) setFilter(f filter) {
	l.filter = f
	l.list.ScrollToTop()
	l.showFilters()
	l.load()
}

// settleTime is how long the keys rest on a row before the person is shown: whoever holds a key down
// passes by.
const settleTime = 120 * time.Millisecond

func (l *list) moved(i int) {
	l.settle()
	id := l.found.rows[i].ID
	l.settle = l.v.frame.Tasks().After(settleTime, func() {
		if !l.v.split.Narrow() {
			l.v.visit(id)
		}
	})
}

func (l *list) tapped(i int) {
	if i >= len(l.found.rows) {
		return
	}
	l.settle()
	l.list.Select(i)
	if l.chosen != nil {
		l.toggle(l.found.rows[i].ID)
		return
	}
	l.v.visit(l.found.rows[i].ID)
	l.v.bring(true)
	l.v.frame.Window().Canvas().Unfocus()
}

// opened goes to the page of the selected person, or chooses them.
func (l *list) opened(i int) {
	if i >= len(l.found.rows) {
		return
	}
	l.settle()
	if l.chosen != nil {
		l.toggle(l.found.rows[i].ID)
		return
	}
	l.v.open(l.found.rows[i].ID)
}
