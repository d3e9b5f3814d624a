package parts

import (
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
func (p PutOff) Snooze(until data.Day) { p.write(p.snooze(until)) }

// Skip counts today as contact, for the rhythm only.
func (p PutOff) Skip() {
	w, today := p.Frame.Words(), p.Frame.Today()
	p.write(putOff{w.T("operation.skip", p.args()), w.T("toast.skipped", p.args()), p.cadence(func(c *data.Cadence) { c.Skip(today) })})
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
	return putOff{w.T("operation.snooze", p.args()), w.T("toast.snoozed", p.until(until)), p.cadence(func(c *data.Cadence) { c.Snooze(until) })}
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

func (p PutOff) write(o putOff) { Change(p.Frame, p.Store, o.operation, o.said, o.change) }

// ask opens a dialog that asks for a day after today, and stays until the change is written.
func (p PutOff) ask(title, confirm string, proposed data.Day, until func(data.Day) putOff) {
	w := p.Frame.Words()
	entry := widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(proposed))
	f := &writing{frame: p.Frame, store: p.Store, fields: map[string]*widgets.Field{
		"day": widgets.NewRequiredField(w.T("snooze.until"), w.T("snooze.until_hint"), entry),
	}}
	f.body = widgets.Column(0, f.fields["day"])
	f.dialog = widgets.NewDialog(p.Frame.Window(), title, f.body).Cancel(w.T("form.cancel"))
	f.dialog.Confirm(confirm, func() bool {
		day, err := DayAhead(entry, "day", p.Frame.Today())
		if err == nil && day == 0 {
			err = &data.Invalid{Field: "day", Reason: data.NotAhead}
		}
		o := until(day)
		return f.save(err, o.operation, o.said, o.change)
	}).Show()
}
