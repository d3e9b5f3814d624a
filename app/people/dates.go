package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// dates lists the days to think of: the birthday, and those the user noted; nil when there are none.
func (p *pane) dates() fyne.CanvasObject {
	w, d := p.v.words, p.shown
	var rows []fyne.CanvasObject
	day := func(what, when string) fyne.CanvasObject {
		return widgets.Column(0, widgets.NewText(what, look.Body), widgets.NewText(when, look.Second))
	}
	if !d.person.Birthday.IsZero() {
		rows = append(rows, day(w.T("people.birthday"), w.Partial(d.person.Birthday)))
	}
	for _, m := range d.milestones {
		when := w.Partial(m.On)
		if m.Yearly {
			when = w.T("dates.yearly", words.Args{"Day": when})
		}
		rows = append(rows, newLine(p.v, day(p.veil(m.Text), when),
			action{w.T("people.edit"), func() { p.openMilestone(m) }}, action{w.T("people.remove"), func() { p.removeMilestone(m) }}))
	}
	if len(rows) == 0 {
		return nil
	}
	return widgets.NewRows(append(rows, widgets.Flush(widgets.NewQuiet(w.T("dates.add"), p.addMilestone)))...)
}

func (p *pane) addMilestone() {
	p.openMilestone(data.Milestone{Person: p.shown.person.ID, Yearly: true})
}

// openMilestone asks for a day of the person's; one without an ID is new.
func (p *pane) openMilestone(m data.Milestone) {
	p.noteFocus()
	w, g := p.v.words, p.group()
	text := entryOf(m.Text)
	on := widgets.NewDayEntry(w.T("people.birthday_hint"), m.On)
	on.Reads = w.ReadDay
	yearly := widgets.NewToggleChip(w.T("dates.every_year"), m.Yearly, func(bool) {})
	f := newForm(p.v, map[string]*widgets.Field{
		"milestone": widgets.NewRequiredField(w.T("dates.what"), "", text),
		"on":        widgets.NewRequiredField(w.T("log.day"), w.T("dates.day_help"), on),
	})
	f.open(w.T("dates.title", words.Args{"Name": g.name}), widgets.Column(look.FormGap, f.fields["milestone"], f.fields["on"], widgets.Flow(0, yearly)), func() bool {
		m.Text, m.Yearly = names.Clean(strings.TrimSpace(text.Text)), yearly.On()
		var err error
		if m.On, err = on.Day("on"); err == nil {
			err = m.Validate()
		}
		return f.save(err, g.operation(w), g.saved(w), func(tx *store.Tx) error {
			return g.each(tx, func(data.ID) error { return tx.SaveMilestone(&m) })
		})
	})
	p.v.frame.Window().Canvas().Focus(text)
}

func (p *pane) removeMilestone(m data.Milestone) {
	g, w := p.group(), p.v.words
	p.v.change(g.operation(w), w.T("dates.removed"), func(tx *store.Tx) error { return tx.DeleteMilestone(m.ID) })
}
