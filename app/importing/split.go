package importing

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/data/intake"
)

// split lays out the preview: the header above, and below it the list that fills its place, with the
// notes at its right, or under it where the window is narrow. The notes scroll on their own.
type split struct {
	object                     fyne.CanvasObject
	header, label, list, notes fyne.CanvasObject
	scroll                     fyne.CanvasObject
	area                       *fyne.Container
}

func newSplit(header, label, list fyne.CanvasObject, notes *fyne.Container) *split {
	s := &split{header: header, label: label, list: list, notes: notes, scroll: widgets.Scroll(notes)}
	s.area = container.New(s, header, label, list, s.scroll)
	s.object = widgets.Inset(look.PageInset, 20, s.area)
	return s
}

// showPeople says whether there is anyone to list; without, the notes have all the room.
func (s *split) showPeople(on bool) {
	for _, o := range []fyne.CanvasObject{s.label, s.list} {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	s.area.Refresh()
}

const (
	notesWidth float32 = 360
	besideFrom float32 = 900 // the width from which list and notes stand beside each other
	labelGap           = look.SmallGap - 2
)

// Layout is called by the toolkit.
func (s *split) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	s.header.Resize(fyne.NewSize(size.Width, s.header.Size().Height))
	top := s.header.MinSize().Height
	put(s.header, 0, 0, size.Width, top)
	top += look.Gap
	rest := max(size.Height-top, 0)
	if !s.list.Visible() {
		put(s.scroll, 0, top, size.Width, rest)
		return
	}
	label := s.label.MinSize().Height + labelGap
	if size.Width >= besideFrom {
		width := size.Width - notesWidth - look.Gap
		put(s.label, 0, top, width, label-labelGap)
		put(s.list, 0, top+label, width, max(rest-label, 0))
		put(s.scroll, width+look.Gap, top, notesWidth, rest)
		return
	}
	// The list gets what the notes do not need, and half of the place at least.
	s.notes.Resize(fyne.NewSize(size.Width, s.notes.Size().Height))
	below := min(s.notes.MinSize().Height, rest/2)
	list := max(rest-below-look.Gap-label, 0)
	put(s.label, 0, top, size.Width, label-labelGap)
	put(s.list, 0, top+label, size.Width, list)
	put(s.scroll, 0, top+label+list+look.Gap, size.Width, below)
}

// MinSize is called by the toolkit.
func (s *split) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(notesWidth, s.header.MinSize().Height+look.Gap+2*look.RowHeight)
}

// problemRow is a row of the list of all problems.
type problemRow struct {
	widgets.Composite
	place, what *widgets.Line
}

func newProblemRow() fyne.CanvasObject {
	r := &problemRow{place: widgets.NewLine("", look.Name), what: widgets.NewLine("", look.Second)}
	r.Compose(r, widgets.Inset(look.RowInset, 10, widgets.Column(0, r.place, r.what)))
	return r
}

func setProblemRow(o fyne.CanvasObject, p problem) {
	r := o.(*problemRow)
	r.place.SetText(p.place)
	r.what.SetText(p.what)
}

func sameDays(a, b []intake.File) bool {
	return slices.EqualFunc(a, b, func(x, y intake.File) bool { return x.Day == y.Day })
}
