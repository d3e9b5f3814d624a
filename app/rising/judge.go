package rising

import (
	"peerage/app/parts"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// called are the words for whose move it is.
func (v *view) called(c change) words.Args {
	return words.Args{"Name": parts.Called(c.moved.Name, v.frame.NamesHidden())}
}

// confirm says that a move is as it was read.
func (v *view) confirm(c change) {
	w, today := v.words, v.frame.Today()
	v.write(w.T("operation.confirm", v.called(c)), w.T("toast.confirmed", v.called(c)), func(tx *store.Tx) error {
		return v.keeper.Judge(tx, data.MoveConfirmed, today, c.moved.Move)
	})
}

// notSo says that there was no such move.
func (v *view) notSo(c change) {
	w, today := v.words, v.frame.Today()
	v.write(w.T("operation.not_so", v.called(c)), w.T("toast.not_so", v.called(c)), func(tx *store.Tx) error {
		return v.keeper.Judge(tx, data.MoveDismissed, today, c.moved.Move)
	})
}

// congratulate opens the dialog for a few words.
func (v *view) congratulate(c change) { parts.Congratulate(v.frame, v.store, v.keeper, c.moved) }

// confirmRest confirms all moves of the list that are no more than a new title or employer, in one write.
func (v *view) confirmRest() {
	var rest []data.Move
	for _, c := range v.inbox.rows {
		if c.moved.Plain() {
			rest = append(rest, c.moved.Move)
		}
	}
	if len(rest) == 0 {
		return
	}
	w, today := v.words, v.frame.Today()
	v.write(w.N("operation.confirm_rest", len(rest)), w.N("toast.confirmed_rest", len(rest)), func(tx *store.Tx) error {
		return v.keeper.Judge(tx, data.MoveConfirmed, today, rest...)
	})
}
