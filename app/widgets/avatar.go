package widgets

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // photos are JPEG
	_ "image/png"  // or PNG

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// Sizes of avatars.
const (
	SmallAvatar float32 = 24
	RowAvatar   float32 = 36
	LargeAvatar float32 = 56
)

// Avatar is a face in a circle: a photo, else initials on a tint, else the sign of a person.
type Avatar struct {
	widget.BaseWidget
	size     float32
	initials string
	tone     look.Tone
	full     bool // on the full colour instead of its tint

	back  *canvas.Circle
	label *canvas.Text
	photo *canvas.Image
	sign  *canvas.Image // in place of initials, for a name without a letter
}

// ring is how wide the edge of an avatar or a chip is, which parts it from a selected row of its own tint.
const ring = 1.5

// NewAvatar returns an empty avatar of a size.
func NewAvatar(size float32) *Avatar {
	a := &Avatar{size: size, back: canvas.NewCircle(color.Transparent), label: &canvas.Text{},
		photo: &canvas.Image{FillMode: canvas.ImageFillCover, CornerRadius: size / 2}, sign: &canvas.Image{FillMode: canvas.ImageFillContain}}
	a.photo.Hide()
	a.ExtendBaseWidget(a)
	return a
}

// Set shows initials, on the tint of a tone; Brass fills the circle with the full colour, because it
// is for someone who has risen. Setting what is already there costs nothing.
func (a *Avatar) Set(initials string, tone look.Tone) {
	if initials == a.initials && tone == a.tone {
		return
	}
	a.initials, a.tone, a.full = oneLine(initials), tone, tone == look.Brass
	a.Refresh()
}

// SetPhoto shows a PNG or JPEG in place of the initials. With nil, or with something that is no
// picture or larger than any photo is, the initials are shown.
func (a *Avatar) SetPhoto(file []byte) {
	a.photo.Image = nil
	const widest = 8192
	if c, _, err := image.DecodeConfig(bytes.NewReader(file)); err == nil && c.Width <= widest && c.Height <= widest {
		if img, _, err := image.Decode(bytes.NewReader(file)); err == nil {
			a.photo.Image = img
		}
	}
	a.photo.Hidden = a.photo.Image == nil
	a.Refresh()
}

// CreateRenderer is called by the toolkit.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	r := &avatarRenderer{a}
	r.Refresh()
	return r
}

type avatarRenderer struct{ a *Avatar }

func (r *avatarRenderer) Destroy()           {}
func (r *avatarRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.a.size) }

func (r *avatarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.a.back, r.a.label, r.a.sign, r.a.photo}
}

func (r *avatarRenderer) Layout(size fyne.Size) {
	a := r.a
	at := fyne.NewPos(float32(int((size.Width-a.size)/2)), float32(int((size.Height-a.size)/2)))
	a.back.Resize(fyne.NewSquareSize(a.size))
	a.back.Move(at)
	a.photo.Resize(fyne.NewSquareSize(a.size))
	a.photo.Move(at)
	sign := float32(int(a.size * 0.55))
	a.sign.Resize(fyne.NewSquareSize(sign))
	a.sign.Move(at.AddXY(float32(int((a.size-sign)/2)), float32(int((a.size-sign)/2))))
	style := look.Style{Size: float32(int(a.size * 0.36)), Height: a.size, Bold: true}
	text := ordered(fit(a.initials, style, a.size-4))
	write(a.label, text, style)
	// In a circle the middle counts, not the baseline of neighbours.
	wide := a.label.Size()
	a.label.Move(at.AddXY(float32(int((a.size-wide.Width)/2)), float32(int((a.size-wide.Height)/2))-lowered(text, style)))
}

func (r *avatarRenderer) Refresh() {
	a := r.a
	back, ink := a.tone.Tint(), a.tone.Ink()
	if a.full {
		back, ink = a.tone.Ink(), a.tone.On()
	}
	a.back.FillColor, a.label.Color = look.Color(back), look.Color(ink)
	a.back.StrokeColor, a.back.StrokeWidth = look.Color(look.ColorNameCard), ring
	a.label.Hidden = !a.photo.Hidden
	a.sign.Hidden = !a.photo.Hidden || a.initials != ""
	if !a.sign.Hidden {
		a.sign.Resource = theme.NewColoredResource(theme.AccountIcon(), ink)
	}
	r.Layout(a.Size())
	for _, o := range r.Objects() {
		if o.Visible() { // to refresh a picture is to read it again
			o.Refresh()
		}
	}
}
