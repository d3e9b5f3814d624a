package organisations

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// list is the left half of the screen: a search, and the organisations it finds.
type list struct {
	v         *view
	directory *briefing.Directory
	found     []*store.OrganisationRow
	query     string

	loader *page.Loader[*briefing.Directory]
	settle func() // stops the timer that shows the organisation the keys have come to

	search *widgets.SearchEntry
	count  *widgets.Line
	list   *widgets.List
	none   *widgets.Text
	object *fyne.Container
}

func newList(v *view) *list {
	l := &list{v: v, directory: &briefing.Directory{}, loader: page.NewLoader[*briefing.Directory](v.frame.Tasks(), v.frame.Fail), settle: func() {}}
	l.search = widgets.NewSearchEntry(v.words.T("organisations.search"), l.typed)
	l.list = widgets.NewList(func() int { return len(l.found) }, func() fyne.CanvasObject { return newRow() }, l.fill)
	l.search.OnDown, l.search.OnUp, l.search.OnOpen = func() { l.list.Step(1) }, func() { l.list.Step(-1) }, l.list.Open
	l.list.OnSelected, l.list.OnTapped, l.list.OnOpened, l.list.OnRune = l.moved, l.tapped, l.opened, l.take
	l.search.OnFocus = func(on bool) { v.pane.hush(on) }
	l.list.OnFocus = l.search.OnFocus
	l.count = widgets.NewLine("", look.Small)
	l.none = widgets.NewCentred("", look.Body.In(look.ColorNameDimmed))
	l.none.Hide()
	head := widgets.Column(look.SmallGap, l.search, l.count)
	top := container.NewBorder(nil, widgets.Hairline(), nil, nil, widgets.Inset(look.RowInset, 14, head))
	// The order of the objects is that of the Tab key.
	l.object = container.New(layout.NewBorderLayout(top, nil, nil, nil), top, container.NewStack(l.list, widgets.Inset(look.Gap, 40, l.none)))
	return l
}

func (l *list) stop() {
	l.loader.Stop()
	l.settle()
}

// row is an organisation in the list.
type row struct {
	widgets.Composite
	name, people *widgets.Line
}

func newRow() *row {
	r := &row{name: widgets.NewLine("", look.Name), people: widgets.NewLine("", look.Second)}
	r.Compose(r, widgets.Inset(look.RowInset, (look.RowHeight-look.Hairline-look.Name.Height-look.Second.Height)/2, widgets.Column(0, r.name, r.people)))
	return r
}

func (r *row) set(w *words.Words, o *store.OrganisationRow) {
	r.name.SetText(o.Name)
	r.people.SetText(counted(w, o))
}

// fill shows an organisation in a row that has come into sight.
func (l *list) fill(i int, o fyne.CanvasObject) {
	if i < len(l.found) {
		o.(*row).set(l.v.words, l.found[i])
	}
}

// counted says whom one knows there, in numbers.
func counted(w *words.Words, o *store.OrganisationRow) string {
	if said := w.Counted(o.Now, o.Before, o.InManagement); said != "" {
		return words.Capital(said)
	}
	return words.Capital(w.T("organisations.only_you"))
}

// load reads all organisations, of which those that fit are shown.
func (l *list) load() {
	l.loader.Load(func(ctx context.Context) (*briefing.Directory, error) { return briefing.LoadDirectory(ctx, l.v.store) }, func(d *briefing.Directory) {
		l.directory = d
		l.show()
	})
}

// show shows the organisations that what is typed finds.
func (l *list) show() {
	w, all := l.v.words, l.directory.Len()
	l.found = l.directory.Find(l.query)
	widgets.See(l.v.split.Object(), all > 0)
	widgets.SeeInstead(l.v.frame.Window().Canvas(), l.v.nobody, all == 0, l.search, l.v.Focus)
	if l.query == "" {
		l.count.SetText(w.N("organisations.count", all))
	} else {
		l.count.SetText(w.T("organisations.found", words.Args{"Found": len(l.found), "All": all, "Words": l.query}))
	}
	widgets.See(l.none, len(l.found) == 0 && all > 0)
	l.none.SetText(w.T("organisations.none_found", words.Args{"Words": l.query}))
	l.list.Reload()
	if l.v.pane.organisation == 0 && len(l.found) > 0 {
		l.v.pane.show(l.found[0].ID)
	}
	l.mark()
}

// mark selects the row of the organisation that is shown.
func (l *list) mark() {
	i := slices.IndexFunc(l.found, func(r *store.OrganisationRow) bool { return r.ID == l.v.pane.organisation })
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

// typed shows what the field finds, and of that the first.
func (l *list) typed(query string) {
	l.query = query
	l.list.ScrollToTop()
	l.show()
	if query != "" && len(l.found) > 0 {
		l.list.Select(0)
		l.moved(0)
	}
}

// take begins a search with what is typed while the list has the focus.
func (l *list) take(r rune) {
	l.v.frame.Window().Canvas().Focus(l.search)
	l.search.TypedRune(r)
}

// settleTime is how long the keys rest on a row before the organisation is shown: whoever holds a key
// down passes by.
const settleTime = 120 * time.Millisecond

func (l *list) moved(i int) {
	l.settle()
	id := l.found[i].ID
	l.settle = l.v.frame.Tasks().After(settleTime, func() {
		if !l.v.split.Narrow() {
			l.v.visit(id)
		}
	})
}

func (l *list) tapped(i int) {
	l.pick(i, func(id data.ID) {
		l.list.Select(i)
		l.v.visit(id)
		l.v.split.Bring(true)
		l.v.frame.Window().Canvas().Unfocus()
	})
}

func (l *list) opened(i int) { l.pick(i, l.v.open) }

func (l *list) pick(i int, do func(data.ID)) {
	if i < len(l.found) {
		l.settle()
		do(l.found[i].ID)
	}
}
