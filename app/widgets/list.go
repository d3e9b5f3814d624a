package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
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

	length    func() int
	create    func() fyne.CanvasObject
	update    func(index int, row fyne.CanvasObject)
	rowHeight float32

	selected int
	focused  bool
	slots    []*listRow // row i is shown by slot i modulo their number
	body     *fyne.Container
	scroll   *container.Scroll
	ring     *canvas.Rectangle
}

// NewList returns a list. create makes an empty row, update fills it for an index; both must be
// cheap, update runs for each row that scrolls into sight.
func NewList(length func() int, create func() fyne.CanvasObject, update func(index int, row fyne.CanvasObject)) *List {
	l := &List{length: length, create: create, update: update, rowHeight: look.RowHeight, selected: -1}
	l.body = container.New(listBody{l})
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
func (l *List) ScrollToTop() { l.scroll.ScrollToTop() }

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
	l.scroll.ScrollToOffset(fyne.NewPos(0, max(offset, 0)))
	l.place(false)
}

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
		l.body.Objects = l.body.Objects[:0]
		for _, s := range l.slots {
			l.body.Objects = append(l.body.Objects, s)
		}
	}
	first := min(max(int((l.scroll.Offset.Y+l.Lead)/l.rowHeight), 0), n-wanted)
	for i := first; i < first+wanted; i++ {
		s := l.slots[i%wanted]
		if s.Size().Width != size.Width {
			s.Resize(fyne.NewSize(size.Width, l.rowHeight))
		}
		if all || s.index != i {
			s.show(i)
		}
	}
}

func (l *List) paint() {
	for _, s := range l.slots {
		s.paint()
	}
	l.ring.StrokeColor, l.ring.StrokeWidth = color.Transparent, 0
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

// listBody is as high as all rows, and puts the slots where their rows are.
type listBody struct{ l *List }

func (b listBody) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, max(b.l.top(b.l.length()), 0))
}

func (b listBody) Layout([]fyne.CanvasObject, fyne.Size) { b.l.place(false) }

// listRow is a slot: the ground that shows selection and pointer, the row, and the hairline below.
type listRow struct {
	widget.BaseWidget
	list    *List
	index   int
	hovered bool
	card    *slice // under it all, where the row stands on a card
	ground  *canvas.Rectangle
	line    *canvas.Rectangle
	child   fyne.CanvasObject
}

var _ desktop.Hoverable = (*listRow)(nil)

func newListRow(l *List) *listRow {
	r := &listRow{list: l, index: -1, card: newSlice(), ground: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent), child: l.create()}
	r.ExtendBaseWidget(r)
	return r
}

func (r *listRow) show(index int) {
	r.index, r.hovered = index, false
	r.Move(fyne.NewPos(0, r.list.top(index)))
	r.list.update(index, r.child)
	r.paint()
}

func (r *listRow) paint() {
	fill, stroke, width := color.Color(color.Transparent), color.Color(color.Transparent), float32(0)
	switch {
	case r.index == r.list.selected:
		fill = look.Color(look.ColorNameClaretTint)
		if r.list.focused {
			stroke, width = look.Color(look.ColorNameClaret), 2
		}
	case r.hovered:
		fill = look.Color(look.ColorNameHover)
	}
	r.paintCard()
	if r.ground.FillColor != fill || r.ground.StrokeWidth != width || r.ground.StrokeColor != stroke {
		r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = fill, stroke, width
		r.ground.Refresh()
	}
	line := look.Color(look.ColorNameLine)
	if r.list.Carded != nil && (r.card.Hidden || r.card.last) { // the card has an edge of its own
		line = color.Transparent
	}
	if r.line.FillColor != line {
		r.line.FillColor = line
		r.line.Refresh()
	}
}

// paintCard gives the row its part of the card it stands on.
func (r *listRow) paintCard() {
	carded := func(i int) bool { return i >= 0 && i < r.list.length() && r.list.Carded(i) }
	on := r.list.Carded != nil && carded(r.index)
	r.card.Hidden = !on
	if on {
		r.card.set(!carded(r.index-1), !carded(r.index+1))
		r.ground.TopLeftCornerRadius, r.ground.BottomLeftCornerRadius = r.card.radii()
	} else {
		r.ground.TopLeftCornerRadius, r.ground.BottomLeftCornerRadius = 0, 0
	}
	r.ground.TopRightCornerRadius, r.ground.BottomRightCornerRadius = r.ground.TopLeftCornerRadius, r.ground.BottomLeftCornerRadius
}

// Tapped selects the row.
func (r *listRow) Tapped(*fyne.PointEvent) {
	if r.inert() {
		return
	}
	if r.list.OnTapped != nil {
		r.list.OnTapped(r.index)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r.list); c != nil {
		c.Focus(r.list)
	}
	r.list.user(r.index)
}

// MouseIn shows that the pointer has come.
func (r *listRow) MouseIn(*desktop.MouseEvent) { r.hovered = !r.inert(); r.paint() }

func (r *listRow) inert() bool { return r.list.Inert != nil && r.list.Inert(r.index) }

// MouseMoved is called by the toolkit.
func (r *listRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has gone.
func (r *listRow) MouseOut() { r.hovered = false; r.paint() }

// CreateRenderer is called by the toolkit.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer { return &listRowRenderer{r} }

type listRowRenderer struct{ r *listRow }

func (x *listRowRenderer) Destroy()           {}
func (x *listRowRenderer) MinSize() fyne.Size { return fyne.NewSize(40, x.r.list.rowHeight) }
func (x *listRowRenderer) Refresh()           { x.r.paint(); x.r.child.Refresh() }

func (x *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{x.r.card, x.r.ground, x.r.child, x.r.line}
}

func (x *listRowRenderer) Layout(size fyne.Size) {
	x.r.card.Resize(size)
	x.r.ground.Resize(size)
	x.r.child.Resize(fyne.NewSize(size.Width, size.Height-look.Hairline))
	x.r.line.Resize(fyne.NewSize(size.Width, look.Hairline))
	x.r.line.Move(fyne.NewPos(0, size.Height-look.Hairline))
}
