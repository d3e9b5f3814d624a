package widgets

import (
	"cmp"
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"peerage/app/look"
)

// streamPlan is where everything of a picture of streams is.
type streamPlan struct {
	height  float32
	columns []columnPlan
	gaps    []gapPlan // between every two columns
}

// columnPlan is a column: where its labels are, and its nodes.
type columnPlan struct {
	x, width float32
	nodes    []nodePlan
}

// nodePlan is a node: its row, where the bands at its sides begin and how high they are together, and where
// what can be done at once stands in it.
type nodePlan struct {
	y, height         float32
	bandY, bandHeight float32
	actX, actWidth    float32
}

// gapPlan is the room between two columns, with the bands through it.
type gapPlan struct {
	x, width float32
	bands    []bandPlan
}

// bandPlan is a band from a node to one of the next column.
type bandPlan struct {
	from, to     int
	tone         look.Tone
	y1, y2       float32 // its upper edge at the left and at the right
	height, part float32 // and how much of it, from the top, is brought out
}

// Measures of the picture.
const (
	leastStreams float32 = 320
	streamTitle  float32 = 30 // of the titles of the columns
	streamMost   float32 = 330
	streamSlack  float32 = 60   // of a picture of so many rows that it needs to be higher
	streamUnit   float32 = 26   // of the weight 1, at most
	streamApart  float32 = 8    // between two rows, at least
	streamWider  float32 = 16   // and how much more where there is room
	streamGap    float32 = 34   // between two columns, at least
	streamShare  float32 = 0.09 // of the width for each gap, before labels are given all of theirs
	streamInset  float32 = 8    // between a band and a label
	streamBox    float32 = 10   // between the edge of a box and the label in it
	streamActGap float32 = 5
)

// The type of labels.
var (
	streamLabel  = look.Second.In(look.ColorNameInk)
	streamSum    = look.Style{Size: look.Second.Size, Height: look.Second.Height, Bold: true}
	streamSecond = look.Small
	streamAct    = look.Small.In(look.ColorNameClaret)
)

func (n *StreamNode) style() look.Style {
	if n.Strong {
		return streamSum.In(n.Tone.Ink())
	}
	return streamLabel
}

// tall is how high the row of a node is at least.
func (n *StreamNode) tall() float32 {
	if n.Second != "" {
		return streamLabel.Height + streamSecond.Height + 2
	}
	return streamLabel.Height + 4
}

// wide is how wide the labels of a node are.
func (n *StreamNode) wide() float32 {
	return max(measure(oneLine(n.Label), n.style())+n.actRoom(), measure(oneLine(n.Second), streamSecond))
}

// actRoom is the room for what can be done at once, behind the label.
func (n *StreamNode) actRoom() float32 {
	if n.Act == "" {
		return 0
	}
	return streamActGap + measure(oneLine(n.Act), streamAct)
}

// planStreams places everything for a width.
func (s *Streams) planStreams(width float32) streamPlan {
	var p streamPlan
	p.columns = s.planColumns(width)
	for i := 1; i < len(p.columns); i++ {
		from := p.columns[i-1].x + p.columns[i-1].width
		p.gaps = append(p.gaps, gapPlan{x: from, width: max(p.columns[i].x-from-streamInset, 1)})
	}
	s.planRows(&p)
	for i := range p.gaps {
		p.gaps[i].bands = s.planBands(&p, i)
	}
	return p
}

// planColumns shares the width among the columns: each as wide as its labels, as far as there is room
// beside the gaps, which get the rest. The first stands in boxes.
func (s *Streams) planColumns(width float32) []columnPlan {
	n := len(s.columns)
	plans := make([]columnPlan, n)
	wanted := float32(0)
	for i := range s.columns {
		for j := range s.columns[i].Nodes {
			plans[i].width = max(plans[i].width, s.columns[i].Nodes[j].wide())
		}
		plans[i].width = max(plans[i].width, measure(s.columns[i].Title, look.Small))
		switch i {
		case 0:
			plans[i].width += 2 * streamBox
		case n - 1:
		default:
			plans[i].width += streamInset
		}
		wanted += plans[i].width
	}
	room := max(width-float32(n-1)*(max(streamGap, width*streamShare)+streamInset), 1)
	fitLabels(plans, wanted-room)
	used := float32(0)
	for i := range plans {
		used += plans[i].width
	}
	gap := float32(0)
	if n > 1 {
		gap = float32(int(max((width-used)/float32(n-1)-streamInset, 1)))
	}
	x := float32(0)
	for i := range plans {
		plans[i].x = x
		x += plans[i].width + gap + streamInset
	}
	return plans
}

// fitLabels takes what is missing from the widest columns, so that short labels stay whole.
func fitLabels(plans []columnPlan, missing float32) {
	for missing > 0.5 {
		widest, next, many := float32(0), float32(0), float32(0)
		for _, p := range plans {
			widest = max(widest, p.width)
		}
		for _, p := range plans {
			if p.width >= widest-0.5 {
				many++
			} else {
				next = max(next, p.width)
			}
		}
		if widest < 1 {
			return
		}
		less := min(missing/many, widest-next)
		for i := range plans {
			if plans[i].width >= widest-0.5 {
				plans[i].width -= less
				missing -= less
			}
		}
	}
}

// planRows gives every node its row: as high as its bands and its labels, the columns equally high.
func (s *Streams) planRows(p *streamPlan) {
	weights := make([][]float32, len(s.columns))
	for i := range s.columns {
		weights[i] = make([]float32, len(s.columns[i].Nodes))
		for _, stream := range s.streams {
			weights[i][stream.At[i]] += stream.Weight
		}
	}
	unit, between, height := s.scale(weights)
	p.height = streamTitle + height
	for i := range s.columns {
		c := &p.columns[i]
		c.nodes = make([]nodePlan, len(weights[i]))
		more := (height - s.columnHeight(i, weights[i], unit, between)) / max(float32(len(c.nodes)), 1)
		apart, y := between+more, streamTitle+more/2
		for j := range c.nodes {
			n, band := &c.nodes[j], weights[i][j]*unit
			n.y, n.height = y, max(band, s.columns[i].Nodes[j].tall())
			n.bandY, n.bandHeight = y+(n.height-band)/2, band
			y += n.height + apart
		}
	}
}

// scale returns how high the weight 1 is, how far the rows are apart, and how high the columns are. A picture
// of much is drawn denser, as far as its labels allow.
func (s *Streams) scale(weights [][]float32) (unit, apart, height float32) {
	set := func(ease float32) float32 {
		unit, apart, height = streamUnit*ease, streamApart+streamWider*ease, 0
		for i := range weights {
			height = max(height, s.columnHeight(i, weights[i], unit, apart))
		}
		return height
	}
	most := max(streamMost, set(0)+streamSlack)
	if set(1) > most {
		low, high := float32(0), float32(1)
		for range 30 {
			if middle := (low + high) / 2; set(middle) > most {
				high = middle
			} else {
				low = middle
			}
		}
		set(low)
	}
	return unit, apart, ceil(height)
}

func (s *Streams) columnHeight(column int, weights []float32, unit, apart float32) float32 {
	high := float32(0)
	for j, weight := range weights {
		high += max(weight*unit, s.columns[column].Nodes[j].tall())
	}
	return high + apart*float32(max(len(weights)-1, 0))
}

// planBands returns the bands from a column to the next. At each node they leave in the order in which they
// arrive, so that no two from the same node cross.
func (s *Streams) planBands(p *streamPlan, gap int) []bandPlan {
	left, right := p.columns[gap].nodes, p.columns[gap+1].nodes
	type pair struct {
		from, to int
		tone     look.Tone
	}
	weights, parts := map[pair]float32{}, map[pair]float32{}
	out := make([]float32, len(left)) // the weight of each node at the left
	for i := range s.streams {
		stream := &s.streams[i]
		key := pair{stream.At[gap], stream.At[gap+1], stream.Tone}
		weights[key] += stream.Weight
		out[key.from] += stream.Weight
		if s.lit(stream) {
			parts[key] += stream.Weight
		}
	}
	pairs := slices.SortedFunc(maps.Keys(weights), func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.tone, b.tone))
	})
	bands := make([]bandPlan, len(pairs))
	used := make([]float32, len(left))
	for i, key := range pairs {
		n := left[key.from]
		unit := n.bandHeight / max(out[key.from], 1e-6)
		bands[i] = bandPlan{from: key.from, to: key.to, tone: key.tone, y1: n.bandY + used[key.from],
			height: weights[key] * unit, part: parts[key] * unit}
		used[key.from] += bands[i].height
	}
	arrive := slices.Clone(bands)
	slices.SortStableFunc(arrive, func(a, b bandPlan) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.from, b.from)) })
	came := make([]float32, len(right))
	for i := range arrive {
		b := &arrive[i]
		b.y2 = right[b.to].bandY + came[b.to]
		came[b.to] += b.height
	}
	return arrive
}

// under returns what is under a point.
func (p *streamPlan) under(at fyne.Position) spot {
	for i, c := range p.columns {
		if at.X < c.x-streamInset || at.X > c.x+c.width {
			continue
		}
		for j, n := range c.nodes {
			if at.Y >= n.y-streamApart/2 && at.Y < n.y+n.height+streamApart/2 {
				return spot{i, j, noBand}
			}
		}
	}
	for i, g := range p.gaps {
		if at.X < g.x || at.X >= g.x+g.width {
			continue
		}
		for _, b := range slices.Backward(g.bands) {
			if top := b.edge((at.X - g.x) / g.width); at.Y >= top && at.Y < top+b.height {
				return spot{i, b.from, b.to}
			}
		}
	}
	return nowhere
}

// acts reports whether a point is on what can be done at once with a node.
func (p *streamPlan) acts(s spot, at fyne.Position) bool {
	n := p.columns[s.column].nodes[s.node]
	return n.actWidth > 0 && at.X >= n.actX-streamActGap && at.X < n.actX+n.actWidth+streamActGap
}

// edge returns where the upper edge of a band is, from 0 at its left end to 1 at its right one.
func (b *bandPlan) edge(at float32) float32 { return b.y1 + (b.y2-b.y1)*at*at*(3-2*at) }
