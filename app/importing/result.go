package importing

import (
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
)

// result is what the page shows once files are taken in: what was done, whom to look at next, and the
// question about those who may be one.
type result struct {
	planned *planned // to go back to when the import is undone
	did     string
	first   bool     // nobody has a rhythm yet
	moved   int      // how many more changes the import brought to look at
	all     []double // whom the import found that may be one
	doubles []double // those of all that are two people still
	two     []double // those the user has said are two people
}

// showResult shows the stage of the result.
func (v *view) showResult(got ended, p *planned) {
	v.fillResult(&result{planned: p, did: v.sayer().did(got.plan), first: got.first, moved: got.moved, all: got.doubles, doubles: got.doubles})
}

// fillResult shows a result as it stands.
func (v *view) fillResult(r *result) {
	w := v.frame.Words()
	people := widgets.NewPrimary(w.T("importing.see_people"), func() { v.frame.Open(page.People()) })
	primary := people
	steps := []fyne.CanvasObject{
		next(w.T("importing.see_people_why"), people),
		next(w.T("importing.other_files_why"), widgets.NewButton(w.T("importing.other_files"), v.choose)),
	}
	if r.first {
		people.Kind = widgets.Outlined
		primary = widgets.NewPrimary(w.T("action.keep_up"), func() { v.frame.Open(page.Welcome()) })
		steps = append([]fyne.CanvasObject{next(w.T("importing.keep_up_why"), primary)}, steps...)
	}
	if r.moved > 0 {
		changes := widgets.NewPrimary(w.T("importing.see_changes"), func() { v.frame.Open(page.Moves()) })
		primary.Kind = widgets.Outlined
		primary = changes
		steps = append([]fyne.CanvasObject{next(w.N("importing.moved", r.moved), changes)}, steps...)
	}
	sections := []fyne.CanvasObject{
		widgets.NewHeader(w.T("importing.done"), r.did),
		widgets.NewSection(w.T("importing.next"), widgets.NewRows(steps...)),
	}
	if open := r.open(); len(open) > 0 {
		sections = append(sections, v.askDoubles(r, open))
	}
	sections = append(sections, v.aboutFiles(r.planned)...)
	v.enter(widgets.Page(sections...), primary, nil)
	v.result = r
}

// next is a line that says what can be done next, and why.
func next(why string, button *widgets.Button) fyne.CanvasObject {
	return widgets.Sides(look.Gap, nil, widgets.NewText(why, look.Body), button)
}

// open returns the pairs that are still to be asked about.
func (r *result) open() []double {
	return slices.DeleteFunc(slices.Clone(r.doubles), func(d double) bool { return slices.Contains(r.two, d) })
}

// askDoubles asks of each pair whether it is one person.
func (v *view) askDoubles(r *result, open []double) fyne.CanvasObject {
	w := v.frame.Words()
	var rows []fyne.CanvasObject
	for _, d := range open[:min(len(open), shownAtOnce)] {
		two := widgets.NewButton(w.T("importing.two_people"), func() {
			r.two = append(r.two, d)
			v.fillResult(r)
		})
		same := widgets.NewButton(w.T("importing.same_person"), func() { v.join(d) })
		if !d.told() {
			same = widgets.NewButton(w.T("importing.see_both"), func() { v.frame.Open(page.Search(d.a.name)) })
		}
		pair := widgets.Column(look.SmallGap, v.line(d.a), v.line(d.b))
		rows = append(rows, widgets.Sides(look.Gap, nil, pair, widgets.Row(look.SmallGap, two, same)))
	}
	if n := len(open) - shownAtOnce; n > 0 {
		rows = append(rows, widgets.NewText(w.N("command.more", n), look.Second))
	}
	return widgets.NewSection(w.T("importing.doubles"), widgets.NewRows(rows...))
}

func (v *view) line(k known) fyne.CanvasObject {
	return parts.NewPersonLine(parts.PersonRowData{
		ID: k.id, Name: parts.Called(k.name, v.frame.NamesHidden()), Initials: parts.Initials(parts.Called(k.name, v.frame.NamesHidden())), Second: k.second,
	}, nil)
}

// aboutFiles returns what there was to say of the files besides the people in them.
func (v *view) aboutFiles(p *planned) []fyne.CanvasObject {
	var notes []fyne.CanvasObject
	told := &preview{view: v, planned: p}
	for _, o := range []fyne.CanvasObject{told.problems(), told.leftOut()} {
		if o != nil {
			notes = append(notes, o)
		}
	}
	return notes
}

// said tells what was done to two people who are one.
func (v *view) said(name string) string {
	return v.frame.Words().T("people.merged", words.Args{"Name": parts.Called(name, v.frame.NamesHidden())})
}
