package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

const (
	splitList float32 = 310
	// Below this width list and pane do not fit beside each other.
	splitNarrow float32 = 860
)

// Split puts a pane beside a list, or shows one of them where there is no room for both.
type Split struct {
	// Turned is told when the width has become narrow, or wide.
	Turned func(narrow bool)
	// Resized is told when the list has another height.
	Resized func()

	list, line, pane fyne.CanvasObject
	front, narrow    bool
	object           *fyne.Container
}

var _ fyne.Layout = (*Split)(nil)

// NewSplit returns the two; with front the pane is seen at a narrow width, else the list.
func NewSplit(list, pane fyne.CanvasObject, front bool) *Split {
	s := &Split{list: list, line: Ground(look.ColorNameLine), pane: pane, front: front, Turned: func(bool) {}, Resized: func() {}}
	s.object = container.New(s, s.list, s.line, s.pane)
	return s
}

// Object returns what is shown.
func (s *Split) Object() *fyne.Container { return s.object }

// Narrow reports whether there is room for one of the two only.
func (s *Split) Narrow() bool { return s.narrow }

// Front reports whether the pane is the one that is seen at a narrow width.
func (s *Split) Front() bool { return s.front }

// Bring puts the pane or the list in front, where the width has room for one of them only.
func (s *Split) Bring(pane bool) {
	if s.front != pane {
		s.front = pane
		s.object.Refresh()
	}
}

// Layout is described at fyne.Layout.
func (s *Split) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if narrow := size.Width < splitNarrow; narrow != s.narrow {
		s.narrow = narrow
		s.Turned(narrow)
	}
	See(s.list, !s.narrow || !s.front)
	See(s.line, !s.narrow)
	See(s.pane, !s.narrow || s.front)
	if s.list.Size().Height != size.Height {
		defer s.Resized()
	}
	if s.narrow {
		s.list.Resize(size)
		s.list.Move(fyne.Position{})
		s.pane.Resize(size)
		s.pane.Move(fyne.Position{})
		return
	}
	s.list.Resize(fyne.NewSize(splitList, size.Height))
	s.list.Move(fyne.Position{})
	s.line.Resize(fyne.NewSize(look.Hairline, size.Height))
	s.line.Move(fyne.NewPos(splitList, 0))
	s.pane.Resize(fyne.NewSize(size.Width-splitList-look.Hairline, size.Height))
	s.pane.Move(fyne.NewPos(splitList+look.Hairline, 0))
}

// MinSize is described at fyne.Layout.
func (s *Split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(splitList, 240) }

// See shows or hides an object, and costs nothing where that changes nothing.
func See(o fyne.CanvasObject, seen bool) {
	if o.Visible() != seen {
		if seen {
			o.Show()
		} else {
			o.Hide()
		}
	}
}
