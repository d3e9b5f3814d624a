package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"peerage/app/look"
)

// NewEmptyState fills a place where there is nothing yet: an icon, a sentence that says what to do
// next, and the buttons that do it.
func NewEmptyState(icon fyne.Resource, sentence string, actions ...fyne.CanvasObject) fyne.CanvasObject {
	words := NewCentred(sentence, look.Body.In(look.ColorNameDimmed))
	parts := []fyne.CanvasObject{container.NewCenter(NewIcon(icon, 32, look.ColorNameDimmed))}
	parts = append(parts, words)
	if len(actions) > 0 {
		parts = append(parts, container.NewCenter(Row(look.SmallGap, actions...)))
	}
	return container.New(layout.NewCenterLayout(), Fixed(420, 0, Column(14, parts...)))
}

// SeeInstead shows or hides what stands in place of a field and its list. What comes into sight takes the focus from
// what had it, as focus gives it.
func SeeInstead(c fyne.Canvas, empty fyne.CanvasObject, seen bool, field fyne.Focusable, focus func()) {
	if empty.Visible() == seen {
		return
	}
	See(empty, seen)
	if focused := c.Focused(); focused == field || Holds(empty, focused) {
		focus()
	}
}
