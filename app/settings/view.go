// Package settings is the screen of what the user sets once for everything: who they are and where
// they worked, how many check-ins they give, reminders, circles, look, calendar, and their data.
//
// It has three parts, of which one is shown: general, reminders, and the calendar with its ways out of Peerage.
//
// Every change is saved at once, by one write that one undo takes back; the page learns of it as of
// any other change, and shows what is kept. A value that is refused stays in its field, with a
// sentence below it.
package settings

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// Options is what the page cannot know by itself.
type Options struct {
	DataFolder string   // where the file lies
	Version    string   // of this Peerage
	Calendar   bool     // the part of the calendar is shown first
	Languages  []string // there are translations for, as BCP 47 tags
	// Now is the clock of the wall, as whose day and hour it is told when something was; nil for that of the system.
	Now func() time.Time
	// ExportCalendar writes the calendar to a file. It is called off the window's thread.
	ExportCalendar func(path string) error
	// KeptCalendar returns how the file of the calendar stands that is kept up to date.
	KeptCalendar func() KeptFile
	// Subscription is the calendar subscription; nil where there can be none.
	Subscription *Subscription
	// Server is the calendar on the user's server; nil where there can be none.
	Server *Server
	// Tray is the agent in the tray; nil where there can be none.
	Tray *Tray
	// TestReminder shows what a reminder looks like.
	TestReminder func()
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

// KeptFile is how a file stands that is kept up to date.
type KeptFile struct {
	Path    string    // "" while none is kept
	Written time.Time // when it last got what it holds; zero while it never did
	Err     error     // why it is not up to date, nil while it is
	Trouble string    // the same as a sentence, where another process keeps the file
}

// view is the page.
type view struct {
	frame   page.Frame
	store   *store.Store
	keeper  *careers.Keeper
	options Options

	loader *page.Loader[*state]
	state  *state // what is shown; nil until it is loaded
	object fyne.CanvasObject
	parts  []part
	place  *fyne.Container // holds the part that is on

	shows        []func(*state) // how each part of the page shows a state
	typed        []*typed       // the fields that are saved once typing rests
	subscription *subscription  // nil where there can be none
	server       *onServer      // nil where there can be none
	tray         *inTray        // nil where there can be none
}

var (
	_ page.Keyed  = (*view)(nil)
	_ page.Closer = (*view)(nil)
)

// New returns the page.
func New(frame page.Frame, s *store.Store, keeper *careers.Keeper, o Options) page.Page {
	v := &view{frame: frame, store: s, keeper: keeper, options: o}
	v.loader = page.NewLoader[*state](frame.Tasks(), frame.Fail)
	w := frame.Words()
	v.place = widgets.Column(0)
	v.parts = []part{v.general(), v.reminding(), v.published()}
	v.object = widgets.Page(widgets.NewHeader(w.T("rail.settings"), w.T("settings.sentence"), v.parts[0].button, v.parts[1].button, v.parts[2].button), v.place)
	v.turn(0)
	if o.Calendar {
		v.turn(len(v.parts) - 1)
	}
	v.load()
	if v.subscription != nil {
		v.subscription.look()
	}
	if v.server != nil {
		v.server.look()
	}
	if v.tray != nil {
		v.tray.look()
	}
	return v
}

// Object is described at page.Page.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Changed is described at page.Page. Any change is the last one that can be undone, so that all of
// them matter here.
func (v *view) Changed(data.Change) { v.load() }

// Keys is described at page.Keyed.
func (v *view) Keys() []page.Key {
	w := v.frame.Words()
	// A letter alone would also be typed into the dialog that it opens.
	with := fyne.KeyModifierShortcutDefault
	return []page.Key{
		{Name: fyne.KeyR, Modifier: with, Label: w.T("role.add"), Do: v.career().Add},
		{Name: fyne.KeyG, Modifier: with, Label: w.T("settings.add_circle"), Do: func() { v.editCircle(data.Circle{}) }},
		{Name: fyne.KeyE, Modifier: with, Label: w.T("settings.calendar_write"), Do: v.askCalendar},
		{Name: fyne.KeyE, Modifier: with | fyne.KeyModifierShift, Label: w.T("settings.calendar_folder"), Do: v.askFolder},
		{Name: fyne.KeyB, Modifier: with, Label: w.T("settings.backup"), Do: v.backUp},
		{Name: fyne.KeyO, Modifier: with, Label: w.T("settings.open_folder"), Do: v.openFolder},
		{Name: fyne.Key1, Modifier: fyne.KeyModifierAlt, Label: w.T("settings.general"), Do: func() { v.turn(0) }},
		{Name: fyne.Key2, Modifier: fyne.KeyModifierAlt, Label: w.T("settings.reminders"), Do: func() { v.turn(1) }},
		{Name: fyne.Key3, Modifier: fyne.KeyModifierAlt, Label: w.T("settings.calendar"), Do: func() { v.turn(2) }},
		{Name: fyne.KeyPageDown, Label: w.T("settings.page_down"), Do: func() { v.scroll(1) }},
		{Name: fyne.KeyPageUp, Label: w.T("settings.page_up"), Do: func() { v.scroll(-1) }},
	}
}

// Close is described at page.Closer. What was typed just before is saved.
func (v *view) Close() {
	for _, t := range v.typed {
		t.commit()
	}
	v.loader.Stop()
	if v.subscription != nil {
		v.subscription.close()
	}
	if v.server != nil {
		v.server.close()
	}
	if v.tray != nil {
		v.tray.close()
	}
}

// scroll moves the page by most of what is in sight.
func (v *view) scroll(pages float32) {
	if s := v.scrolled(); s != nil {
		s.ScrollToOffset(fyne.NewPos(0, s.Offset.Y+pages*0.8*s.Size().Height))
	}
}

// scrolled returns what scrolls the page.
func (v *view) scrolled() *container.Scroll {
	for _, o := range v.object.(*fyne.Container).Objects {
		if s, ok := o.(*container.Scroll); ok {
			return s
		}
	}
	return nil
}

// load shows what is kept now.
func (v *view) load() {
	ask := question{v.store, v.frame.Words(), v.frame.Today(), v.frame.NamesHidden()}
	v.loader.Load(ask.state, v.show)
}

func (v *view) show(s *state) {
	v.state = s
	for _, show := range v.shows {
		show(s)
	}
	v.object.Refresh()
}
