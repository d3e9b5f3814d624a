package opportunities

import (
	"slices"

	"peerage/app/words"
	"peerage/data"
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
		if err != nil || o.Stage() == to { // a key was pressed twice, or it was brought there elsewhere
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

// next returns the stage that comes after the one an opportunity is at, "" after the last and for one that
// is closed.
func (e *entry) next() data.Stage {
	at := slices.Index(openStages, e.Stage())
	if at < 0 || at == len(openStages)-1 {
		return ""
	}
	return openStages[at+1]
}

// before returns the stage that comes before the one an opportunity is at, "" before the first; of one that
// is closed it is the last it was at.
func (e *entry) before() data.Stage {
	if at := slices.Index(openStages, e.Stage()); at >= 0 {
		return append([]data.Stage{""}, openStages...)[at]
	}
	for _, s := range slices.Backward(e.Steps) {
		if !s.Stage.Closed() {
			return s.Stage
		}
	}
	return data.Heard
}

// forward brings an opportunity to the next stage. After the last an outcome has to be named.
func (v *view) forward(e *entry) {
	switch next := e.next(); {
	case next != "":
		v.bring(e, next)
	case !e.Stage().Closed():
		v.frame.Toast(v.words.T("opportunities.name_outcome", words.Args{"Won": string(wonKey), "Lost": string(lostKey), "Passed": string(passedKey)}), false)
	}
}

// backward brings an opportunity to the stage before.
func (v *view) backward(e *entry) {
	if before := e.before(); before != "" {
		v.bring(e, before)
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
