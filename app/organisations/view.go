// Package organisations is the screen of employers, schools and communities: the list of them, and
// beside it whom one knows at one of them.
package organisations

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
	nobody fyne.CanvasObject // in place of all else while there is no organisation
	object *fyne.Container
}

// New returns the screen at a route: the list alone, or with one organisation beside it.
func New(frame page.Frame, s *store.Store, keeper *careers.Keeper, route page.Route) page.Page {
	v := &view{frame: frame, store: s, keeper: keeper, words: frame.Words()}
	v.list, v.pane = newList(v), newPane(v)
	v.split = widgets.NewSplit(v.list.object, v.pane.object, route.Organisation != 0)
	v.split.Turned, v.split.Resized = v.pane.narrow, v.list.reveal
	w := v.words
	v.nobody = widgets.NewEmptyState(theme.HomeIcon(), w.T("organisations.nobody"),
		widgets.NewPrimary(w.T("action.import"), func() { frame.Open(page.Importing()) }))
	v.nobody.Hide()
	v.object = container.NewStack(v.split.Object(), v.nobody)
	v.pane.show(route.Organisation)
	v.list.load()
	return v
}

// Object is described at page.Page.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Changed is described at page.Page.
func (v *view) Changed(c data.Change) {
	for _, k := range []data.Kind{data.People, data.Roles, data.Organisations} {
		if c.Touches(k) {
			v.list.load()
			break
		}
	}
	for _, k := range []data.Kind{data.People, data.Roles, data.Organisations, data.Ties, data.Interactions, data.Cadences, data.Circles, data.Settings,
		data.Introductions, data.Boundaries} {
		if c.Touches(k) {
			v.pane.load()
			break
		}
	}
}

// Reroute is described at page.Routed.
func (v *view) Reroute(r page.Route) bool {
	if r.Screen != page.OrganisationsScreen {
		return false
	}
	if r.Organisation != 0 && r.Organisation != v.pane.organisation {
		// Whoever comes from elsewhere sees it in the list, and its keys work at once.
		v.frame.Window().Canvas().Unfocus()
		v.show(r.Organisation)
		if v.list.list.Selected() < 0 {
			v.list.search.SetText("")
		}
	}
	v.split.Bring(r.Organisation != 0)
	return true
}

// Focus is described at page.Focuser: with an organisation the keys of its page work at once, without
// one typing searches.
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
	v.pane.loader.Stop()
}

// show shows an organisation beside the list and marks its row.
func (v *view) show(id data.ID) {
	v.pane.show(id)
	v.list.mark()
}

// visit goes to an organisation that the user has picked.
func (v *view) visit(id data.ID) {
	v.show(id)
	v.frame.Open(page.Organisation(id))
}

// open goes to an organisation to choose among its people.
func (v *view) open(id data.ID) {
	v.visit(id)
	v.split.Bring(true)
	v.pane.focus()
}

// back returns from an organisation to the list at a narrow width.
func (v *view) back() {
	v.split.Bring(false)
	v.frame.Open(page.Organisations())
	v.frame.Window().Canvas().Focus(v.list.list)
}

// called returns a name as it may be shown now.
func (v *view) called(name string) string { return parts.Called(name, v.frame.NamesHidden()) }
