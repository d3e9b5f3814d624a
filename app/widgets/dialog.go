package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"peerage/app/look"
)

// Dialog asks for something over the page. Escape closes it, Enter confirms, the focus starts in its
// first field and returns to where it was.
type Dialog struct {
	// Width is that of the whole dialog; DialogWidth when it is 0.
	Width float32
	// Unsettled is said at a control in which something is typed that has no meaning yet.
	Unsettled string
	// OnClosed is told when the dialog is gone, confirmed or not.
	OnClosed func()

	window  fyne.Window
	title   string
	content fyne.CanvasObject
	extra   []fyne.CanvasObject
	confirm *Button
	cancel  *Button
	scroll  *container.Scroll    // around the content
	overlay *curtain             // nil while the dialog is closed
	keys    func(*fyne.KeyEvent) // who listened on the canvas before
}

// DialogWidth is the usual width of a dialog.
const DialogWidth float32 = 460

// NewDialog returns a dialog that is not shown yet. Say with Confirm and Cancel what its buttons are.
func NewDialog(window fyne.Window, title string, content fyne.CanvasObject) *Dialog {
	return &Dialog{window: window, title: title, content: content}
}

// Confirm adds the button that does it, and Enter with it. do returns whether the dialog is to close,
// so that it can stay open on a field that is refused.
func (d *Dialog) Confirm(text string, do func() bool) *Dialog {
	d.confirm = NewPrimary(text, func() {
		if d.settled() && do() {
			d.Close()
		}
	})
	return d
}

// Unsettled is a control that what is typed into can be left without a meaning, such as half a name.
type Unsettled interface {
	// Settle reports whether nothing is left so, and else says why at the control.
	Settle(why string) bool
}

// settled reports whether no control of the dialog is left without a meaning.
func (d *Dialog) settled() bool {
	left := unsettled(d.content, d.Unsettled)
	if left == nil {
		return true
	}
	for _, around := range slices.Backward(pathTo(d.content, left)) {
		around.Refresh() // what the control says takes room
	}
	d.Relayout()
	return false
}

// unsettled returns the first control within o that is left without a meaning, nil when there is none.
func unsettled(o fyne.CanvasObject, why string) fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	if u, ok := o.(Unsettled); ok && !u.Settle(why) {
		return o
	}
	for _, child := range children(o) {
		if left := unsettled(child, why); left != nil {
			return left
		}
	}
	return nil
}

// SetConfirm changes what the button that does it says. It comes after Confirm.
func (d *Dialog) SetConfirm(text string) {
	d.confirm.SetText(text)
	d.Relayout()
}

// Relayout gives the dialog the size that its content needs, after that has changed, and keeps in sight what has
// the focus. For one that is closed it does nothing.
func (d *Dialog) Relayout() {
	if d.overlay == nil {
		return
	}
	d.overlay.Relayout()
	if focused, ok := d.window.Canvas().Focused().(fyne.CanvasObject); ok {
		Follow(focused)
	}
}

// Grown gives a dialog its layout again after something in it that has the focus has grown, and keeps that in
// sight. Outside a dialog it does nothing.
func Grown(o fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if over, dialog := c.Overlays().Top().(*curtain); dialog {
			over.Relayout()
			Follow(o)
		}
	}
}

// ConfirmKey says which key confirms where Enter alone begins a new line. It is shown at the button of
// a dialog that has a field of several lines. It comes after Confirm.
func (d *Dialog) ConfirmKey(key string) *Dialog {
	if severalLines(d.content) {
		d.confirm.WithKey(key)
	}
	return d
}

// severalLines reports whether a field of several lines is in o.
func severalLines(o fyne.CanvasObject) bool {
	if e, ok := o.(*Entry); ok {
		return e.MultiLine
	}
	return slices.ContainsFunc(children(o), severalLines)
}

// Cancel adds the button that closes the dialog and does nothing.
func (d *Dialog) Cancel(text string) *Dialog {
	d.cancel = NewButton(text, d.Close)
	return d
}

// Extra adds a button at the left, for a third way out.
func (d *Dialog) Extra(button *Button) *Dialog {
	d.extra = append(d.extra, button)
	return d
}

// Show opens the dialog. Showing one that is open does nothing.
func (d *Dialog) Show() {
	if d.Open() {
		return
	}
	on := d.window.Canvas()
	d.overlay = newCurtain(d.box())
	on.Overlays().Add(d.overlay)
	d.keys = on.OnTypedKey()
	on.SetOnTypedKey(d.typed)
	hearConfirming(on)
	if !Focus(on, d.content) {
		for _, b := range []*Button{d.confirm, d.cancel} {
			if b != nil {
				on.Focus(b)
				break
			}
		}
	}
}

// hearConfirming lets Enter with Ctrl, on macOS Cmd, confirm the dialog on top wherever the focus is in it.
// Fields hear it themselves.
func hearConfirming(on fyne.Canvas) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		on.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
			if _, dialog := on.Overlays().Top().(*curtain); dialog && on.OnTypedKey() != nil {
				on.OnTypedKey()(&fyne.KeyEvent{Name: key})
			}
		})
	}
}

// box returns the dialog itself: title, content, buttons.
func (d *Dialog) box() *fyne.Container {
	ends := Row(look.SmallGap)
	for _, b := range []*Button{d.cancel, d.confirm} {
		if b != nil {
			ends.Add(b)
		}
	}
	ground := newSurface(func(g *face) {
		g.fill, g.top, g.bottom = look.Color(look.ColorNameCard), look.CardRadius, look.CardRadius
	})
	width := d.Width
	if width == 0 {
		width = DialogWidth
	}
	l := &dialogLayout{width: width, ground: ground, title: NewText(d.title, look.Heading),
		content: container.New(beforeBar{}, d.content), buttons: Sides(look.SmallGap, Row(look.SmallGap, d.extra...), nil, ends)}
	l.scroll = container.NewVScroll(l.content)
	d.scroll = l.scroll
	return container.New(l, ground, l.title, l.scroll, l.buttons)
}

// typed hears the keys that nothing in the dialog has used.
func (d *Dialog) typed(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		d.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.confirm != nil {
			d.confirm.press()
		}
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		d.scroll.ScrollToOffset(d.scroll.Offset.AddXY(0, d.far(ev.Name)))
	}
}

// far is how far a key scrolls content that does not fit, downwards.
func (d *Dialog) far(key fyne.KeyName) float32 {
	const line = 3 * look.SmallGap
	page := max(d.scroll.Size().Height-line, line)
	return map[fyne.KeyName]float32{fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page}[key]
}

// Close closes the dialog as Cancel does. Closing one that is closed does nothing.
func (d *Dialog) Close() {
	if !d.Open() {
		return
	}
	on := d.window.Canvas()
	on.Overlays().Remove(d.overlay)
	d.overlay = nil
	on.SetOnTypedKey(d.keys)
	if d.OnClosed != nil {
		d.OnClosed()
	}
}

// Open reports whether the dialog is seen.
func (d *Dialog) Open() bool { return d.overlay != nil }

const (
	dialogInset  float32 = 24
	dialogMargin float32 = 20 // between the dialog and the window's edge
)

// dialogLayout stacks title, content and buttons. Content that would reach out of the window scrolls,
// so that title and buttons stay in sight.
type dialogLayout struct {
	width   float32
	ground  *surface
	title   *Text
	content *fyne.Container
	scroll  *container.Scroll
	buttons *fyne.Container
}

func (l *dialogLayout) rest() float32 {
	return 2*dialogInset + l.title.MinSize().Height + l.buttons.MinSize().Height + 14 + look.Gap
}

func (l *dialogLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.ground.Resize(size)
	inner, y := size.Width-2*dialogInset, dialogInset
	heightFor(l.content, inner+barRoom)
	place := func(o fyne.CanvasObject, h float32) {
		o.Move(fyne.NewPos(dialogInset, y))
		o.Resize(fyne.NewSize(inner, h))
		y += h
	}
	place(l.title, heightFor(l.title, inner))
	y += 14
	place(l.scroll, max(size.Height-l.rest(), 0))
	l.scroll.Resize(fyne.NewSize(inner+barRoom, l.scroll.Size().Height))
	y += look.Gap
	place(l.buttons, l.buttons.MinSize().Height)
}

func (l *dialogLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	heightFor(l.title, l.width-2*dialogInset)
	return fyne.NewSize(l.width, l.rest()+l.content.MinSize().Height)
}

// barRoom is the room at the right of the content in which its scroll bar appears.
const barRoom float32 = 14

// beforeBar leaves that room.
type beforeBar struct{}

func (beforeBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(max(size.Width-barRoom, 0), size.Height))
	}
}

func (beforeBar) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stack{}.MinSize(objects)
}

// curtain dims the page, keeps the pointer from it, and centres a dialog before it.
type curtain struct {
	Composite
}

func newCurtain(box fyne.CanvasObject) *curtain {
	c := &curtain{}
	veil := newShape(func(r *canvas.Rectangle) { r.FillColor = look.Color(look.ColorNameVeil) })
	c.Compose(c, container.New(middle{}, veil, box))
	return c
}

// Tapped keeps taps from the page.
func (c *curtain) Tapped(*fyne.PointEvent) {}

type middle struct{}

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	box := objects[1]
	w := min(box.MinSize().Width, size.Width-2*dialogMargin)
	h := min(heightFor(box, w), size.Height-2*dialogMargin)
	box.Resize(fyne.NewSize(w, h))
	box.Move(fyne.NewPos(float32(int((size.Width-w)/2)), float32(int((size.Height-h)/2))))
}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }
