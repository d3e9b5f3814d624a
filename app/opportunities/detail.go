package opportunities

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
)

// detail is one opportunity, shown in place of all: how it stands, the days of its stages, whom it came
// through, and what else is known of it.
type detail struct {
	v      *view
	id     data.ID // which is or will be shown, 0 for none
	back   *widgets.Button
	inner  []fyne.Focusable // what can have the focus besides back
	place  *fyne.Container
	object *fyne.Container
}

func newDetail(v *view) *detail {
	d := &detail{v: v, place: container.NewStack()}
	d.back = widgets.NewQuiet(v.words.T("opportunities.back"), v.leave).WithIcon(theme.NavigateBackIcon())
	bar := widgets.Inset(look.PageInset-4, 8, widgets.Row(0, d.back))
	d.object = container.NewBorder(bar, nil, nil, nil, d.place)
	return d
}

// open shows an opportunity in place of all, or all again with 0.
func (d *detail) open(id data.ID) {
	if id == d.id {
		return
	}
	d.id = id
	widgets.See(d.object, id != 0)
	widgets.See(d.v.all, id == 0)
	d.show()
	if d.v.inSight {
		d.v.Focus()
	}
}

// show shows the opportunity as it was loaded last.
func (d *detail) show() {
	if d.id == 0 || d.v.content == nil {
		return
	}
	held := d.holds(d.v.frame.Window().Canvas().Focused())
	d.inner = nil
	e := d.v.content.find(d.id)
	if e == nil {
		d.place.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.LoginIcon(), d.v.words.T("opportunities.gone"))}
	} else {
		d.place.Objects = []fyne.CanvasObject{d.page(e)}
	}
	d.place.Refresh()
	if held {
		d.focus()
	}
}

// focus puts the focus where every key of the page is heard, and Enter does no harm.
func (d *detail) focus() { d.v.frame.Window().Canvas().Focus(d.back) }

// holds reports whether the focus is on what is shown.
func (d *detail) holds(focused fyne.Focusable) bool {
	if focused == nil {
		return false
	}
	for _, f := range append(d.inner, d.back) {
		if f == focused {
			return true
		}
	}
	return false
}

// page returns all there is to say of an opportunity.
func (d *detail) page(e *entry) fyne.CanvasObject {
	w := d.v.words
	head := widgets.NewHeader(e.title, d.sentence(e),
		d.button(widgets.NewButton(w.T("opportunities.delete"), func() { d.v.remove(e) })),
		d.button(widgets.NewPrimary(w.T("opportunities.edit"), func() { d.v.edit(e) }).WithKey(string(editKey))))
	sections := []fyne.CanvasObject{head, widgets.NewSection(w.T("opportunities.stages"), d.stages(e))}
	if len(e.Chain) > 0 {
		sections = append(sections, widgets.NewSection(w.T("opportunities.chain"), d.chain(e)))
	}
	sections = append(sections, widgets.NewSection(w.T("opportunities.about"), d.facts(e)))
	inner := widgets.Column(look.Gap, sections...)
	return widgets.Scroll(container.New(sideways{below: 20}, inner))
}

// button notes something that can have the focus.
func (d *detail) button(b *widgets.Button) *widgets.Button {
	d.inner = append(d.inner, b)
	return b
}

// sentence says how an opportunity stands, and how it came.
func (d *detail) sentence(e *entry) string { return e.line(d.v.words) }

// stages shows the stages an opportunity came to, each of which can be mended, and leads to the others.
func (d *detail) stages(e *entry) fyne.CanvasObject {
	w, today := d.v.words, d.v.frame.Today()
	var rows []*widgets.PressRow
	for i, s := range e.Steps {
		name := words.Capital(w.Stage(s.Stage))
		text := widgets.Sides(look.SmallGap, widgets.Fixed(factWidth, 0, widgets.NewLine(name, look.Body)),
			widgets.NewLine(words.Capital(w.Day(s.Day, today)), look.Second), widgets.NewIcon(theme.DocumentCreateIcon(), 16, look.ColorNameDimmed))
		row := widgets.NewPressRow(text, func() { d.v.mend(e, i) })
		row.Label = name
		d.inner = append(d.inner, row)
		rows = append(rows, row)
	}
	return widgets.Column(look.SmallGap, widgets.NewPressRows(rows), d.ways(e))
}

const factWidth float32 = 120

// ways are the buttons that bring an opportunity on.
func (d *detail) ways(e *entry) fyne.CanvasObject {
	w, v := d.v.words, d.v
	flow := widgets.Flow(look.SmallGap)
	add := func(text string, key fyne.KeyName, do func(*entry)) {
		flow.Add(d.button(widgets.NewButton(text, func() { do(e) }).WithKey(string(key))))
	}
	if !e.Stage().Closed() && e.Stage() != data.Offered {
		add(w.T("opportunities.forward"), forwardKey, v.forward)
	}
	if e.Stage() != data.Heard {
		add(w.T("opportunities.backward"), backwardKey, v.backward)
	}
	for _, o := range outcomes {
		if e.Stage() != o.stage {
			add(w.T(o.label), o.key, func(e *entry) { v.bring(e, o.stage) })
		}
	}
	return flow
}

// chain shows whom an opportunity came through, in order. A press opens the person, another notes thanks.
func (d *detail) chain(e *entry) fyne.CanvasObject {
	var rows []*widgets.PressRow
	for i, l := range shown(e.Chain, d.v.frame.NamesHidden()) {
		row := d.link(e, e.Chain[i], l)
		d.inner = append(d.inner, row)
		rows = append(rows, row)
	}
	return widgets.NewPressRows(rows)
}

// link shows one of a chain, with the name as it may be shown.
func (d *detail) link(e *entry, l, shown data.Link) *widgets.PressRow {
	w, today := d.v.words, d.v.frame.Today()
	said := parts.PersonRowData{ID: l.Person, Name: shown.Name, Initials: parts.Initials(names.Clean(l.Name)), Second: words.Capital(w.Part(l.Part))}
	if l.Tie != "" {
		said.Chips = []parts.ChipData{{Text: w.T("opportunities.then", words.Args{"Tie": w.Tie(l.Tie, !l.Former)}), Tone: parts.TieTone(l.Tie)}}
	}
	var right []fyne.CanvasObject
	var inner []fyne.Focusable
	switch {
	case l.Thanked != 0:
		right = append(right, widgets.NewWholeLine(w.T("opportunities.thanked", words.Args{"Day": w.Day(l.Thanked, today)}), look.Second))
	case l.Person != 0 && e.Mine():
		b := d.button(widgets.NewButton(w.T("opportunities.note_thanks"), func() { d.v.thank(l) }))
		right, inner = append(right, b), append(inner, b)
	}
	open := func() { d.v.frame.Open(page.Person(l.Person)) }
	if l.Person == 0 {
		open = nil
	}
	row := widgets.NewPressRow(parts.NewPersonLine(said, nil, right...), open, inner...)
	row.Label = shown.Name
	return row
}

// facts are what else is known of an opportunity.
func (d *detail) facts(e *entry) fyne.CanvasObject {
	w, v := d.v.words, d.v
	rows := widgets.Column(6)
	fact := func(label string, o fyne.CanvasObject) {
		rows.Add(widgets.Sides(look.SmallGap, widgets.Fixed(factWidth, 0, widgets.NewLine(label, look.Second)), o, nil))
	}
	fact(w.T("opportunities.kind"), widgets.NewText(words.Capital(w.OpportunityKind(e.Kind)), look.Body))
	switch {
	case e.Organisation != 0:
		fact(w.T("people.organisation"), widgets.Row(0, d.button(widgets.NewQuiet(e.organisation, func() { v.frame.Open(page.Organisation(e.Organisation)) }))))
	case e.organisation != "":
		fact(w.T("people.organisation"), widgets.NewText(e.organisation, look.Body))
	}
	whom := w.T("opportunities.me")
	if !e.Mine() {
		whom = parts.Called(names.Clean(e.For.Name), v.frame.NamesHidden())
	}
	if e.For.Person != 0 && !e.Mine() {
		fact(w.T("opportunities.for"), widgets.Row(0, d.button(widgets.NewQuiet(whom, func() { v.frame.Open(page.Person(e.For.Person)) }))))
	} else {
		fact(w.T("opportunities.for"), widgets.NewText(whom, look.Body))
	}
	if e.Worth != "" {
		fact(w.T("opportunities.worth"), widgets.NewText(e.Worth, look.Body))
	}
	if e.Notes != "" {
		fact(w.T("opportunities.notes"), widgets.NewText(e.Notes, look.Body))
	}
	return widgets.NewCard(rows)
}
