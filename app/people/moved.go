package people

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// moveRow shows a move: what they are since, what they were before, and what the user made of it. A new
// one is confirmed or dismissed there; about any other the user may change their mind.
func (p *pane) moveRow(m data.Move, day string) fyne.CanvasObject {
	w, today := p.v.words, p.v.frame.Today()
	now := widgets.Run{Text: w.MoveAlone(&m)}
	if m.Is(data.IntoManagement) && m.Status != data.MoveDismissed {
		now.Color, now.Bold = look.ColorNameBrass, true
	}
	before := w.Before(&m, today)
	if m.Status != data.MoveNew {
		before = w.T("people.move_judged", words.Args{"Before": before, "Status": words.Capital(w.MoveStatus(m.Status))})
	}
	text := widgets.NewRuns(look.Body, now, widgets.Run{Text: " " + before, Color: look.ColorNameDimmed})
	if m.Status == data.MoveNew {
		return dated(day, widgets.Column(0, text, widgets.Flush(
			widgets.NewQuiet(w.T("people.move_confirm"), func() { p.judge(m, data.MoveConfirmed) }),
			widgets.NewQuiet(w.T("people.tie_not_so"), func() { p.judge(m, data.MoveDismissed) }))), nil)
	}
	return newLine(p.v, dated(day, text, nil), action{w.T("people.take_back"), func() { p.judge(m, data.MoveNew) }})
}

// judgements says what was done, for each status that the page gives.
var judgements = map[data.MoveStatus]string{
	data.MoveConfirmed: "people.move_confirmed", data.MoveDismissed: "people.move_dismissed", data.MoveNew: "people.move_new",
}

func (p *pane) judge(m data.Move, status data.MoveStatus) {
	w, today := p.v.words, p.v.frame.Today()
	p.v.change(p.group().operation(w), w.T(judgements[status]), func(tx *store.Tx) error {
		return p.v.keeper.Judge(tx, status, today, m)
	})
}
