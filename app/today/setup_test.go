package today

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/assets"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/nudges"
	"peerage/data/store"
)

// sunday is the day of these tests: 22 November 2026.
var sunday = data.NewDay(2026, 11, 22)

// screen is the screen of today on a store of its own, in a window.
type screen struct {
	*apptest.Frame
	t     *testing.T
	store *store.Store
	page  page.Page
	log   []string // what was asked of the shell

	keeper  *careers.Keeper
	trouble *nudges.Trouble
}

// newScreen returns an empty store with a frame around it.
func newScreen(t *testing.T) *screen {
	t.Helper()
	s := datatest.Open(t)
	x := &screen{Frame: apptest.New(t, apptest.English(t), sunday), t: t, store: s, keeper: apptest.Keeper(t)}
	trouble, err := nudges.Load(assets.Prompts())
	x.check(err)
	x.trouble = trouble
	// The week has had its three, so that tests about the rest of the day see no nudge.
	_, err = s.Claim(t.Context(), sunday-1, hadEnough[:1])
	x.check(err)
	_, err = s.Claim(t.Context(), sunday-2, hadEnough[1:2])
	x.check(err)
	_, err = s.Claim(t.Context(), sunday-3, hadEnough[2:])
	x.check(err)
	x.Follow(t, s)
	return x
}

// hadEnough are the announcements of the nudges that a week has had.
var hadEnough = []string{"nudge:2026-11-21:coffee:a:", "nudge:2026-11-20:share:b:", "nudge:2026-11-19:invite:c:"}

// open lets the day have a nudge.
func (x *screen) open() *screen {
	x.t.Helper()
	x.check(x.store.Release(context.Background(), hadEnough))
	return x
}

// show opens the page, and lets it hear its keys as the shell does.
func (x *screen) show() *screen {
	x.page = New(x, x.store, Rules{x.keeper, x.trouble}, func() { x.log = append(x.log, "find") }, func() { x.log = append(x.log, "log") })
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

// sixWeeks is the rhythm of these tests.
var sixWeeks = data.Rhythm{Ideal: 42, Longest: 70}

// person adds someone with whom there was coffee so many days ago, and a rhythm of six weeks.
func (x *screen) person(name string, daysAgo int) data.ID {
	x.t.Helper()
	p := data.Person{Name: name}
	x.write(func(tx *store.Tx) error {
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		i := data.Interaction{Kind: data.Coffee, Day: x.Day - data.Day(daysAgo), People: []data.ID{p.ID}, Text: "her move to Lisbon"}
		if err := tx.SaveInteraction(&i); err != nil {
			return err
		}
		return tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: sixWeeks, Set: x.Day - 400})
	})
	return p.ID
}

// detail adds something to ask a person about.
func (x *screen) detail(person data.ID, text string, on data.Day) {
	x.t.Helper()
	x.write(func(tx *store.Tx) error { return tx.SaveDetail(&data.Detail{Person: person, Text: text, AskOn: on}) })
}

func (x *screen) prefer(name, value string) {
	x.t.Helper()
	x.write(func(tx *store.Tx) error { return tx.Set(name, value) })
}

func (x *screen) undo() {
	x.t.Helper()
	_, err := x.store.Undo(context.Background())
	x.check(err)
}

func (x *screen) tap(text string)           { x.t.Helper(); apptest.Tap(x.t, x.page.Object(), text) }
func (x *screen) key(names ...fyne.KeyName) { press(x.Window(), names...) }
func press(w fyne.Window, names ...fyne.KeyName) {
	for _, n := range names {
		apptest.Key(w, n)
	}
}

// sees fails the test unless the page shows each of the texts.
func (x *screen) sees(texts ...string) { x.t.Helper(); apptest.See(x.t, x.page.Object(), texts...) }

// seesNot fails the test when the page shows one of the texts.
func (x *screen) seesNot(texts ...string) {
	x.t.Helper()
	apptest.SeeNot(x.t, x.page.Object(), texts...)
}

// said fails the test unless this was said last, with or without a way to take it back.
func (x *screen) said(text string, undo bool) { x.t.Helper(); x.Said(x.t, text, undo) }
