// Package rising is the screen Moves: whose career moved, what to confirm, and who is in management.
//
// It has three views on the same content: what changed and waits for a word, who is in management now,
// and the moves of each year. Their rows are put into words off the window's thread, for the filter that
// is set, and a verdict loads them anew; the one that is selected is said at length when it is shown.
package rising

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// tab is one of the views of the screen.
type tab int

const (
	changed tab = iota
	managing
	yearly
)

// view is the screen.
type view struct {
	frame  page.Frame
	store  *store.Store
	keeper *careers.Keeper
	words  *words.Words
	loader *page.Loader[*content]

	tab     tab
	filter  filter
	content *content // nil until it is loaded
	inSight bool     // the page has come into sight, so that it may take the focus

	header   *widgets.Header
	tabs     [3]*widgets.Button
	chips    *fyne.Container
	inbox    *inbox
	managers *register
	years    *years
	place    *fyne.Container // holds the view that is open
	object   fyne.CanvasObject
}

var (
	_ page.Page    = (*view)(nil)
	_ page.Keyed   = (*view)(nil)
	_ page.Focuser = (*view)(nil)
	_ page.Closer  = (*view)(nil)
)

// New returns the screen, with what changed.
func New(frame page.Frame, s *store.Store, keeper *careers.Keeper) page.Page {
	v := &view{frame: frame, store: s, keeper: keeper, words: frame.Words(), loader: page.NewLoader[*content](frame.Tasks(), frame.Fail)}
	w := v.words
	for i, text := range []string{w.T("rising.changed"), w.T("rising.managing"), w.T("rising.yearly")} {
		v.tabs[i] = widgets.NewButton(text, func() { v.turn(tab(i)) })
	}
	v.header = widgets.NewHeader(w.T("rail.moves"), "", v.tabs[0], v.tabs[1], v.tabs[2])
	v.chips = widgets.Flow(6)
	v.inbox, v.managers, v.years = newInbox(v), newRegister(v), newYears(v)
	v.place = container.NewStack()
	top := widgets.Sideways(0, widgets.Column(look.SmallGap+2, v.header, v.chips))
	v.object = container.NewBorder(widgets.Inset(0, 20, top), nil, nil, nil, widgets.Sideways(20, v.place))
	v.showFilters()
	v.turn(changed)
	v.load()
	return v
}

// Object is described at page.Page.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Close is described at page.Closer.
func (v *view) Close() { v.loader.Stop() }

// Changed is described at page.Page.
func (v *view) Changed(c data.Change) {
	for _, k := range []data.Kind{data.Moves, data.Ties, data.Roles, data.People, data.Circles, data.Organisations} {
		if c.Touches(k) {
			v.load()
			return
		}
	}
}

func (v *view) load() {
	l := &loading{store: v.store, keeper: v.keeper, words: v.words, today: v.frame.Today(), hidden: v.frame.NamesHidden(), filter: v.filter}
	v.loader.Load(func(ctx context.Context) (*content, error) { return l.content(ctx) }, v.show)
}

// show puts what was loaded on the screen.
func (v *view) show(c *content) {
	v.content = c
	mine := v.hasFocus()
	v.inbox.show(c)
	v.managers.show(c.managers)
	v.years.show(c)
	v.say()
	if mine {
		v.Focus()
	}
}

// say writes the sentence at the top.
func (v *view) say() {
	sentence := ""
	if v.content != nil {
		sentence = v.content.sentences[v.tab]
	}
	v.header.Set(v.words.T("rail.moves"), sentence)
	v.object.Refresh()
}

// turn opens one of the views.
func (v *view) turn(to tab) {
	mine := v.hasFocus()
	v.tab = to
	for i, b := range v.tabs {
		b.SetChosen(tab(i) == to)
	}
	v.place.Objects = []fyne.CanvasObject{[]fyne.CanvasObject{v.inbox.object, v.managers.object, v.years.object}[to]}
	v.place.Refresh()
	v.say()
	if mine {
		v.Focus()
	}
}

// list returns the list of the view that is open.
func (v *view) list() *widgets.List {
	return []*widgets.List{v.inbox.list, v.managers.list, v.years.list}[v.tab]
}

// person opens someone's page.
func (v *view) person(id data.ID) { v.frame.Open(page.Person(id)) }

// write changes something off the window's thread and says so afterwards, with Undo.
func (v *view) write(operation, said string, change func(*store.Tx) error) {
	parts.Change(v.frame, v.store, operation, said, change)
}
