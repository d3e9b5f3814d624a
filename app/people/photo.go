package people

import (
	"bytes"
	"context"
	"image"
	_ "image/jpeg" // the kinds of picture that an avatar shows
	_ "image/png"
	"io"
	"os"

	"peerage/app/files"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
)

// photoField lets a photo be chosen from a file, or taken away.
type photoField struct {
	v      *view
	file   []byte // nil without a photo
	avatar *widgets.Avatar
	remove *widgets.Button
	field  *widgets.Field
}

func newPhotoField(v *view, person *data.Person) *photoField {
	w := v.words
	f := &photoField{v: v, file: person.Photo, avatar: widgets.NewAvatar(widgets.LargeAvatar)}
	f.avatar.Set(parts.Initials(person.Name), parts.Tone(person.ID, false))
	f.remove = widgets.NewQuiet(w.T("people.photo_remove"), func() { f.put(nil) })
	row := widgets.Row(12, f.avatar, widgets.NewButton(w.T("people.photo_choose"), f.choose), f.remove)
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
	files.Open(f.v.frame, f.v.words.T("people.photo_choose"), pictures, f.read)
}

// pictures are the files that may be a photo.
var pictures = []string{".png", ".jpg", ".jpeg"}

// largestSide is how many pixels a photo may have on a side: beyond that, a small file unpacks to
// more than there is memory for.
const largestSide = 8000

// read takes the photo from a file, unless it is too large or no picture.
func (f *photoField) read(path string) {
	var content []byte
	f.v.frame.Tasks().Go(func(context.Context) error {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		content, err = io.ReadAll(io.LimitReader(file, data.MaxPhoto+1))
		return err
	}, func(err error) {
		size, _, bad := image.DecodeConfig(bytes.NewReader(content))
		switch {
		case err != nil:
			f.v.frame.Fail(err)
		case len(content) > data.MaxPhoto:
			f.field.SetError(f.v.words.T("people.photo_large"))
		case bad != nil || size.Width > largestSide || size.Height > largestSide:
			f.field.SetError(f.v.words.T("people.photo_bad"))
		default:
			f.put(content)
		}
	})
}
