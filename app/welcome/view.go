// Package welcome is the screen of the first start: it brings people in, and then proposes whom to
// keep up with.
package welcome

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
	"peerage/data/store"
)

// Doors are what the screen leads to, and what it says about the place of the data.
type Doors struct {
	Import     func() // opens what brings files in
	Add        func() // opens the form for someone new
	Sample     func() // fills the empty store with the sample network
	DataFolder string // where the data lies
}

// view is the screen.
type view struct {
	frame  page.Frame
	store  *store.Store
	doors  Doors
	loader *page.Loader[*content]

	object   *fyne.Container
	content  *content
	first    fyne.Focusable // what has the focus at the start
	choosing *choosing      // nil while there is nobody to choose
	picks    map[data.ID]*pick
	saving   bool // what was accepted is being written
	inSight  bool // the page has come into sight, so that it may take the focus
}

var (
	_ page.Page    = (*view)(nil)
	_ page.Keyed   = (*view)(nil)
	_ page.Focuser = (*view)(nil)
	_ page.Closer  = (*view)(nil)
)

// New returns the screen of the first start. It offers the sample network only while there is nobody.
func New(frame page.Frame, s *store.Store, doors Doors) page.Page {
	v := &view{frame: frame, store: s, doors: doors, loader: page.NewLoader[*content](frame.Tasks(), frame.Fail),
		object: container.NewStack(), picks: map[data.ID]*pick{}}
	v.load()
	return v
}

// Object returns what is shown.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Close gives up what is being loaded.
func (v *view) Close() { v.loader.Stop() }

// Changed shows anew what has changed. What the user has checked stays.
func (v *view) Changed(c data.Change) {
	for _, k := range []data.Kind{data.People, data.Roles, data.Ties, data.Circles, data.Cadences, data.Settings} {
		if c.Touches(k) {
			v.load()
			return
		}
	}
}

func (v *view) load() {
	l := &loading{store: v.store, words: v.frame.Words(), today: v.frame.Today(), hidden: v.frame.NamesHidden()}
	v.loader.Load(l.content, v.show)
}

func (v *view) show(c *content) {
	was := v.current()
	v.content, v.choosing, v.first = c, nil, nil
	var shown fyne.CanvasObject
	switch {
	case c.people == 0:
		shown = v.beginning()
	case len(c.proposals) == 0:
		shown = v.nobodyToPropose(c)
	default:
		v.choosing = newChoosing(v, c)
		v.choosing.goTo(was)
		shown = v.choosing.object
	}
	v.object.Objects = []fyne.CanvasObject{shown}
	v.object.Refresh()
	if v.inSight {
		v.Focus()
	}
}

// current returns the person of the current row, 0 when there is none.
func (v *view) current() data.ID {
	if v.choosing == nil {
		return 0
	}
	return v.choosing.lines[v.choosing.at].proposal.person.ID
}

// Focus puts the focus on the first row, or on the button that is most likely wanted.
func (v *view) Focus() {
	v.inSight = true
	c := v.frame.Window().Canvas()
	switch {
	case v.choosing != nil:
		c.Focus(v.choosing.lines[v.choosing.at].PressRow)
	case v.first != nil:
		c.Focus(v.first)
	}
}

// beginning is what is shown while there is nobody: three ways to begin.
func (v *view) beginning() fyne.CanvasObject {
	w := v.frame.Words()
	bring := widgets.NewPrimary(w.T("rail.import"), v.doors.Import)
	v.first = bring
	ways := widgets.Column(12,
		newWay(theme.DownloadIcon(), w.T("welcome.bring"), w.T("welcome.bring_how"), bring),
		newWay(theme.AccountIcon(), w.T("welcome.start_small"), w.T("welcome.start_small_how"), widgets.NewButton(w.T("action.add"), v.doors.Add)),
		newWay(theme.VisibilityIcon(), w.T("welcome.look_around"), w.T("welcome.look_around_how"), widgets.NewButton(w.T("welcome.fill"), v.doors.Sample)))
	place := widgets.NewText(w.T("welcome.place", words.Args{"Folder": v.doors.DataFolder}), look.Second)
	return widgets.Page(widgets.NewHeader(w.T("welcome.title"), w.T("welcome.promise")), ways, place)
}

// newWay returns a card with one way to begin.
func newWay(icon fyne.Resource, title, how string, button *widgets.Button) fyne.CanvasObject {
	text := widgets.Column(4, widgets.NewLine(title, look.Heading), widgets.NewText(how, look.Body.In(look.ColorNameDimmed)))
	mark := widgets.Inset(8, 0, widgets.NewIcon(icon, 28, look.ColorNameClaret))
	return widgets.NewCard(widgets.Inset(6, 18, widgets.Sides(look.Gap, mark, text, widgets.Fixed(wayWidth, 0, button))))
}

// wayWidth makes the buttons of the three ways one column.
const wayWidth float32 = 150

// nobodyToPropose says why nobody is proposed, and what to do about it.
func (v *view) nobodyToPropose(c *content) fyne.CanvasObject {
	w := v.frame.Words()
	reason := w.T("welcome.no_shared_work")
	switch {
	case c.jobs == 0:
		reason = w.T("welcome.no_jobs")
	case c.rhythms > 0:
		reason = w.T("welcome.all_kept_up")
	}
	bring := widgets.NewButton(w.T("rail.import"), v.doors.Import)
	pick := widgets.NewButton(w.T("welcome.pick"), v.leave)
	if c.jobs == 0 {
		bring.Kind, v.first = widgets.Primary, bring
	} else {
		pick.Kind, v.first = widgets.Primary, pick
	}
	return widgets.Page(widgets.NewHeader(w.T("welcome.whom"), ""),
		widgets.NewCard(widgets.Inset(0, 30, widgets.NewEmptyState(theme.AccountIcon(), reason, bring, pick))))
}

// leave goes to the list of everyone.
func (v *view) leave() { v.frame.Open(page.People()) }

// Keys returns the keys of what is shown.
func (v *view) Keys() []page.Key {
	w, t := v.frame.Words(), v.frame.Tasks()
	if v.choosing != nil {
		return v.choosing.keys()
	}
	bring := page.Key{Name: fyne.KeyI, Label: w.T("action.import"), Do: parts.Letter(t, v.doors.Import)}
	if v.content == nil || v.content.people > 0 {
		return []page.Key{bring, {Name: fyne.KeyP, Label: w.T("action.people"), Do: parts.Letter(t, v.leave)}}
	}
	return []page.Key{bring,
		{Name: fyne.KeyA, Label: w.T("action.add"), Do: parts.Letter(t, v.doors.Add)},
		{Name: fyne.KeyS, Label: w.T("welcome.fill"), Do: parts.Letter(t, v.doors.Sample)},
	}
}
