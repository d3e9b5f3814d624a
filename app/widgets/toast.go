package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"peerage/app/look"
)

// ToastTime is how long a toast stays at least; one with much to read stays longer.
const ToastTime = 4 * time.Second

// readingTime is how long one character takes to be read, without haste.
const readingTime = 60 * time.Millisecond

// Toast says above the lower edge of its place what has just happened, with a way to take it back. It is
// laid over the window; in a slim place its words stand above its button.
type Toast struct {
	Composite
	// Turned is told when it has come into sight, or gone. It may be nil.
	Turned func()

	words  *Text
	action *Button
	after  func(time.Duration, func()) (stop func())
	stop   func()
	box    *fyne.Container
}

// NewToast returns a toast that shows nothing yet. after calls a function once a time has passed,
// unless it is stopped before.
func NewToast(after func(time.Duration, func()) (stop func())) *Toast {
	t := &Toast{words: NewText("", look.Body.In(look.ColorNamePaper)), after: after}
	t.action = NewButton("", nil)
	ground := newShape(func(r *canvas.Rectangle) {
		r.FillColor, r.CornerRadius = look.Color(look.ColorNameInk), look.CardRadius
	})
	t.box = container.New(stack{}, ground, Inset(look.RowInset, 8, container.New(&said{beside: &sides{gap: look.Gap, centre: t.words, right: t.action}}, t.words, t.action)))
	t.Compose(t, container.New(bottom{t}, t.box))
	t.BaseWidget.Hide()
	return t
}

// Say shows text, with a button unless action is "". What was shown before is gone.
func (t *Toast) Say(text, action string, pressed func()) {
	t.rest()
	t.words.SetText(text)
	t.action.SetText(action)
	t.action.Hidden = action == ""
	t.action.OnPressed(func() {
		t.Hide()
		pressed()
	})
	t.stop = t.after(max(ToastTime, time.Duration(len([]rune(text)))*readingTime), t.Hide)
	t.BaseWidget.Show()
	t.Relayout()
	t.turn()
}

// Hide takes the toast away.
func (t *Toast) Hide() {
	t.rest()
	if t.Visible() {
		t.BaseWidget.Hide()
		t.turn()
	}
}

// rest forgets when the toast was to go.
func (t *Toast) rest() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

func (t *Toast) turn() {
	if t.Turned != nil {
		t.Turned()
	}
}

// Takes returns how much of the lower edge of a place of a width the toast takes, 0 while it is out of sight.
func (t *Toast) Takes(width float32) float32 {
	if !t.Visible() {
		return 0
	}
	w, below := t.measure(width)
	return heightFor(t.box, w) + 2*below
}

// Text returns what is shown, "" when nothing is.
func (t *Toast) Text() string {
	if !t.Visible() {
		return ""
	}
	return t.words.AccessibilityLabel()
}

// slimToast is the width of a place below which words and button do not stand beside each other.
const slimToast float32 = 260

// bottom centres one object above the lower edge and leaves the rest of the page to the pointer.
type bottom struct{ t *Toast }

// measure returns how wide the box is in a place of a width, and how far above its lower edge.
func (t *Toast) measure(width float32) (wide, below float32) {
	margin, below := look.PageInset, float32(12)
	if width < slimToast {
		margin, below = 10, 10
	}
	natural := t.words.Natural() + 2*look.RowInset
	if t.action.Visible() {
		natural += look.Gap + t.action.MinSize().Width
	}
	return min(ceil(natural)+1, 560, width-2*margin), below
}

func (b bottom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w, below := b.t.measure(size.Width)
	for _, o := range objects {
		h := heightFor(o, w)
		o.Resize(fyne.NewSize(w, h))
		o.Move(fyne.NewPos(float32(int((size.Width-w)/2)), size.Height-h-below))
	}
}

func (bottom) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// said puts the button of a toast at the right of its words, or below them where the place is slim.
type said struct {
	beside fyne.Layout
	slim   bool
}

func (l *said) arranged() fyne.Layout {
	if l.slim {
		return column{look.SmallGap}
	}
	return l.beside
}

func (l *said) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.slim = size.Width < slimToast-2*look.RowInset
	l.arranged().Layout(objects, size)
}

func (l *said) MinSize(objects []fyne.CanvasObject) fyne.Size { return l.arranged().MinSize(objects) }
