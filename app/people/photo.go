package people

import (
	"context"
	"errors"
	"os"

	"peerage/app/files"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/photo"
)

// photoField lets a photo be chosen from a file, or taken away.
type photoField struct {
	v      *view
	file   []byte // nil without a photo
	avatar *widgets.Avatar
	remove *widgets.Button
	field  *widgets.Field

	chosen, read int // how many files were chosen, and how many of them are read: large ones take a moment
}

// photoRow is what the field holds. While a photo is read there is none yet to be saved.
type photoRow struct {
	widgets.Composite
	f *photoField
}

var _ widgets.Unsettled = (*photoRow)(nil)

// Settle is described at widgets.Unsettled.
func (r *photoRow) Settle(string) bool {
	if r.f.read < r.f.chosen {
		r.f.field.SetError(r.f.v.words.T("people.photo_reading"))
		return false
	}
	return true
}

func newPhotoField(v *view, person *data.Person) *photoField {
	w := v.words
	f := &photoField{v: v, file: person.Photo, avatar: widgets.NewAvatar(widgets.LargeAvatar)}
	f.avatar.Set(parts.Initials(person.Name), parts.Tone(person.ID, false))
	f.remove = widgets.NewQuiet(w.T("people.photo_remove"), func() { f.put(nil) })
	row := &photoRow{f: f}
	row.Compose(row, widgets.Row(12, f.avatar, widgets.NewButton(w.T("people.photo_choose"), f.choose), f.remove))
	f.field = widgets.NewField(w.T("people.photo"), w.T("people.photo_hint"), row)
	f.put(person.Photo)
	return f
}

// put shows a photo, or the initials with nil.
func (f *photoField) put(file []byte) {
	f.file = file
	f.avatar.SetPhoto(file)
	see(f.remove, file != nil)
	f.field.SetError("")
}

// choose asks for a file.
func (f *photoField) choose() {
	files.Open(f.v.frame, f.v.words.T("people.photo_choose"), pictures, f.take)
}

// pictures are the files that may be a photo.
var pictures = []string{".png", ".jpg", ".jpeg"}

// take takes the photo from a file, unless it is too large or no picture: then the one of before stays. The file that
// was chosen last holds.
func (f *photoField) take(path string) {
	f.chosen++
	this := f.chosen
	var kept []byte
	f.v.frame.Tasks().Go(func(context.Context) error {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		kept, err = photo.Read(file)
		return err
	}, func(err error) {
		if f.read = max(f.read, this); this < f.chosen {
			return
		}
		switch {
		case errors.Is(err, photo.ErrLarge):
			f.field.SetError(f.v.words.T("people.photo_large"))
		case errors.Is(err, photo.ErrNone):
			f.field.SetError(f.v.words.T("people.photo_bad"))
		case err != nil:
			f.v.frame.Fail(err)
		default:
			f.put(kept)
		}
	})
}
