package people

import (
	"context"
	"slices"

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

// delete removes the person at once; undo brings them back.
func (p *pane) delete() {
	g, w := p.group(), p.v.words
	name := words.Args{"Name": g.name}
	p.v.change(w.T("operation.delete", name), w.T("people.deleted", name), func(tx *store.Tx) error {
		return g.each(tx, tx.DeletePerson)
	})
}
