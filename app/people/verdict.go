package people

import (
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// risen reports whether the person was a peer once and is in management now.
func (d *dossier) risen() bool {
	now := data.Present(d.roles)
	return d.formerPeer && now != nil && now.Standing.Track == data.Management
}

// verdict returns what the user says of a tie that careers show, when it holds.
func (d *dossier) verdict(t data.Tie) data.TieVerdict {
	v := data.TieVerdict{Person: d.person.ID, Kind: t.Kind, Holds: true}
	if mine, theirs := d.role(t.Mine), d.role(t.Theirs); mine != nil && theirs != nil && mine.Organisation == theirs.Organisation {
		v.Organisation = mine.Organisation
	}
	return v
}

// derivedTie shows a tie that careers show, to be confirmed or denied, and then to be left to the careers
// again.
func (p *pane) derivedTie(t data.Tie, runs []widgets.Run) fyne.CanvasObject {
	w := p.v.words
	v := p.shown.verdict(t)
	content := widgets.NewRuns(look.Body, runs...)
	if t.Confirmed {
		return newLine(p.v, content, action{w.T("people.take_back"), func() { p.unsayTie(v) }})
	}
	tie := words.Args{"Tie": w.Tie(t.Kind, t.Current)}
	denied, none := v, words.Args{"Tie": w.Tie(t.Kind, true)}
	denied.Holds = false
	said := w.T("people.tie_denied", none)
	if p.shown.peersBy(t) {
		none["Other"] = w.Tie(data.Peer, true)
		said = w.T("people.tie_denied_both", none)
	}
	return newLine(p.v, content,
		action{w.T("people.tie_right"), func() { p.sayTie(v, w.T("people.tie_confirmed", tie)) }},
		action{w.T("people.tie_not_so"), func() { p.sayTie(denied, said) }})
}

// peersBy reports whether a tie is one of coworkers who are peers by it: without it they are none.
func (d *dossier) peersBy(t data.Tie) bool {
	here := d.verdict(t).Organisation
	return t.Kind == data.Coworker && here != 0 && slices.ContainsFunc(d.ties, func(o data.Tie) bool {
		return o.Derived && o.Kind == data.Peer && d.verdict(o).Organisation == here
	})
}

// deniedTie says that the user said a tie is none.
func (p *pane) deniedTie(n denial) fyne.CanvasObject {
	w := p.v.words
	args := words.Args{"Tie": w.Tie(n.Kind, true), "Organisation": n.organisation}
	said := w.T("people.denied", args)
	if n.organisation != "" {
		said = w.T("people.denied_at", args)
	}
	return widgets.Sides(look.Gap, nil, widgets.NewText(said, look.Second), widgets.NewQuiet(w.T("people.take_back"), func() { p.unsayTie(n.TieVerdict) }))
}

func (p *pane) sayTie(v data.TieVerdict, said string) {
	today := p.v.frame.Today()
	p.v.change(p.group().operation(p.v.words), said, func(tx *store.Tx) error { return p.v.keeper.SayTie(tx, v, today) })
}

func (p *pane) unsayTie(v data.TieVerdict) {
	today := p.v.frame.Today()
	p.v.change(p.group().operation(p.v.words), p.v.words.T("people.tie_taken_back"), func(tx *store.Tx) error { return p.v.keeper.UnsayTie(tx, v, today) })
}
