package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"peerage/app/look"
)

// StreamNode is what streams run through: a row of a column.
type StreamNode struct {
	Label  string
	Second string // below the label; "" for none
	Act    string // what can be done with it at once, in a word behind the label; "" for nothing
	Said   string // the node in words, for those who cannot see the picture; "" for its label
	Tone   look.Tone
	Strong bool // the label is written in the tone, as what sums up
	Opens  bool // there is something to open
}

// StreamColumn is a column of nodes, from the top.
type StreamColumn struct {
	Title string
	Nodes []StreamNode
}

// Stream is an amount that runs from the first column to the last.
type Stream struct {
	At     []int // the node in each column
	Weight float32
	Tone   look.Tone
}

// Streams shows how amounts run through columns, as bands between them whose widths are the amounts. Whatever
// runs through one node is brought out while the pointer or the focus is on it: the arrow keys go from node
// to node, Enter opens one.
type Streams struct {
	widget.BaseWidget
	// OnOpened is told which node was pressed, and OnActed where what can be done at once was.
	OnOpened, OnActed func(column, node int)

	columns []StreamColumn
	streams []Stream

	spot    spot // that is brought out
	at      spot // to which the keys have gone
	focused bool
	plan    streamPlan
	rasters []*canvas.Raster // one between every two columns
	objects []fyne.CanvasObject
}

// spot is a place in the picture: a node, or the band from it to a node of the next column.
type spot struct{ column, node, to int }

const noBand = -1

var nowhere = spot{-1, -1, noBand}

var _ fyne.Focusable = (*Streams)(nil)

// NewStreams returns an empty picture.
func NewStreams() *Streams {
	s := &Streams{spot: nowhere, at: nowhere}
	s.ExtendBaseWidget(s)
	s.build(0)
	return s
}

// Set shows columns with the streams through them. The place to which the keys have gone stays, where it is
// still there.
func (s *Streams) Set(columns []StreamColumn, streams []Stream) {
	s.columns, s.streams, s.spot = columns, streams, nowhere
	if !s.holds(s.at) {
		s.at = nowhere
	}
	s.Refresh()
}

// At returns the node to which the keys or the pointer have gone last; -1 and -1 for none.
func (s *Streams) At() (column, node int) { return s.at.column, s.at.node }

// Go moves the keys to a node, without bringing it out.
func (s *Streams) Go(column, node int) {
	if to := (spot{column, node, noBand}); s.holds(to) && to != s.at {
		s.at = to
		s.Refresh()
	}
}

func (s *Streams) holds(p spot) bool {
	return p.column >= 0 && p.column < len(s.columns) && p.node >= 0 && p.node < len(s.columns[p.column].Nodes)
}

// bring brings out what runs through a place.
func (s *Streams) bring(p spot) {
	if p != s.spot {
		s.spot = p
		s.Refresh()
	}
}

// lit reports whether a stream is brought out.
func (s *Streams) lit(stream *Stream) bool {
	p := s.spot
	return p != nowhere && stream.At[p.column] == p.node && (p.to == noBand || stream.At[p.column+1] == p.to)
}

// reached reports whether something that is brought out runs through a node.
func (s *Streams) reached(column, node int) bool {
	if s.spot.column == column && s.spot.node == node && s.spot.to == noBand {
		return true
	}
	return slices.ContainsFunc(s.streams, func(stream Stream) bool { return stream.At[column] == node && s.lit(&stream) })
}

// Step goes on by columns and rows and brings out what is there: to the heaviest neighbour of the node in the
// next column, or to the next node in its own. The first step goes to the first node.
func (s *Streams) Step(columns, rows int) {
	if len(s.columns) == 0 {
		return
	}
	to := spot{min(1, len(s.columns)-1), 0, noBand}
	if s.holds(s.at) {
		to = s.next(columns, rows)
	}
	s.Go(to.column, to.node)
	if columns != 0 || rows != 0 {
		s.bring(s.at)
	}
}

func (s *Streams) next(columns, rows int) spot {
	p, to := s.at, s.at.column+columns
	if columns == 0 || to < 0 || to >= len(s.columns) || len(s.columns[to].Nodes) == 0 {
		p.node = min(max(p.node+rows, 0), len(s.columns[p.column].Nodes)-1)
		return p
	}
	weight := make([]float32, len(s.columns[to].Nodes))
	for i := range s.streams {
		if at := s.streams[i].At; at[p.column] == p.node {
			weight[at[to]] += s.streams[i].Weight
		}
	}
	return spot{to, slices.Index(weight, slices.Max(weight)), noBand}
}

// open presses the node that the keys are on.
func (s *Streams) open(p spot) {
	if s.holds(p) && s.OnOpened != nil && s.columns[p.column].Nodes[p.node].Opens {
		s.OnOpened(p.column, p.node)
	}
}

// MouseIn is called by the toolkit.
func (s *Streams) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved brings out what runs through the place under the pointer.
func (s *Streams) MouseMoved(ev *desktop.MouseEvent) { s.bring(s.plan.under(ev.Position)) }

// MouseOut shows the picture as a whole again.
func (s *Streams) MouseOut() { s.bring(nowhere) }

// Cursor returns a pointing hand where there is something to press.
func (s *Streams) Cursor() desktop.Cursor {
	if p := s.spot; p.to == noBand && s.holds(p) && (s.columns[p.column].Nodes[p.node].Opens || s.columns[p.column].Nodes[p.node].Act != "") {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped opens the node that was pressed, or does at once what can be done with it.
func (s *Streams) Tapped(ev *fyne.PointEvent) {
	p := s.plan.under(ev.Position)
	if p.to != noBand || !s.holds(p) {
		return
	}
	s.at = p
	if s.OnActed != nil && s.plan.acts(p, ev.Position) {
		s.OnActed(p.column, p.node)
		return
	}
	s.open(p)
}

// FocusGained shows where the keys go. What is there is brought out once they are used, so that the picture
// is first seen as a whole.
func (s *Streams) FocusGained() {
	s.focused = true
	if !s.holds(s.at) {
		s.Step(0, 0)
	}
	s.Refresh()
}

// FocusLost takes that mark away.
func (s *Streams) FocusLost() {
	s.focused = false
	s.spot = nowhere
	s.Refresh()
}

// TypedRune is called by the toolkit.
func (s *Streams) TypedRune(rune) {}

// TypedKey goes from node to node, and opens one.
func (s *Streams) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		s.Step(-1, 0)
	case fyne.KeyRight:
		s.Step(1, 0)
	case fyne.KeyUp:
		s.Step(0, -1)
	case fyne.KeyDown:
		s.Step(0, 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.open(s.at)
	default:
		passOn(s, ev)
	}
}

// AccessibilityLabel says the node that the keys are on, else each way through the picture.
func (s *Streams) AccessibilityLabel() string {
	if s.focused && s.holds(s.at) {
		return s.columns[s.at.column].Nodes[s.at.node].said()
	}
	var all []string
	for _, stream := range s.streams {
		var way []string
		for column, node := range stream.At {
			way = append(way, s.columns[column].Nodes[node].said())
		}
		if said := strings.Join(way, ", "); !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	return strings.Join(all, "; ")
}

func (n *StreamNode) said() string {
	if n.Said != "" {
		return n.Said
	}
	return n.Label
}

// AccessibilityRole returns the role of text.
func (s *Streams) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by the toolkit.
func (s *Streams) CreateRenderer() fyne.WidgetRenderer { return &streamsRenderer{s} }

type streamsRenderer struct{ s *Streams }

func (r *streamsRenderer) Destroy()                     {}
func (r *streamsRenderer) Layout(size fyne.Size)        { r.s.build(size.Width) }
func (r *streamsRenderer) MinSize() fyne.Size           { return fyne.NewSize(leastStreams, r.s.plan.height) }
func (r *streamsRenderer) Objects() []fyne.CanvasObject { return r.s.objects }

func (r *streamsRenderer) Refresh() {
	r.s.build(r.s.Size().Width)
	for _, raster := range r.s.rasters {
		raster.Refresh()
	}
	canvas.Refresh(r.s)
}
