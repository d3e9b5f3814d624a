package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/widgets"
)

// The width of the rail, with words and, in a narrow window, with icons alone.
const (
	railWidth   float32 = 176
	widestRail  float32 = 240 // in a language of long words
	narrowRail  float32 = 60
	narrowBelow float32 = 960
)

// rail is the bar at the left: where one can go, and where one is.
type rail struct {
	widget.BaseWidget
	items   []*railItem
	name    string
	fresh   func(n int) string // says that so many are new
	waits   func(n int) string // says that so many wait today
	counted func(n int) string // writes a count, and none as nothing
	tip     *tip
	brand   *widgets.Line
	narrow  bool
	foot    fyne.CanvasObject // at the lower end
	body    *fyne.Container
}

func newRail(sh *shell) *rail {
	w := sh.words
	r := &rail{
		name: w.T("rail.name"), brand: widgets.NewWholeLine(w.T("rail.name"), look.Brand), tip: newTip(),
		fresh: func(n int) string { return w.N("rail.new", n) },
		waits: func(n int) string { return w.N("rail.waits", n) },
		counted: func(n int) string {
			if n == 0 {
				return ""
			}
			return w.Number(n)
		},
	}
	add := func(screen page.Screen, icon, text string, open func()) *railItem {
		item := newRailItem(drawing(icon), text, open)
		item.screen, item.told = screen, r.hint
		r.items = append(r.items, item)
		return item
	}
	top := container.NewVBox(
		add(page.TodayScreen, "today", w.T("rail.today"), func() { sh.Open(page.Today()) }),
		add(page.PeopleScreen, "people", w.T("rail.people"), func() { sh.Open(page.People()) }),
		add(page.MovesScreen, "moves", w.T("rail.moves"), func() { sh.Open(page.Moves()) }),
		add(page.OpportunitiesScreen, "opportunities", w.T("rail.opportunities"), func() { sh.Open(page.Opportunities()) }),
		add(page.OrganisationsScreen, "organisation", w.T("rail.organisations"), func() { sh.Open(page.Organisations()) }),
		add(page.AgendaScreen, "calendar", w.T("rail.agenda"), func() { sh.Open(page.Agenda()) }),
	)
	foot := container.NewVBox(
		add(page.ImportingScreen, "import", w.T("rail.import"), func() { sh.Open(page.Importing()) }),
		add(page.SettingsScreen, "settings", w.T("rail.settings"), func() { sh.Open(page.Settings()) }),
	)
	head := widgets.Inset(20, 16, r.brand)
	r.foot = widgets.Inset(itemInset, 14, foot)
	r.body = container.NewStack(widgets.Ground(look.ColorNameRail),
		container.NewBorder(head, r.foot, nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, itemInset, itemInset), top)))
	r.ExtendBaseWidget(r)
	return r
}

// choose marks the screen that is open.
func (r *rail) choose(s page.Screen) {
	for _, item := range r.items {
		if on := item.screen == s; on != item.chosen {
			item.chosen = on
			item.Refresh()
		}
	}
}

// setCounts writes the counts at the right: "7", and "3 new" where what is counted waits for a word.
func (r *rail) setCounts(c railCounts) {
	for _, item := range r.items {
		text := ""
		item.said, item.marked = "", false
		switch item.screen {
		case page.TodayScreen:
			if text = r.counted(c.today); text != "" {
				item.said, item.marked = r.waits(c.today), true
			}
		case page.PeopleScreen:
			text = r.counted(c.people)
		case page.MovesScreen:
			if c.moves > 0 {
				text = r.fresh(c.moves)
				item.said, item.marked = text, true
			}
		}
		item.count.SetText(text)
		item.Refresh()
	}
}

func (r *rail) setNarrow(narrow bool) {
	if narrow == r.narrow {
		return
	}
	r.narrow = narrow
	r.tip.Hide()
	shown := r.name
	if narrow {
		shown = parts.Initials(r.name)
	}
	r.brand.SetText(shown)
	for _, item := range r.items {
		item.narrow = narrow
		item.Refresh()
	}
	r.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *rail) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.body) }

// width returns the width of the rail: with words that in which each fits beside its count.
func (r *rail) width() float32 {
	if r.narrow {
		return narrowRail
	}
	width := railWidth
	for _, item := range r.items {
		width = max(width, item.wanted()+2*itemInset)
	}
	return min(width, widestRail)
}

// railLayout puts the page beside the rail, which shrinks to icons in a narrow window. There the page ends above a
// toast.
type railLayout struct {
	rail  *rail
	toast *widgets.Toast
}

func (l *railLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[1].MinSize()
	return fyne.NewSize(narrowRail+least.Width, least.Height)
}

func (l *railLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.rail.setNarrow(size.Width < narrowBelow)
	width := l.rail.width()
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	high := size.Height
	if l.rail.narrow {
		high -= l.toast.Takes(size.Width - width)
	}
	objects[1].Resize(fyne.NewSize(size.Width-width, high))
	objects[1].Move(fyne.NewPos(width, 0))
}

// toastLayout puts the toast where it covers nothing: into the empty part of the rail, and where that has icons alone
// below the page.
type toastLayout struct{ rail *rail }

func (l *toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l *toastLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at, area := fyne.Position{}, fyne.NewSize(l.rail.width(), size.Height-l.rail.foot.MinSize().Height)
	if size.Width < narrowBelow {
		at, area = fyne.NewPos(narrowRail, 0), size.SubtractWidthHeight(narrowRail, 0)
	}
	objects[0].Move(at)
	objects[0].Resize(area)
}

// railItem is one place in the rail.
type railItem struct {
	widget.BaseWidget
	screen   page.Screen
	text     string
	pressed  func()
	chosen   bool
	narrow   bool
	hovered  bool
	focused  bool
	icon     *widgets.Icon
	label    *widgets.Line
	count    *widgets.Line
	ground   *canvas.Rectangle
	resource fyne.Resource
	said     string // what the count says, "" for nothing that asks for something
	marked   bool   // so that a mark stands at the icon where there is no room for the count
	mark     *canvas.Circle
	told     func(*railItem) // when the pointer or the focus comes or goes
}

var (
	_ fyne.Focusable     = (*railItem)(nil)
	_ desktop.Hoverable  = (*railItem)(nil)
	_ desktop.Cursorable = (*railItem)(nil)
)

func newRailItem(icon fyne.Resource, text string, pressed func()) *railItem {
	i := &railItem{text: text, pressed: pressed, resource: icon}
	i.icon = widgets.NewIcon(icon, 18, look.ColorNameInk)
	i.label = widgets.NewLine(text, look.Body)
	i.count = widgets.NewWholeLine("", look.Second)
	i.ground = canvas.NewRectangle(color.Transparent)
	i.ground.CornerRadius = look.ButtonRadius
	i.mark = canvas.NewCircle(look.Color(look.ColorNameClaret))
	i.mark.Hide() // until something is counted: an item may be drawn before it is refreshed
	i.ExtendBaseWidget(i)
	return i
}

// Tapped goes there.
func (i *railItem) Tapped(*fyne.PointEvent) { i.pressed() }

// MouseIn, MouseMoved and MouseOut show where the pointer is.
func (i *railItem) MouseIn(*desktop.MouseEvent)    { i.hovered = true; i.seen() }
func (i *railItem) MouseMoved(*desktop.MouseEvent) {}
func (i *railItem) MouseOut()                      { i.hovered = false; i.seen() }

// Cursor returns a pointing hand.
func (i *railItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained and FocusLost show the focus ring.
func (i *railItem) FocusGained() { i.focused = true; i.seen() }
func (i *railItem) FocusLost()   { i.focused = false; i.seen() }

func (i *railItem) seen() {
	i.Refresh()
	i.told(i)
}

// TypedRune is called by the toolkit.
func (i *railItem) TypedRune(rune) {}

// TypedKey goes there on Enter and Space. F1 lists the keys from here, too; the page's own are for
// whoever has gone to the page.
func (i *railItem) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		i.pressed()
	case fyne.KeyF1:
		if c := fyne.CurrentApp().Driver().CanvasForObject(i); c != nil {
			c.OnTypedKey()(ev)
		}
	}
}

// AccessibilityLabel returns the item's words, and what its count says.
func (i *railItem) AccessibilityLabel() string {
	if i.said == "" {
		return i.text
	}
	return i.text + ", " + i.said
}

// AccessibilityRole returns the role of a button.
func (i *railItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (i *railItem) CreateRenderer() fyne.WidgetRenderer { return &railItemRenderer{i} }

type railItemRenderer struct{ i *railItem }

const (
	railItemHeight float32 = 36
	itemInset      float32 = 10 // between an item and the edge of the rail
	labelStart     float32 = 38 // after the icon
	countRoom      float32 = 16 // around the count, besides its width
	markSize       float32 = 8
	usualCount     float32 = 28 // the width of a count, which comes after the words
)

// wanted returns the width in which the words are whole, also in the bold type of the chosen item.
func (i *railItem) wanted() float32 {
	count := itemInset
	switch i.screen {
	case page.TodayScreen, page.PeopleScreen, page.MovesScreen:
		count = usualCount + countRoom
	}
	return labelStart + max(widgets.NewLine(i.text, look.Name).Natural(), i.label.Natural()) + count
}

func (r *railItemRenderer) Destroy() {}

func (r *railItemRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.i.ground, r.i.icon, r.i.label, r.i.count, r.i.mark}
}

func (r *railItemRenderer) MinSize() fyne.Size {
	return fyne.NewSize(narrowRail-2*itemInset, railItemHeight)
}

func (r *railItemRenderer) Layout(size fyne.Size) {
	i := r.i
	i.ground.Resize(size)
	at := float32(10)
	if i.narrow {
		at = (size.Width - 18) / 2
	}
	i.icon.Resize(fyne.NewSize(18, 18))
	i.icon.Move(fyne.NewPos(at, (size.Height-18)/2))
	i.mark.Resize(fyne.NewSquareSize(markSize))
	i.mark.Move(fyne.NewPos(at+18-markSize/2, (size.Height-18)/2-markSize/2))
	count := i.count.MinSize()
	i.count.Resize(count)
	i.count.Move(fyne.NewPos(size.Width-count.Width-10, (size.Height-count.Height)/2))
	room := itemInset
	if count.Width > 0 {
		room = count.Width + countRoom
	}
	i.label.Resize(fyne.NewSize(max(0, size.Width-labelStart-room), look.Body.Height))
	i.label.Move(fyne.NewPos(labelStart, (size.Height-look.Body.Height)/2))
}

func (r *railItemRenderer) Refresh() {
	i := r.i
	style, ground := look.Body, color.Color(color.Transparent)
	switch {
	case i.chosen:
		style, ground = look.Name.In(look.ColorNameClaret), look.Color(look.ColorNameCard)
	case i.hovered:
		ground = look.Color(look.ColorNameHover)
	}
	i.ground.FillColor = ground
	i.ground.StrokeWidth = 0
	if i.focused {
		i.ground.StrokeColor, i.ground.StrokeWidth = look.Color(look.ColorNameClaret), 2
	}
	i.label.Set(i.text, style)
	i.icon.Set(i.resource, style.Color)
	i.label.Hidden, i.count.Hidden, i.mark.Hidden = i.narrow, i.narrow, !i.narrow || !i.marked
	i.mark.FillColor = look.Color(look.ColorNameClaret)
	i.mark.Refresh()
	r.Layout(i.Size())
	i.ground.Refresh()
}
