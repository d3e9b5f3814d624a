package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// Chip is a short word on a tint, such as a tie. It is only read; a PressChip can be pressed.
type Chip struct {
	widget.BaseWidget
	text  string
	tone  look.Tone
	back  *canvas.Rectangle
	label *canvas.Text
}

// NewChip returns a chip.
func NewChip(text string, tone look.Tone) *Chip {
	c := &Chip{text: oneLine(text), tone: tone, back: canvas.NewRectangle(color.Transparent), label: &canvas.Text{}}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes the chip. Setting what is already there costs nothing.
func (c *Chip) Set(text string, tone look.Tone) {
	if text = oneLine(text); text != c.text || tone != c.tone {
		c.text, c.tone = text, tone
		c.Refresh()
	}
}

// AccessibilityLabel returns the chip's word.
func (c *Chip) AccessibilityLabel() string { return c.text }

// AccessibilityRole returns the role of text.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{c}
	r.Refresh()
	return r
}

const (
	chipHeight float32 = 20
	chipInset  float32 = 8
	longChip   float32 = 260 // a chip is never wider
	longToggle float32 = 390 // nor one that says in a sentence what it turns on
)

func chipStyle(tone look.Tone) look.Style {
	return look.Style{Size: 12, Height: chipHeight, Color: tone.Ink()}
}

type chipRenderer struct{ c *Chip }

func (r *chipRenderer) Destroy() {}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.back, r.c.label}
}

func (r *chipRenderer) MinSize() fyne.Size {
	return fyne.NewSize(min(measure(r.c.text, chipStyle(r.c.tone))+2*chipInset, longChip), chipHeight)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.c.back.Resize(size)
	style := chipStyle(r.c.tone)
	style.Height = size.Height
	draw(r.c.label, fit(r.c.text, style, size.Width-2*chipInset), style, fyne.NewPos(chipInset, 0))
}

func (r *chipRenderer) Refresh() {
	r.c.back.CornerRadius = chipHeight / 2
	r.c.back.FillColor = look.Color(r.c.tone.Tint())
	r.c.back.StrokeColor, r.c.back.StrokeWidth = look.Color(look.ColorNameCard), ring
	r.c.label.Color = look.Color(r.c.tone.Ink())
	r.Layout(r.c.Size())
	r.c.back.Refresh()
	r.c.label.Refresh()
}

// PressChip is a chip to be pressed: a filter that is on or off, or something chosen that can be
// taken away again.
type PressChip struct {
	pressable
	text      string
	on        bool
	removable bool

	back  *canvas.Rectangle
	label *canvas.Text
	cross *canvas.Image
}

// NewToggleChip returns a filter; toggled is told the new state.
func NewToggleChip(text string, on bool, toggled func(on bool)) *PressChip {
	c := newPressChip(text)
	c.on = on
	c.onPressed = func() {
		c.SetOn(!c.on)
		toggled(c.on)
	}
	return c
}

// NewRemovableChip returns something chosen, with a cross; pressing it anywhere takes it away.
func NewRemovableChip(text string, removed func()) *PressChip {
	c := newPressChip(text)
	c.on, c.removable = true, true
	c.onPressed = removed
	return c
}

func newPressChip(text string) *PressChip {
	c := &PressChip{text: oneLine(text), back: canvas.NewRectangle(color.Transparent), label: &canvas.Text{},
		cross: &canvas.Image{FillMode: canvas.ImageFillContain}}
	c.extend(c)
	return c
}

// On reports whether the filter is on.
func (c *PressChip) On() bool { return c.on }

// SetOn switches the filter without telling its callback.
func (c *PressChip) SetOn(on bool) {
	c.on = on
	c.Refresh()
}

// AccessibilityLabel returns the chip's word.
func (c *PressChip) AccessibilityLabel() string { return c.text }

// AccessibilityRole returns the role of a button.
func (c *PressChip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (c *PressChip) CreateRenderer() fyne.WidgetRenderer {
	r := &pressChipRenderer{c}
	r.Refresh()
	return r
}

const (
	pressChipHeight float32 = 26
	crossSize       float32 = 12
)

type pressChipRenderer struct{ c *PressChip }

func (r *pressChipRenderer) Destroy() {}

func (r *pressChipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.back, r.c.label, r.c.cross}
}

// mark is the room for the cross, or for the tick that says that a filter is on without colour.
func (r *pressChipRenderer) mark() float32 {
	if r.c.on {
		return crossSize + 4
	}
	return 0
}

func (r *pressChipRenderer) MinSize() fyne.Size {
	w := measure(r.c.text, chipStyle(look.Plain)) + 2*chipInset + 4 + r.mark()
	if r.c.removable {
		return fyne.NewSize(min(w, longChip), pressChipHeight)
	}
	return fyne.NewSize(min(w, longToggle), pressChipHeight)
}

func (r *pressChipRenderer) Layout(size fyne.Size) {
	c := r.c
	c.back.Resize(size)
	x, room := chipInset+2, size.Width-2*chipInset-4-r.mark()
	crossX := size.Width - chipInset - 2 - crossSize
	if c.on && !c.removable {
		crossX, x = x, x+r.mark()
	}
	c.cross.Resize(fyne.NewSquareSize(crossSize))
	c.cross.Move(fyne.NewPos(crossX, (size.Height-crossSize)/2))
	style := chipStyle(look.Plain)
	style.Height = size.Height
	draw(c.label, fit(c.text, style, room), style, fyne.NewPos(x, 0))
}

func (r *pressChipRenderer) Refresh() {
	c := r.c
	ink, fill, border := look.ColorNameInk, look.ColorNameCard, look.ColorNameLine
	if c.on {
		ink, fill, border = look.ColorNameClaret, look.ColorNameClaretTint, look.ColorNameClaretTint
	}
	if c.hovered && !c.disabled {
		border = look.ColorNameClaret
	}
	c.back.CornerRadius = pressChipHeight / 2
	c.back.FillColor = look.Color(fill)
	edge(c.back, border, c.focused)
	c.label.Color = look.Color(ink)
	c.cross.Hidden = !c.on
	icon := theme.ConfirmIcon()
	if c.removable {
		icon = theme.CancelIcon()
	}
	c.cross.Resource = theme.NewColoredResource(icon, ink)
	r.Layout(c.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
