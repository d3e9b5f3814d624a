package parts_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/parts"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// logging is a dialog that notes contact, with Rosa and Tom in the store.
func logging(t *testing.T, with int) (*desk, []parts.PersonRowData) {
	t.Helper()
	d := newDesk(t)
	people := []parts.PersonRowData{{ID: d.career.Person, Name: "Rosa"}, {ID: datatest.Person(t, d.store, "Tom"), Name: "Tom"}}
	parts.LogContact(d, d.store, people[:with]...)
	return d, people
}

// onward moves the focus on by a number of fields and types there.
func (d *desk) onward(fields int, text string) {
	d.t.Helper()
	for range fields {
		d.Window().Canvas().FocusNext()
	}
	test.Type(d.Window().Canvas().Focused(), text)
}

func (d *desk) promises() []data.Promise {
	d.t.Helper()
	list, err := d.store.Promises(context.Background(), store.PromiseFilter{})
	if err != nil {
		d.t.Fatal(err)
	}
	return list
}

func TestAPromiseSomethingGivenAndADetailAreNotedWithTheContactInOneOperation(t *testing.T) {
	d, people := logging(t, 1)
	if apptest.Shows(d.form(), "Who promised") {
		t.Fatalf("the dialog shows all at once: %q", apptest.Texts(d.form()))
	}
	apptest.Tap(t, d.form(), "+ A promise")
	apptest.Type(t, d.form(), "Send the slides", "Send the deck")
	d.onward(2, "2026-12-01")
	apptest.Tap(t, d.form(), "+ Given or received")
	apptest.Type(t, d.form(), "The talk in Lisbon", "the offer")
	apptest.Tap(t, d.form(), "+ Remember")
	apptest.Type(t, d.form(), "Something to remember", "Moves to Lisbon")
	d.onward(2, "2027-01-10")
	apptest.Tap(t, d.form(), "Save")
	met, err := d.store.Interactions(t.Context(), people[0].ID, 0)
	if err != nil || len(met) != 1 {
		t.Fatalf("%+v, %v; said %v, failed %v", met, err, d.Toasts, d.Errors)
	}
	day := datatest.Day(t, datatest.Today)
	promises := d.promises()
	if len(promises) != 1 || promises[0].What != "Send the deck" || promises[0].By != data.Mine || promises[0].Interaction != met[0].ID ||
		promises[0].Made != day || promises[0].Due != datatest.Day(t, "2026-12-01") || promises[0].Person != people[0].ID {
		t.Errorf("promised %+v", promises)
	}
	given, err := d.store.Exchanges(t.Context(), store.ExchangeFilter{})
	if err != nil || len(given) != 1 || given[0].Text != "the offer" || given[0].Kind != data.Help || given[0].Interaction != met[0].ID || given[0].Day != day {
		t.Errorf("gave %+v, %v", given, err)
	}
	details, err := d.store.Details(t.Context(), people[0].ID)
	if err != nil || len(details) != 1 || details[0].AskOn != datatest.Day(t, "2027-01-10") {
		t.Errorf("noted %+v, %v", details, err)
	}
	if _, err := d.store.Undo(t.Context()); err != nil || len(d.promises()) != 0 {
		t.Errorf("one undo leaves %+v, %v", d.promises(), err)
	}
}

func TestOfSeveralPeopleOneChoosesWhoPromised(t *testing.T) {
	d, people := logging(t, 2)
	apptest.Tap(t, d.form(), "+ A promise")
	apptest.Type(t, d.form(), "Send the slides", "An introduction")
	apptest.Tap(t, d.form(), "You promised Rosa")
	apptest.Tap(t, d.form(), "Tom promised you")
	apptest.Tap(t, d.form(), "Rosa") // is taken away again
	if !apptest.Shows(d.form(), "Tom promised you") {
		t.Fatalf("shows %q", apptest.Texts(d.form()))
	}
	apptest.Tap(t, d.form(), "Save")
	if got := d.promises(); len(got) != 1 || got[0].Person != people[1].ID || got[0].By != data.Theirs {
		t.Errorf("promised %+v", got)
	}
}

func TestWhatIsUnfoldedAndLeftEmptyIsNotNoted(t *testing.T) {
	d, _ := logging(t, 1)
	for _, button := range []string{"+ A promise", "+ Given or received", "+ Remember"} {
		apptest.Tap(t, d.form(), button)
	}
	apptest.Tap(t, d.form(), "Save")
	if len(d.Toasts) != 1 || len(d.promises()) != 0 {
		t.Errorf("said %v, promised %+v", d.Toasts, d.promises())
	}
}

func TestADayThatDoesNotExistKeepsTheDialogOpenWithEverythingTyped(t *testing.T) {
	d, _ := logging(t, 1)
	apptest.Type(t, d.form(), "What was it about? What to ask next time?", "Her move")
	apptest.Tap(t, d.form(), "+ A promise")
	d.onward(2, "2026-02-30")
	apptest.Tap(t, d.form(), "Save")
	if form := d.form(); !apptest.Shows(form, "there is no such day") || !apptest.Shows(form, "Her move") {
		t.Errorf("shows %q", apptest.Texts(d.form()))
	}
	apptest.Type(t, d.form(), "2026-02-30", "2026-12-01")
	apptest.Tap(t, d.form(), "Save")
	if !apptest.Shows(d.form(), "Please fill in what was promised.") {
		t.Errorf("a day without a promise: %q", apptest.Texts(d.form()))
	}
}

func TestTextsOfStrangersAreOnlyText(t *testing.T) {
	d, _ := logging(t, 1)
	hostile := "<b>\u202e{{.Name}}</b>"
	apptest.Tap(t, d.form(), "+ A promise")
	apptest.Type(t, d.form(), "Send the slides", hostile)
	apptest.Tap(t, d.form(), "+ Given or received")
	apptest.Type(t, d.form(), "The talk in Lisbon", hostile)
	apptest.Tap(t, d.form(), "Save")
	if got := d.promises(); len(got) != 1 || got[0].What != hostile {
		t.Errorf("promised %+v; said %v, failed %v", got, d.Toasts, d.Errors)
	}
}

func TestContactThatCouldNotBeWrittenKeepsTheDialogOpenWithEverythingTyped(t *testing.T) {
	d, people := logging(t, 1)
	apptest.Type(t, d.form(), "What was it about? What to ask next time?", "Her move")
	datatest.Write(t, d.store, func(tx *store.Tx) error { return tx.DeletePerson(people[0].ID) })
	apptest.Tap(t, d.form(), "Save")
	if d.form() == nil || !apptest.Shows(d.form(), "Her move") || len(d.Errors) != 1 || len(d.Toasts) != 0 {
		t.Errorf("open %v; said %v, failed %v", d.form() != nil, d.Toasts, d.Errors)
	}
}

func TestAPartOfADayIsRefusedWhereADayIsAskedFor(t *testing.T) {
	for _, typed := range []string{"2027", "2027-01"} {
		d, _ := logging(t, 1)
		apptest.Tap(t, d.form(), "+ Remember")
		apptest.Type(t, d.form(), "Something to remember", "Moves to Lisbon")
		d.onward(2, typed)
		apptest.Tap(t, d.form(), "Save")
		if d.form() == nil || !apptest.Shows(d.form(), "as a whole day: 2016-06-30.") {
			t.Errorf("%s: open %v", typed, d.form() != nil)
		}
	}
}
