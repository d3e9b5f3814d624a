package widgets

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
)

// NewSectionLabel returns the small heading above a card.
func NewSectionLabel(text string) *Line { return NewLine(text, look.Label) }

// NewSection returns content under its small heading.
func NewSection(label string, content fyne.CanvasObject) *fyne.Container {
	return Column(look.SmallGap-2, NewSectionLabel(label), content)
}

// Header is the top of a page: its title, one sentence that says what matters, and actions at the
// right.
type Header struct {
	Composite
	title    *Line
	sentence *Text
}

// NewHeader returns the top of a page. An empty sentence takes no room.
func NewHeader(title, sentence string, actions ...fyne.CanvasObject) *Header {
	h := &Header{title: NewLine(title, look.Title), sentence: NewText(sentence, look.Body.In(look.ColorNameDimmed))}
	var right fyne.CanvasObject
	if len(actions) > 0 {
		right = Row(look.SmallGap, actions...)
	}
	h.Compose(h, Column(3, Sides(look.Gap, nil, h.title, right), h.sentence))
	h.Set(title, sentence)
	return h
}

// Set changes the words.
func (h *Header) Set(title, sentence string) {
	h.title.SetText(title)
	h.sentence.SetText(sentence)
	h.sentence.Hidden = sentence == ""
	h.Relayout()
}
