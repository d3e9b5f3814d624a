package widgets

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"peerage/app/look"
)

type placedBar struct {
	Bar
	x, y, width float32
	row         int     // of its lane
	before      float32 // how far the bar reaches out before From, as it has an unknown end there
	after       float32 // and after To
}

// place puts the bars of a lane on the axis, those that overlap into rows below each other, and returns
// how many rows there are, at least one.
func place(bars []Bar, x func(year float64) float32, left, right float32) ([]placedBar, int) {
	var placed []placedBar
	free := []float32{0} // where each row ends
	sorted := append([]Bar(nil), bars...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].From < sorted[j].From })
	for _, b := range sorted {
		p := placedBar{Bar: b, x: x(b.From), width: max(x(b.To)-x(b.From)-2, 4)}
		if b.Point {
			p.width = barHeight / 2
			p.x = max(min(p.x, right-p.width), left)
		} else {
			p = reachOut(p, max(left, x(b.Earliest)), left, right)
		}
		from := p.x - p.outside(right)
		for p.row < len(free) && free[p.row] > from+1 {
			p.row++
		}
		if p.row == len(free) {
			free = append(free, 0)
		}
		free[p.row] = p.x + p.width
		p.y = float32(p.row) * (barHeight + barGap)
		placed = append(placed, p)
	}
	return placed, len(free)
}

const (
	labelInset float32 = 8
	leastLabel float32 = 60 // in a bar that is narrower a label says too little
)

// outside returns how much room the label of a short bar wants before the bar; none where there is room
// for it elsewhere.
func (p placedBar) outside(right float32) float32 {
	whole := measure(oneLine(p.Label), barStyle)
	if p.Point || p.width > leastLabel || p.width-2*labelInset >= whole || p.x+p.width+whole < right {
		return 0
	}
	return min(whole, readable) + labelInset
}

// bar returns what is drawn for one of the bars of a lane. An end that is not known fades. The label
// of a short bar stands beside it, where there is room.
func (a *TimeAxis) bar(lane []placedBar, i int, left, right float32) []fyne.CanvasObject {
	p := lane[i]
	fill, ink := look.Color(p.Tone.Tint()), p.Tone.Ink()
	if p.Strong && !p.faint() {
		fill, ink = look.Color(p.Tone.Ink()), p.Tone.On()
	}
	out := ground(p, fill)
	if p.Point {
		return out
	}
	const inset, least = labelInset, leastLabel
	style := barStyle.In(ink)
	label, whole := oneLine(p.Label), measure(oneLine(p.Label), style)
	from, to := beside(lane, i, left, right)
	switch before, after := p.x-from-inset, to-p.x-p.width-inset; {
	case p.width > least || p.width-2*inset >= whole:
		out = append(out, a.text(fit(label, style, p.width-14), style, fyne.NewPos(p.x+inset, p.y)))
	case before >= min(whole, least) && (before >= whole || before >= after):
		label = fit(label, style, before)
		out = append(out, a.text(label, style.In(p.Tone.Ink()), fyne.NewPos(p.x-measure(label, style)-inset/2, p.y)))
	case after >= min(whole, least):
		out = append(out, a.text(fit(label, style, after), style.In(p.Tone.Ink()), fyne.NewPos(p.x+p.width+inset/2, p.y)))
	case p.width > least/2:
		out = append(out, a.text(fit(label, style, p.width-14), style, fyne.NewPos(p.x+inset, p.y)))
	}
	return out
}

// faint reports whether much of the bar fades: what is written on it would be lost on a full colour that is
// half gone.
func (p placedBar) faint() bool { return (p.FadeFrom || p.FadeTo) && p.before+p.after > p.width/4 }

// beside returns where the room around a bar begins and ends: at its neighbours in the row, or at the
// ends of the axis.
func beside(lane []placedBar, i int, left, right float32) (from, to float32) {
	from, to = left, right
	for j, other := range lane {
		switch {
		case j == i || other.row != lane[i].row:
		case other.x < lane[i].x:
			from = max(from, other.x+other.width)
		default:
			to = min(to, other.x)
		}
	}
	return from, to
}

// ground returns the coloured part of a bar. A bar that fades is put together from a rounded cap at
// the end that is known, a plain middle and the fading end: the edge of something rounded is soft, and
// would show as a seam in the middle of the bar.
func ground(p placedBar, fill color.Color) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	place := func(o fyne.CanvasObject, x, w float32) {
		o.Move(fyne.NewPos(x, p.y))
		o.Resize(fyne.NewSize(w, barHeight))
		out = append(out, o)
	}
	rounded := canvas.NewRectangle(fill)
	rounded.CornerRadius = barRadius
	if !p.FadeFrom && !p.FadeTo {
		place(rounded, p.x, p.width)
		return out
	}
	from, to := p.x, p.x+p.width
	if p.FadeFrom {
		fade := p.fade(p.before)
		place(canvas.NewHorizontalGradient(transparent(fill), fill), from, fade)
		from += fade
	} else {
		place(rounded, from, 4*barRadius)
		from += barRadius
	}
	if p.FadeTo {
		fade := p.fade(p.after)
		to -= fade
		place(canvas.NewHorizontalGradient(fill, transparent(fill)), to, fade)
	} else {
		place(rounded, to-4*barRadius, 4*barRadius)
		to -= barRadius
	}
	place(canvas.NewRectangle(fill), from, max(to-from, 0))
	return out
}

// fade returns the width of an end that fades, which reaches out by some of it.
func (p placedBar) fade(out float32) float32 {
	return max(min(fadeWidth, float32(int(p.width/3))), min(out, float32(int(p.width/2))))
}

// readable is the width that a bar with an unknown end reaches out to, where its label needs as much.
const readable float32 = 230

// reachOut makes a bar with an unknown end wide enough to be read, as far as the axis goes from left to
// right: back over an unknown start down to earliest, and only for want of that forward.
func reachOut(p placedBar, earliest, left, right float32) placedBar {
	p.x = max(min(p.x, right-p.width), left)
	missing := min(readable, measure(oneLine(p.Label), barStyle)+2*labelInset+fadeWidth) - p.width
	if missing <= 0 {
		return p
	}
	if p.FadeFrom {
		p.before = max(min(missing, p.x-earliest), 0)
	}
	if p.FadeTo {
		p.after = max(min(missing-p.before, right-p.x-p.width), 0)
	}
	p.x -= p.before
	p.width += p.before + p.after
	return p
}
