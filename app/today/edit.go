package today

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"peerage/app/page"
	"peerage/app/parts"
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

// snooze opens the menu of what can be done with a check-in instead of making it.
func (v *view) snooze(l *line) {
	if l.snooze == nil {
		return
	}
	w, today := v.frame.Words(), v.frame.Today()
	off := v.putOff(l.row)
	until := func(d data.Day) func() { return func() { off.Snooze(d) } }
	menu := widget.NewPopUpMenu(fyne.NewMenu("",
		fyne.NewMenuItem(w.T("snooze.tomorrow"), until(today+1)),
		fyne.NewMenuItem(w.T("snooze.week"), until(today+7)),
		fyne.NewMenuItem(w.T("snooze.month"), until(today.AddMonths(1))),
		fyne.NewMenuItem(w.T("snooze.pick"), off.PickDay),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.T("snooze.skip"), off.Skip),
		fyne.NewMenuItem(w.T("snooze.pause"), off.Pause),
	), v.frame.Window().Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, l.snooze.Size().Height+2), l.snooze)
	v.frame.Window().Canvas().Focus(menu)
}

// putOff is what can be done with a row's check-in.
func (v *view) putOff(r row) parts.PutOff {
	return parts.PutOff{Frame: v.frame, Store: v.store, Person: r.person.ID, Name: r.person.Name}
}
