package importing

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// preview shows a plan: what will happen in one sentence, who is concerned, and what there is to look
// at in the files.
type preview struct {
	view    *view
	planned *planned

	header *widgets.Header
	list   *widgets.List
	found  fyne.CanvasObject // what is in the files, with their day
	day    *widgets.DayEntry
	field  *widgets.Field
	notes  *fyne.Container // everything beside the list
	parts  *split

	stopTyping func()
}

// showPlan shows the stage of the preview.
func (v *view) showPlan(p *planned) {
	w := v.frame.Words()
	pv := &preview{view: v, planned: p, stopTyping: func() {}}
	other := widgets.NewButton(w.T("importing.other_files"), v.choose)
	primary, escape := other, v.choose
	actions := []fyne.CanvasObject{other}
	if p.nothing {
		other.Kind = widgets.Primary
	} else {
		primary = widgets.NewPrimary(w.T("rail.import"), v.apply)
		actions = []fyne.CanvasObject{widgets.NewButton(w.T("form.cancel"), v.choose), other, primary}
	}
	pv.header = widgets.NewHeader(w.T("importing.title"), p.sentence, actions...)
	pv.list = widgets.NewList(
		func() int { return len(pv.planned.people) },
		func() fyne.CanvasObject { return parts.NewPersonRow() },
		func(i int, row fyne.CanvasObject) {
			if i < len(pv.planned.people) {
				row.(*parts.PersonRow).Set(pv.planned.people[i])
			}
		})
	pv.found = pv.build()
	pv.notes = widgets.Column(look.Gap)
	pv.parts = newSplit(pv.header, widgets.NewSectionLabel(w.T("importing.who")), widgets.NewBareCard(pv.list), pv.notes)
	pv.fill(p)
	v.enter(pv.parts.object, primary, escape)
	v.preview = pv
}

// build returns the card that names the files, what they hold, and the day they speak of.
func (p *preview) build() fyne.CanvasObject {
	w := p.view.frame.Words()
	rows := widgets.Column(look.SmallGap)
	for _, c := range p.planned.contents {
		rows.Add(widgets.Sides(look.SmallGap, nil, widgets.NewLine(c.file, look.Name), widgets.NewWholeLine(c.what, look.Second)))
	}
	if len(p.planned.contents) == 0 {
		return nil
	}
	hint := w.T("importing.day_hint")
	if p.planned.day == 0 {
		hint = w.T("importing.days_hint")
	}
	p.day = widgets.NewDayEntry(w.T("form.day_hint"), data.Whole(p.planned.day))
	p.day.OnChanged = func(string) { p.typed() }
	p.field = widgets.NewField(w.T("importing.day"), hint, p.day)
	rows.Add(widgets.Inset(0, 4, p.field))
	return widgets.NewSection(w.T("importing.found"), widgets.NewCard(rows))
}

// fill shows a plan in place of the one before; the field of the day stays as it is being typed.
func (p *preview) fill(now *planned) {
	if now.nothing != p.planned.nothing {
		p.view.showPlan(now)
		return
	}
	p.planned = now
	p.header.Set(p.view.frame.Words().T("importing.title"), now.sentence)
	p.notes.Objects = nil
	for _, o := range []fyne.CanvasObject{p.found, p.doubles(), p.problems(), p.leftOut()} {
		if o != nil {
			p.notes.Add(o)
		}
	}
	p.parts.showPeople(len(now.people) > 0)
	p.list.Reload()
}

// shownAtOnce is how many problems, or pairs of people, are listed before the rest is folded away.
const shownAtOnce = 20

// problems lists what is wrong, by file, line and field.
func (p *preview) problems() fyne.CanvasObject {
	all, w := p.planned.problems, p.view.frame.Words()
	if len(all) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, at := range all[:min(len(all), shownAtOnce)] {
		rows = append(rows, widgets.Column(0, widgets.NewLine(at.place, look.Name), widgets.NewText(at.what, look.Second)))
	}
	if len(all) > shownAtOnce {
		more := widgets.NewQuiet(w.T("importing.show_all", words.Args{"N": len(all)}), p.allProblems)
		rows = append(rows, widgets.Row(0, more))
	}
	return widgets.NewSection(w.N("importing.problems", len(all)), widgets.NewRows(rows...))
}

// allProblems lists all of them in a dialog: a list of rows of one height holds any number.
func (p *preview) allProblems() {
	all, w, window := p.planned.problems, p.view.frame.Words(), p.view.frame.Window()
	list := widgets.NewList(func() int { return len(all) }, newProblemRow, func(i int, row fyne.CanvasObject) {
		setProblemRow(row, all[i])
	})
	size := window.Canvas().Size()
	d := widgets.NewDialog(window, w.N("importing.problems", len(all)), widgets.Fixed(0, max(size.Height-260, look.RowHeight), widgets.NewBareCard(list)))
	d.Width = min(size.Width-80, 820)
	d.Cancel(w.T("form.close")).Show()
}

// doubles names those who may be one. They can be joined once they are in.
func (p *preview) doubles() fyne.CanvasObject {
	all, w := p.planned.doubles, p.view.frame.Words()
	if len(all) == 0 {
		return nil
	}
	lines := widgets.Column(look.SmallGap)
	for _, text := range all[:min(len(all), shownAtOnce)] {
		lines.Add(widgets.NewText(text, look.Body))
	}
	if n := len(all) - shownAtOnce; n > 0 {
		lines.Add(widgets.NewText(w.N("command.more", n), look.Second))
	}
	lines.Add(widgets.NewText(w.T("importing.doubles_later"), look.Second))
	return widgets.NewSection(w.T("importing.doubles"), widgets.NewCard(lines))
}

// leftOut names the files that are not read.
func (p *preview) leftOut() fyne.CanvasObject {
	all, w := p.planned.leftOut, p.view.frame.Words()
	if len(all) == 0 {
		return nil
	}
	listed := all[:min(len(all), 3*shownAtOnce)]
	if n := len(all) - len(listed); n > 0 {
		listed = append(slices.Clone(listed), w.N("command.more", n))
	}
	text := w.T("importing.left_out_these", words.Args{"Files": w.List(listed)})
	return widgets.NewSection(w.N("importing.left_out", len(all)), widgets.NewCard(widgets.NewText(text, look.Second)))
}

// typingPause is how long the day rests before it is planned for: not at every key.
const typingPause = 500 * time.Millisecond

// typed plans anew once another day has been typed.
func (p *preview) typed() {
	p.stopTyping()
	p.stopTyping = p.view.frame.Tasks().After(typingPause, func() {
		if before := p.planned.files; p.view.preview == p && p.dayHolds() && !sameDays(before, p.planned.files) {
			p.view.replan()
		}
	})
}

// dayHolds gives the files the day that is typed, or marks the field where it is none. An empty field
// leaves each file its own day.
func (p *preview) dayHolds() bool {
	if p.day == nil {
		return true
	}
	day, err := parts.WholeDay(p.day, "day")
	if err == nil && day > p.view.frame.Today() {
		err = &data.Invalid{Field: "day", Reason: data.InFuture}
	}
	ok := parts.MarkInvalid(p.view.frame.Words(), map[string]*widgets.Field{"day": p.field}, err)
	if ok && day != 0 {
		// A plan may be being made of the files as they were: they are not changed but replaced.
		p.planned.files = slices.Clone(p.planned.files)
		for i := range p.planned.files {
			if f := &p.planned.files[i]; f.Day != day {
				f.Day, f.Undated = day, false
			}
		}
	}
	return ok
}
