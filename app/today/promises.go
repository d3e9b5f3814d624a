package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
)

// promises puts into the content what was promised, at most so many.
func (l *loading) promises(c *content, all []briefing.Promised) {
	for _, p := range all[:min(len(all), promisesShown)] {
		r := row{section: promised, person: l.person(p.Person, p.Name, nil), promise: p.Promise}
		shown := p.Promise
		shown.What = l.veil.Over(shown.What)
		r.head = l.words.PromiseTitle(&shown, r.person.Name)
		r.why = []widgets.Run{{Text: l.words.PromiseSaid(&p.Promise, l.today)}}
		c.promises = append(c.promises, r)
	}
	if more := len(all) - len(c.promises); more > 0 {
		c.further = words.Capital(l.words.N("today.more_promises", more))
	}
}

// newPromise returns the line of a promise: of mine it says that it was kept, of theirs that it is done.
func (v *view) newPromise(r row) *line {
	w := v.frame.Words()
	said := w.T("today.kept")
	if r.promise.By == data.Theirs {
		said = w.T("today.done")
	}
	kept := widgets.NewButton(said, func() { v.settle(r, data.PromiseKept) })
	return v.newLine(r, widgets.Sides(look.SmallGap, nil, titled(r), kept), kept)
}

// titled returns what a row says in place of a name, and why, both on as many lines as they need.
func titled(r row) fyne.CanvasObject {
	lines := widgets.Column(0, widgets.NewText(r.head, look.Name))
	if len(r.why) > 0 {
		lines.Add(widgets.NewRuns(look.Second, r.why...))
	}
	return lines
}

func (v *view) ofPromises(r row) parts.Promises {
	return parts.Promises{Frame: v.frame, Store: v.store, Person: r.person}
}

// settle says that a promise was kept or let go.
func (v *view) settle(r row, state data.PromiseState) { v.ofPromises(r).Settle(r.promise, state) }

// postpone opens the menu of what can be done with a promise that cannot be kept on its day.
func (v *view) postpone(l *line) {
	v.popUp(l.PressRow, fyne.NewMenu("", v.ofPromises(l.row).LaterItems(l.row.promise)...))
}

// popUp shows a menu below something, with the focus on it.
func (v *view) popUp(below fyne.CanvasObject, menu *fyne.Menu) {
	shown := widget.NewPopUpMenu(menu, v.frame.Window().Canvas())
	shown.ShowAtRelativePosition(fyne.NewPos(0, below.Size().Height+2), below)
	v.frame.Window().Canvas().Focus(shown)
}
