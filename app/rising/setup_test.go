package rising

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

// screen is the screen of moves on a store of its own, in a window.
type screen struct {
	*apptest.Frame
	t      *testing.T
	store  *store.Store
	keeper *careers.Keeper
	page   *view
}

// newScreen returns a network in which I, Mara Lindholm, was Senior Engineer at Halden Bank from 2016 to
// 2020, and am Staff Engineer at Brightwater.
func newScreen(t *testing.T) *screen {
	t.Helper()
	w := apptest.English(t)
	x := &screen{Frame: apptest.New(t, w, sunday), t: t, store: datatest.Open(t), keeper: apptest.Keeper(t)}
	x.write(func(tx *store.Tx) error {
		me, err := tx.Person(data.Me)
		me.Name, me.Given, me.Family = "Mara Lindholm", "Mara", "Lindholm"
		if err != nil {
			return err
		}
		return tx.SavePerson(&me)
	})
	datatest.Me(t, x.store, datatest.Role("Halden Bank", "Senior Engineer", "2016-07", "2020-02"), datatest.Role("Brightwater", "Staff Engineer", "2020-03", ""))
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

// rosa adds a peer who came into management in April.
func (x *screen) rosa(more ...datatest.Part) data.ID {
	return x.person("Rosa Oliveira", append(more, datatest.Role("Halden Bank", "Senior Engineer", "2016", "2020"),
		datatest.Role("Zenith", "Senior Engineer", "2020-03", "2026-04"), datatest.Role("Zenith", "Engineering Manager", "2026-04", ""))...)
}

// plain adds people who have a new employer since some month of this year, one after the other.
func (x *screen) plain(names ...string) {
	for _, name := range names {
		x.person(name, datatest.Role("Acme", "Accountant", "2019", "2026-08"), datatest.Role("Orbita", "Accountant", "2026-08", ""))
	}
}

// show opens the page, and lets it hear its keys as the shell does.
func (x *screen) show() *screen {
	x.page = New(x, x.store, x.keeper).(*view)
	x.Show(x.page)
	x.Window().Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { x.Hear(ev.Name, 0) })
	return x
}

// top is what lies over the page, or else the page.
func (x *screen) top() fyne.CanvasObject {
	if o := x.Window().Canvas().Overlays().Top(); o != nil {
		return o
	}
	return x.page.Object()
}

func (x *screen) tap(text string) { x.t.Helper(); apptest.Tap(x.t, x.page.Object(), text) }

func (x *screen) key(names ...fyne.KeyName) {
	for _, n := range names {
		apptest.Key(x.Window(), n)
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

// moves returns the moves of a person, newest first.
func (x *screen) moves(person data.ID) []data.Move {
	x.t.Helper()
	all, err := x.store.Moves(context.Background(), store.MoveFilter{Person: person})
	if err != nil {
		x.t.Fatal(err)
	}
	return all
}

// status fails the test unless the newest move of a person has the status.
func (x *screen) status(person data.ID, want data.MoveStatus) {
	x.t.Helper()
	if all := x.moves(person); len(all) == 0 || all[0].Status != want {
		x.t.Errorf("%d: the moves are %+v, want the newest %s", person, all, want)
	}
}

// selected returns the name of whose move is selected.
func (x *screen) selected() string {
	if b := x.page.inbox; b.at < len(b.rows) {
		return b.rows[b.at].moved.Name
	}
	return ""
}

func (x *screen) opened(want ...page.Route) {
	x.t.Helper()
	if !slices.Equal(x.Opened, want) {
		x.t.Errorf("opened %v, want %v", x.Opened, want)
	}
}
