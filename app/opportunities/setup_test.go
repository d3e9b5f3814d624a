package opportunities

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// sunday is the day of these tests: 22 November 2026.
var sunday = data.NewDay(2026, 11, 22)

// screen is the screen of opportunities on a store of its own, in a window.
type screen struct {
	*apptest.Frame
	t      *testing.T
	store  *store.Store
	keeper *careers.Keeper
	page   *view
}

// newScreen returns an empty network in which I was Senior Engineer at Halden Bank from 2016 to 2020.
func newScreen(t *testing.T) *screen {
	t.Helper()
	w := apptest.English(t)
	x := &screen{Frame: apptest.New(t, w, sunday), t: t, store: datatest.Open(t), keeper: apptest.Keeper(t)}
	datatest.Me(t, x.store, datatest.Role("Halden Bank", "Senior Engineer", "2016-07", "2020-02"))
	x.Follow(t, x.store)
	return x
}

func (x *screen) write(change func(tx *store.Tx) error) {
	x.t.Helper()
	if err := x.store.Write(context.Background(), "Prepare", change); err != nil {
		x.t.Fatal(err)
	}
}

// person adds someone, with all that follows from their career.
func (x *screen) person(name string, parts ...datatest.Part) data.ID {
	x.t.Helper()
	id := datatest.Person(x.t, x.store, name, parts...)
	x.write(func(tx *store.Tx) error { return x.keeper.Refresh(tx, sunday, id) })
	return id
}

// coworker adds someone who was at Halden Bank as well, and no peer there, until 2019.
func (x *screen) coworker(name string) data.ID {
	x.t.Helper()
	return x.person(name, datatest.Role("Halden Bank", "Sales Intern", "2017", "2019-12"))
}

// opportunity adds one for me that was heard of on 3 August 2026 and is at a stage since 1 October.
func (x *screen) opportunity(title string, stage data.Stage, through ...data.ID) data.ID {
	x.t.Helper()
	o := data.Opportunity{Title: title, Kind: data.JobOffer, For: data.Someone{Person: data.Me},
		Steps: []data.Step{{Stage: data.Heard, Day: datatest.Day(x.t, "2026-08-03")}}}
	if stage != data.Heard {
		o.Steps = append(o.Steps, data.Step{Stage: stage, Day: datatest.Day(x.t, "2026-10-01")})
	}
	for _, id := range through {
		o.Chain = append(o.Chain, data.Link{Someone: data.Someone{Person: id}, Part: data.ToldOf})
	}
	x.write(func(tx *store.Tx) error { return tx.SaveOpportunity(&o) })
	return o.ID
}

// show opens the page at a route, and lets it hear its keys as the shell does.
func (x *screen) show(route page.Route) *screen {
	x.page = New(x, x.store, x.keeper, route).(*view)
	x.Show(x.page)
	if x.Window().Canvas().Overlays().Top() == nil {
		x.Window().Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { x.Hear(ev.Name, 0) })
	}
	return x
}

// chord presses a key of the page with Ctrl, on macOS Cmd.
func (x *screen) chord(name fyne.KeyName) {
	if !x.Hear(name, fyne.KeyModifierShortcutDefault) {
		x.t.Errorf("%s is no key of the page", name)
	}
}

// top is what lies over the page, or else the page.
func (x *screen) top() fyne.CanvasObject {
	if o := x.Window().Canvas().Overlays().Top(); o != nil {
		return o
	}
	return x.page.Object()
}

// thanked takes the way out of the words of thanks that only notes them.
func (x *screen) thanked() {
	x.t.Helper()
	x.tap("Only mark as thanked")
}

func (x *screen) tap(text string) { x.t.Helper(); apptest.Tap(x.t, x.page.Object(), text) }

func (x *screen) key(names ...fyne.KeyName) {
	for _, n := range names {
		apptest.Key(x.Window(), n)
	}
}

// enter writes a text into a field of the form, in place of what is in it.
func (x *screen) enter(field interface {
	fyne.Focusable
	SetText(string)
}, text string) {
	x.Window().Canvas().Focus(field)
	field.SetText("")
	for _, r := range text {
		field.TypedRune(r)
	}
}

func (x *screen) undo() {
	x.t.Helper()
	if _, err := x.store.Undo(context.Background()); err != nil {
		x.t.Fatal(err)
	}
}

// sees fails the test unless each of the texts is shown.
func (x *screen) sees(texts ...string) { x.t.Helper(); apptest.See(x.t, x.top(), texts...) }

// seesNot fails the test when one of the texts is shown.
func (x *screen) seesNot(texts ...string) { x.t.Helper(); apptest.SeeNot(x.t, x.top(), texts...) }

// said fails the test unless this was said last, with a way to take it back.
func (x *screen) said(text string) { x.t.Helper(); x.Said(x.t, text, true) }

// closed fails the test while a dialog or a menu is open.
func (x *screen) closed() {
	x.t.Helper()
	if x.Window().Canvas().Overlays().Top() != nil {
		x.t.Errorf("a dialog is open: %q", apptest.Texts(x.top()))
	}
}

func (x *screen) opened(want ...page.Route) {
	x.t.Helper()
	if !slices.Equal(x.Opened, want) {
		x.t.Errorf("opened %v, want %v", x.Opened, want)
	}
}

// all returns the opportunities that are kept, those heard of last first.
func (x *screen) all() []data.Opportunity {
	x.t.Helper()
	all, err := x.store.Opportunities(context.Background())
	if err != nil {
		x.t.Fatal(err)
	}
	return all
}

// kept returns one of them.
func (x *screen) kept(id data.ID) data.Opportunity {
	x.t.Helper()
	o, err := x.store.Opportunity(context.Background(), id)
	if err != nil {
		x.t.Fatal(err)
	}
	return o
}

// stage returns the stage that one of them is at.
func (x *screen) stage(id data.ID) data.Stage {
	x.t.Helper()
	o := x.kept(id)
	return o.Stage()
}

// column returns the titles on the board in a column, from the top.
func (x *screen) column(i int) []string {
	var titles []string
	for _, c := range x.board().columns[i].cards {
		titles = append(titles, c.entry.title)
	}
	return titles
}

func (x *screen) board() *board { return x.page.manners[0].(*board) }

func (x *screen) list() *list {
	for _, m := range x.page.manners {
		if l, ok := m.(*list); ok {
			return l
		}
	}
	return nil
}
