package widgets

import "fyne.io/fyne/v2"

// RowAt returns the row that lies at a place in the window, -1 where none does.
func (l *List) RowAt(at fyne.Position) int {
	corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.scroll)
	size := l.scroll.Size()
	if at.X < corner.X || at.X >= corner.X+size.Width || at.Y < corner.Y || at.Y >= corner.Y+size.Height {
		return -1
	}
	if row := int((at.Y - corner.Y + l.scroll.Offset.Y + l.Lead) / l.rowHeight); row < l.length() {
		return row
	}
	return -1
}

// ScrollAlong brings rows beyond the edge into sight while something is dragged to a place close to it.
func (l *List) ScrollAlong(at fyne.Position) {
	const edge, by = 36, 14
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.scroll).Y
	offset, high := l.scroll.Offset.Y, l.scroll.Size().Height
	switch most := max(l.body.MinSize().Height-high, 0); {
	case at.Y < top+edge && offset > 0:
		offset = max(offset-by, 0)
	case at.Y > top+high-edge && offset < most:
		offset = min(offset+by, most)
	default:
		return
	}
	l.scrollTo(offset)
}

// Bring scrolls until a row is the uppermost in sight, as far as there are rows below it.
func (l *List) Bring(index int) {
	most := max(l.body.MinSize().Height-l.scroll.Size().Height, 0)
	l.scrollTo(min(max(l.top(index), 0), most))
}
