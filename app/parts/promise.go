package parts

import (
	"strings"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// Promises is what can be done with the promises between Me and a person: each of its methods asks what
// there is to ask, and writes it as one operation.
type Promises struct {
	Frame  page.Frame
	Store  *store.Store
	Person PersonRowData
}

// Add asks for a new promise by one side.
func (p Promises) Add(by data.Side) {
	p.ask(data.Promise{Person: p.Person.ID, By: by, Made: p.Frame.Today(), State: data.PromiseOpen})
}

// Edit asks what a promise is to be.
func (p Promises) Edit(promise data.Promise) { p.ask(promise) }

// Settle says at once that a promise was kept or let go, or with data.PromiseOpen that it is open again.
func (p Promises) Settle(promise data.Promise, state data.PromiseState) {
	today := p.Frame.Today()
	Change(p.Frame, p.Store, p.operation(p.Person), p.Frame.Words().T(settlements[state]), func(tx *store.Tx) error {
		return settle(tx, promise.ID, state, today)
	})
}

// settle settles a promise as it is by now, which may be other than it was shown.
func settle(tx *store.Tx, id data.ID, state data.PromiseState, today data.Day) error {
	promise, err := tx.Promise(id)
	if err != nil {
		return err
	}
	promise.Settle(state, today)
	return tx.SavePromise(&promise)
}

// settlements says what was done.
var settlements = map[data.PromiseState]string{
	data.PromiseKept: "promises.now_kept", data.PromiseLetGo: "promises.now_let_go", data.PromiseOpen: "promises.now_open",
}

// Remove removes a promise at once; undo brings it back.
func (p Promises) Remove(promise data.Promise) {
	Change(p.Frame, p.Store, p.operation(p.Person), p.Frame.Words().T("promises.removed"), func(tx *store.Tx) error {
		return tx.DeletePromise(promise.ID)
	})
}

func (p Promises) operation(person PersonRowData) string {
	return p.Frame.Words().T("operation.promise", words.Args{"Name": person.Name})
}

// promiseForm asks for everything of a promise.
type promiseForm struct {
	writing
	Promises
	promise data.Promise
	by      *widgets.Choice
	what    *widgets.Entry
	due     *widgets.DayEntry
	made    *widgets.DayEntry
}

func (p Promises) ask(promise data.Promise) {
	w := p.Frame.Words()
	f := &promiseForm{writing: writing{frame: p.Frame, store: p.Store}, Promises: p, promise: promise}
	f.build()
	title := w.T("promises.add")
	if promise.ID != 0 {
		title = w.T("promises.edit_title")
	}
	f.open(title, f.submit)
	p.Frame.Window().Canvas().Focus(f.what)
}

func (f *promiseForm) build() {
	w := f.Frame.Words()
	f.what = widgets.NewEntry(w.T("promises.what_hint"))
	f.what.SetText(f.promise.What)
	f.due = newComing(f.Frame, f.promise.Due)
	f.made = widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(f.promise.Made))
	f.by = widgets.NewChoice(promisers.options(w, f.Person), sideKey(f.promise.By, f.Person.ID), nil)
	f.fields = map[string]*widgets.Field{
		"promise":    widgets.NewRequiredField(w.T("promises.what"), "", f.what),
		"promise_by": widgets.NewField(w.T("promises.who"), "", f.by),
		"due":        widgets.NewField(w.T("promises.due"), w.T("promises.due_hint", words.Args{"Day": ComingDay(f.Frame)}), f.due),
		"made":       widgets.NewRequiredField(w.T("promises.made"), "", f.made),
	}
	f.body = widgets.Column(look.FormGap, f.fields["promise_by"], f.fields["promise"], widgets.Columns(150, look.FormGap, f.fields["due"], f.fields["made"]))
}

func (f *promiseForm) submit() bool {
	promise := f.promise
	promise.Person, promise.What = f.Person.ID, strings.TrimSpace(f.what.Text)
	promise.By, _ = sideOf(f.by.Key())
	var err error
	if promise.Due, err = lastDay(f.due, "due"); err == nil {
		promise.Made, err = WholeDay(f.made, "made")
	}
	if err == nil {
		err = promise.Validate(f.Frame.Today())
	}
	return f.save(err, f.operation(f.Person), f.Frame.Words().T("promises.saved"), func(tx *store.Tx) error {
		if _, err := tx.Person(promise.Person); err != nil {
			return err
		}
		return tx.SavePromise(&promise)
	})
}
