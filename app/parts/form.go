package parts

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/store"
)

// NewForm returns a dialog that is saved or given up, and not shown yet. save returns whether the
// dialog is to close.
func NewForm(frame page.Frame, title string, body fyne.CanvasObject, save func() bool) *widgets.Dialog {
	w := frame.Words()
	d := widgets.NewDialog(frame.Window(), title, body).Confirm(w.T("form.save"), save).
		ConfirmKey(Chord(w, fyne.KeyReturn)).Cancel(w.T("form.cancel"))
	d.Unsettled = w.T("picker.unsettled")
	return d
}

// writing is one thing that is asked for and written as one operation. Its dialog stays open, with
// everything that was typed, until that has succeeded.
type writing struct {
	frame  page.Frame
	store  *store.Store
	fields map[string]*widgets.Field // by the name that data.Invalid gives them
	body   *fyne.Container
	dialog *widgets.Dialog
	busy   bool
}

func (f *writing) open(title string, save func() bool) {
	f.dialog = NewForm(f.frame, title, f.body, save)
	f.dialog.Show()
}

// save writes the change unless err, the outcome of validating it, refuses a field. It always returns
// false: the dialog closes once the change is written.
func (f *writing) save(err error, operation, said string, change func(*store.Tx) error) bool {
	if f.busy || !f.mark(err) {
		return false
	}
	f.busy = true
	f.frame.Tasks().Go(func(ctx context.Context) error { return f.store.Write(ctx, operation, change) }, func(err error) {
		f.busy = false
		var invalid *data.Invalid
		switch {
		case errors.As(err, &invalid) && f.fields[invalid.Field] != nil:
			f.mark(invalid)
		case err != nil:
			f.frame.Fail(err)
		default:
			f.dialog.Close()
			f.frame.Toast(said, true)
		}
	})
	return false
}

// mark shows what is wrong at its field, and reports whether nothing is.
func (f *writing) mark(err error) bool {
	fine := MarkInvalid(f.frame.Words(), f.fields, err)
	f.relayout()
	return fine
}

// relayout gives the fields their places after what stands below one has changed.
func (f *writing) relayout() {
	for _, field := range f.fields {
		field.Relayout()
	}
	f.body.Refresh()
	f.dialog.Relayout()
}

// ComingDay is what a field for a day that lies ahead shows while it is empty: such a day, in the form in which it
// is typed.
func ComingDay(frame page.Frame) string { return (frame.Today() + fortnight).String() }

const fortnight = 14

// Change writes something at once and says so afterwards, with Undo.
func Change(frame page.Frame, s *store.Store, operation, said string, change func(*store.Tx) error) {
	frame.Tasks().Go(func(ctx context.Context) error { return s.Write(ctx, operation, change) }, func(err error) {
		if err != nil {
			frame.Fail(err)
			return
		}
		frame.Toast(said, true)
	})
}

// lastDay returns the last day that may be meant by what is typed, 0 for nothing. A day without its year
// is none.
func lastDay(e *widgets.DayEntry, field string) (data.Day, error) {
	day, err := dayOf(e, field)
	return day.Latest(), err
}

// DayAhead returns the day after today that is typed, of a month or a year the first; 0 for nothing.
func DayAhead(e *widgets.DayEntry, field string, today data.Day) (data.Day, error) {
	day, err := e.Day(field)
	if err == nil && !day.IsZero() && day.Earliest() <= today {
		err = &data.Invalid{Field: field, Reason: data.NotAhead}
	}
	return day.Earliest(), err
}

// WholeDay returns the day that is typed, 0 for nothing. A part of one is refused as data.NotWhole.
func WholeDay(e *widgets.DayEntry, field string) (data.Day, error) {
	day, err := e.Day(field)
	if err == nil && day != data.Whole(day.Earliest()) {
		err = &data.Invalid{Field: field, Reason: data.NotWhole}
	}
	return day.Earliest(), err
}

// NeededDay returns the day that is typed, as WholeDay does. Nothing is refused as data.Missing.
func NeededDay(e *widgets.DayEntry, field string) (data.Day, error) {
	day, err := WholeDay(e, field)
	if err == nil && day == 0 {
		err = &data.Invalid{Field: field, Reason: data.Missing}
	}
	return day, err
}
