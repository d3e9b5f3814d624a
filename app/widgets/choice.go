package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// Option is one of several things to choose from.
type Option struct {
	Key  string // what the program knows it by
	Text string // what is read
}

// Choice lets one of several options be chosen from a menu. Up and Down change it in place.
type Choice struct {
	pressable
	options  []Option
	chosen   int
	onChosen func(key string)

	back    *canvas.Rectangle
	label   *canvas.Text
	chevron *canvas.Image
}

// NewChoice returns a choice on which the option of a key is chosen, or the first when there is none
// of that key. changed may be nil.
func NewChoice(options []Option, key string, changed func(key string)) *Choice {
	c := &Choice{options: options, onChosen: changed,
		back: canvas.NewRectangle(color.Transparent), label: &canvas.Text{}, chevron: &canvas.Image{FillMode: canvas.ImageFillContain}}
	for i, o := range options {
		if o.Key == key {
			c.chosen = i
		}
	}
	c.onPressed = c.open
	c.extend(c)
	return c
}

// Key returns the key of the option that is chosen, "" when there are none.
func (c *Choice) Key() string {
	if len(c.options) == 0 {
		return ""
	}
	return c.options[c.chosen].Key
}

// SetKey chooses the option of a key without telling the callback.
func (c *Choice) SetKey(key string) {
	for i, o := range c.options {
		if o.Key == key {
			c.chosen = i
			c.Refresh()
		}
	}
}

// SetOptions changes what there is to choose from. The option of the key that was chosen stays chosen, or
// else the first is.
func (c *Choice) SetOptions(options []Option) {
	key := c.Key()
	c.options, c.chosen = options, 0
	c.SetKey(key)
	c.Refresh()
}

func (c *Choice) fillable() {}

func (c *Choice) text() string {
	if len(c.options) == 0 {
		return ""
	}
	return oneLine(c.options[c.chosen].Text)
}

func (c *Choice) choose(i int) {
	if i < 0 || i >= len(c.options) || i == c.chosen {
		return
	}
	c.chosen = i
	c.Refresh()
	if c.onChosen != nil {
		c.onChosen(c.options[i].Key)
	}
}

func (c *Choice) open() {
	on := fyne.CurrentApp().Driver().CanvasForObject(c)
	if on == nil || len(c.options) == 0 {
		return
	}
	items := make([]*fyne.MenuItem, len(c.options))
	for i, o := range c.options {
		items[i] = fyne.NewMenuItem(oneLine(o.Text), func() { c.choose(i) })
		items[i].Checked = i == c.chosen
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), on)
	menu.ShowAtRelativePosition(fyne.NewPos(0, c.Size().Height+2), c)
	menu.Resize(fyne.NewSize(max(c.Size().Width, menu.MinSize().Width), menu.MinSize().Height))
	on.Focus(menu)
}

// TypedKey changes the choice with Up and Down, opens the menu with Enter and Space.
func (c *Choice) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		c.choose(c.chosen - 1)
	case fyne.KeyDown:
		c.choose(c.chosen + 1)
	default:
		c.pressable.TypedKey(ev)
	}
}

// AccessibilityLabel returns what is chosen.
func (c *Choice) AccessibilityLabel() string { return c.text() }

// AccessibilityRole returns the role of a button.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{c}
	r.Refresh()
	return r
}

const (
	fieldHeight float32 = 36 // of all fields of one line
	fieldRadius float32 = 8
	chevronSize float32 = 18
)

type choiceRenderer struct{ c *Choice }

func (r *choiceRenderer) Destroy() {}

func (r *choiceRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.back, r.c.label, r.c.chevron}
}

func (r *choiceRenderer) MinSize() fyne.Size {
	widest := float32(60)
	for _, o := range r.c.options {
		widest = max(widest, measure(oneLine(o.Text), look.Body))
	}
	return fyne.NewSize(min(widest, 240)+2*10+6+chevronSize, fieldHeight)
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	r.c.back.Resize(size)
	style := look.Body
	style.Height = size.Height
	draw(r.c.label, fit(r.c.text(), style, size.Width-26-chevronSize), style, fyne.NewPos(10, 0))
	r.c.chevron.Resize(fyne.NewSquareSize(chevronSize))
	r.c.chevron.Move(fyne.NewPos(size.Width-chevronSize-8, (size.Height-chevronSize)/2))
}

func (r *choiceRenderer) Refresh() {
	c := r.c
	ink, border := look.ColorNameInk, look.ColorNameLine
	if c.disabled {
		ink = theme.ColorNameDisabled
	}
	if c.hovered && !c.disabled {
		border = look.ColorNameDimmed
	}
	c.back.CornerRadius, c.back.FillColor = fieldRadius, look.Color(look.ColorNameCard)
	edge(c.back, border, c.focused)
	c.label.Color = look.Color(ink)
	c.chevron.Resource = theme.NewColoredResource(theme.MenuDropDownIcon(), look.ColorNameDimmed)
	r.Layout(c.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
