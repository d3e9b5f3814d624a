package people

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// promises lists the open promises of both sides, those that are due first, and on request those that
// were kept or let go; nil when there are none.
func (p *pane) promises() fyne.CanvasObject {
	w := p.v.words
	var rows []fyne.CanvasObject
	settled := 0
	for _, promise := range p.shown.promises {
		if promise.State != data.PromiseOpen {
			if settled++; !p.opened.settled {
				continue
			}
		}
		rows = append(rows, p.promiseRow(promise))
	}
	if len(p.shown.promises) == 0 {
		return nil
	}
	more := []fyne.CanvasObject{widgets.NewQuiet(w.T("promises.add"), p.addPromise)}
	if settled > 0 && !p.opened.settled {
		more = append(more, widgets.NewQuiet(w.T("promises.show_settled"), func() {
			p.opened.settled = true
			p.build(p.shown)
		}))
	}
	return widgets.NewRows(append(rows, widgets.Flush(more...))...)
}

// promiseRow shows a promise, to be settled and edited; that it was kept is one press away.
func (p *pane) promiseRow(promise data.Promise) fyne.CanvasObject {
	w, today := p.v.words, p.v.frame.Today()
	who := w.T("promises.you_did")
	if promise.By == data.Theirs {
		who = w.T("promises.they_did", words.Args{"Name": p.short(&p.shown.person)})
	}
	style := look.Second
	if promise.State == data.PromiseOpen && promise.Due != 0 && promise.Due <= today {
		style = style.In(look.ColorNameClaret)
	}
	content := widgets.Column(0, widgets.NewText(p.veil(promise.What), look.Body),
		widgets.NewText(w.T("promises.line", words.Args{"Who": who, "When": w.PromiseWhen(&promise, today)}), style))
	settle := func(id string, state data.PromiseState) action {
		return action{w.T(id), func() { p.promising().Settle(promise, state) }}
	}
	edit := []action{{w.T("people.edit"), func() { p.promising().Edit(promise) }}, {w.T("people.remove"), func() { p.promising().Remove(promise) }}}
	if promise.State != data.PromiseOpen {
		return newLine(p.v, content, append([]action{settle("promises.reopen", data.PromiseOpen)}, edit...)...)
	}
	kept := settle("promises.kept", data.PromiseKept)
	line := newLine(p.v, content, append([]action{kept, settle("promises.let_go", data.PromiseLetGo)}, edit...)...)
	return withButton(line, widgets.NewQuiet(kept.text, func() {
		p.noteFocus()
		kept.do()
	}))
}
