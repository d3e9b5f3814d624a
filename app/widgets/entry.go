package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
	"peerage/data"
)

// Entry is a field to type into. Unlike the toolkit's it lets the keys and shortcuts through that
// it has no use for, so that Escape closes the dialog around it, and Ctrl+K and F1 work while
// typing.
type Entry struct {
	widget.Entry

	// OnKey, when it is set, sees each key first and returns whether it took it.
	OnKey func(fyne.KeyName) bool
	// OnFocus, when it is set, is told when the field gets and loses the focus.
	OnFocus func(on bool)

	self    fyne.Widget // the entry, or what embeds it
	ground  *shape
	wheel   *wheel
	focused bool
}

// NewEntry returns a field of one line.
func NewEntry(placeholder string) *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	return e
}

// NewPasswordEntry returns a field of one line that does not show what is typed, unless asked to.
func NewPasswordEntry(placeholder string) *Entry {
	e := NewEntry(placeholder)
	e.Password = true
	return e
}

// NewNoteEntry returns a field of several lines, of which rows are seen. Enter begins a new line.
func NewNoteEntry(placeholder string, rows int) *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	e.SetMinRowsVisible(rows)
	return e
}

func (e *Entry) fillable() {}

// ExtendBaseWidget is called by the constructors of what embeds an Entry.
func (e *Entry) ExtendBaseWidget(self fyne.Widget) {
	e.self = self
	e.Entry.ExtendBaseWidget(self)
}

// FocusGained shows the focus ring.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	Follow(e.self)
	tell(e.OnFocus, true)
}

// FocusLost takes the focus ring away.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	tell(e.OnFocus, false)
}

// tell tells that the focus has come or gone, where somebody wants to know.
func tell(f func(bool), on bool) {
	if f != nil {
		f(on)
	}
}

// CreateRenderer is called by the toolkit.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	e.ground = newShape(func(r *canvas.Rectangle) {
		r.FillColor, r.CornerRadius = look.Color(look.ColorNameCard), fieldRadius
		edge(r, look.ColorNameLine, e.focused)
	})
	own := e.Entry.CreateRenderer()
	e.wheel = newWheel(e, own.Objects())
	return &entryRenderer{own, e}
}

// entryRenderer draws a border like that of every other field in place of the toolkit's, which lies
// half a pixel off and comes out grey.
type entryRenderer struct {
	fyne.WidgetRenderer
	e *Entry
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	const own = 2 // the toolkit's ground and border come first
	return append(append([]fyne.CanvasObject{r.e.ground}, r.WidgetRenderer.Objects()[own:]...), r.e.wheel)
}

func (r *entryRenderer) MinSize() fyne.Size {
	m := r.WidgetRenderer.MinSize()
	return fyne.NewSize(max(m.Width, 60), max(m.Height, fieldHeight))
}

func (r *entryRenderer) Layout(size fyne.Size) {
	r.e.ground.Resize(size)
	r.e.wheel.Resize(size)
	r.WidgetRenderer.Layout(size)
}

func (r *entryRenderer) Refresh() {
	r.e.ground.Refresh()
	r.WidgetRenderer.Refresh()
}

// TypedKey is called by the toolkit.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(ev.Name) {
		return
	}
	switch ev.Name {
	case fyne.KeyEscape, fyne.KeyF1:
		passOn(e.self, ev)
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine && e.OnSubmitted == nil {
			passOn(e.self, ev)
			return
		}
		e.Entry.TypedKey(ev)
	default:
		e.Entry.TypedKey(ev)
	}
}

// TypedShortcut is called by the toolkit. Enter with Ctrl, on macOS Cmd, confirms the dialog around
// the field, also where Enter alone begins a new line.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		passOn(e.self, &fyne.KeyEvent{Name: c.KeyName})
		return
	}
	e.Entry.TypedShortcut(s)
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(e.self).(fyne.Shortcutable); ok && forWindow(s) {
		c.TypedShortcut(s)
	}
}

// forWindow reports whether a shortcut is none of a field's own.
func forWindow(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	return ok && !moves(custom.KeyName)
}

// AcceptsTab returns false: the Tab key goes on to the next field, in fields of several lines too.
func (e *Entry) AcceptsTab() bool { return false }

// moves reports the keys that, with a modifier, move or delete by the word.
func moves(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// SearchEntry is a field whose list stands below it: the keys that move in a list go to the list
// while the caret stays in the field.
type SearchEntry struct {
	Entry
	OnUp, OnDown, OnOpen, OnEscape func() // each may be nil
}

// NewSearchEntry returns a search field; changed is told the text at every key.
func NewSearchEntry(placeholder string, changed func(string)) *SearchEntry {
	s := &SearchEntry{}
	s.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	s.ExtendBaseWidget(s)
	s.SetPlaceHolder(placeholder)
	s.SetIcon(theme.NewColoredResource(theme.SearchIcon(), theme.ColorNamePlaceHolder))
	s.OnChanged = changed
	s.OnKey = s.key
	return s
}

// key hands the keys of the list on. Escape first empties the field; only when it is empty does it
// go to whoever asked for it, or out of the field.
func (s *SearchEntry) key(k fyne.KeyName) bool {
	var f func()
	switch k {
	case fyne.KeyUp:
		f = s.OnUp
	case fyne.KeyDown:
		f = s.OnDown
	case fyne.KeyReturn, fyne.KeyEnter:
		f = s.OnOpen
	case fyne.KeyEscape:
		if s.Text != "" {
			s.SetText("")
			return true
		}
		f = s.OnEscape
	}
	if f == nil {
		return false
	}
	f()
	return true
}

// DayEntry is a field for a day of which a part may be unknown, typed as 2016, 2016-06 or
// 2016-06-30.
type DayEntry struct {
	Entry
	// Reads, when it is set, reads what is typed in other words, and reports whether it could.
	Reads func(string) (data.PartialDay, bool)
	// Replaced says that what stands in the field is a proposal: it is chosen with the focus, and typing replaces it.
	Replaced bool
}

// NewDayEntry returns a field that shows day.
func NewDayEntry(placeholder string, day data.PartialDay) *DayEntry {
	e := &DayEntry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	e.SetText(day.String())
	return e
}

// FocusGained shows the focus ring.
func (e *DayEntry) FocusGained() {
	e.Entry.FocusGained()
	if e.Replaced {
		e.Entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// Day returns what is typed: the unknown day for nothing, and an *data.Invalid for field when it is no
// day.
func (e *DayEntry) Day(field string) (data.PartialDay, error) {
	typed := strings.TrimSpace(e.Text)
	day, err := data.ParsePartialDay(typed)
	if err != nil && e.Reads != nil {
		if read, ok := e.Reads(typed); ok {
			return read, nil
		}
	}
	switch {
	case err == nil:
		return day, nil
	case looksLikeDay(typed):
		return data.PartialDay{}, &data.Invalid{Field: field, Reason: data.NoSuchDay}
	}
	return data.PartialDay{}, &data.Invalid{Field: field, Reason: data.NotADay}
}

// looksLikeDay reports whether a text has the form of a month or a day, though there may be none such: 30
// February.
func looksLikeDay(s string) bool {
	return (len(s) == len("2016-06") || len(s) == len("2016-06-30")) && strings.Trim(s, "0123456789-") == "" &&
		s[4] == '-' && strings.Count(s, "-") == len(s)/4
}
