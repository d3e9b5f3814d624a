package people

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/store"
)

// merge asks who else is the same person, and makes the two one.
func (p *pane) merge() {
	v, w, g := p.v, p.v.words, p.group()
	keep := g.people[0]
	find := parts.Finder(v.store, w, v.frame.NamesHidden())
	others := func(ctx context.Context, query string) ([]parts.PersonRowData, error) {
		found, err := find(ctx, query)
		return slices.DeleteFunc(found, func(d parts.PersonRowData) bool { return d.ID == keep }), err
	}
	picker := parts.NewOnePersonPicker(v.frame.Tasks(), w.T("log.with_whom"), others, v.frame.Fail)
	f := newForm(v, map[string]*widgets.Field{"people": widgets.NewRequiredField(w.T("people.merge_with"), "", picker)})
	body := widgets.Column(look.FormGap, widgets.NewText(w.T("people.merge_help", words.Args{"Name": g.name}), look.Body), f.fields["people"])
	save := func() bool {
		drop := picker.Chosen()
		var err error
		if len(drop) == 0 {
			err = &data.Invalid{Field: "people", Reason: data.Missing}
		}
		today := v.frame.Today()
		name := words.Args{"Name": g.name}
		return f.save(err, w.T("operation.merge", name), w.T("people.merged", name), func(tx *store.Tx) error {
			return intake.Join(tx, v.keeper, keep, drop[0], today)
		})
	}
	f.dialog = widgets.NewDialog(v.frame.Window(), w.T("people.merge"), body).Confirm(w.T("people.merge_confirm"), save).Cancel(w.T("form.cancel"))
	f.dialog.Show()
}

// mergedWith says with whom the person was made one, and offers to take them apart.
func (p *pane) mergedWith(m store.Merge) fyne.CanvasObject {
	w, today := p.v.words, p.v.frame.Today()
	said := w.T("people.merged_with", words.Args{"Other": p.v.called(m.Other), "Day": w.Day(data.DayOf(m.At), today)})
	apart := widgets.NewQuiet(w.T("people.take_apart"), func() { p.takeApart(m) })
	return widgets.Sides(look.SmallGap, nil, widgets.NewText(said, look.Second), apart)
}

// takeApart makes two people of the person shown again. While names are hidden, what stands in the way
// is not named: operations bear names of people.
func (p *pane) takeApart(m store.Merge) {
	v, w, today, hidden := p.v, p.v.words, p.v.frame.Today(), p.v.frame.NamesHidden()
	p.noteFocus()
	names := words.Args{"Name": p.name(), "Other": v.called(m.Other)}
	v.change(w.T("operation.take_apart", names), w.T("people.taken_apart", names), func(tx *store.Tx) error {
		err := intake.TakeApart(tx, v.keeper, m, today)
		var blocked *data.Blocked
		if hidden && errors.As(err, &blocked) {
			return &data.Blocked{More: len(blocked.By) + blocked.More}
		}
		return err
	})
}

// delete removes the person at once; undo brings them back.
func (p *pane) delete() {
	g, w := p.group(), p.v.words
	name := words.Args{"Name": g.name}
	p.v.change(w.T("operation.delete", name), w.T("people.deleted", name), func(tx *store.Tx) error {
		return g.each(tx, tx.DeletePerson)
	})
}
