package widgets

import (
	"fyne.io/fyne/v2"
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

// NewBareCard returns a white card around content that reaches its edges. A list that is all of it is rounded as the
// card is.
func NewBareCard(content fyne.CanvasObject) *fyne.Container {
	if l, ok := content.(*List); ok {
		l.AtTop, l.AtBottom = true, true
	}
	return container.New(stack{}, cardGround(look.Plain), Inset(look.Hairline, look.Hairline, content))
}

// cardGround is the rounded ground of a card.
func cardGround(tone look.Tone) fyne.CanvasObject {
	return newSurface(func(g *face) {
		g.fill, g.edge = look.Color(look.ColorNameCard), look.Color(look.ColorNameLine)
		if tone != look.Plain {
			g.fill, g.edge = look.Color(tone.Tint()), look.Color(tone.Ink())
		}
		g.top, g.bottom = look.CardRadius, look.CardRadius
	})
}

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
