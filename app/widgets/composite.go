package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Composite is a widget made of other widgets, to be embedded: the toolkit draws the children of a
// *fyne.Container, but not those of a type that embeds one.
type Composite struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

// Compose makes self show content. It is called once, by the constructor of what embeds the
// Composite.
func (c *Composite) Compose(self fyne.Widget, content fyne.CanvasObject) {
	c.content = content
	c.ExtendBaseWidget(self)
}

// Content returns what the widget is made of.
func (c *Composite) Content() fyne.CanvasObject { return c.content }

// Relayout gives the parts their places again, after one of them has come, gone or changed its size.
func (c *Composite) Relayout() {
	c.content.Refresh()
	c.Refresh()
}

// CreateRenderer is called by the toolkit.
func (c *Composite) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// Focus gives the focus to the first field within o, else to the first thing that can have it, and
// reports whether there was one. c is the canvas that o is on.
func Focus(c fyne.Canvas, o fyne.CanvasObject) bool {
	first := firstFocus(o, func(f fyne.Focusable) bool { _, ok := f.(field); return ok })
	if first == nil {
		first = firstFocus(o, func(fyne.Focusable) bool { return true })
	}
	if first != nil {
		c.Focus(first)
	}
	return first != nil
}

// field is what is filled in, other than what is pressed.
type field interface{ fillable() }

func firstFocus(o fyne.CanvasObject, wanted func(fyne.Focusable) bool) fyne.Focusable {
	if o == nil || !o.Visible() {
		return nil
	}
	if f, ok := o.(fyne.Focusable); ok {
		if d, ok := o.(fyne.Disableable); ok && d.Disabled() || !wanted(f) {
			return nil
		}
		return f
	}
	for _, child := range children(o) {
		if f := firstFocus(child, wanted); f != nil {
			return f
		}
	}
	return nil
}

// Holds reports whether what has the focus lies within o, whether o is in sight or not. o may be nil.
func Holds(o fyne.CanvasObject, focused fyne.Focusable) bool {
	if f, ok := o.(fyne.Focusable); ok && f == focused {
		return true
	}
	return slices.ContainsFunc(children(o), func(child fyne.CanvasObject) bool { return Holds(child, focused) })
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case interface{ Content() fyne.CanvasObject }:
		return []fyne.CanvasObject{o.Content()}
	}
	return nil
}
