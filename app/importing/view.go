package importing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/intake"
	"peerage/data/store"
)

// view is the page. What it shows is the stage it is in.
type view struct {
	frame  page.Frame
	store  *store.Store
	keeper *careers.Keeper

	place   *fyne.Container
	primary *widgets.Button // what Enter does in this stage, nil when nothing
	escape  func()          // what Escape does in this stage, nil when nothing

	plans   *page.Loader[*planned]
	working *working // nil while nothing is being read or taken in
	preview *preview // nil in the other stages
	result  *result  // nil in the other stages
	focused bool     // the page has the focus, and each stage gives it to what Enter does
	closed  bool
}

var (
	_ page.Keyed   = (*view)(nil)
	_ page.Focuser = (*view)(nil)
	_ page.Closer  = (*view)(nil)
)

// New returns the page, ready to be given files. Its method Take gives it files that come from
// elsewhere: dropped on the window, or handed over by a later start.
func New(frame page.Frame, s *store.Store, keeper *careers.Keeper) page.Page {
	v := &view{frame: frame, store: s, keeper: keeper, place: container.NewStack()}
	v.plans = page.NewLoader[*planned](frame.Tasks(), v.failed)
	v.choose()
	return v
}

// Object is described at page.Page.
func (v *view) Object() fyne.CanvasObject { return v.place }

// Changed is described at page.Page. What was planned is planned again on what is there now; a result
// that was undone is a plan again.
func (v *view) Changed(c data.Change) {
	switch {
	case !c.Touches(data.People) && !c.Touches(data.Roles) && !c.Touches(data.Snapshots):
	case v.preview != nil:
		v.replan()
	case v.result != nil:
		v.recheck()
	}
}

// Take reads files and shows what taking them in would do. It does nothing while others are being
// taken in.
func (v *view) Take(paths []string) {
	switch {
	case len(paths) == 0:
	case v.working != nil && v.working.writes:
		v.frame.Toast(v.frame.Words().T("importing.busy"), false)
	default:
		v.read(paths)
	}
}

// Keys is described at page.Keyed.
func (v *view) Keys() []page.Key {
	w := v.frame.Words()
	keys := []page.Key{{Name: fyne.KeyO, Modifier: fyne.KeyModifierShortcutDefault, Label: w.T("importing.choose_files"), Do: v.openDialog}}
	if v.primary != nil {
		press := func() { v.primary.Tapped(nil) }
		keys = append(keys, page.Key{Name: fyne.KeyReturn, Label: v.primary.Text, Do: press}, page.Key{Name: fyne.KeyEnter, Label: v.primary.Text, Do: press})
	}
	if v.escape != nil {
		keys = append(keys, page.Key{Name: fyne.KeyEscape, Label: w.T("form.cancel"), Do: v.escape})
	}
	return keys
}

// Focus is described at page.Focuser.
func (v *view) Focus() {
	v.focused = true
	if c := v.frame.Window().Canvas(); v.primary != nil {
		c.Focus(v.primary)
	} else {
		c.Unfocus()
	}
}

// Close is described at page.Closer. What is being taken in is taken in to the end, and said then.
func (v *view) Close() {
	v.closed = true
	v.plans.Stop()
	if v.working != nil {
		v.working.stopPolling()
	}
}

// enter shows a stage. primary is what Enter does there, escape what Escape does; both may be nil.
func (v *view) enter(o fyne.CanvasObject, primary *widgets.Button, escape func()) {
	v.working, v.preview, v.result = nil, nil, nil
	v.primary, v.escape = primary, escape
	if primary != nil {
		primary.WithKey(v.frame.Words().T("key.enter"))
	}
	v.place.Objects = []fyne.CanvasObject{o}
	v.place.Refresh()
	if v.focused && !v.closed {
		v.Focus()
	}
}

// failed is told of errors of reading and planning: nothing was written.
func (v *view) failed(err error) {
	v.frame.Fail(err)
	v.choose()
}

func (v *view) importer() *intake.Importer {
	return &intake.Importer{Store: v.store, Keeper: v.keeper}
}

// centred is what a stage with little to say shows: a header, and a card below it.
func centred(header *widgets.Header, card fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Page(header, widgets.NewCard(widgets.Inset(look.SmallGap, look.SmallGap, card)))
}
