package people

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// dayWidth is the room for the day in front of what happened on it.
const dayWidth float32 = 62

// happening is something that happened: contact, a move, something given, an opportunity.
type happening struct {
	on  data.Day // for the order
	day string   // as it is written
	row func(day string) fyne.CanvasObject
}

// lately lists the contact and the moves there were, what was given and received and the opportunities,
// newest first. A day is written once, for all that happened on it.
func (p *pane) lately() fyne.CanvasObject {
	w, d := p.v.words, p.shown
	var rows []fyne.CanvasObject
	if len(d.interactions) == 0 {
		rows = append(rows, widgets.Column(look.SmallGap, widgets.NewText(w.T("reach.no_contact"), look.Body),
			widgets.Flush(widgets.NewQuiet(w.T("people.log_first"), p.logContact))))
	}
	written, all := "", p.happenings()
	for len(all) > 0 && (p.all || len(rows) < lately) {
		h := all[0]
		all = all[1:]
		if h.day == written {
			rows = append(rows, h.row(""))
			continue
		}
		written = h.day
		rows = append(rows, h.row(h.day))
	}
	if d.more || len(all) > 0 {
		rows = append(rows, widgets.Flush(widgets.NewQuiet(w.T("people.show_all"), func() {
			p.all = true
			p.load()
		})))
	}
	return widgets.NewRows(rows...)
}

// happenings returns all that happened, newest first. Of one day moves come before contact, and what was
// given after it.
func (p *pane) happenings() []happening {
	w, d, today := p.v.words, p.shown, p.v.frame.Today()
	var all []happening
	for _, m := range d.moves {
		all = append(all, happening{m.By, w.MoveMonth(&m), func(day string) fyne.CanvasObject { return p.moveRow(m, day) }})
	}
	for _, x := range d.interactions {
		all = append(all, happening{x.Day, w.ShortDate(x.Day, today), func(day string) fyne.CanvasObject { return p.contactRow(x, day) }})
	}
	all = append(all, p.careHappenings()...)
	all = append(all, p.projectHappenings()...)
	slices.SortStableFunc(all, func(a, b happening) int { return int(b.on - a.on) })
	return all
}

// contactRow shows one interaction, to be edited and removed.
func (p *pane) contactRow(x data.Interaction, day string) fyne.CanvasObject {
	w := p.v.words
	return newLine(p.v, dated(day, widgets.NewText(p.happened(x), look.Body), p.givenThen(x.ID)),
		action{w.T("people.edit"), func() { p.editContact(x) }}, action{w.T("people.remove"), func() { p.removeContact(x) }})
}

// dated puts a day in front of what happened on it.
func dated(day string, happened, right fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Sides(12, widgets.Fixed(dayWidth, 0, widgets.NewText(day, look.Second)), happened, right)
}

// happened says one interaction: "Coffee with Raj and Kim: her move to Lisbon."
func (p *pane) happened(i data.Interaction) string {
	w := p.v.words
	said := words.Capital(w.InteractionKind(i.Kind))
	var others []string
	for _, id := range i.People {
		if name, known := p.shown.names[id]; known && id != p.shown.person.ID {
			others = append(others, p.v.called(name))
		}
	}
	args := words.Args{"Kind": said, "Names": w.List(others), "Text": p.veil(strings.TrimSpace(i.Text))}
	switch with, text := len(others) > 0, args["Text"] != ""; {
	case with && text:
		return w.T("people.happened_with_said", args)
	case with:
		return w.T("people.happened_with", args)
	case text:
		return w.T("people.happened_said", args)
	}
	return said
}

func (p *pane) editContact(i data.Interaction) {
	people := []parts.PersonRowData{}
	for _, id := range i.People {
		if name, known := p.shown.names[id]; known {
			people = append(people, parts.PersonRowData{ID: id, Name: p.v.called(name), Initials: parts.Initials(p.v.called(name))})
		}
	}
	parts.EditContact(p.v.frame, p.v.store, i, people)
}

func (p *pane) removeContact(i data.Interaction) {
	g, w := p.group(), p.v.words
	p.v.change(g.operation(w), w.T("people.contact_removed"), func(tx *store.Tx) error { return tx.DeleteInteraction(i.ID) })
}

// details lists what is to be remembered, with a field to add to it.
func (p *pane) details() fyne.CanvasObject {
	w, today := p.v.words, p.v.frame.Today()
	var rows []fyne.CanvasObject
	for _, d := range p.shown.details {
		content := widgets.Column(0, widgets.NewText(p.veil(d.Text), look.Body))
		actions := []action{{w.T("people.edit"), func() { p.editDetail(d) }}}
		var asked *widgets.Button
		if d.AskOn != 0 {
			style := look.Second
			if d.AskOn <= today {
				style = style.In(look.ColorNameClaret)
				asked = widgets.NewQuiet(w.T("today.asked"), func() {
					p.noteFocus()
					p.asked(d)
				})
			}
			content.Add(widgets.NewText(w.T("people.ask_again", words.Args{"Day": w.Day(d.AskOn, today)}), style))
			actions = append(actions, action{w.T("today.asked"), func() { p.asked(d) }})
		}
		line := newLine(p.v, content, append(actions, action{w.T("people.remove"), func() { p.removeDetail(d) }})...)
		rows = append(rows, withButton(line, asked))
	}
	return widgets.NewRows(append(rows, p.remember)...)
}

// withButton puts the button for what is most likely wanted of a line at its right; nil for none.
func withButton(line fyne.CanvasObject, button *widgets.Button) fyne.CanvasObject {
	if button == nil {
		return line
	}
	return widgets.Sides(look.SmallGap, nil, line, button)
}

func (p *pane) newRemember() *widgets.Entry {
	e := widgets.NewEntry(p.v.words.T("people.remember_hint"))
	e.OnSubmitted = func(text string) { p.addDetail(e, text) }
	e.OnFocus = p.hush
	return e
}

// addDetail keeps what was typed, and empties the field once it is kept.
func (p *pane) addDetail(e *widgets.Entry, text string) {
	g, w := p.group(), p.v.words
	d := data.Detail{Person: g.people[0], Text: strings.TrimSpace(text)}
	if err := d.Validate(); err != nil {
		if d.Text != "" {
			p.v.frame.Fail(err)
		}
		return
	}
	e.SetText("")
	p.v.change(g.operation(w), w.T("people.remembered"), func(tx *store.Tx) error {
		return g.each(tx, func(data.ID) error { return tx.SaveDetail(&d) })
	})
}

func (p *pane) editDetail(d data.Detail) {
	g, w := p.group(), p.v.words
	text := widgets.NewNoteEntry(w.T("people.remember_hint"), 3)
	text.SetText(d.Text)
	day := data.PartialDay{}
	if d.AskOn != 0 {
		day = data.Whole(d.AskOn)
	}
	ask := widgets.NewDayEntry(parts.ComingDay(p.v.frame), day)
	f := newForm(p.v, map[string]*widgets.Field{
		"detail": widgets.NewRequiredField(w.T("people.remember"), "", text),
		"day":    widgets.NewField(w.T("people.ask_on"), w.T("people.ask_on_hint"), ask),
	})
	f.open(w.T("people.detail_title"), widgets.Column(look.FormGap, f.fields["detail"], f.fields["day"]), func() bool {
		d.Text = strings.TrimSpace(text.Text)
		err := d.Validate()
		if err == nil {
			d.AskOn, err = parts.WholeDay(ask, "day")
		}
		return f.save(err, g.operation(w), g.saved(w), func(tx *store.Tx) error { return tx.SaveDetail(&d) })
	})
}

func (p *pane) asked(d data.Detail) {
	g, w := p.group(), p.v.words
	d.AskOn = 0
	p.v.change(g.operation(w), g.saved(w), func(tx *store.Tx) error { return tx.SaveDetail(&d) })
}

func (p *pane) removeDetail(d data.Detail) {
	g, w := p.group(), p.v.words
	p.v.change(g.operation(w), w.T("people.forgotten"), func(tx *store.Tx) error { return tx.DeleteDetail(d.ID) })
}
