// Package agenda is the screen of the coming weeks: check-ins, promises and days of people by day, why a
// check-in stands where it does, how full days and weeks are, and how what leaves Peerage is doing.
//
// It has two manners of showing the same days, a list and a month. Check-ins and promises are put on another
// day by dragging them, or with a key.
package agenda

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/store"
)

// Options is what the screen cannot know by itself.
type Options struct {
	// Now is the clock of the wall, by which it is told how long ago something was.
	Now func() time.Time
	// Subscribed reports whether the calendar subscription is switched on. It is called off the window's thread;
	// nil where there is none.
	Subscribed func() bool
}

// manner is a way of showing the agenda.
type manner interface {
	// object returns what is shown. It is the same object each time.
	object() fyne.CanvasObject
	// show shows what was loaded.
	show(*content)
	// focused returns what has the focus while the manner is used.
	focused() fyne.Focusable
	// keys are its own, besides those of the screen.
	keys() []page.Key
	// chosen returns what keys act on, nil for nothing.
	chosen() *briefing.Item
}

// span is how many days are shown at first, and how many more each time they are asked for: six weeks.
const span = 42

// view is the screen.
type view struct {
	frame   page.Frame
	store   *store.Store
	words   *words.Words
	options Options
	loader  *page.Loader[*content]

	list     *list
	month    *month
	at       manner
	content  *content // nil until it is loaded
	ahead    int      // how many days after today are looked at
	unfolded bool     // all that is overdue is shown
	inSight  bool     // the page has come into sight, so that it may take the focus
	moving   moving

	header  *widgets.Header
	turns   [2]*widgets.Button // to the list and to the month
	place   *fyne.Container    // holds the manner that is on
	nothing fyne.CanvasObject  // in its place while nothing stands in the agenda
	beside  *channels
	object  *fyne.Container
}

var (
	_ page.Page    = (*view)(nil)
	_ page.Keyed   = (*view)(nil)
	_ page.Focuser = (*view)(nil)
	_ page.Closer  = (*view)(nil)
)

// New returns the screen, with the list.
func New(frame page.Frame, s *store.Store, o Options) page.Page {
	v := &view{frame: frame, store: s, words: frame.Words(), options: o, loader: page.NewLoader[*content](frame.Tasks(), frame.Fail), ahead: span - 1}
	w := v.words
	v.list, v.month, v.beside = newList(v), newMonth(v), newChannels(v)
	v.turns = [2]*widgets.Button{widgets.NewButton(w.T("agenda.list"), func() { v.turn(v.list) }), widgets.NewButton(w.T("agenda.month"), func() { v.turn(v.month) })}
	v.header = widgets.NewHeader(w.T("rail.agenda"), "", v.turns[0], v.turns[1])
	v.place = container.NewStack()
	v.place.Hide() // until it is known what there is to show
	v.nothing = widgets.NewEmptyState(theme.HistoryIcon(), w.T("agenda.nothing"),
		widgets.NewPrimary(w.T("action.keep_up"), func() { frame.Open(page.Welcome()) }), widgets.NewButton(w.T("rail.import"), func() { frame.Open(page.Importing()) }))
	v.nothing.Hide()
	body := container.New(&sides{v: v}, container.NewStack(v.place, v.nothing), v.beside.card, v.beside.foot)
	v.object = container.NewBorder(widgets.Inset(look.PageInset, 20, v.header), nil, nil, nil, widgets.Sideways(14, body))
	v.turn(v.list)
	v.load()
	return v
}

// Object is described at page.Page.
func (v *view) Object() fyne.CanvasObject { return v.object }

// Close is described at page.Closer.
func (v *view) Close() { v.loader.Stop() }

// Changed is described at page.Page.
func (v *view) Changed(c data.Change) {
	if v.content == nil || v.content.agenda.Today != v.frame.Today() || slices.ContainsFunc(stands, c.Touches) {
		v.load()
	}
}

// stands lists what the agenda stands on.
var stands = []data.Kind{data.People, data.Roles, data.Ties, data.Moves, data.Circles, data.Interactions, data.Cadences, data.Settings,
	data.Promises, data.Boundaries, data.Milestones, data.Channels}

func (v *view) load() { v.loader.Load(v.loading().content, v.show) }

func (v *view) loading() *loading {
	return &loading{store: v.store, words: v.words, options: v.options, today: v.frame.Today(), until: v.frame.Today() + data.Day(v.ahead), unfolded: v.unfolded,
		hidden: v.frame.NamesHidden()}
}

// more looks further ahead.
func (v *view) more() {
	v.ahead += span
	v.load()
}

// unfold shows all that is overdue.
func (v *view) unfold() {
	v.unfolded = true
	v.load()
}

// reach looks as far ahead as a day at least.
func (v *view) reach(day data.Day) {
	if far := int(day - v.frame.Today()); far > v.ahead {
		v.ahead = far
		v.load()
	}
}

// show puts what was loaded on the screen.
func (v *view) show(c *content) {
	mine := v.hasFocus()
	v.content, v.moving = c, moving{}
	v.header.Set(v.words.T("rail.agenda"), c.sentence)
	v.list.show(c)
	v.month.show(c)
	v.beside.show(c)
	widgets.See(v.place, !c.empty())
	widgets.See(v.nothing, c.empty())
	v.object.Refresh()
	if mine {
		v.Focus()
	}
}

// turn shows the agenda in another manner.
func (v *view) turn(to manner) {
	mine := v.hasFocus()
	v.at = to
	v.turns[0].SetChosen(to == manner(v.list))
	v.turns[1].SetChosen(to == manner(v.month))
	v.place.Objects = []fyne.CanvasObject{to.object()}
	v.place.Refresh()
	if v.object != nil {
		v.object.Refresh()
	}
	if mine {
		v.Focus()
	}
}

// goTo shows a day in the list.
func (v *view) goTo(day data.Day) {
	v.turn(v.list)
	v.list.goTo(day)
	v.Focus()
}

// sides puts what leaves Peerage beside the list where there is room, and else into a line below.
type sides struct{ v *view }

const (
	besideWidth float32 = 264
	besideFrom  float32 = 920 // the width from which there is room for it
)

// Layout is described at fyne.Layout.
func (s *sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	main, card, foot := objects[0], objects[1], objects[2]
	beside := size.Width >= besideFrom && s.v.at == manner(s.v.list)
	widgets.See(card, beside)
	widgets.See(foot, !beside)
	main.Move(fyne.Position{})
	if beside {
		main.Resize(fyne.NewSize(size.Width-besideWidth-look.Gap, size.Height))
		card.Move(fyne.NewPos(size.Width-besideWidth, 0))
		card.Resize(fyne.NewSize(besideWidth, size.Height))
		return
	}
	foot.Resize(fyne.NewSize(size.Width, foot.Size().Height))
	high := foot.MinSize().Height
	foot.Resize(fyne.NewSize(size.Width, high))
	foot.Move(fyne.NewPos(0, size.Height-high))
	main.Resize(fyne.NewSize(size.Width, max(size.Height-high-look.SmallGap, 0)))
}

// MinSize is described at fyne.Layout.
func (s *sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }
