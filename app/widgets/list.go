package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// List shows many rows of one height, of which only those in sight exist: scrolling costs the same
// for a hundred and for a hundred thousand. It is one stop of the Tab key; Up, Down, PageUp,
// PageDown, Home and End move the selection, Enter opens what is selected.
type List struct {
	widget.BaseWidget

	// OnSelected is told when the user has moved the selection, with the pointer or a key.
	OnSelected func(index int)
	// OnOpened is told when Enter or Space is pressed on the selected row.
	OnOpened func(index int)
	// OnTapped, when it is set, is told of a tap instead of OnSelected: where a row is to be picked at
	// once, while the keys still only move.
	OnTapped func(index int)
	// OnRune is told what is typed while the list has the focus, for a search field to take up.
	OnRune func(rune)
	// OnFocus, when it is set, is told when the list gets and loses the focus.
	OnFocus func(on bool)
	// Inert, when it is set, names rows that are not for picking, such as headings: pointer and keys pass
	// them by.
	Inert func(index int) bool
	// Carded, when it is set, names rows that stand on cards, those that follow each other on one; the
	// others stand on the paper between them.
	Carded func(index int) bool
	// Lead is how much of the first row is left out at its top: a heading stands low in its row.
	Lead float32
	// AtTop and AtBottom say that the list reaches the upper or the lower corners of a card, which are rounded.
	AtTop, AtBottom bool

	length    func() int
	create    func() fyne.CanvasObject
	update    func(index int, row fyne.CanvasObject)
	rowHeight float32

	selected int
	focused  bool
	slots    []*listRow // row i is shown by slot i modulo their number
	body     *listBody
	scroll   *container.Scroll
	ring     *canvas.Rectangle
}

// NewList returns a list. create makes an empty row, update fills it for an index; both must be
// cheap, update runs for each row that scrolls into sight.
func NewList(length func() int, create func() fyne.CanvasObject, update func(index int, row fyne.CanvasObject)) *List {
	l := &List{length: length, create: create, update: update, rowHeight: look.RowHeight, selected: -1}
	l.body = newListBody(l)
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.place(false) }
	l.ring = canvas.NewRectangle(color.Transparent)
	l.ExtendBaseWidget(l)
	return l
}

// Selected returns the index of the selected row, -1 when there is none.
func (l *List) Selected() int { return l.selected }

// Select selects a row and brings it into sight, without telling OnSelected. Any index out of range
// selects none.
func (l *List) Select(index int) {
	if index < 0 || index >= l.length() {
		index = -1
	}
	l.selected = index
	if index >= 0 {
		l.reveal(index)
	}
	l.paint()
}

// Reload shows the rows anew after they have changed, or their number has.
func (l *List) Reload() {
	if l.selected >= l.length() {
		l.selected = -1
	}
	l.body.Resize(l.bodySize())
	l.scroll.Refresh()
	l.place(true)
}

// ScrollToTop shows the first row.
func (l *List) ScrollToTop() { l.scrollTo(0) }

// scrollTo scrolls to a place, of which the toolkit does not tell OnScrolled.
func (l *List) scrollTo(offset float32) {
	l.scroll.ScrollToOffset(fyne.NewPos(0, offset))
	l.place(false)
}

func (l *List) user(index int) {
	index = l.live(min(max(index, 0), l.length()-1))
	if index < 0 {
		return
	}
	l.Select(index)
	if l.OnSelected != nil {
		l.OnSelected(index)
	}
}

// live returns the row that is meant by index: the next one in the direction of the move that is not
// inert, else the one before it; -1 when there is none.
func (l *List) live(index int) int {
	by := 1
	if index < l.selected {
		by = -1
	}
	for _, by := range []int{by, -by} {
		for i := index; i >= 0 && i < l.length(); i += by {
			if l.Inert == nil || !l.Inert(i) {
				return i
			}
		}
	}
	return -1
}

// Step moves the selection by a number of rows, as the arrow keys do: a search field above the list
// uses it.
func (l *List) Step(by int) { l.user(l.selected + by) }

// Open opens what is selected, or else the first row.
func (l *List) Open() {
	if i := l.live(max(l.selected, 0)); i >= 0 && l.length() > 0 && l.OnOpened != nil {
		l.OnOpened(i)
	}
}

// top returns where a row begins, from the top of all rows.
func (l *List) top(index int) float32 { return float32(index)*l.rowHeight - l.Lead }

func (l *List) reveal(index int) {
	top := max(l.top(index), 0)
	height := l.scroll.Size().Height
	offset := l.scroll.Offset.Y
	switch {
	case height <= 0: // not laid out yet
		return
	case top < offset:
		offset = top
	case l.top(index+1) > offset+height:
		offset = l.top(index+1) - height
	default:
		return
	}
	l.scrollTo(max(offset, 0))
}

// corners returns how much the corners of a row are rounded at the top and at the bottom: as those of the card, where
// it stands in them.
func (l *List) corners(index int) (top, bottom float32) {
	from := l.top(index) - l.scroll.Offset.Y
	return corner(l.AtTop && same(from, 0)), corner(l.AtBottom && same(from+l.rowHeight, l.scroll.Size().Height))
}

// corner returns how much what stands in a corner of a card, within its edge, is rounded there.
func corner(stands bool) float32 {
	if !stands {
		return 0
	}
	return look.CardRadius - look.Hairline
}

// same reports whether two places are one on the screen.
func same(a, b float32) bool { return a-b < 0.5 && b-a < 0.5 }

// place gives the rows in sight a slot each, and fills the slots whose row has changed.
func (l *List) place(all bool) {
	size := l.scroll.Size()
	if size.Height <= 0 {
		return
	}
	n := l.length()
	wanted := min(int(size.Height/l.rowHeight)+2, n)
	if wanted != len(l.slots) {
		for len(l.slots) < wanted {
			l.slots = append(l.slots, newListRow(l))
		}
		l.slots = l.slots[:wanted]
		all = true
		l.body.objects = l.body.objects[:0]
		for _, s := range l.slots {
			l.body.objects = append(l.body.objects, s)
		}
		canvas.Refresh(l.body)
	}
	first := min(max(int((l.scroll.Offset.Y+l.Lead)/l.rowHeight), 0), n-wanted)
	for i := first; i < first+wanted; i++ {
		s := l.slots[i%wanted]
		if s.Size().Width != size.Width {
			s.Resize(fyne.NewSize(size.Width, l.rowHeight))
		}
		switch {
		case all || s.index != i:
			s.show(i)
		case s.hovered || i == l.selected: // it may have come into a corner, or out of one
			s.paint()
		}
	}
}

func (l *List) paint() {
	for _, s := range l.slots {
		s.paint()
	}
	l.ring.StrokeColor, l.ring.StrokeWidth = color.Transparent, 0
	l.ring.TopLeftCornerRadius, l.ring.BottomLeftCornerRadius = corner(l.AtTop), corner(l.AtBottom)
	l.ring.TopRightCornerRadius, l.ring.BottomRightCornerRadius = l.ring.TopLeftCornerRadius, l.ring.BottomLeftCornerRadius
	if l.focused && l.selected < 0 {
		l.ring.StrokeColor, l.ring.StrokeWidth = look.Color(look.ColorNameClaret), 2
	}
	l.ring.Refresh()
}

func (l *List) bodySize() fyne.Size {
	return fyne.NewSize(l.scroll.Size().Width, max(l.body.MinSize().Height, l.scroll.Size().Height))
}

// FocusGained shows where the keys now go.
func (l *List) FocusGained() {
	l.focused = true
	if l.Carded != nil && l.selected < 0 {
		l.Select(l.live(0)) // a ring around several cards would belong to none of them
	}
	l.paint()
	tell(l.OnFocus, true)
}

// FocusLost takes that mark away.
func (l *List) FocusLost() { l.focused = false; l.paint(); tell(l.OnFocus, false) }

// TypedRune hands what is typed to OnRune.
func (l *List) TypedRune(r rune) {
	if l.OnRune != nil && r != ' ' {
		l.OnRune(r)
	}
}

// TypedKey moves the selection and opens rows.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	page := max(int(l.scroll.Size().Height/l.rowHeight)-1, 1)
	switch ev.Name {
	case fyne.KeyUp:
		l.Step(-1)
	case fyne.KeyDown:
		l.Step(1)
	case fyne.KeyPageUp:
		l.Step(-page)
	case fyne.KeyPageDown:
		l.Step(page)
	case fyne.KeyHome:
		l.user(0)
	case fyne.KeyEnd:
		l.user(l.length() - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.Open()
	default:
		passOn(l, ev)
	}
}

// CreateRenderer is called by the toolkit.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *List }

func (r *listRenderer) Destroy()           {}
func (r *listRenderer) MinSize() fyne.Size { return fyne.NewSize(120, r.l.rowHeight) }
func (r *listRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.scroll, r.l.ring}
}

func (r *listRenderer) Layout(size fyne.Size) {
	r.l.scroll.Resize(size)
	r.l.ring.Resize(size)
	r.l.place(false)
}

func (r *listRenderer) Refresh() { r.l.Reload(); r.l.paint() }
