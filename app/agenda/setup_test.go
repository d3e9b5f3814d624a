package agenda

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/wordstest"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// sunday is the day of these tests: 22 November 2026.
var sunday = data.NewDay(2026, 11, 22)

// screen is the agenda on a store of its own, in a window.
type screen struct {
	*apptest.Frame
	t          *testing.T
	store      *store.Store
	page       *view
	now        time.Time
	subscribed bool
}

func newScreen(t *testing.T) *screen { t.Helper(); return newScreenIn(t, "en") }

// newScreenIn returns an empty store with a frame around it, which speaks a language.
func newScreenIn(t *testing.T, language string) *screen {
	t.Helper()
	x := &screen{Frame: apptest.New(t, wordstest.In(t, language), sunday), t: t, store: datatest.Open(t), now: sunday.Time().Add(18 * time.Hour)}
	x.Follow(t, x.store)
	return x
}

// show opens the page, and lets it hear its keys as the shell does.
func (x *screen) show() *screen {
	x.page = New(x, x.store, Options{Now: func() time.Time { return x.now }, Subscribed: func() bool { return x.subscribed }}).(*view)
	x.Show(x.page)
	x.Window().Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { x.Hear(ev.Name, 0) })
	return x
}

// withSample fills the store with the sample network.
func (x *screen) withSample() *screen {
	x.t.Helper()
	apptest.Fill(x.t, x.store, x.Day)
	return x
}

func (x *screen) check(err error) {
	x.t.Helper()
	if err != nil {
		x.t.Fatal(err)
	}
}

func (x *screen) write(change func(tx *store.Tx) error) {
	x.t.Helper()
	x.check(x.store.Write(context.Background(), "Prepare", change))
}

// person adds somebody whose monthly check-in is due in so many days.
func (x *screen) person(name string, in int, parts ...datatest.Part) data.ID {
	x.t.Helper()
	parts = append([]datatest.Part{datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, (sunday + data.Day(in) - 30).String(), "her move to Lisbon")}, parts...)
	return datatest.Person(x.t, x.store, name, parts...)
}

// far adds somebody whose check-in is due on 21 January 2027.
func (x *screen) far() data.ID {
	x.t.Helper()
	return datatest.Person(x.t, x.store, "Far", datatest.Cadence(100, 200, "2026-01-01"), datatest.Interaction(data.Call, "2026-10-13", ""))
}

func (x *screen) undo() {
	x.t.Helper()
	_, err := x.store.Undo(context.Background())
	x.check(err)
}

// appointment returns where the next check-in with somebody was put.
func (x *screen) appointment(id data.ID) data.Appointment {
	x.t.Helper()
	r, err := x.store.RhythmOf(context.Background(), id, sunday)
	x.check(err)
	return r.Cadence.Appointment
}

// is fails the test unless the next check-in with somebody was put there.
func (x *screen) is(id data.ID, day data.Day, at int) {
	x.t.Helper()
	if got := x.appointment(id); got.Day != day || got.At != at {
		x.t.Errorf("it is on %s at %d, want %s at %d", got.Day, got.At, day, at)
	}
}

// chosen fails the test unless somebody's row is the one that keys act on.
func (x *screen) chosen(name string) {
	x.t.Helper()
	if i := x.page.list.chosen(); i == nil || i.Name != name {
		x.t.Errorf("%+v is chosen, want %s", i, name)
	}
}

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

// enter writes a text into the field that has the focus, in place of what is in it.
func (x *screen) enter(text string) {
	field := x.Window().Canvas().Focused().(interface{ SetText(string) })
	field.SetText(text)
}

// sees fails the test unless each of the texts is shown.
func (x *screen) sees(texts ...string) { x.t.Helper(); apptest.See(x.t, x.top(), texts...) }

// seesNot fails the test when one of the texts is shown.
func (x *screen) seesNot(texts ...string) { x.t.Helper(); apptest.SeeNot(x.t, x.top(), texts...) }

// said fails the test unless this was said last.
func (x *screen) said(text string, undo bool) { x.t.Helper(); x.Said(x.t, text, undo) }

// titles lists the rows of the list as they read, whether in sight or not.
func (x *screen) titles() []string {
	var list []string
	for i := range x.page.list.rows {
		r := &x.page.list.rows[i]
		switch r.kind {
		case item:
			list = append(list, x.page.person(r.item).Name)
		case heading:
			list = append(list, r.title)
		case free:
			list = append(list, "-")
		case more:
			list = append(list, "+")
		case fold:
		}
	}
	return list
}
