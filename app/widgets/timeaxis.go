package widgets

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// Bar is a stretch of time with a name: a role in a career.
type Bar struct {
	From, To         float64 // years with fractions: 2016.5 is 1 July 2016
	Label            string
	Tone             look.Tone
	Strong           bool    // on the full colour, for what matters most
	FadeFrom, FadeTo bool    // the end is not known, or not exactly; it reaches out until the label can be read
	Earliest         float64 // FadeFrom does not reach back beyond it; 0 for no limit
	// Point is drawn as a point in time, whose label is only shown while it is pointed at.
	Point bool
}

// Lane is a row of bars with a name in front: whose career it is. Bars that overlap are put below
// each other.
type Lane struct {
	Label string
	Bars  []Bar
}

// Span is a stretch of time, in years with fractions.
type Span struct{ From, To float64 }

// TimeAxis shows lanes of bars on one axis of years, with the spans to be noticed marked behind
// them. Labels that do not fit are cut; the whole one is shown for the bar under the pointer, or the
// one that Left and Right have moved to.
type TimeAxis struct {
	widget.BaseWidget
	lanes []Lane
	marks []Span
	now   float64

	placed  []placedBar
	objects []fyne.CanvasObject
	height  float32
	at      int // the bar whose whole label is shown, -1 for none
	focused bool
}

// NewTimeAxis returns an axis that reaches to now at least. marks are the spans to be noticed, such
// as the years of working together.
func NewTimeAxis(lanes []Lane, marks []Span, now float64) *TimeAxis {
	a := &TimeAxis{lanes: lanes, marks: marks, now: now, at: -1}
	a.ExtendBaseWidget(a)
	a.build(0)
	return a
}

const (
	barHeight float32 = 22
	barGap    float32 = 4
	laneGap   float32 = 18
	axisTop   float32 = 8
	tickRoom  float32 = 26
	fadeWidth float32 = 18
	barRadius float32 = 5
)

var barStyle = look.Style{Size: 12, Height: barHeight}

// extent returns the years at the two ends of the axis.
func (a *TimeAxis) extent() (from, to float64) {
	from, to = a.now, a.now
	for _, l := range a.lanes {
		for _, b := range l.Bars {
			from, to = min(from, b.From), max(to, b.To)
		}
	}
	return math.Floor(min(from, to-leastYears)), to
}

// leastYears is how long the axis is at least: what is known from one day only would else fill it.
const leastYears = 4

// build makes what is drawn at a width.
func (a *TimeAxis) build(width float32) {
	a.objects, a.placed = nil, nil
	left := float32(0)
	for _, l := range a.lanes {
		if w := measure(oneLine(l.Label), look.Second); w > 0 {
			left = max(left, min(w+14, 110))
		}
	}
	from, to := a.extent()
	room := max(width-left, 1)
	x := func(year float64) float32 { return left + float32((year-from)/(to-from))*room }

	y := axisTop
	var names, bars []fyne.CanvasObject
	for _, l := range a.lanes {
		style := look.Second.In(look.ColorNameInk)
		style.Height = barHeight
		names = append(names, a.text(fit(oneLine(l.Label), style, left-6), style, fyne.NewPos(0, y)))
		placed, rows := place(l.Bars, x, left, width)
		for i := range placed {
			placed[i].y += y
			bars = append(bars, a.bar(placed, i, left, width)...)
		}
		a.placed = append(a.placed, placed...)
		y += float32(rows)*(barHeight+barGap) - barGap + laneGap
	}
	bottom := y - laneGap + axisTop
	for _, m := range a.marks {
		if x1, x2 := x(max(m.From, from)), x(min(m.To, to)); x2 > x1 {
			r := canvas.NewRectangle(look.Color(look.ColorNameGreenTint))
			r.CornerRadius = 4
			r.Move(fyne.NewPos(x1, 0))
			r.Resize(fyne.NewSize(max(x2-x1-2, 2), bottom))
			a.objects = append(a.objects, r)
		}
	}
	a.objects = append(append(a.objects, names...), bars...)
	a.ticks(from, to, bottom+6, width, x)
	a.height = bottom + tickRoom
	a.bubble(width)
}

func (a *TimeAxis) text(s string, style look.Style, at fyne.Position) *canvas.Text {
	t := canvas.NewText("", look.Color(style.Color))
	draw(t, s, style, at)
	return t
}

// ticks writes as many years below the bars as there is room for.
func (a *TimeAxis) ticks(from, to float64, y, width float32, x func(float64) float32) {
	const least = 52
	step := 1.0
	for _, s := range []float64{1, 2, 5, 10, 20, 50} {
		step = s
		if x(from+s)-x(from) >= least {
			break
		}
	}
	last := float32(-least)
	for year := from; year <= to; year++ {
		if year != from && math.Mod(year, step) != 0 || x(year)-last < least-4 {
			continue
		}
		label := strconv.Itoa(int(year))
		at := x(year)
		if w := measure(label, look.Small); at+w > width {
			at = width - w
		}
		a.objects = append(a.objects, a.text(label, look.Small, fyne.NewPos(float32(int(at)), y)))
		last = x(year)
	}
}

// bubble shows the whole label of one bar above the others.
func (a *TimeAxis) bubble(width float32) {
	if a.at < 0 || a.at >= len(a.placed) {
		return
	}
	p := a.placed[a.at]
	ring := canvas.NewRectangle(transparent(look.Color(look.ColorNameCard)))
	ring.CornerRadius, ring.StrokeWidth, ring.StrokeColor = 5, 2, look.Color(look.ColorNameClaret)
	ring.Move(fyne.NewPos(p.x-1, p.y-1))
	ring.Resize(fyne.NewSize(p.width+2, barHeight+2))
	style := barStyle.In(look.ColorNamePaper)
	text := fit(oneLine(p.Label), style, width-20)
	w := measure(text, style) + 16
	at := fyne.NewPos(float32(int(max(min(p.x, width-w), 0))), p.y+barHeight+4)
	ground := canvas.NewRectangle(look.Color(look.ColorNameInk))
	ground.CornerRadius = 5
	ground.Move(at)
	ground.Resize(fyne.NewSize(w, barHeight+2))
	a.objects = append(a.objects, ring, ground, a.text(text, style, at.AddXY(8, 1)))
}

// transparent returns a colour of which nothing is seen, to which c can fade without turning dark on
// the way.
func transparent(c color.Color) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = 0
	return n
}

func (a *TimeAxis) point(at int) {
	if at != a.at {
		a.at = at
		a.Refresh()
	}
}

// MouseIn is called by the toolkit.
func (a *TimeAxis) MouseIn(ev *desktop.MouseEvent) { a.MouseMoved(ev) }

// MouseMoved shows the whole label of the bar under the pointer.
func (a *TimeAxis) MouseMoved(ev *desktop.MouseEvent) {
	for i, p := range a.placed {
		if x, y := ev.Position.X-p.x, ev.Position.Y-p.y; x >= 0 && x < p.width && y >= 0 && y < barHeight {
			a.point(i)
			return
		}
	}
	a.point(-1)
}

// MouseOut hides the whole label.
func (a *TimeAxis) MouseOut() { a.point(-1) }

// FocusGained shows the first bar's label.
func (a *TimeAxis) FocusGained() { a.focused = true; a.point(0) }

// FocusLost hides it.
func (a *TimeAxis) FocusLost() { a.focused = false; a.point(-1) }

// TypedRune is called by the toolkit.
func (a *TimeAxis) TypedRune(rune) {}

// TypedKey goes from bar to bar with Left and Right.
func (a *TimeAxis) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		a.point(max(a.at-1, 0))
	case fyne.KeyRight:
		a.point(min(a.at+1, len(a.placed)-1))
	default:
		passOn(a, ev)
	}
}

// AccessibilityLabel returns the labels of all bars, lane by lane.
func (a *TimeAxis) AccessibilityLabel() string {
	var out []string
	for _, l := range a.lanes {
		for _, b := range l.Bars {
			out = append(out, l.Label+": "+b.Label)
		}
	}
	return strings.Join(out, "; ")
}

// AccessibilityRole returns the role of text.
func (a *TimeAxis) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (a *TimeAxis) CreateRenderer() fyne.WidgetRenderer { return &axisRenderer{a} }

type axisRenderer struct{ a *TimeAxis }

func (r *axisRenderer) Destroy()                     {}
func (r *axisRenderer) Layout(size fyne.Size)        { r.a.build(size.Width) }
func (r *axisRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, r.a.height) }
func (r *axisRenderer) Objects() []fyne.CanvasObject { return r.a.objects }

func (r *axisRenderer) Refresh() {
	r.a.build(r.a.Size().Width)
	canvas.Refresh(r.a)
}
