package parts

import (
	"fyne.io/fyne/v2"

	"peerage/data"
)

// Items is the menu of what can be done with a check-in instead of making it. now is the check-in as it is planned:
// one that lies ahead is put off from its day on.
func (p PutOff) Items(now data.CheckIn) []*fyne.MenuItem {
	w, from := p.Frame.Words(), p.Frame.Today()
	tomorrow, week, month := w.T("snooze.tomorrow"), w.T("snooze.week"), w.T("snooze.month")
	if now.Due > from {
		from = now.Due
		tomorrow, week, month = w.T("snooze.day_later"), w.T("snooze.week_later"), w.T("snooze.month_later")
	}
	until := func(d data.Day) func() { return func() { p.Snooze(d) } }
	return []*fyne.MenuItem{
		fyne.NewMenuItem(tomorrow, until(from+1)),
		fyne.NewMenuItem(week, until(from+7)),
		fyne.NewMenuItem(month, until(from.AddMonths(1))),
		fyne.NewMenuItem(w.T("snooze.pick"), p.PickDay),
		fyne.NewMenuItem(w.T("appoint.act"), func() { p.AskAppointment(now) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.T("snooze.skip"), p.Skip),
		fyne.NewMenuItem(w.T("snooze.pause"), p.Pause),
	}
}

// LaterItems is the menu of what can be done with a promise that cannot be kept on its day.
func (p Promises) LaterItems(promise data.Promise) []*fyne.MenuItem {
	w, today := p.Frame.Words(), p.Frame.Today()
	to := func(day data.Day) func() { return func() { p.MoveTo(promise, day) } }
	return []*fyne.MenuItem{
		fyne.NewMenuItem(w.T("snooze.tomorrow"), to(today+1)),
		fyne.NewMenuItem(w.T("snooze.week"), to(today+7)),
		fyne.NewMenuItem(w.T("today.move"), func() { p.Edit(promise) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.T("promises.let_go"), func() { p.Settle(promise, data.PromiseLetGo) }),
	}
}
