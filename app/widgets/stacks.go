package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// Layer is one of the parts that every column of a chart is made of.
type Layer struct {
	Label string
	// The colour lies between From and To: Depth 0 is From, 1 is To.
	From, To fyne.ThemeColorName
	Depth    float64
	// Apart leaves a gap below the layer: another kind of thing begins.
	Apart bool
}

func (l Layer) color() color.Color { return mix(look.Color(l.From), look.Color(l.To), l.Depth) }

// mix returns the colour that lies so far on the way from one to another.
func mix(from, to color.Color, part float64) color.Color {
	a, b := color.NRGBAModel.Convert(from).(color.NRGBA), color.NRGBAModel.Convert(to).(color.NRGBA)
	between := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*part + 0.5) }
	return color.NRGBA{R: between(a.R, b.R), G: between(a.G, b.G), B: between(a.B, b.B), A: between(a.A, b.A)}
}

// Stack is one column of a chart.
type Stack struct {
	Label string // below the column
	Top   string // above it; may be ""
	// Parts are the shares of the layers, from the bottom up, 0 to 1 in all.
	Parts []float64
	Said  string // the column in words
}

// Stacks shows how the parts of a whole shift, as columns beside each other. One column at a time is said
// in words below: the one under the pointer, the one that Left and Right have moved to, or else the last.
type Stacks struct {
	widget.BaseWidget
	layers []Layer
	stacks []Stack

	objects []fyne.CanvasObject
	columns []float32 // the left edge of the room of each column, and the right edge of the last
	at      int       // the column that was pointed to, -1 for none
	focused bool
}

// NewStacks returns a chart of columns. layers are from the bottom up.
func NewStacks(layers []Layer, stacks []Stack) *Stacks {
	s := &Stacks{layers: layers, stacks: stacks, at: -1}
	s.ExtendBaseWidget(s)
	s.build(0)
	return s
}

// Set changes the columns.
func (s *Stacks) Set(stacks []Stack) {
	s.stacks, s.at = stacks, -1
	s.Refresh()
}

const (
	stackHeight float32 = 118 // of a whole column
	stackTop    float32 = 18  // room for what stands above a column
	stackWidest float32 = 44
	stackApart  float32 = 4
	stackLine   float32 = 18 // of a label, and of the words
)

// build makes what is drawn at a width.
func (s *Stacks) build(width float32) {
	s.objects, s.columns = nil, nil
	if len(s.stacks) == 0 {
		return
	}
	room := width / float32(len(s.stacks))
	wide := min(stackWidest, room*0.68)
	for i, column := range s.stacks {
		left := float32(int(room*float32(i) + (room-wide)/2))
		s.columns = append(s.columns, room*float32(i))
		top := s.column(column, left, wide)
		style := look.Small.In(look.ColorNameInk)
		if i == s.said() {
			style.Bold = true
		}
		s.centred(column.Top, style, room*float32(i), room, top-stackTop)
		label := look.Small
		label.Bold = style.Bold
		s.centred(column.Label, label, room*float32(i), room, stackTop+stackHeight+4)
	}
	s.columns = append(s.columns, width)
	words := look.Second
	said := fit(oneLine(s.stacks[s.said()].Said), words, width)
	s.text(said, words, fyne.NewPos(0, stackTop+stackHeight+stackLine+10))
	if s.focused {
		ring := canvas.NewRectangle(color.Transparent)
		ring.CornerRadius, ring.StrokeWidth, ring.StrokeColor = look.ButtonRadius, 2, look.Color(look.ColorNameClaret)
		ring.Move(fyne.NewPos(s.columns[s.said()]+2, 0))
		ring.Resize(fyne.NewSize(room-4, stackTop+stackHeight+stackLine+6))
		s.objects = append(s.objects, ring)
	}
}

// column draws one column and returns where it ends at the top.
func (s *Stacks) column(c Stack, left, wide float32) float32 {
	bottom := stackTop + stackHeight
	for i, part := range c.Parts[:min(len(c.Parts), len(s.layers))] {
		high := float32(part) * (stackHeight - stackApart)
		if s.layers[i].Apart {
			bottom -= stackApart
		}
		if high <= 0 {
			continue
		}
		r := canvas.NewRectangle(s.layers[i].color())
		r.CornerRadius = min(2, high/2)
		r.Move(fyne.NewPos(left, bottom-high))
		r.Resize(fyne.NewSize(wide, max(high-look.Hairline, look.Hairline)))
		s.objects = append(s.objects, r)
		bottom -= high
	}
	return bottom
}

// centred writes a text in the middle of a room, or nothing where it does not fit.
func (s *Stacks) centred(text string, style look.Style, x, room, y float32) {
	if w := measure(text, style); text != "" && w <= room {
		s.text(text, style, fyne.NewPos(x+float32(int((room-w)/2)), y))
	}
}

func (s *Stacks) text(text string, style look.Style, at fyne.Position) {
	t := canvas.NewText("", look.Color(style.Color))
	draw(t, text, style, at)
	s.objects = append(s.objects, t)
}

// said returns the column that is said in words.
func (s *Stacks) said() int {
	if s.at >= 0 && s.at < len(s.stacks) {
		return s.at
	}
	return len(s.stacks) - 1
}

func (s *Stacks) point(at int) {
	if at != s.at {
		s.at = at
		s.Refresh()
	}
}

// MouseIn is called by the toolkit.
func (s *Stacks) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved says the column under the pointer.
func (s *Stacks) MouseMoved(ev *desktop.MouseEvent) {
	for i := range s.stacks {
		if x := ev.Position.X; x >= s.columns[i] && x < s.columns[i+1] {
			s.point(i)
			return
		}
	}
}

// MouseOut says the last column again.
func (s *Stacks) MouseOut() { s.point(-1) }

// FocusGained says the last column, and shows where the keys now go.
func (s *Stacks) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost takes that mark away.
func (s *Stacks) FocusLost() { s.focused, s.at = false, -1; s.Refresh() }

// TypedRune is called by the toolkit.
func (s *Stacks) TypedRune(rune) {}

// TypedKey goes from column to column with Left and Right.
func (s *Stacks) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		s.point(max(s.said()-1, 0))
	case fyne.KeyRight:
		s.point(min(s.said()+1, len(s.stacks)-1))
	default:
		passOn(s, ev)
	}
}

// AccessibilityLabel returns all columns in words.
func (s *Stacks) AccessibilityLabel() string {
	var said []string
	for _, c := range s.stacks {
		said = append(said, c.Said)
	}
	return strings.Join(said, " ")
}

// AccessibilityRole returns the role of text.
func (s *Stacks) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (s *Stacks) CreateRenderer() fyne.WidgetRenderer { return &stacksRenderer{s} }

type stacksRenderer struct{ s *Stacks }

func (r *stacksRenderer) Destroy()                     {}
func (r *stacksRenderer) Layout(size fyne.Size)        { r.s.build(size.Width) }
func (r *stacksRenderer) Objects() []fyne.CanvasObject { return r.s.objects }

func (r *stacksRenderer) MinSize() fyne.Size {
	return fyne.NewSize(240, stackTop+stackHeight+2*stackLine+12)
}

func (r *stacksRenderer) Refresh() {
	r.s.build(r.s.Size().Width)
	canvas.Refresh(r.s)
}

// NewLegend says what the layers of a chart are, each with its colour, in the order in which they lie
// above each other.
func NewLegend(layers []Layer) fyne.CanvasObject {
	legend := Flow(12)
	for _, l := range layers {
		swatch := newShape(func(r *canvas.Rectangle) { r.FillColor, r.CornerRadius = l.color(), 2 })
		swatch.least = fyne.NewSquareSize(10)
		legend.Add(Row(5, container.New(stack{}, swatch), NewWholeLine(l.Label, look.Small)))
	}
	return legend
}
