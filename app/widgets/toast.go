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
	words  *Text
	action *Button
	after  func(time.Duration, func()) (stop func())
	stop   func()
}

// NewToast returns a toast that shows nothing yet. after calls a function once a time has passed,
// unless it is stopped before.
func NewToast(after func(time.Duration, func()) (stop func())) *Toast {
	t := &Toast{words: NewText("", look.Body.In(look.ColorNamePaper)), after: after}
	t.action = NewButton("", nil)
	ground := newShape(func(r *canvas.Rectangle) {
		r.FillColor, r.CornerRadius = look.Color(look.ColorNameInk), look.CardRadius
	})
	box := container.New(stack{}, ground, Inset(look.RowInset, 8, container.New(&said{beside: &sides{gap: look.Gap, centre: t.words, right: t.action}}, t.words, t.action)))
	t.Compose(t, container.New(bottom{t}, box))
	t.BaseWidget.Hide()
	return t
}

// Say shows text, with a button unless action is "". What was shown before is gone.
func (t *Toast) Say(text, action string, pressed func()) {
	t.Hide()
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
}

// Hide takes the toast away.
func (t *Toast) Hide() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.BaseWidget.Hide()
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

func (b bottom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margin, below := look.PageInset, float32(24)
	if size.Width < slimToast {
		margin, below = 10, 10
	}
	natural := b.t.words.Natural() + 2*look.RowInset
	if b.t.action.Visible() {
		natural += look.Gap + b.t.action.MinSize().Width
	}
	for _, o := range objects {
		w := min(ceil(natural)+1, 560, size.Width-2*margin)
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
