package organisations

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/store"
)

// form is a dialog on one field that is written in one operation. It stays open until that has
// succeeded, and shows at the field what is refused.
type form struct {
	v      *view
	field  *widgets.Field
	dialog *widgets.Dialog
	saving bool
}

// ask opens the form and returns it; help stands above the field, extra buttons beside its own.
func (v *view) ask(title, help, confirm string, field *widgets.Field, save func(*form) bool, extra ...*widgets.Button) *form {
	v.pane.noteFocus()
	f := &form{v: v, field: field}
	body := widgets.Column(look.FormGap, widgets.NewText(help, look.Body.In(look.ColorNameDimmed)), field)
	f.dialog = widgets.NewDialog(v.frame.Window(), title, body).Confirm(confirm, func() bool { return save(f) }).Cancel(v.words.T("form.cancel"))
	for _, b := range extra {
		f.dialog.Extra(b)
	}
	f.dialog.Show()
	return f
}

// refuse marks the field.
func (f *form) refuse(reason data.Reason) bool {
	return parts.MarkInvalid(f.v.words, map[string]*widgets.Field{"organisation": f.field}, &data.Invalid{Field: "organisation", Reason: reason})
}

// save writes a change. It returns false: the dialog closes once the change is written.
func (f *form) save(operation, said string, change func(*store.Tx) error) bool {
	if f.saving {
		return false
	}
	f.saving = true
	f.v.frame.Tasks().Go(func(ctx context.Context) error { return f.v.store.Write(ctx, operation, change) }, func(err error) {
		f.saving = false
		var invalid *data.Invalid
		switch {
		case errors.As(err, &invalid):
			f.refuse(invalid.Reason)
		case err != nil:
			f.v.frame.Fail(err)
		default:
			f.dialog.Close()
			f.v.frame.Toast(said, true)
		}
	})
	return false
}

// merge asks which other organisation is the same.
func (p *pane) merge() {
	v, w, o, today := p.v, p.v.words, p.shown, p.v.frame.Today()
	picker := newPicker(v, o.ID)
	v.ask(w.T("organisations.merge_title", words.Args{"Organisation": o.Name}), w.T("organisations.merge_help", words.Args{"Organisation": o.Name}), w.T("organisations.merge_confirm"),
		widgets.NewRequiredField(w.T("organisations.merge_which"), "", picker), func(f *form) bool {
			other := picker.chosen
			if other == nil {
				return f.refuse(data.Missing)
			}
			args := words.Args{"Organisation": o.Name, "Other": other.Name}
			return f.save(w.T("operation.merge_organisations", args), w.T("organisations.merged", args), func(tx *store.Tx) error {
				return intake.MergeOrganisations(tx, v.keeper, o.ID, other.ID, today)
			})
		})
}

// divide asks which names stand for an organisation of their own.
func (p *pane) divide() {
	v, w, o, today := p.v, p.v.words, p.shown, p.v.frame.Today()
	if len(o.Aliases) == 0 {
		v.frame.Toast(w.T("organisations.split_single", words.Args{"Organisation": o.Name}), false)
		return
	}
	all := append([]string{o.Name}, o.Aliases...)
	chips := make([]*widgets.PressChip, len(all))
	objects := make([]fyne.CanvasObject, len(all))
	for i, written := range all {
		chips[i] = widgets.NewToggleChip(written, false, func(bool) {})
		objects[i] = chips[i]
	}
	v.ask(w.T("operation.split_organisation", words.Args{"Organisation": o.Name}), w.T("organisations.split_help"), w.T("organisations.split_confirm"),
		widgets.NewField(w.T("organisations.split_names"), "", widgets.Flow(6, objects...)), func(f *form) bool {
			var leave []string
			for i, c := range chips {
				if c.On() {
					leave = append(leave, all[i])
				}
			}
			if len(leave) == 0 || len(leave) == len(all) {
				return f.refuse(data.Missing)
			}
			args := words.Args{"Organisation": o.Name, "Name": w.List(leave)}
			return f.save(w.T("operation.split_organisation", args), w.T("organisations.parted", args), func(tx *store.Tx) error {
				_, err := intake.SplitOrganisation(tx, v.keeper, o.ID, leave, today)
				return err
			})
		})
}
