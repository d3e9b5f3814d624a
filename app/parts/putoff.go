package parts

import (
	"context"
	"errors"

	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// PutOff is what can be done with a person's next check-in instead of making it.
type PutOff struct {
	Frame  page.Frame
	Store  *store.Store
	Person data.ID
	Name   string // as it may be shown
}

const (
	week      = 7
	pauseTime = 3 // months that a pause is proposed for
)

// Snooze puts the check-in off until a day.
func (p PutOff) Snooze(until data.Day) { p.write(p.snooze(until), nil) }

// Skip counts today as contact, for the rhythm only.
func (p PutOff) Skip() {
	w, today := p.Frame.Words(), p.Frame.Today()
	p.write(putOff{w.T("operation.skip", p.args()), w.T("toast.skipped", p.args()), p.cadence(func(c *data.Cadence) { c.Skipped = today })}, nil)
}

// PickDay asks until which day to put the check-in off.
func (p PutOff) PickDay() {
	w := p.Frame.Words()
	p.ask(w.T("operation.snooze", p.args()), w.T("today.snooze"), p.Frame.Today()+week, p.snooze)
}

// Pause asks for the day until which the person is left alone.
func (p PutOff) Pause() {
	w := p.Frame.Words()
	name := w.T("operation.pause", p.args())
	p.ask(name, w.T("snooze.pause_now"), p.Frame.Today().AddMonths(pauseTime), func(until data.Day) putOff {
		return putOff{name, w.T("toast.paused", p.until(until)), func(tx *store.Tx) error { return tx.Pause(p.Person, until) }}
	})
}

// putOff is one way of putting a check-in off: the operation, what is said after it, and the change.
type putOff struct {
	operation, said string
	change          func(*store.Tx) error
}

func (p PutOff) args() words.Args { return words.Args{"Name": p.Name} }

func (p PutOff) until(day data.Day) words.Args {
	return words.Args{"Name": p.Name, "Day": p.Frame.Words().Date(day, p.Frame.Today())}
}

func (p PutOff) snooze(until data.Day) putOff {
	w := p.Frame.Words()
	return putOff{w.T("operation.snooze", p.args()), w.T("toast.snoozed", p.until(until)), p.cadence(func(c *data.Cadence) { c.Snoozed = until })}
}

// cadence returns the change of what the user has set for the person, who may be gone by then.
func (p PutOff) cadence(set func(*data.Cadence)) func(*store.Tx) error {
	return func(tx *store.Tx) error {
		_, gone := tx.Person(p.Person)
		c, err := tx.Cadence(p.Person)
		if err := errors.Join(gone, err); err != nil {
			return err
		}
		set(&c)
		return tx.SaveCadence(c)
	}
}

// write makes the change and says so, with Undo. done, when it is set, is told once it is written.
func (p PutOff) write(o putOff, done func()) {
	p.Frame.Tasks().Go(func(ctx context.Context) error { return p.Store.Write(ctx, o.operation, o.change) }, func(err error) {
		if err != nil {
			p.Frame.Fail(err)
			return
		}
		if done != nil {
			done()
		}
		p.Frame.Toast(o.said, true)
	})
}

// ask opens a dialog that asks for a day after today, and stays until the change is written.
func (p PutOff) ask(title, confirm string, proposed data.Day, until func(data.Day) putOff) {
	w := p.Frame.Words()
	entry := widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(proposed))
	field := widgets.NewRequiredField(w.T("snooze.until"), w.T("snooze.until_hint"), entry)
	dialog := widgets.NewDialog(p.Frame.Window(), title, field)
	dialog.Cancel(w.T("form.cancel")).Confirm(confirm, func() bool {
		day, err := DayAhead(entry, "day", p.Frame.Today())
		if err == nil && day == 0 {
			err = &data.Invalid{Field: "day", Reason: data.NotAhead}
		}
		if MarkInvalid(w, map[string]*widgets.Field{"day": field}, err) {
			p.write(until(day), dialog.Close)
		}
		return false
	}).Show()
}
