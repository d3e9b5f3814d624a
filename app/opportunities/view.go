// Package opportunities is the screen Opportunities: what came to me, through whom, and what became of it.
//
// It has several manners of showing the same content, such as a board by stage and a list. What they show
// is put into words off the window's thread, and each change loads it anew. One opportunity is shown in
// place of all, with everything that is known of it.
package opportunities

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// manner is a way of showing the opportunities.
type manner interface {
	// name is what the button says that turns to it.
	name() string
	// object returns what is shown. It is the same object each time.
	object() fyne.CanvasObject
	// show shows what was loaded, which is at least one opportunity.
	show(*content)
	// chosen returns the opportunity that keys act on, 0 for none.
	chosen() data.ID
	// choose makes it so, also for one that is shown only later.
	choose(data.ID)
	// focused returns what has the focus while the manner is used, nil for nothing.
	focused() fyne.Focusable
	// keys are its own, besides those of the screen.
	keys() []page.Key
}

// view is the screen.
type view struct {
	frame  page.Frame
	store  *store.Store
	keeper *careers.Keeper
	words  *words.Words
	loader *page.Loader[*content]

	manners []manner
	at      int      // which of them is on
	content *content // nil until it is loaded
	inSight bool     // the page has come into sight, so that it may take the focus
	form    *form    // that is open or was last; nil for none

	header *widgets.Header
	turns  []*widgets.Button // to the manners
	place  *fyne.Container   // holds the manner that is on
	nobody fyne.CanvasObject // in its place while there is no opportunity
	all    fyne.CanvasObject
	detail *detail // in place of all
	object *fyne.Container
}

var (
	_ page.Page    = (*view)(nil)
	_ page.Routed  = (*view)(nil)
	_ page.Keyed   = (*view)(nil)
	_ page.Focuser = (*view)(nil)
	_ page.Closer  = (*view)(nil)
)

// New returns the screen at a route: all opportunities, one of them, or the form for one that came through
// somebody.
func New(frame page.Frame, s *store.Store, keeper *careers.Keeper, route page.Route) page.Page {
	v := &view{frame: frame, store: s, keeper: keeper, words: frame.Words(), loader: page.NewLoader[*content](frame.Tasks(), frame.Fail)}
	v.manners = []manner{newBoard(v), newFlow(v), newList(v)}
	v.build()
	v.turn(0)
	v.load()
	v.Reroute(route)
	return v
}

func (v *view) build() {
	w := v.words
	var actions []fyne.CanvasObject
	for i, m := range v.manners {
		b := widgets.NewButton(m.name(), func() { v.turn(i) })
		v.turns, actions = append(v.turns, b), append(actions, b)
	}
	actions = append(actions, widgets.NewPrimary(w.T("opportunities.add"), v.Add).WithKey(string(addKey)))
	v.header = widgets.NewHeader(w.T("rail.opportunities"), "", actions...)
	v.place = container.NewStack()
	v.place.Hide() // until it is known whether there is anything to show
	v.nobody = widgets.NewEmptyState(theme.LoginIcon(), w.T("opportunities.none"),
		widgets.NewPrimary(w.T("action.add_opportunity"), v.Add))
	v.nobody.Hide()
	v.all = container.NewBorder(widgets.Inset(look.PageInset, 20, v.header), nil, nil, nil,
		widgets.Sideways(20, container.NewStack(v.place, v.nobody)))
	v.detail = newDetail(v)
	v.detail.object.Hide()
	v.object = container.NewStack(v.all, v.detail.object)
}

// Object is described at page.Page.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Close is described at page.Closer.
func (v *view) Close() {
	v.loader.Stop()
	for _, m := range v.manners {
		if c, ok := m.(page.Closer); ok {
			c.Close()
		}
	}
}

// Changed is described at page.Page.
func (v *view) Changed(c data.Change) {
	for _, k := range []data.Kind{data.Opportunities, data.People, data.Organisations, data.Interactions, data.Cadences, data.Circles, data.Boundaries} {
		if c.Touches(k) {
			v.load()
			return
		}
	}
}

// Reroute is described at page.Routed.
func (v *view) Reroute(r page.Route) bool {
	if r.Screen != page.OpportunitiesScreen {
		return false
	}
	v.detail.open(r.Opportunity)
	if r.Through != 0 {
		v.addThrough(r.Through)
	}
	return true
}

func (v *view) load() { v.loader.Load(v.loading().content, v.show) }

func (v *view) loading() *loading {
	return &loading{store: v.store, words: v.words, today: v.frame.Today(), hidden: v.frame.NamesHidden()}
}

// show puts what was loaded on the screen.
func (v *view) show(c *content) {
	v.content = c
	mine := v.hasFocus()
	some := len(c.entries) > 0
	v.header.Set(v.words.T("rail.opportunities"), c.sentence)
	widgets.See(v.nobody, !some)
	widgets.See(v.place, some)
	if some {
		for _, m := range v.manners {
			m.show(c)
		}
	}
	v.detail.show()
	v.object.Refresh()
	if mine {
		v.Focus()
	}
}

// turn shows the opportunities in another manner.
func (v *view) turn(to int) {
	mine := v.hasFocus()
	v.at = to
	for i, b := range v.turns {
		b.SetChosen(i == to)
	}
	v.place.Objects = []fyne.CanvasObject{v.manners[to].object()}
	v.place.Refresh()
	if mine {
		v.Focus()
	}
}

// manner returns the manner that is on.
func (v *view) manner() manner { return v.manners[v.at] }

// choose makes an opportunity the one that keys act on, in every manner.
func (v *view) choose(id data.ID) {
	for _, m := range v.manners {
		m.choose(id)
	}
}

// visit shows one opportunity.
func (v *view) visit(id data.ID) {
	v.frame.Open(page.Opportunity(id))
	v.detail.open(id)
}

// leave returns from one opportunity to all of them.
func (v *view) leave() {
	v.frame.Open(page.Opportunities())
	v.detail.open(0)
}

// write changes something off the window's thread and says so afterwards, with Undo.
func (v *view) write(operation, said string, change func(*store.Tx) error) {
	parts.Change(v.frame, v.store, operation, said, change)
}

// only turns to the list, with the opportunities at one stage or all that are open or closed.
func (v *view) only(state string) {
	for i, m := range v.manners {
		if l, ok := m.(*list); ok {
			l.only(state)
			v.turn(i)
		}
	}
}
