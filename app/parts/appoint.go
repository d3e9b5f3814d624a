package parts

import (
	"strings"
	"time"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// Appoint puts the next check-in on a day, at a minute after midnight or at data.AllDay.
func (p PutOff) Appoint(day data.Day, at int) { p.write(p.appoint(day, at)) }

// Unappoint gives the next check-in back to its rhythm.
func (p PutOff) Unappoint() {
	w := p.Frame.Words()
	p.write(putOff{w.T("operation.unappoint", p.args()), w.T("toast.unappointed", p.args()), p.cadence(func(c *data.Cadence) { c.Appoint(data.Appointment{}) })})
}

func (p PutOff) appoint(day data.Day, at int) putOff {
	w := p.Frame.Words()
	a := data.Appointment{Day: day, At: at, Made: p.Frame.Today()}
	said := p.args()
	said["Day"] = w.Appointment(a, p.Frame.Today())
	return putOff{w.T("operation.appoint", p.args()), w.T("toast.appointed", said), p.cadence(func(c *data.Cadence) { c.Appoint(a) })}
}

// AskAppointment asks on which day the next check-in is to be, and perhaps at which hour. now is the check-in as it
// is planned.
func (p PutOff) AskAppointment(now data.CheckIn) {
	w := p.Frame.Words()
	day := newComing(p.Frame, max(now.Due, p.Frame.Today()))
	hour := widgets.NewEntry(w.T("appoint.hour_hint"))
	if now.Agreed && now.At != data.AllDay {
		hour.SetText(data.Clock(now.At))
	}
	f := &writing{frame: p.Frame, store: p.Store, fields: map[string]*widgets.Field{
		"day": widgets.NewRequiredField(w.T("appoint.day"), w.T("appoint.day_help", words.Args{"Day": w.Weekday(time.Friday), "Date": ComingDay(p.Frame)}), day),
		"at":  widgets.NewField(w.T("appoint.hour"), w.T("appoint.hour_help"), hour),
	}}
	f.body = widgets.Column(0, widgets.Columns(150, look.FormGap, f.fields["day"], f.fields["at"]))
	f.dialog = NewForm(p.Frame, w.T("appoint.title", p.args()), f.body, func() bool {
		a, err := appointment(day, hour, p.Frame.Today())
		o := p.appoint(a.Day, a.At)
		return f.save(err, o.operation, o.said, o.change)
	})
	if now.Agreed {
		f.dialog.Extra(widgets.NewButton(w.T("appoint.end"), func() {
			f.dialog.Close()
			p.Unappoint()
		}))
	}
	f.dialog.Show()
}

// appointment reads a day from today on, and an hour, which may be left out.
func appointment(day *widgets.DayEntry, hour *widgets.Entry, today data.Day) (data.Appointment, error) {
	a := data.Appointment{At: data.AllDay, Made: today}
	var err error
	if a.Day, err = fromToday(day, "day", today); err != nil {
		return a, err
	}
	if typed := strings.TrimSpace(hour.Text); typed != "" {
		if a.At, err = data.ParseClock(typed); err != nil {
			return a, &data.Invalid{Field: "at", Reason: data.OutOfRange}
		}
	}
	return a, a.Validate()
}

// newComing returns a field for a day from today on, which is read as people say it, too: "tomorrow", "Friday".
func newComing(frame page.Frame, day data.Day) *widgets.DayEntry {
	e := widgets.NewDayEntry(ComingDay(frame), data.Whole(day))
	e.Replaced = true
	e.Reads = func(s string) (data.PartialDay, bool) { return frame.Words().ReadComing(s, frame.Today()) }
	return e
}

// fromToday returns the day that is typed, which is today or a later one.
func fromToday(e *widgets.DayEntry, field string, today data.Day) (data.Day, error) {
	day, err := NeededDay(e, field)
	if err == nil && day < today {
		err = &data.Invalid{Field: field, Reason: data.InPast}
	}
	return day, err
}

// MoveTo makes a promise due on another day.
func (p Promises) MoveTo(promise data.Promise, day data.Day) {
	operation, said, change := p.move(promise, day)
	Change(p.Frame, p.Store, operation, said, change)
}

func (p Promises) move(promise data.Promise, day data.Day) (operation, said string, change func(*store.Tx) error) {
	w := p.Frame.Words()
	return w.T("operation.move_promise", words.Args{"Name": p.Person.Name}), w.T("today.moved", words.Args{"Day": w.Date(day, p.Frame.Today())}),
		func(tx *store.Tx) error {
			as, err := tx.Promise(promise.ID)
			if err != nil {
				return err
			}
			as.Due = day
			return tx.SavePromise(&as)
		}
}

// AskDay asks on which day a promise is to be due.
func (p Promises) AskDay(promise data.Promise) {
	w := p.Frame.Words()
	day := newComing(p.Frame, max(promise.Due, p.Frame.Today()))
	f := &writing{frame: p.Frame, store: p.Store, fields: map[string]*widgets.Field{
		"due": widgets.NewRequiredField(w.T("promises.due"), w.T("appoint.day_help", words.Args{"Day": w.Weekday(time.Friday), "Date": ComingDay(p.Frame)}), day),
	}}
	f.body = widgets.Column(0, f.fields["due"])
	f.open(w.T("appoint.promise_title", words.Args{"Name": p.Person.Name}), func() bool {
		to, err := fromToday(day, "due", p.Frame.Today())
		operation, said, change := p.move(promise, to)
		return f.save(err, operation, said, change)
	})
}
