package people

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/store"
)

// form is a dialog whose fields are saved in one operation. It stays open, with everything that was
// typed, until the operation has succeeded.
type form struct {
	v      *view
	fields map[string]*widgets.Field // by the name that data.Invalid gives them
	dialog *widgets.Dialog
	saving bool
}

func newForm(v *view, fields map[string]*widgets.Field) *form { return &form{v: v, fields: fields} }

// open shows the form. save is called by its main button and by Enter.
func (f *form) open(title string, body fyne.CanvasObject, save func() bool) {
	f.dialog = parts.NewForm(f.v.frame, title, body, save)
	f.dialog.Show()
}

// save writes the form unless err, the outcome of validating it, refuses a field. It always returns
// false: the dialog closes once the change is written.
func (f *form) save(err error, operation, said string, change func(*store.Tx) error) bool {
	if !parts.MarkInvalid(f.v.words, f.fields, err) || f.saving {
		return false
	}
	f.saving = true
	f.v.frame.Tasks().Go(func(ctx context.Context) error { return f.v.store.Write(ctx, operation, change) }, func(err error) {
		f.saving = false
		var invalid *data.Invalid
		switch {
		case errors.As(err, &invalid) && f.fields[invalid.Field] != nil:
			parts.MarkInvalid(f.v.words, f.fields, invalid)
		case err != nil:
			f.v.frame.Fail(err)
		default:
			f.dialog.Close()
			f.v.frame.Toast(said, true)
		}
	})
	return false
}
