package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pressable is what buttons, chips and rows have in common: they are pressed with the pointer, with
// Enter and with Space, show where the pointer and the focus are, and can be disabled.
type pressable struct {
	widget.BaseWidget
	self             fyne.Widget
	onPressed        func()
	hovered, focused bool
	disabled         bool
}

func (p *pressable) extend(self fyne.Widget) {
	p.self = self
	p.ExtendBaseWidget(self)
}

func (p *pressable) press() {
	if p.onPressed != nil && !p.disabled {
		p.onPressed()
	}
}

// Tapped presses it.
func (p *pressable) Tapped(*fyne.PointEvent) { p.press() }

// MouseIn shows that the pointer has come.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.self.Refresh() }

// MouseMoved is called by the toolkit.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows that the pointer has gone.
func (p *pressable) MouseOut() { p.hovered = false; p.self.Refresh() }

// Cursor returns a pointing hand where there is something to press.
func (p *pressable) Cursor() desktop.Cursor {
	if p.onPressed == nil || p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained shows the focus ring.
func (p *pressable) FocusGained() {
	p.focused = true
	p.self.Refresh()
	Follow(p.self)
}

// FocusLost takes the focus ring away.
func (p *pressable) FocusLost() { p.focused = false; p.self.Refresh() }

// TypedRune is called by the toolkit.
func (p *pressable) TypedRune(rune) {}

// TypedKey presses on Enter and Space and passes every other key on.
func (p *pressable) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press()
	default:
		passOn(p.self, ev)
	}
}

// Disabled reports whether it cannot be pressed now.
func (p *pressable) Disabled() bool { return p.disabled }

// Enable lets it be pressed.
func (p *pressable) Enable() { p.setDisabled(false) }

// Disable keeps it from being pressed, and from the focus.
func (p *pressable) Disable() { p.setDisabled(true) }

func (p *pressable) setDisabled(d bool) {
	if p.disabled != d {
		p.disabled = d
		p.self.Refresh()
	}
}
