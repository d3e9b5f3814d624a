package people

import (
	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// discretion returns the chips that say that somebody is a confidant, or private. A confidant is not
// told from others while names are hidden.
func (p *pane) discretion() []parts.ChipData {
	w, person := p.v.words, &p.shown.person
	var chips []parts.ChipData
	if person.Confidant && !p.v.frame.NamesHidden() {
		chips = append(chips, parts.ChipData{Text: w.T("people.confidant"), Tone: look.Claret})
	}
	if person.Private {
		chips = append(chips, parts.ChipData{Text: w.T("people.private"), Tone: look.Plain})
	}
	return chips
}

// confide makes the person shown a confidant, or no longer one. Whoever was one stays private until that
// is changed by hand.
func (p *pane) confide() {
	w, g := p.v.words, p.group()
	on := !p.shown.person.Confidant
	said := w.T("people.confided", words.Args{"Name": g.name})
	if !on {
		said = w.T("people.unconfided", words.Args{"Name": g.name})
	}
	p.v.change(g.operation(w), said, func(tx *store.Tx) error {
		return g.each(tx, func(id data.ID) error {
			person, err := tx.Person(id)
			if err != nil {
				return err
			}
			person.Confidant = on
			return tx.SavePerson(&person)
		})
	})
}

// confideLabel says what confide does.
func (p *pane) confideLabel() string {
	if p.shown != nil && p.shown.person.Confidant {
		return p.v.words.T("people.no_confidant")
	}
	return p.v.words.T("people.make_confidant")
}
