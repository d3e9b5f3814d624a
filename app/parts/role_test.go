package parts_test

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/parts"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// desk is a career that is changed by hand.
type desk struct {
	*apptest.Frame
	t      *testing.T
	career parts.Career
	store  *store.Store
}

func newDesk(t *testing.T, career ...datatest.Part) *desk {
	t.Helper()
	w := apptest.English(t)
	keeper := apptest.Keeper(t)
	d := &desk{Frame: apptest.New(t, w, datatest.Day(t, datatest.Today)), t: t, store: datatest.Open(t)}
	rosa := datatest.Person(t, d.store, "Rosa", career...)
	d.career = parts.Career{Frame: d, Store: d.store, Keeper: keeper, Person: rosa, Name: "Rosa"}
	return d
}

// roles returns the career in words, in the order of lists.
func (d *desk) roles() []data.Role {
	d.t.Helper()
	roles, err := d.store.Roles(context.Background(), d.career.Person)
	if err != nil {
		d.t.Fatal(err)
	}
	return roles
}

func (d *desk) form() fyne.CanvasObject {
	d.t.Helper()
	top := d.Window().Canvas().Overlays().Top()
	if top == nil {
		d.t.Fatalf("no form is open; said %v, failed %v", d.Toasts, d.Errors)
	}
	return top
}

func (d *desk) tap(text string) { d.t.Helper(); apptest.Tap(d.t, d.form(), text) }

// fill types into the fields from the one that has the focus on.
func (d *desk) fill(texts ...string) {
	d.t.Helper()
	c := d.Window().Canvas()
	for i, text := range texts {
		if i > 0 {
			c.FocusNext()
		}
		c.Focused().(interface{ SetText(string) }).SetText("")
		test.Type(c.Focused(), text)
	}
}

func (d *desk) wants(texts ...string) {
	d.t.Helper()
	for _, text := range texts {
		if !apptest.Shows(d.form(), text) {
			d.t.Fatalf("%q is not to be read in %q", text, apptest.Texts(d.form()))
		}
	}
}

func (d *desk) wantsNo(text string) {
	d.t.Helper()
	if apptest.Shows(d.form(), text) {
		d.t.Fatalf("%q is to be read in %q", text, apptest.Texts(d.form()))
	}
}

func TestATitleIsReadWhileItIsTypedAndCanBeCorrected(t *testing.T) {
	d := newDesk(t)
	d.career.Add()
	d.fill("Engineering Manager")
	d.wants("“Engineering Manager” says: in management, manager.", "In management", "Manager")
	d.wantsNo("Take both from the title")
	c := d.Window().Canvas()
	for range 5 { // organisation, from, until, held now, track
		c.FocusNext()
	}
	apptest.Key(d.Window(), fyne.KeyUp)
	d.wants("Not in management", "Take both from the title")
	d.tap("Save")
	r := d.roles()[0]
	if r.Standing.Track != data.Individual || !r.Ruled || !r.Current || r.Source != data.Stated || r.FirstSeen != d.Day {
		t.Fatalf("kept %+v", r)
	}
	if d.Toasts[0] != (apptest.Toast{Text: "Saved the career of Rosa.", Undo: true}) {
		t.Errorf("said %v", d.Toasts)
	}
	d.career.Edit(r)
	d.wants("Not in management")
	d.tap("Take both from the title")
	d.wants("In management")
	d.wantsNo("Take both from the title")
	d.tap("Save")
	if r := d.roles()[0]; r.Standing.Track != data.Management || r.Ruled {
		t.Errorf("left to the title: %+v", r)
	}
}

func TestAnOrganisationIsCompleted(t *testing.T) {
	d := newDesk(t, datatest.Role("Halden Bank", "Analyst", "2010", "2012"), datatest.Role("Halden & Sons", "Analyst", "2013", "2014"))
	d.career.Add()
	d.fill("Engineer", "hal")
	d.wants("Halden Bank", "Halden & Sons")
	d.tap("Halden Bank")
	d.wantsNo("Halden & Sons")
	d.fill("halden &")
	apptest.Key(d.Window(), fyne.KeyDown)
	d.fill("Halden & Sons", "2020", "2021-06")
	d.wantsNo("Halden Bank")
	d.tap("Save")
	if r := d.roles()[0]; r.Employer != "Halden & Sons" || r.Current || r.To.String() != "2021-06" || r.Title != "Engineer" {
		t.Errorf("kept %+v", r)
	}
}

func TestWhatIsUnusualIsSaidAndKeptIfTheUserInsists(t *testing.T) {
	for _, c := range []struct {
		from, to, said string
	}{
		{"2020", "2019", "This lies before the first day."},
		{"2011-01", "2011-06", "This is the same role, at the same time, twice."},
		{"2030", "", "This day is still to come."},
		{"2020", "2030", "This end is still to come."},
		{"1940", "2011", "That would be seventy years or more."},
	} {
		d := newDesk(t, datatest.Role("Halden Bank", "Analyst", "2010", "2012"))
		d.career.Add()
		d.fill("Analyst", "Halden Bank", c.from, c.to)
		d.tap("Save")
		d.wants(c.said, "Keep it all the same")
		if len(d.roles()) != 1 {
			t.Errorf("%s was kept before the user insisted", c.said)
		}
		d.fill("1") // another end is typed
		d.wantsNo(c.said)
		d.fill(c.to)
		d.tap("Save")
		d.wants(c.said)
		d.tap("Keep it all the same")
		roles := d.roles()
		at := slices.IndexFunc(roles, func(r data.Role) bool { return r.From.String() == c.from && r.To.String() == c.to })
		if len(roles) != 2 || at < 0 || len(d.Errors) > 0 {
			t.Errorf("%s: kept %+v, errors %v", c.said, roles, d.Errors)
		}
	}
}

func TestARoleIsEndedAndRemovedAndComesBack(t *testing.T) {
	d := newDesk(t, datatest.Role("Halden Bank", "Analyst", "2010", ""))
	d.career.End(d.roles()[0])
	d.wants("No longer Analyst, Halden Bank", "2026-11-22")
	d.fill("2009")
	d.tap("End it")
	d.wants("This lies before the first day.")
	d.fill("2024-05")
	d.tap("End it")
	if r := d.roles()[0]; r.Current || r.To.String() != "2024-05" {
		t.Fatalf("kept %+v", r)
	}
	d.career.Remove(d.roles()[0])
	if len(d.roles()) != 0 || !d.Toasts[1].Undo {
		t.Fatalf("left %+v, said %v", d.roles(), d.Toasts)
	}
	if op, err := d.store.Undo(context.Background()); err != nil || op != "Edit the career of Rosa" || len(d.roles()) != 1 {
		t.Errorf("undid %q, %v: %+v", op, err, d.roles())
	}
}

func TestHeldNowAndAnEndExcludeEachOther(t *testing.T) {
	d := newDesk(t)
	d.career.Add()
	d.fill("Analyst", "", "2019", "2020")
	d.tap("Held now")
	d.tap("Save")
	if r := d.roles()[0]; !r.Current || !r.To.IsZero() {
		t.Errorf("kept %+v", r)
	}
}

func TestARoleThatBeginsLaterIsNotHeldNow(t *testing.T) {
	d := newDesk(t)
	d.career.Add()
	d.fill("Analyst", "", "2030", "")
	d.wants("Begins later, so it is not held now.")
	d.tap("Held now")
	d.tap("Save")
	d.tap("Keep it all the same")
	if r := d.roles()[0]; r.Current || r.From.Year != 2030 {
		t.Errorf("kept %+v", r)
	}
}
