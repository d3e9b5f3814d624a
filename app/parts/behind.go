package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/widgets"
)

// behind puts chips directly behind a name.
type behind struct {
	name  *widgets.Line
	chips []*widgets.Chip
}

func (b behind) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	layNamed(b.name, b.chips, fyne.Position{}, size)
}

func (b behind) MinSize([]fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(leastName, b.name.MinSize().Height)
	for _, c := range b.chips {
		size.Height = max(size.Height, c.MinSize().Height)
	}
	return size
}

// layNamed puts a name and the chips behind it into a place. The name matters more: where there is little
// room chips are left out, the last first, and only then the name is cut. A chip is shown whole or not at
// all; what is left out stands on the person's own page.
func layNamed(name *widgets.Line, chips []*widgets.Chip, at fyne.Position, size fyne.Size) {
	middle := func(o fyne.CanvasObject) float32 {
		return at.Y + float32(int((size.Height-o.MinSize().Height)/2))
	}
	width := min(name.Natural(), size.Width)
	name.Resize(fyne.NewSize(width, name.MinSize().Height))
	name.Move(fyne.NewPos(at.X, middle(name)))
	x, left := at.X+width+chipGap, size.Width-width-chipGap
	for _, c := range chips {
		m := c.MinSize()
		c.Hidden = m.Width > left
		if c.Hidden {
			left = 0
			continue
		}
		c.Resize(m)
		c.Move(fyne.NewPos(x, middle(c)))
		x += m.Width + chipGap
		left -= m.Width + chipGap
	}
}

// nameLines is how many lines a name takes at most.
const nameLines = 4

// newWhole returns a name as it is shown on one line, or on several where it would be cut.
func newWhole(name string, onOne fyne.CanvasObject) fyne.CanvasObject {
	several := widgets.NewText("", look.Title)
	several.Hide()
	natural := widgets.NewLine(name, look.Title).Natural()
	return container.New(&whole{name: name, natural: natural, onOne: onOne, several: several}, onOne, several)
}

type whole struct {
	name    string
	natural float32 // the width of the name
	width   float32 // for which the name was cut last
	onOne   fyne.CanvasObject
	several *widgets.Text
}

func (l *whole) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	one := l.natural <= size.Width
	widgets.See(l.onOne, one)
	widgets.See(l.several, !one)
	l.onOne.Resize(size)
	l.several.Resize(size)
	if !one && l.width != size.Width {
		l.width = size.Width
		l.several.Shorten(l.name, nameLines)
	}
}

func (l *whole) MinSize([]fyne.CanvasObject) fyne.Size {
	if l.several.Visible() {
		return l.several.MinSize()
	}
	return l.onOne.MinSize()
}
