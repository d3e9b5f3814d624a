package today

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// open goes to a row's person.
func (v *view) open(r row) { v.frame.Open(page.Person(r.person.ID)) }

// log asks what contact there was with a row's person.
func (v *view) log(r row) { parts.LogContact(v.frame, v.store, r.person) }

// write makes a change under a name that undo shows, and says what was done.
func (v *view) write(name, said string, change func(*store.Tx) error) {
	v.frame.Tasks().Go(func(ctx context.Context) error { return v.store.Write(ctx, name, change) }, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		v.frame.Toast(said, true)
	})
}

// asked takes the day to ask from a detail. The detail itself stays.
func (v *view) asked(r row) {
	if r.section != ask {
		return
	}
	w, d := v.frame.Words(), r.detail
	d.AskOn = 0
	called := words.Args{"Name": r.person.Name}
	v.write(w.T("operation.asked", called), w.T("toast.asked", called), func(tx *store.Tx) error { return tx.SaveDetail(&d) })
}

const (
	week  = 7
	pause = 3 // months that a pause is proposed for
)

// snooze opens the menu of what can be done with a check-in instead of making it.
func (v *view) snooze(l *line) {
	if l.snooze == nil {
		return
	}
	w, r, today := v.frame.Words(), l.row, v.frame.Today()
	until := func(d data.Day) func() { return func() { v.snoozeUntil(r, d) } }
	menu := widget.NewPopUpMenu(fyne.NewMenu("",
		fyne.NewMenuItem(w.T("snooze.tomorrow"), until(today+1)),
		fyne.NewMenuItem(w.T("snooze.week"), until(today+week)),
		fyne.NewMenuItem(w.T("snooze.month"), until(today.AddMonths(1))),
		fyne.NewMenuItem(w.T("snooze.pick"), func() { v.pickDay(r) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.T("snooze.skip"), func() { v.skip(r) }),
		fyne.NewMenuItem(w.T("snooze.pause"), func() { v.pause(r) }),
	), v.frame.Window().Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, l.snooze.Size().Height+2), l.snooze)
	v.frame.Window().Canvas().Focus(menu)
}

// said are the words for what was done with a row's person until a day.
func (v *view) said(r row, until data.Day) words.Args {
	return words.Args{"Name": r.person.Name, "Day": v.frame.Words().Date(until, v.frame.Today())}
}

func (v *view) snoozeUntil(r row, until data.Day) {
	w, said := v.frame.Words(), v.said(r, until)
	v.write(w.T("operation.snooze", said), w.T("toast.snoozed", said), func(tx *store.Tx) error {
		c, err := tx.Cadence(r.person.ID)
		if err != nil {
			return err
		}
		c.Snoozed = until
		return tx.SaveCadence(c)
	})
}

// skip counts today as contact for the rhythm only.
func (v *view) skip(r row) {
	w, said, today := v.frame.Words(), words.Args{"Name": r.person.Name}, v.frame.Today()
	v.write(w.T("operation.skip", said), w.T("toast.skipped", said), func(tx *store.Tx) error {
		c, err := tx.Cadence(r.person.ID)
		if err != nil {
			return err
		}
		c.Skipped = today
		return tx.SaveCadence(c)
	})
}

// pickDay asks for the day to snooze until.
func (v *view) pickDay(r row) {
	w := v.frame.Words()
	v.askDay(w.T("operation.snooze", words.Args{"Name": r.person.Name}), w.T("today.snooze"), v.frame.Today()+week, func(until data.Day) {
		v.snoozeUntil(r, until)
	})
}

// pause asks for the day until which a person is left alone.
func (v *view) pause(r row) {
	w := v.frame.Words()
	name := w.T("operation.pause", words.Args{"Name": r.person.Name})
	v.askDay(name, w.T("snooze.pause_now"), v.frame.Today().AddMonths(pause), func(until data.Day) {
		v.write(name, w.T("toast.paused", v.said(r, until)), func(tx *store.Tx) error { return tx.Pause(r.person.ID, until) })
	})
}

// askDay opens a dialog that asks for a day after today.
func (v *view) askDay(title, confirm string, proposed data.Day, chosen func(data.Day)) {
	w := v.frame.Words()
	entry := widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(proposed))
	field := widgets.NewRequiredField(w.T("snooze.until"), w.T("snooze.until_hint"), entry)
	widgets.NewDialog(v.frame.Window(), title, field).Cancel(w.T("form.cancel")).Confirm(confirm, func() bool {
		day, err := entry.Day("day")
		if err == nil && day.Earliest() <= v.frame.Today() {
			field.SetError(w.T("snooze.later"))
			return false
		}
		if !parts.MarkInvalid(w, map[string]*widgets.Field{"day": field}, err) {
			return false
		}
		chosen(day.Earliest())
		return true
	}).Show()
}
