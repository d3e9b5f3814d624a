package today

import (
	"fyne.io/fyne/v2"

	"peerage/app/widgets"
)

// line is a row of the screen on the page.
type line struct {
	*widgets.PressRow
	row    row
	snooze *widgets.Button // nil where there is nothing to snooze
}

// newLine returns a line that opens the person when it is pressed. buttons are those in the content.
func (v *view) newLine(r row, content fyne.CanvasObject, buttons ...fyne.Focusable) *line {
	l := &line{PressRow: widgets.NewPressRow(content, func() { v.open(r) }, buttons...), row: r}
	l.Label = r.person.Name
	if r.head != "" {
		l.Label = r.head
	}
	return l
}

// newCard returns a card of lines.
func newCard(lines []*line) fyne.CanvasObject {
	rows := make([]*widgets.PressRow, len(lines))
	for i, l := range lines {
		rows[i] = l.PressRow
	}
	return widgets.NewPressRows(rows)
}
