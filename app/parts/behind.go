package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/widgets"
)

// newBehind puts something directly behind a line of text, and cuts the line where both do not fit.
func newBehind(line *widgets.Line, after fyne.CanvasObject) *fyne.Container {
	return container.New(behind{line, after}, line, after)
}

type behind struct {
	line  *widgets.Line
	after fyne.CanvasObject
}

func (b behind) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	after := b.after.MinSize()
	width := min(b.line.Natural(), max(size.Width-after.Width-chipGap, min(size.Width, leastName)))
	b.line.Resize(fyne.NewSize(width, b.line.MinSize().Height))
	b.line.Move(fyne.NewPos(0, float32(int((size.Height-b.line.MinSize().Height)/2))))
	b.after.Resize(after)
	b.after.Move(fyne.NewPos(width+chipGap, float32(int((size.Height-after.Height)/2))))
	// What reaches over the end is left out: it stands on the person's own page.
	b.after.(*fyne.Container).Hidden = width+chipGap+after.Width > size.Width+look.Hairline
}

func (b behind) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastName, max(b.line.MinSize().Height, b.after.MinSize().Height))
}
