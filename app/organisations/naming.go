package organisations

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/careers"
	"peerage/data/intake"
	"peerage/data/names"
	"peerage/data/store"
)

// naming asks for a name of an organisation. A name that stands for another one is not taken in silence:
// the form says which that is, and its button then merges the two.
type naming struct {
	*form
	of     *briefing.Organisation
	name   *widgets.Entry
	button string             // what the button says while the name is free
	apart  *widgets.Button    // takes the name all the same
	other  *data.Organisation // which the name stands for, nil as long as none is known
	saved  string             // which message says that the name was taken
	does   string             // which message names the operation
	take   func(tx *store.Tx, name string) error
	// owns is whether a name of another organisation can be taken from it.
	owns bool
	// renames is whether the two are called by the name once they are one.
	renames bool
}

// rename asks what the organisation is to be called.
func (p *pane) rename() {
	w, o, rules := p.v.words, p.shown, p.v.keeper.Rules
	n := &naming{of: o, does: "operation.rename_organisation", saved: "organisations.renamed", renames: true,
		take: func(tx *store.Tx, name string) error { return careers.RenameOrganisation(tx, rules, o.ID, name) }}
	n.open(p.v, w.T("organisations.rename_help"), w.T("organisations.name"), o.Name)
	n.name.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// alias asks for another name of the organisation.
func (p *pane) alias() {
	v, w, o, today := p.v, p.v.words, p.shown, p.v.frame.Today()
	n := &naming{of: o, does: "operation.add_alias", saved: "organisations.aliased", owns: true,
		take: func(tx *store.Tx, name string) error { return intake.AddAlias(tx, v.keeper, o.ID, name, today) }}
	n.open(v, w.T("organisations.alias_help"), w.T("organisations.other_name"), "")
}

// open opens the form, with a text in its field.
func (n *naming) open(v *view, help, label, text string) {
	w := v.words
	n.button = w.T("form.save")
	n.name = widgets.NewEntry("")
	n.name.SetText(text)
	n.apart = widgets.NewButton(w.T("organisations.keep_apart"), func() { n.keep() })
	n.apart.Hide()
	n.form = v.ask(w.T(n.does, words.Args{"Organisation": n.of.Name}), help, n.button, widgets.NewRequiredField(label, "", n.name),
		func(*form) bool { return n.confirm() }, n.apart)
	n.name.OnChanged = func(string) { n.offer(nil) }
}

// confirm takes the name if it is free, and else asks whether the two organisations are one; asked before,
// it merges them.
func (n *naming) confirm() bool {
	if n.other != nil {
		return n.merge()
	}
	v, name := n.v, names.Clean(n.name.Text)
	if name == "" {
		return n.refuse(data.Missing)
	}
	var other data.Organisation
	v.frame.Tasks().Go(func(ctx context.Context) error {
		return v.store.Read(ctx, func(tx *store.Tx) error {
			id, err := careers.Bearer(tx, v.keeper.Rules, name)
			if err != nil || id == 0 || id == n.of.ID {
				return err
			}
			other, err = tx.Organisation(id)
			return err
		})
	}, func(err error) {
		switch {
		case err != nil:
			v.frame.Fail(err)
		case other.ID != 0:
			n.offer(&other)
		default:
			n.keep()
		}
	})
	return false
}

// offer offers to merge the two organisations, or takes the offer back when there is no other any more.
func (n *naming) offer(other *data.Organisation) {
	w := n.v.words
	n.other = other
	if other == nil {
		n.field.SetError("")
		n.apart.Hide()
		n.dialog.SetConfirm(n.button)
		return
	}
	name := names.Clean(n.name.Text)
	n.field.SetError(w.T("organisations.stands_for", words.Args{"Organisation": other.Name}))
	n.apart.Hidden = !n.owns && (name == other.Name || slices.Contains(other.Aliases, name))
	n.dialog.SetConfirm(w.T("organisations.merge_confirm"))
}

// keep takes the name, and leaves it to the organisation that it stands for to be another.
func (n *naming) keep() bool {
	w, name := n.v.words, n.name.Text
	args := words.Args{"Organisation": n.of.Name, "Name": names.Clean(name)}
	return n.save(w.T(n.does, args), w.T(n.saved, args), func(tx *store.Tx) error { return n.take(tx, name) })
}

// merge makes the two organisations one.
func (n *naming) merge() bool {
	v, w, name, other, today := n.v, n.v.words, n.name.Text, n.other.ID, n.v.frame.Today()
	args := words.Args{"Organisation": n.of.Name, "Other": n.other.Name}
	return n.save(w.T("operation.merge_organisations", args), w.T("organisations.merged", args), func(tx *store.Tx) error {
		if err := intake.MergeOrganisations(tx, v.keeper, n.of.ID, other, today); err != nil || !n.renames {
			return err
		}
		return n.take(tx, name)
	})
}
