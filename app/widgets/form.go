package widgets

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
)

// Field is a labelled control of a form, with room for what is wrong with it below.
type Field struct {
	Composite
	Control fyne.CanvasObject
	hint    string
	label   func(string) // changes what stands above the control
	below   *Text
}

// NewField returns a field. hint stands below the control in dimmed type while nothing is wrong; it
// may be "".
func NewField(label, hint string, control fyne.CanvasObject) *Field {
	text := NewText(label, look.Label)
	return newField(text, text.SetText, hint, control)
}

// NewRequiredField returns a field that must be filled, with the mark that says so.
func NewRequiredField(label, hint string, control fyne.CanvasObject) *Field {
	text := NewWholeLine(label, look.Label)
	marked := Row(3, text, NewWholeLine("*", look.Label.In(look.ColorNameClaret)))
	return newField(marked, text.SetText, hint, control)
}

func newField(label fyne.CanvasObject, relabel func(string), hint string, control fyne.CanvasObject) *Field {
	f := &Field{Control: control, hint: hint, label: relabel, below: NewText("", look.Small)}
	f.Compose(f, Column(5, label, control, f.below))
	f.SetError("")
	return f
}

// SetError shows what is wrong below the control, or the hint again with "".
func (f *Field) SetError(text string) {
	if text != "" {
		f.below.SetRuns(Run{Text: text, Color: look.ColorNameClaret})
		f.below.Show()
	} else {
		f.below.SetText(f.hint)
		f.below.Hidden = f.hint == ""
	}
	f.Relayout()
}

// SetLabel changes what stands above the control.
func (f *Field) SetLabel(text string) {
	f.label(text)
	f.Relayout()
}

// SetHint changes what stands below the control while nothing is wrong.
func (f *Field) SetHint(text string) {
	f.hint = text
	f.SetError("")
}
