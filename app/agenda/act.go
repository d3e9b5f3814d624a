package agenda

import (
	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/parts"
	"peerage/data"
	"peerage/data/briefing"
)

// moving is where something was put that is not shown there yet, so that a key pressed again goes on from there.
type moving struct {
	item *briefing.Item
	day  data.Day
}

// on does something with what keys act on, where there is anything.
func (v *view) on(do func(*briefing.Item)) func() {
	return func() {
		if i := v.at.chosen(); i != nil {
			do(i)
		}
	}
}

// open goes to an item's person.
func (v *view) open(i *briefing.Item) { v.frame.Open(page.Person(i.Person)) }

// log asks what contact there was with an item's person.
func (v *view) log(i *briefing.Item) { parts.LogContact(v.frame, v.store, v.rowOf(i)) }

// putOff is what can be done with an item's check-in.
func (v *view) putOff(i *briefing.Item) parts.PutOff {
	return parts.PutOff{Frame: v.frame, Store: v.store, Person: i.Person, Name: v.called(i)}
}

func (v *view) ofPromises(i *briefing.Item) parts.Promises {
	return parts.Promises{Frame: v.frame, Store: v.store, Person: v.rowOf(i)}
}

// moveTo puts an item on a day, in one write that undo takes back. A check-in keeps the hour it had.
func (v *view) moveTo(i *briefing.Item, day data.Day) {
	switch {
	case !i.Movable():
		v.frame.Toast(v.words.T("agenda.stays_put"), false)
		return
	case day < v.frame.Today():
		v.frame.Toast(v.words.T("agenda.not_before_today"), false)
		return
	}
	v.moving = moving{i, day}
	v.list.wanted = i
	if v.at == manner(v.month) {
		v.month.follow(i, day)
	}
	if i.Promise != nil {
		v.ofPromises(i).MoveTo(*i.Promise, day)
		return
	}
	at := data.AllDay
	if i.CheckIn.Agreed {
		at = i.CheckIn.At
	}
	v.putOff(i).Appoint(day, at)
}

// shift moves an item by days. What is late comes to today first.
func (v *view) shift(i *briefing.Item, by data.Day) {
	from := i.Day
	if v.moving.item != nil && v.moving.item.Same(i) {
		from = v.moving.day
	}
	switch today := v.frame.Today(); {
	case from >= today || by < 0:
	case by == 1:
		from = today - 1
	default:
		from = today
	}
	v.moveTo(i, from+by)
}

// pickDay asks on which day an item is to be.
func (v *view) pickDay(i *briefing.Item) {
	switch {
	case !i.Movable():
		v.moveTo(i, i.Day)
	case i.Promise != nil:
		v.ofPromises(i).AskDay(*i.Promise)
	default:
		v.putOff(i).AskAppointment(*i.CheckIn)
	}
}

// done says that a promise was kept.
func (v *view) done(i *briefing.Item) {
	if i.Promise != nil {
		v.ofPromises(i).Settle(*i.Promise, data.PromiseKept)
	}
}

// later opens the menu of what can be done with an item instead of what it asks for, below something.
func (v *view) later(i *briefing.Item, below fyne.CanvasObject) {
	if items := v.laterItems(i); len(items) > 0 {
		parts.OpenMenu(v.frame.Window(), below, items...)
	}
}

func (v *view) laterItems(i *briefing.Item) []*fyne.MenuItem {
	switch {
	case i.Promise != nil:
		return v.ofPromises(i).LaterItems(*i.Promise)
	case i.CheckIn != nil:
		return v.putOff(i).Items(*i.CheckIn)
	}
	return nil
}

// actions opens the menu of everything that can be done with an item.
func (v *view) actions(i *briefing.Item, below fyne.CanvasObject) {
	w := v.words
	act := func(id string, key fyne.KeyName, do func(*briefing.Item)) *fyne.MenuItem {
		return parts.KeyedItem(w.T(id), key, func() { do(i) })
	}
	items := []*fyne.MenuItem{act("today.key_open", openKey, v.open), act("action.log", logKey, v.log)}
	if i.Promise != nil {
		items = append(items, act("promises.kept", doneKey, v.done))
	}
	if i.Movable() {
		items = append(items, fyne.NewMenuItemSeparator(),
			act("agenda.sooner", soonerKey, func(i *briefing.Item) { v.shift(i, -1) }), act("agenda.later", laterKey, func(i *briefing.Item) { v.shift(i, 1) }),
			fyne.NewMenuItem(w.T("agenda.week_later"), func() { v.shift(i, week) }), act("appoint.act", dayKey, v.pickDay), fyne.NewMenuItemSeparator())
	}
	switch {
	case i.Promise != nil:
		items = append(items, fyne.NewMenuItem(w.T("promises.let_go"), func() { v.ofPromises(i).Settle(*i.Promise, data.PromiseLetGo) }))
	case i.CheckIn != nil:
		items = append(items, fyne.NewMenuItem(w.T("snooze.skip"), v.putOff(i).Skip), fyne.NewMenuItem(w.T("snooze.pause"), v.putOff(i).Pause))
	}
	parts.OpenMenu(v.frame.Window(), below, items...)
}
