// Package people is the screen of everyone: the list, and the page of one person beside it.
//
// The list asks the store at each key; whatever it shows of a row is made when the row scrolls into
// sight. The page of a person is loaded into one dossier off the window's thread and built anew
// whenever something about the person has changed.
package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// view is the screen.
type view struct {
	frame  page.Frame
	store  *store.Store
	keeper *careers.Keeper
	words  *words.Words

	list   *list
	pane   *pane
	split  *widgets.Split
	sides  *fyne.Container
	nobody fyne.CanvasObject // in place of all else while there is nobody
	object *fyne.Container
}

// New returns the screen at a route: with one person beside the list, or with a search.
func New(frame page.Frame, s *store.Store, keeper *careers.Keeper, route page.Route) page.Page {
	v := &view{frame: frame, store: s, keeper: keeper, words: frame.Words()}
	v.list = newList(v)
	v.pane = newPane(v)
	v.split = widgets.NewSplit(v.list.object, v.pane.object, route.Person != 0)
	v.split.Turned, v.split.Resized = v.pane.narrow, v.list.reveal
	v.sides = v.split.Object()
	w := v.words
	v.nobody = widgets.NewEmptyState(theme.AccountIcon(), w.T("people.nobody"),
		widgets.NewPrimary(w.T("action.import"), func() { frame.Open(page.Importing()) }),
		widgets.NewButton(w.T("action.add"), v.Add))
	v.nobody.Hide()
	v.object = container.NewStack(v.sides, v.nobody)
	v.pane.show(route.Person)
	v.list.filter.confidants = route.Confidants
	v.list.showFilters()
	v.list.begin(route.Query)
	return v
}

// Object is described at page.Page.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Changed is described at page.Page.
func (v *view) Changed(c data.Change) {
	v.list.changed(c)
	v.pane.changed(c)
}

// Reroute is described at page.Routed.
func (v *view) Reroute(r page.Route) bool {
	if r.Screen != page.PeopleScreen {
		return false
	}
	if r.Query != "" {
		v.list.search.SetText(r.Query)
	}
	if r.Confidants {
		v.list.search.SetText("")
		v.list.setFilter(filter{confidants: true})
	}
	if r.Person != 0 {
		v.show(r.Person)
	}
	v.bring(r.Person != 0)
	return true
}

// Focus is described at page.Focuser: with a person the keys of their page work at once, without one
// typing searches.
func (v *view) Focus() {
	switch c := v.frame.Window().Canvas(); {
	case widgets.Focus(c, v.nobody):
	case v.split.Front():
		c.Unfocus()
	default:
		c.Focus(v.list.search)
	}
}

// Close is described at page.Closer.
func (v *view) Close() {
	v.list.stop()
	v.pane.stop()
}

// Add asks for someone new.
func (v *view) Add() {
	v.pane.noteFocus()
	openPersonForm(v, nil)
}

// show shows a person beside the list and marks their row.
func (v *view) show(id data.ID) {
	v.pane.show(id)
	v.list.mark()
}

// visit goes to a person whom the user has picked.
func (v *view) visit(id data.ID) {
	v.show(id)
	v.frame.Open(page.Person(id))
}

// open goes to a person's page to work on it.
func (v *view) open(id data.ID) {
	v.visit(id)
	v.bring(true)
	v.pane.focus()
}

// bring puts the person or the list in front, where the width has room for one of them only.
func (v *view) bring(person bool) { v.split.Bring(person) }

// back returns from a person to the list at a narrow width.
func (v *view) back() {
	v.bring(false)
	v.frame.Open(page.People())
	v.frame.Window().Canvas().Focus(v.list.list)
}

// called returns a name as it may be shown now.
func (v *view) called(name string) string { return parts.Called(name, v.frame.NamesHidden()) }

// change writes something off the window's thread and says so afterwards, with Undo.
func (v *view) change(operation, said string, change func(*store.Tx) error) {
	parts.Change(v.frame, v.store, operation, said, change)
}

// menu opens a menu below something and gives it the focus.
func (v *view) menu(below fyne.CanvasObject, items ...*fyne.MenuItem) {
	parts.OpenMenu(v.frame.Window(), below, items...)
}

func see(o fyne.CanvasObject, seen bool) { widgets.See(o, seen) }
