package people

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

// sunday is the day of these tests: 22 November 2026.
var sunday = data.NewDay(2026, 11, 22)

// screen is the screen of people on a store of its own, in a window.
type screen struct {
	*apptest.Frame
	t      *testing.T
	store  *store.Store
	keeper *careers.Keeper
	page   page.Page
}

// newScreen returns an empty store with a frame around it.
func newScreen(t *testing.T) *screen {
	t.Helper()
	s := datatest.Open(t)
	x := &screen{Frame: apptest.New(t, apptest.English(t), sunday), t: t, store: s, keeper: apptest.Keeper(t)}
	x.Follow(t, s)
	return x
}

// Open goes to a route as the shell does.
func (x *screen) Open(r page.Route) {
	x.Frame.Open(r)
	if x.page != nil && r.Screen == page.PeopleScreen {
		x.page.(page.Routed).Reroute(r)
	}
}

// show opens the page at a route, and lets it hear its keys as the shell does.
func (x *screen) show(r page.Route) *screen {
	x.page = New(x, x.store, x.keeper, r)
	x.Show(x.page)
	x.Window().Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { x.hear(ev.Name, 0) })
	return x
}

// hear does what the page does on a key.
func (x *screen) hear(name fyne.KeyName, modifier fyne.KeyModifier) {
	if x.Hear(name, modifier) {
		x.Timers().Pass(0)
	}
}

func (x *screen) view() *view { return x.page.(*view) }

// write changes the file, as another part of the program would.
func (x *screen) write(change func(*store.Tx) error) {
	x.t.Helper()
	x.check(x.store.Write(context.Background(), "Prepare", change))
}

func (x *screen) undo() {
	x.t.Helper()
	_, err := x.store.Undo(context.Background())
	x.check(err)
}

func (x *screen) check(err error) {
	x.t.Helper()
	if err != nil {
		x.t.Fatal(err)
	}
}

// add adds people by name and returns their ids.
func (x *screen) add(called ...string) []data.ID {
	x.t.Helper()
	var ids []data.ID
	x.write(func(tx *store.Tx) error {
		for _, name := range called {
			p := data.Person{Name: name}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			ids = append(ids, p.ID)
		}
		return nil
	})
	return ids
}

// work gives someone a role; me with data.Me.
func (x *screen) work(role data.Role) {
	x.t.Helper()
	x.write(func(tx *store.Tx) error {
		return x.keeper.SaveRole(tx, &role, x.Day)
	})
}

func (x *screen) person(id data.ID) data.Person {
	x.t.Helper()
	p, err := x.store.Person(context.Background(), id)
	x.check(err)
	return p
}

func (x *screen) find(query string) []*store.Row {
	x.t.Helper()
	rows, err := x.store.People(context.Background(), store.Filter{Words: query})
	x.check(err)
	return rows
}

// listed returns the names in the list that are in sight.
func (x *screen) listed() []string {
	var called []string
	for _, r := range x.view().list.found.rows {
		called = append(called, r.Name)
	}
	return called
}

func (x *screen) tap(text string) {
	x.t.Helper()
	apptest.Tap(x.t, x.page.Object(), text)
}

// choose presses the line that begins with a text, and takes an item of the menu it opens.
func (x *screen) choose(line, item string) {
	x.t.Helper()
	for _, text := range apptest.Texts(x.page.Object()) {
		if strings.HasPrefix(text, line) {
			x.tap(text)
			x.tap(item)
			return
		}
	}
	x.t.Fatalf("no line begins with %q", line)
}

// enter types at the caret.
func (x *screen) enter(text string) {
	x.t.Helper()
	focused := x.Window().Canvas().Focused()
	if focused == nil {
		x.t.Fatalf("nothing takes %q", text)
	}
	test.Type(focused, text)
}

// key presses keys where the focus is.
func (x *screen) key(names ...fyne.KeyName) {
	for _, name := range names {
		apptest.Key(x.Window(), name)
		x.Timers().Pass(0)
	}
}

// next moves the focus on by a number of fields.
func (x *screen) next(fields int) {
	for range fields {
		x.Window().Canvas().FocusNext()
	}
}

// seen returns everything there is to read, in a dialog too.
func (x *screen) seen() []string {
	texts := apptest.Texts(x.page.Object())
	for _, o := range x.Window().Canvas().Overlays().List() {
		texts = append(texts, apptest.Texts(o)...)
	}
	return texts
}

func (x *screen) wants(text string) {
	x.t.Helper()
	if !apptest.Shows(x.page.Object(), text) && !slices.ContainsFunc(x.Window().Canvas().Overlays().List(), func(o fyne.CanvasObject) bool { return apptest.Shows(o, text) }) {
		x.t.Fatalf("%q is not to be read in %q", text, x.seen())
	}
}

func (x *screen) wantsNo(text string) {
	x.t.Helper()
	if apptest.Shows(x.page.Object(), text) {
		x.t.Fatalf("%q is to be read in %q", text, x.seen())
	}
}

// said fails the test unless this was said last, with a way to take it back.
func (x *screen) said(text string) { x.t.Helper(); x.Said(x.t, text, true) }

func (x *screen) wantsList(want ...string) {
	x.t.Helper()
	if got := x.listed(); fmt.Sprint(got) != fmt.Sprint(want) {
		x.t.Fatalf("the list holds %q, not %q", got, want)
	}
}
