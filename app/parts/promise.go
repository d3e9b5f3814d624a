package parts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

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
	Person PersonRowData // without an ID, Add asks for the other side
}

// Add asks for a new promise by one side.
func (p Promises) Add(by data.Side) {
	p.ask(data.Promise{Person: p.Person.ID, By: by, Made: p.Frame.Today(), State: data.PromiseOpen})
}

// Edit asks what a promise is to be.
func (p Promises) Edit(promise data.Promise) { p.ask(promise) }

// Settle says at once that a promise was kept or let go, or with data.PromiseOpen that it is open again.
func (p Promises) Settle(promise data.Promise, state data.PromiseState) {
	w := p.Frame.Words()
	promise.Settle(state, p.Frame.Today())
	change(p.Frame, p.Store, p.operation(p.Person), w.T(settlements[state]), func(tx *store.Tx) error { return tx.SavePromise(&promise) })
}

// settlements says what was done.
var settlements = map[data.PromiseState]string{
	data.PromiseKept: "promises.now_kept", data.PromiseLetGo: "promises.now_let_go", data.PromiseOpen: "promises.now_open",
}

// Remove removes a promise at once; undo brings it back.
func (p Promises) Remove(promise data.Promise) {
	change(p.Frame, p.Store, p.operation(p.Person), p.Frame.Words().T("promises.removed"), func(tx *store.Tx) error {
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
	picker  *PersonPicker // nil where the other side is known
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
	if f.picker == nil {
		p.Frame.Window().Canvas().Focus(f.what)
	}
}

func (f *promiseForm) build() {
	w := f.Frame.Words()
	f.what = widgets.NewEntry(w.T("promises.what_hint"))
	f.what.SetText(f.promise.What)
	f.due = widgets.NewDayEntry(ComingDay(f.Frame), data.Whole(f.promise.Due))
	f.made = widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(f.promise.Made))
	f.by = widgets.NewChoice(promisers.options(w, f.Person), sideKey(f.promise.By, f.Person.ID), nil)
	f.fields = map[string]*widgets.Field{
		"promise":    widgets.NewRequiredField(w.T("promises.what"), "", f.what),
		"promise_by": widgets.NewField(w.T("promises.who"), "", f.by),
		"due":        widgets.NewField(w.T("promises.due"), w.T("promises.due_hint", words.Args{"Day": ComingDay(f.Frame)}), f.due),
		"made":       widgets.NewRequiredField(w.T("promises.made"), "", f.made),
	}
	asked := []fyne.CanvasObject{f.fields["promise_by"], f.fields["promise"], widgets.Columns(150, formGap, f.fields["due"], f.fields["made"])}
	if f.Person.ID == 0 {
		f.picker = NewOnePersonPicker(f.Frame.Tasks(), w.T("log.with_whom"), Finder(f.Store, w, f.Frame.NamesHidden()), f.Frame.Fail)
		f.picker.OnChanged = func([]data.ID) { f.picked() }
		f.fields["promise_with"] = widgets.NewRequiredField(w.T("promises.with"), "", f.picker)
		asked = slices.Insert(asked, 0, fyne.CanvasObject(f.fields["promise_with"]))
	}
	f.body = widgets.Column(formGap, asked...)
}

// picked says in the form who the other side is now.
func (f *promiseForm) picked() {
	by, _ := sideOf(f.by.Key())
	f.Person = PersonRowData{}
	if chosen := f.picker.People(); len(chosen) > 0 {
		f.Person = chosen[0]
	}
	f.by.SetOptions(promisers.options(f.Frame.Words(), f.Person))
	f.by.SetKey(sideKey(by, f.Person.ID))
	f.relayout()
}

func (f *promiseForm) submit() bool {
	promise := f.promise
	promise.Person, promise.What = f.Person.ID, strings.TrimSpace(f.what.Text)
	promise.By, _ = sideOf(f.by.Key())
	var err error
	if promise.Due, err = lastDay(f.due, "due"); err == nil {
		promise.Made, err = wholeDay(f.made, "made")
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
