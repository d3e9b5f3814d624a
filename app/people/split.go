package people

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
)

const (
	listWidth float32 = 310
	// Below this width list and person do not fit beside each other.
	narrowWidth float32 = 860
)

// split puts the person beside the list, or shows one of them where there is no room for both.
type split struct {
	list, line, pane fyne.CanvasObject
	front            bool // at a narrow width the person is seen, else the list
	narrow           bool
	turned           func(narrow bool) // told when the width has become narrow, or wide
	resized          func()            // told when the list has another height
}

// Layout is described at fyne.Layout.
func (s *split) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if narrow := size.Width < narrowWidth; narrow != s.narrow {
		s.narrow = narrow
		s.turned(narrow)
	}
	see(s.list, !s.narrow || !s.front)
	see(s.line, !s.narrow)
	see(s.pane, !s.narrow || s.front)
	if s.list.Size().Height != size.Height {
		defer s.resized()
	}
	if s.narrow {
		s.list.Resize(size)
		s.list.Move(fyne.Position{})
		s.pane.Resize(size)
		s.pane.Move(fyne.Position{})
		return
	}
	s.list.Resize(fyne.NewSize(listWidth, size.Height))
	s.list.Move(fyne.Position{})
	s.line.Resize(fyne.NewSize(look.Hairline, size.Height))
	s.line.Move(fyne.NewPos(listWidth, 0))
	s.pane.Resize(fyne.NewSize(size.Width-listWidth-look.Hairline, size.Height))
	s.pane.Move(fyne.NewPos(listWidth+look.Hairline, 0))
}

// MinSize is described at fyne.Layout.
func (s *split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(listWidth, 240) }

func see(o fyne.CanvasObject, seen bool) {
	if o.Visible() != seen {
		if seen {
			o.Show()
		} else {
			o.Hide()
		}
	}
}
