package rising

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
)

// beside puts a list beside what is selected in it, or shows one of them where there is no room for both.
type beside struct {
	turned        func(narrow bool) // told when the width has become narrow, or wide
	narrow, front bool              // front says that the detail is seen at a narrow width, else the list
}

const (
	leastList  float32 = 320
	widestList float32 = 400
	bothFrom   float32 = 700 // the width from which both have room
)

// Layout is described at fyne.Layout.
func (s *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, detail := objects[0], objects[1]
	if narrow := size.Width < bothFrom; narrow != s.narrow {
		s.narrow = narrow
		s.turned(narrow)
	}
	widgets.See(list, !s.narrow || !s.front)
	widgets.See(detail, !s.narrow || s.front)
	if s.narrow {
		for _, o := range objects {
			o.Move(fyne.Position{})
			o.Resize(size)
		}
		return
	}
	wide := min(max(float32(int(size.Width*0.4)), leastList), widestList)
	list.Move(fyne.Position{})
	list.Resize(fyne.NewSize(wide, size.Height))
	detail.Move(fyne.NewPos(wide+look.Gap, 0))
	detail.Resize(fyne.NewSize(size.Width-wide-look.Gap, size.Height))
}

// MinSize is described at fyne.Layout.
func (s *beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastList, 200) }
