package opportunities

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/widgets"
)

// cut is a text on a few lines at most, at whatever width it gets. Unlike a line of its own it draws each
// script for itself, so that nothing is cut off where a name in Chinese stands within a sentence.
type cut struct {
	widgets.Composite
	layout *cutLayout
}

func newCut(style look.Style, lines int) *cut {
	c := &cut{layout: &cutLayout{text: widgets.NewText("", style), lines: lines}}
	c.Compose(c, container.New(c.layout, c.layout.text))
	return c
}

// set changes the text; with none it takes no room.
func (c *cut) set(text string) {
	c.Hidden = text == ""
	if l := c.layout; l.whole != text {
		l.whole, l.width = text, 0
		c.Relayout()
	}
}

// AccessibilityLabel returns the whole text.
func (c *cut) AccessibilityLabel() string { return c.layout.whole }

// AccessibilityRole returns the role of text.
func (c *cut) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

type cutLayout struct {
	text  *widgets.Text
	lines int
	whole string
	width float32 // for which the text was cut last, 0 when it is another text
}

func (l *cutLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.text.Resize(size)
	if l.width != size.Width {
		l.width = size.Width
		l.text.Shorten(l.whole, l.lines)
	}
}

func (l *cutLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.text.MinSize() }
