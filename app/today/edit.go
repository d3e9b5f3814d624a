package today

import (
	"fyne.io/fyne/v2"

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
	parts.Change(v.frame, v.store, name, said, change)
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

// done says of what a row asks for that it is done: that a detail was asked about or a promise kept, or it does
// the small thing.
func (v *view) done(r row) {
	switch r.section {
	case ask:
		v.asked(r)
	case promised:
		v.settle(r, data.PromiseKept)
	case small:
		v.doNudge(r)
	}
}

// letGo lets a promise go, and leaves a nudge or an occasion for another time.
func (v *view) letGo(r row) {
	if r.section == promised {
		v.settle(r, data.PromiseLetGo)
		return
	}
	v.anotherTime(r)
}

// writeTo opens what there is to write to a row's person.
func (v *view) writeTo(r row) {
	if r.section == rising {
		v.congratulate(r)
		return
	}
	v.doNudge(r)
}

// putLater opens the menu of what can be done with a row instead of what it asks for.
func (v *view) putLater(l *line) {
	switch l.row.section {
	case reach:
		v.snooze(l)
	case promised:
		v.postpone(l)
	case small, occasion:
		v.anotherTime(l.row)
	}
}

// snooze opens the menu of what can be done with a check-in instead of making it.
func (v *view) snooze(l *line) {
	v.popUp(l.snooze, fyne.NewMenu("", v.putOff(l.row).Items(l.row.checkIn)...))
}

// putOff is what can be done with a row's check-in.
func (v *view) putOff(r row) parts.PutOff {
	return parts.PutOff{Frame: v.frame, Store: v.store, Person: r.person.ID, Name: r.person.Name}
}
