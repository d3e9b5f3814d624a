package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// NewCard returns a white card with its content inset.
func NewCard(content fyne.CanvasObject) *fyne.Container { return NewToneCard(look.Plain, content) }

// NewToneCard returns a card on the tint of a tone, bordered in its full colour: brass for someone
// who has risen. Plain is the white card.
func NewToneCard(tone look.Tone, content fyne.CanvasObject) *fyne.Container {
	return container.New(stack{}, cardGround(tone), Inset(look.RowInset, 11, content))
}

// NewRows returns a card of rows with hairlines between them. The rows are inset; give them what
// stands in them only.
func NewRows(rows ...fyne.CanvasObject) *fyne.Container {
	c := Column(0)
	for i, r := range rows {
		if i > 0 {
			c.Add(Hairline())
		}
		c.Add(Inset(look.RowInset, 10, r))
	}
	return container.New(stack{}, cardGround(look.Plain), Inset(0, 0, c))
}

// NewPressRows returns a card of rows to press, with hairlines between them.
func NewPressRows(rows []*PressRow) *fyne.Container {
	c := Column(0)
	for i, r := range rows {
		if i > 0 {
			c.Add(Hairline())
		}
		c.Add(r)
	}
	return NewBareCard(c)
}

// NewTonePressCard returns a card on the tint of a tone that is one row to press.
func NewTonePressCard(tone look.Tone, row *PressRow) *fyne.Container {
	return container.New(stack{}, cardGround(tone), Inset(look.Hairline, look.Hairline, row))
}

// NewBareCard returns a white card around content that reaches its edges, such as a list.
func NewBareCard(content fyne.CanvasObject) *fyne.Container {
	return container.New(stack{}, cardGround(look.Plain), Inset(look.Hairline, look.Hairline, content))
}

// cardGround is the rounded ground of a card. The toolkit softens the border of whatever is rounded;
// plain lines over the straight edges keep it a hairline.
func cardGround(tone look.Tone) fyne.CanvasObject {
	border := look.ColorNameLine
	if tone != look.Plain {
		border = tone.Ink()
	}
	ground := newShape(func(r *canvas.Rectangle) {
		r.CornerRadius = look.CardRadius
		r.FillColor, r.StrokeColor, r.StrokeWidth = look.Color(look.ColorNameCard), look.Color(border), look.Hairline
		if tone != look.Plain {
			r.FillColor = look.Color(tone.Tint())
		}
	})
	return container.New(edges{}, ground, Ground(border), Ground(border), Ground(border), Ground(border))
}

// edges lays the first object over all, and the others along the straight part of its four edges.
type edges struct{}

func (edges) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	long, high := max(size.Width-2*look.CardRadius, 0), max(size.Height-2*look.CardRadius, 0)
	for i, at := range []fyne.Position{{X: look.CardRadius}, {X: look.CardRadius, Y: size.Height - look.Hairline}} {
		objects[1+i].Resize(fyne.NewSize(long, look.Hairline))
		objects[1+i].Move(at)
	}
	for i, at := range []fyne.Position{{Y: look.CardRadius}, {X: size.Width - look.Hairline, Y: look.CardRadius}} {
		objects[3+i].Resize(fyne.NewSize(look.Hairline, high))
		objects[3+i].Move(at)
	}
}

func (edges) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// stack lays objects over each other, at the height the highest needs at their width.
type stack struct{}

func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.Position{})
	}
}

func (stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.Size{}
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}
