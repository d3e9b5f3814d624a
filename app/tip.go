package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/widgets"
)

// tip says beside an icon what it stands for. It lies over the page, and leaves the pointer to it.
type tip struct {
	widgets.Composite
	ground *canvas.Rectangle
	words  *widgets.Line
}

func newTip() *tip {
	t := &tip{ground: canvas.NewRectangle(color.Transparent), words: widgets.NewWholeLine("", look.Body)}
	t.ground.CornerRadius = look.ButtonRadius
	const around = 6
	t.Compose(t, container.NewStack(t.ground, widgets.Inset(2*around, around, t.words)))
	t.Hide()
	return t
}

// say shows the tip with its left side in the middle at a place in the window.
func (t *tip) say(text string, at fyne.Position) {
	t.words.Set(text, look.Body.In(look.ColorNamePaper))
	t.ground.FillColor = look.Color(look.ColorNameInk)
	size := t.MinSize()
	t.Resize(size)
	t.Move(at.SubtractXY(0, size.Height/2))
	t.Show()
	t.Relayout()
}

// hint says what the icon of an item stands for while the pointer or the focus is on it, where the rail has no room
// for words.
func (r *rail) hint(i *railItem) {
	if !r.narrow || !i.hovered && !i.focused {
		r.tip.Hide()
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(i)
	r.tip.say(i.AccessibilityLabel(), at.AddXY(i.Size().Width+itemInset, i.Size().Height/2))
}
