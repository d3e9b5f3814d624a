package opportunities

import (
	"slices"

	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// thank asks for a few words to somebody in a chain.
func (v *view) thank(l data.Link) { v.thankFor(l.Someone, []data.ID{l.ID}) }

// thankOf thanks the one who is not thanked yet; of several the opportunity is shown, to choose.
func (v *view) thankOf(e *entry) {
	switch open := unthanked(&e.Opportunity); {
	case len(open) == 1:
		v.thank(open[0])
	case len(open) > 1 && v.detail.id == 0:
		v.visit(e.ID)
	case len(open) > 1:
		v.thank(open[0])
	}
}

// thankFor asks for a few words of thanks for all that somebody brought, of which the latest is named. The second
// way out only notes that they are thanked.
func (v *view) thankFor(whom data.Someone, links []data.ID) {
	e := v.owing(links)
	if e == nil {
		return
	}
	w, today := v.words, v.frame.Today()
	noted := func(tx *store.Tx) error {
		for _, id := range links {
			if err := tx.Thank(id, today); err != nil {
				return err
			}
		}
		return nil
	}
	args := words.Args{"Name": parts.Called(names.Clean(whom.Name), v.frame.NamesHidden())}
	parts.SendNudge(v.frame, v.store, gratitude(e, whom), noted, &parts.Instead{Text: w.T("opportunities.note_thanks"), Do: func() {
		v.write(w.T("operation.thank", args), w.T("toast.thanked", args), noted)
	}})
}

// owing returns the opportunity heard of last that one of the links belongs to, nil when there is none any more.
func (v *view) owing(links []data.ID) *entry {
	for i := range v.content.entries {
		e := &v.content.entries[i]
		if slices.ContainsFunc(e.Chain, func(l data.Link) bool { return slices.Contains(links, l.ID) }) {
			return e
		}
	}
	return nil
}

// gratitude is the nudge to thank somebody for an opportunity as it stands.
func gratitude(e *entry, whom data.Someone) data.Suggestion {
	n := data.Suggestion{Kind: data.NudgeThank, Case: data.ThankRunning, Person: whom.Person, Name: names.Clean(whom.Name),
		What: e.title, First: e.HeardOn(), Last: e.ClosedOn()}
	switch stage := e.Stage(); {
	case stage == data.Won:
		n.Case = data.ThankWon
	case stage.Closed():
		n.Case = data.ThankClosed
	}
	return n
}
