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
	inner  []fyne.Focusable  // what can have the focus besides back
	body   *fyne.Container   // the sections
	page   fyne.CanvasObject // scrolls them
	gone   fyne.CanvasObject // in its place when the opportunity is not there
	object *fyne.Container
}

func newDetail(v *view) *detail {
	d := &detail{v: v, body: widgets.Column(look.Gap)}
	d.page = widgets.Scroll(widgets.Sideways(20, d.body))
	d.gone = widgets.NewEmptyState(theme.LoginIcon(), v.words.T("opportunities.gone"))
	d.gone.Hide()
	d.back = widgets.NewQuiet(v.words.T("opportunities.back"), v.leave).WithIcon(theme.NavigateBackIcon())
	bar := widgets.Inset(look.PageInset-4, 8, widgets.Row(0, d.back))
	d.object = container.NewBorder(bar, nil, nil, nil, container.NewStack(d.page, d.gone))
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
	if id != 0 && len(d.body.Objects) > 0 {
		widgets.Reveal(d.body.Objects[0])
	}
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
	widgets.See(d.gone, e == nil)
	widgets.See(d.page, e != nil)
	if e != nil {
		d.body.Objects = d.sections(e)
		d.page.Refresh()
	}
	if held {
		d.focus()
	}
}

// focus takes the focus from whatever has it: the page's own keys are heard then.
func (d *detail) focus() { d.v.frame.Window().Canvas().Unfocus() }

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

// sections returns all there is to say of an opportunity.
func (d *detail) sections(e *entry) []fyne.CanvasObject {
	w := d.v.words
	title := newCut(look.Title, wholeTitle)
	title.set(e.title)
	actions := widgets.Row(look.SmallGap, d.button(widgets.NewButton(w.T("opportunities.delete"), func() { d.v.remove(e) })),
		d.button(widgets.NewPrimary(w.T("opportunities.edit"), func() { d.v.edit(e) }).WithKey(string(editKey))))
	head := widgets.Column(3, widgets.Sides(look.Gap, nil, title, actions), widgets.NewText(e.line(w), look.Body.In(look.ColorNameDimmed)))
	sections := []fyne.CanvasObject{head, widgets.NewSection(w.T("opportunities.stages"), d.stages(e))}
	if len(e.Chain) > 0 {
		sections = append(sections, widgets.NewSection(w.T("opportunities.chain"), d.chain(e)))
	}
	return append(sections, widgets.NewSection(w.T("opportunities.about"), d.facts(e)))
}

// wholeTitle is how many lines the title takes at most where all of it is to be read.
const wholeTitle = 6

// button notes something that can have the focus.
func (d *detail) button(b *widgets.Button) *widgets.Button {
	d.inner = append(d.inner, b)
	return b
}

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
	if s := e.next(); s != "" {
		add(words.Capital(w.Stage(s)), forwardKey, v.forward)
	}
	for _, o := range outcomes {
		if e.Stage() != o.stage {
			add(w.T(o.label), o.key, func(e *entry) { v.bring(e, o.stage) })
		}
	}
	if s := e.before(); s != "" {
		add(w.T("opportunities.back_to", words.Args{"Stage": w.Stage(s)}), backwardKey, v.backward)
	}
	return flow
}

// chain shows whom an opportunity came through, in order. A press opens the person, another thanks them.
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
	said := parts.PersonRowData{ID: l.Person, Name: shown.Name, Initials: parts.Initials(shown.Name)}
	part := words.Capital(w.Part(l.Part))
	if l.Tie != "" {
		part = w.T("opportunities.part_and_tie", words.Args{"Part": part, "Tie": w.Tie(l.Tie, !l.Former)})
	}
	var right []fyne.CanvasObject
	var inner []fyne.Focusable
	switch {
	case l.Thanked != 0:
		right = append(right, widgets.NewWholeLine(w.T("opportunities.thanked", words.Args{"Day": w.Day(l.Thanked, today)}), look.Second))
	case l.Person != 0 && e.Mine():
		b := d.button(widgets.NewButton(w.T("opportunities.say_thanks"), func() { d.v.thank(l) }))
		right, inner = append(right, b), append(inner, b)
	}
	open := func() { d.v.frame.Open(page.Person(l.Person)) }
	if l.Person == 0 {
		open = nil
	}
	row := widgets.NewPressRow(parts.NewPersonLine(said, []widgets.Run{{Text: part}}, right...), open, inner...)
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
		fact(w.T("people.organisation"), widgets.Flush(d.button(widgets.NewQuiet(e.organisation, func() { v.frame.Open(page.Organisation(e.Organisation)) }))))
	case e.organisation != "":
		fact(w.T("people.organisation"), widgets.NewText(e.organisation, look.Body))
	}
	whom := w.T("opportunities.me")
	if !e.Mine() {
		whom = parts.Called(names.Clean(e.For.Name), v.frame.NamesHidden())
	}
	if e.For.Person != 0 && !e.Mine() {
		fact(w.T("opportunities.for"), widgets.Flush(d.button(widgets.NewQuiet(whom, func() { v.frame.Open(page.Person(e.For.Person)) }))))
	} else {
		fact(w.T("opportunities.for"), widgets.NewText(whom, look.Body))
	}
	if e.Worth != "" {
		fact(w.T("opportunities.worth"), widgets.NewText(v.content.veil.Over(e.Worth), look.Body))
	}
	if e.Notes != "" {
		rows.Add(widgets.Column(2, widgets.NewLine(w.T("opportunities.notes"), look.Second), widgets.NewText(v.content.veil.Over(e.Notes), look.Body)))
	}
	return widgets.NewCard(rows)
}
