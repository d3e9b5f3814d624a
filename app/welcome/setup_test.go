package welcome

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// sunday is the day of these tests: 22 November 2026.
var sunday = data.NewDay(2026, 11, 22)

// screen is the welcome on a store of its own, in a window.
type screen struct {
	*apptest.Frame
	t     *testing.T
	store *store.Store
	page  page.Page
	asked []string // which doors were opened
}

// newScreen returns an empty store with a frame around it.
func newScreen(t *testing.T) *screen {
	t.Helper()
	w := apptest.English(t)
	s := datatest.Open(t)
	x := &screen{Frame: apptest.New(t, w, sunday), t: t, store: s}
	x.Follow(t, s)
	return x
}

// show opens the page, and lets it hear its keys as the shell does.
func (x *screen) show() *screen {
	asked := func(what string) func() { return func() { x.asked = append(x.asked, what) } }
	x.page = New(x, x.store, Doors{Import: asked("import"), Add: asked("add"), Sample: asked("sample"), DataFolder: "/home/maria/peerage"})
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

// coworker adds someone who worked beside the user from one year to another; until 0 they still do.
func (x *screen) coworker(name string, since, until int) data.ID {
	x.t.Helper()
	p := data.Person{Name: name}
	x.write(func(tx *store.Tx) error {
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		role := data.Role{Person: p.ID, Organisation: x.halden(tx), Employer: "Halden Bank", Title: "Engineer",
			From: data.PartialDay{Year: since, Month: 1}, To: data.PartialDay{Year: until}, Source: data.Stated, Current: until == 0}
		if until > 0 {
			role.To.Month = 1
		}
		if err := tx.SaveRole(&role); err != nil {
			return err
		}
		return apptest.Keeper(x.t).Refresh(tx, x.Day)
	})
	return p.ID
}

// halden returns the bank at which the user works, and gives the user that job the first time.
func (x *screen) halden(tx *store.Tx) data.ID {
	x.t.Helper()
	mine, err := tx.Roles(data.Me)
	x.check(err)
	if len(mine) > 0 {
		return mine[0].Organisation
	}
	id, err := tx.AddOrganisation("Halden Bank", "halden bank")
	x.check(err)
	x.check(tx.SaveRole(&data.Role{Person: data.Me, Organisation: id, Employer: "Halden Bank", Title: "Engineer",
		From: data.PartialDay{Year: 2010, Month: 1}, Source: data.Stated, Current: true}))
	return id
}

// friend adds someone to whom the user stated a tie.
func (x *screen) friend(name string) data.ID {
	x.t.Helper()
	p := data.Person{Name: name}
	x.write(func(tx *store.Tx) error {
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		return tx.SaveTie(&data.Tie{Person: p.ID, Kind: data.Friend, Current: true, Months: -1, Sure: data.Certain, Since: data.PartialDay{Year: 2019}})
	})
	return p.ID
}

// rhythm returns what is kept of a person's rhythm.
func (x *screen) rhythm(person data.ID) data.Cadence {
	x.t.Helper()
	r, err := x.store.RhythmOf(context.Background(), person, x.Day)
	x.check(err)
	return r.Cadence
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
