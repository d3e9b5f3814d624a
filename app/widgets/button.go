package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"peerage/app/look"
)

// ButtonKind says how much a button asks for.
type ButtonKind int

// The kinds of button. A row has at most one that is Primary.
const (
	Outlined ButtonKind = iota
	Primary
	Quiet // only its words, in claret
)

// Button is something to press.
type Button struct {
	pressable
	Text   string
	Key    string        // the key that does the same, shown dimmed after the text; may be ""
	Icon   fyne.Resource // may be nil
	Kind   ButtonKind
	Chosen bool // of several buttons that switch between views, the one that is on
	Silent bool // the key is not heard now, so it is not shown; its room is kept

	back, veil *canvas.Rectangle
	icon       *canvas.Image
	label, key *canvas.Text
}

// NewButton returns an outlined button.
func NewButton(text string, pressed func()) *Button { return newButton(text, Outlined, pressed) }

// NewPrimary returns the button for what is most likely wanted.
func NewPrimary(text string, pressed func()) *Button { return newButton(text, Primary, pressed) }

// NewQuiet returns a button that is only its words.
func NewQuiet(text string, pressed func()) *Button { return newButton(text, Quiet, pressed) }

func newButton(text string, kind ButtonKind, pressed func()) *Button {
	b := &Button{Text: text, Kind: kind,
		back: canvas.NewRectangle(color.Transparent), veil: canvas.NewRectangle(color.Transparent),
		icon: &canvas.Image{FillMode: canvas.ImageFillContain}, label: &canvas.Text{}, key: &canvas.Text{}}
	b.onPressed = pressed
	b.extend(b)
	return b
}

// WithKey sets the key that does the same, as it is called on this system, and returns the button.
func (b *Button) WithKey(key string) *Button {
	b.Key = key
	b.Refresh()
	return b
}

// SetSilent says whether the button's key is not heard now, as while a field takes what is typed.
func (b *Button) SetSilent(silent bool) {
	if b.Silent != silent {
		b.Silent = silent
		b.Refresh()
	}
}

// WithIcon sets the icon and returns the button.
func (b *Button) WithIcon(icon fyne.Resource) *Button {
	b.Icon = icon
	b.Refresh()
	return b
}

// SetText changes the words.
func (b *Button) SetText(text string) {
	b.Text = text
	b.Refresh()
}

// SetChosen says whether the view this button switches to is on.
func (b *Button) SetChosen(on bool) {
	b.Chosen = on
	b.Refresh()
}

// OnPressed replaces what happens when the button is pressed.
func (b *Button) OnPressed(f func()) { b.onPressed = f }

// AccessibilityLabel returns the button's words.
func (b *Button) AccessibilityLabel() string { return b.Text }

// AccessibilityRole returns the role of a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b}
	r.Refresh()
	return r
}

const (
	buttonHeight float32 = 31
	buttonInset  float32 = 12
	buttonIcon   float32 = 16
	keyGap       float32 = 8 // before the key
)

type buttonRenderer struct{ b *Button }

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.back, r.b.veil, r.b.icon, r.b.label, r.b.key}
}

func (r *buttonRenderer) inset() float32 {
	if r.b.Kind == Quiet {
		return 4
	}
	return buttonInset
}

func (r *buttonRenderer) content() (icon, label, key, gaps float32) {
	b := r.b
	if b.Icon != nil {
		icon = buttonIcon
	}
	label, key = measure(oneLine(b.Text), r.style()), measure(b.Key, look.Press)
	if icon > 0 && label > 0 {
		gaps += 6
	}
	if key > 0 {
		gaps += keyGap
	}
	return icon, label, key, gaps
}

func (r *buttonRenderer) MinSize() fyne.Size {
	icon, label, key, gaps := r.content()
	return fyne.NewSize(icon+label+key+gaps+2*r.inset(), buttonHeight)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	b := r.b
	b.back.Resize(size)
	b.veil.Resize(size)
	icon, label, key, gaps := r.content()
	if b.Silent && key > 0 { // the button keeps its size, and what is left of it stands in the middle
		key, gaps = 0, gaps-keyGap
	}
	x := max(float32(int((size.Width-icon-label-key-gaps)/2)), r.inset())
	if b.Icon != nil {
		b.icon.Resize(fyne.NewSquareSize(buttonIcon))
		b.icon.Move(fyne.NewPos(x, float32(int((size.Height-buttonIcon)/2))))
		x += buttonIcon + 6
	}
	style := r.style()
	style.Height = size.Height
	draw(b.label, fit(oneLine(b.Text), style, size.Width-x-r.inset()), style, fyne.NewPos(x, 0))
	draw(b.key, b.Key, style, fyne.NewPos(x+label+keyGap, 0))
}

// fit returns text, cut where it is wider than width.
func fit(text string, style look.Style, width float32) string {
	if measure(text, style) <= ceil(width) {
		return text
	}
	return cut(text, style, width)
}

func (r *buttonRenderer) style() look.Style {
	s := look.Press
	s.Bold = r.b.Kind == Quiet
	return s
}

func (r *buttonRenderer) Refresh() {
	b := r.b
	ink, fill, border := r.colours()
	b.back.FillColor = color.Transparent
	if fill != "" {
		b.back.FillColor = look.Color(fill)
	}
	b.back.CornerRadius, b.veil.CornerRadius = look.ButtonRadius, look.ButtonRadius
	b.back.StrokeWidth = 0
	if border != "" || b.focused {
		edge(b.back, border, b.focused)
	}
	if b.focused && b.Kind == Primary {
		// A claret ring around claret would not be seen.
		b.back.StrokeColor = look.Color(look.ColorNameInk)
	}
	b.veil.FillColor = color.Transparent
	if b.hovered && !b.disabled {
		b.veil.FillColor = look.Color(look.ColorNameHover)
	}
	b.label.Color = look.Color(ink)
	b.key.Color = look.Color(look.ColorNameDimmed)
	if b.Kind == Primary && !b.disabled {
		b.key.Color = b.label.Color
	}
	b.key.Hidden = b.Silent
	b.icon.Hidden = b.Icon == nil
	if b.Icon != nil {
		b.icon.Resource = theme.NewColoredResource(b.Icon, ink)
	}
	r.Layout(b.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *buttonRenderer) colours() (ink, fill, border fyne.ThemeColorName) {
	b := r.b
	switch {
	case b.disabled && b.Kind == Quiet:
		return theme.ColorNameDisabled, "", ""
	case b.disabled:
		return theme.ColorNameDisabled, look.ColorNameCard, look.ColorNameLine
	case b.Kind == Primary:
		return look.ColorNameOnClaret, look.ColorNameClaret, ""
	case b.Kind == Quiet:
		return look.ColorNameClaret, "", ""
	case b.Chosen:
		return look.ColorNameClaret, look.ColorNameCard, look.ColorNameClaret
	}
	return look.ColorNameInk, look.ColorNameCard, look.ColorNameLine
}
