package opportunities

import (
	"slices"

	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// current returns the opportunity that keys act on: the one that is shown alone, else the one that is
// chosen among all; nil when there is none.
func (v *view) current() *entry {
	if v.detail.id != 0 {
		return v.content.find(v.detail.id)
	}
	if v.content == nil || len(v.content.entries) == 0 {
		return nil
	}
	return v.content.find(v.manner().chosen())
}

// on returns what does something with the opportunity that keys act on.
func (v *view) on(do func(*entry)) func() {
	return func() {
		if e := v.current(); e != nil {
			do(e)
		}
	}
}

// bring brings an opportunity to a stage today.
func (v *view) bring(e *entry, to data.Stage) {
	if e.Stage() == to {
		return
	}
	w, today, id := v.words, v.frame.Today(), e.ID
	args := words.Args{"Title": e.title, "Stage": w.Stage(to)}
	v.write(w.T("operation.stage", args), w.T("toast.stage", args), func(tx *store.Tx) error {
		o, err := tx.Opportunity(id)
		if err != nil {
			return err
		}
		if err := step(&o, to, today); err != nil {
			return err
		}
		return tx.SaveOpportunity(&o)
	})
}

// step brings an opportunity to a stage today. What was stepped today and is stepped back today was a slip,
// of which nothing remains.
func step(o *data.Opportunity, to data.Stage, today data.Day) error {
	if n := len(o.Steps); n > 1 && o.Steps[n-1].Day == today && o.Steps[n-2].Stage == to {
		o.Steps = slices.Clone(o.Steps[:n-1])
		return nil
	}
	return o.MoveTo(to, today)
}

// openStages are the stages before an outcome, in their order.
var openStages = data.Stages[:slices.Index(data.Stages, data.Won)]

// forward brings an opportunity to the next stage. After the last an outcome has to be named.
func (v *view) forward(e *entry) {
	at := slices.Index(openStages, e.Stage())
	switch {
	case at < 0:
	case at == len(openStages)-1:
		v.frame.Toast(v.words.T("opportunities.name_outcome", words.Args{"Won": string(wonKey), "Lost": string(lostKey), "Passed": string(passedKey)}), false)
	default:
		v.bring(e, openStages[at+1])
	}
}

// backward brings an opportunity to the stage before; one that is closed, to the last before its outcome.
func (v *view) backward(e *entry) {
	if at := slices.Index(openStages, e.Stage()); at > 0 {
		v.bring(e, openStages[at-1])
		return
	} else if at == 0 {
		return
	}
	for _, s := range slices.Backward(e.Steps) {
		if !s.Stage.Closed() {
			v.bring(e, s.Stage)
			return
		}
	}
	v.bring(e, data.Heard)
}

// thank notes that somebody in a chain was thanked today.
func (v *view) thank(l data.Link) {
	w, today := v.words, v.frame.Today()
	args := words.Args{"Name": parts.Called(names.Clean(l.Name), v.frame.NamesHidden())}
	v.write(w.T("operation.thank", args), w.T("toast.thanked", args), func(tx *store.Tx) error { return tx.Thank(l.ID, today) })
}

// thankOf notes thanks to the one who is not thanked yet; of several the opportunity is shown, to choose.
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

// remove removes an opportunity at once; undo brings it back.
func (v *view) remove(e *entry) {
	w, id := v.words, e.ID
	args := words.Args{"Title": e.title}
	if v.detail.id == id {
		v.leave()
	}
	v.write(w.T("operation.delete_opportunity", args), w.T("toast.opportunity_deleted", args), func(tx *store.Tx) error { return tx.DeleteOpportunity(id) })
}
