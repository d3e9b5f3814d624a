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
	below   *Text
}

// NewField returns a field. hint stands below the control in dimmed type while nothing is wrong; it
// may be "".
func NewField(label, hint string, control fyne.CanvasObject) *Field {
	return newField(NewText(label, look.Label), hint, control)
}

// NewRequiredField returns a field that must be filled, with the mark that says so.
func NewRequiredField(label, hint string, control fyne.CanvasObject) *Field {
	marked := Row(3, NewWholeLine(label, look.Label), NewWholeLine("*", look.Label.In(look.ColorNameClaret)))
	return newField(marked, hint, control)
}

func newField(label fyne.CanvasObject, hint string, control fyne.CanvasObject) *Field {
	f := &Field{Control: control, hint: hint, below: NewText("", look.Small)}
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

// SetHint changes what stands below the control while nothing is wrong.
func (f *Field) SetHint(text string) {
	f.hint = text
	f.SetError("")
}
