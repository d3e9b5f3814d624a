package opportunities

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
)

// insight is what stands below the picture of the flow: who opened doors, what it says of ties, and what was
// passed on.
type insight struct {
	f      *flow
	whole  bool // everybody who opened doors is listed, and everything that was passed on
	inner  []fyne.Focusable
	left   *fyne.Container
	right  *fyne.Container
	object fyne.CanvasObject
}

// paneWidth is how wide a pane is at least; narrower they stand below each other.
const paneWidth float32 = 340

// paneRows is how many rows a pane shows before the rest is asked for.
const paneRows = 5

func newInsight(f *flow) *insight {
	i := &insight{f: f, left: widgets.Column(look.SmallGap), right: widgets.Column(look.Gap)}
	i.object = widgets.Columns(paneWidth, look.Gap, i.left, i.right)
	return i
}

// show shows what was loaded.
func (i *insight) show(d *drawn) {
	held := i.holds(i.f.v.frame.Window().Canvas().Focused())
	i.inner = nil
	i.left.Objects, i.right.Objects = nil, nil
	i.openers(d)
	i.says(d)
	i.passedOn(d)
	i.left.Refresh()
	i.right.Refresh()
	if held {
		i.f.v.frame.Window().Canvas().Focus(i.f.picture)
	}
}

// holds reports whether the focus is on something here.
func (i *insight) holds(focused fyne.Focusable) bool {
	for _, f := range i.inner {
		if f == focused {
			return true
		}
	}
	return false
}

// openers lists who opened doors, each with what there is to thank for.
func (i *insight) openers(d *drawn) {
	if len(d.openers) == 0 {
		return
	}
	w := i.f.v.words
	var rows []*widgets.PressRow
	for _, o := range d.openers[:i.shown(len(d.openers))] {
		var right []fyne.CanvasObject
		var inner []fyne.Focusable
		if len(o.Unthanked) > 0 {
			b := widgets.NewQuiet(w.T("doors.thank"), func() { i.f.thank(&o.Opener) })
			right, inner = append(right, b), append(inner, b)
		}
		var open func()
		if o.Person != 0 {
			open = func() { i.f.v.frame.Open(page.Person(o.Person)) }
		}
		row := widgets.NewPressRow(parts.NewPersonLine(o.person, nil, right...), open, inner...)
		row.Label = o.person.Name + ", " + o.person.Second
		i.inner = append(append(i.inner, row), inner...)
		rows = append(rows, row)
	}
	i.left.Add(widgets.NewSection(w.T("doors.openers"), widgets.NewPressRows(rows)))
	i.more(i.left, len(d.openers))
}

// shown is how many of some rows are shown.
func (i *insight) shown(rows int) int {
	if i.whole {
		return rows
	}
	return min(rows, paneRows)
}

// more leads to the rest of a list.
func (i *insight) more(pane *fyne.Container, rows int) {
	if i.shown(rows) == rows {
		return
	}
	b := widgets.NewQuiet(i.f.v.words.N("doors.show_more", rows-paneRows), func() {
		i.whole = true
		i.f.put(i.f.drawn)
	})
	i.inner = append(i.inner, b)
	pane.Add(widgets.Flush(b))
}

// says says what follows from the account, and leads to those whom nothing keeps in touch with me.
func (i *insight) says(d *drawn) {
	if d.weak == "" {
		return
	}
	w := i.f.v.words
	column := widgets.Column(6, widgets.NewText(d.weak, look.Body))
	if without := d.account.NoRhythm; len(without) > 0 {
		b := widgets.NewQuiet(w.T("doors.choose_one"), nil)
		b.OnPressed(func() { i.chooseOne(b, without) })
		i.inner = append(i.inner, b)
		column.Add(widgets.Flush(b))
	}
	i.right.Add(widgets.NewSection(w.T("doors.says"), widgets.NewCard(column)))
}

// mostOffered is how many people a menu offers.
const mostOffered = 9

// chooseOne offers those who have no rhythm; a person's page is where it is set.
func (i *insight) chooseOne(below *widgets.Button, without []data.Someone) {
	v := i.f.v
	if len(without) == 1 {
		v.frame.Open(page.Person(without[0].Person))
		return
	}
	var items []*fyne.MenuItem
	for _, s := range without[:min(len(without), mostOffered)] {
		items = append(items, fyne.NewMenuItem(v.loading().called(s.Name), func() { v.frame.Open(page.Person(s.Person)) }))
	}
	parts.OpenMenu(v.frame.Window(), below, items...)
}

// passedOn lists what was passed on to others, and what came of it.
func (i *insight) passedOn(d *drawn) {
	if len(d.passed) == 0 {
		return
	}
	var rows []*widgets.PressRow
	for _, p := range d.passed[:i.shown(len(d.passed))] {
		row := widgets.NewPressRow(widgets.NewText(p.said, look.Second.In(look.ColorNameInk)), func() { i.f.v.visit(p.id) })
		row.Label = p.said
		i.inner = append(i.inner, row)
		rows = append(rows, row)
	}
	pane := widgets.Column(look.SmallGap, widgets.NewSection(i.f.v.words.T("doors.passed_on_to"), widgets.NewPressRows(rows)))
	i.more(pane, len(d.passed))
	i.right.Add(pane)
}
