package paths

import (
	"cmp"
	"math/bits"
	"slices"

	"gonum.org/v1/gonum/graph"

	"peerage/data"
)

// Graph holds who knows whom.
type Graph struct {
	today    data.Day
	network  Network
	edges    map[int64][]edge // of each node, ordered by where they lead
	at       map[data.ID][]int
	meetings []meeting
}

// edge leads to a node. It is kept at both of its ends.
type edge struct {
	to    int64
	cost  float64
	shown int // which introduction shows it; for the edge to a meeting, 1 when it is proven that they were there
}

// meeting is a day on which several people were at one organisation.
type meeting struct {
	organisation data.ID
	people       int
}

// The nodes of the graph are people, under their ids; the organisation to be reached; and below it the
// meetings.
const (
	me    = int64(data.Me)
	place = int64(-1)
)

func meetingNode(i int) int64 { return place - 1 - int64(i) }

// What edges cost. A hop costs more than all that can be said against a path of Longest steps, and a pause
// more than all coldness together.
const (
	hop    = 1_000_000.0
	pause  = 20_000.0
	slight = Warmest + 700.0 // more than the coldest I am acquainted with, and than that the last one is long gone
)

// New returns the graph of a network as of today. The network must not be changed afterwards.
func New(n Network, today data.Day) *Graph {
	g := &Graph{today: today, network: n, edges: map[int64][]edge{}, at: map[data.ID][]int{}}
	for person, warmth := range n.Warmth {
		if warmth > 0 && person != data.Me {
			g.join(me, int64(person), edge{cost: hop + float64(Warmest-min(warmth, Warmest))})
		}
	}
	for person := range n.Slight {
		if n.slight(person) && person != data.Me {
			g.join(me, int64(person), edge{cost: hop + slight})
		}
	}
	g.introduce()
	g.meet()
	for _, list := range g.edges {
		slices.SortFunc(list, func(a, b edge) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.cost, b.cost)) })
	}
	return g
}

// join adds an edge between two nodes, seen from both.
func (g *Graph) join(a, b int64, e edge) {
	e.to = b
	g.edges[a] = append(g.edges[a], e)
	e.to = a
	g.edges[b] = append(g.edges[b], e)
}

// introduce adds what introductions show.
func (g *Graph) introduce() {
	for i := range g.network.Introductions {
		in := &g.network.Introductions[i]
		cost := hop + 200
		if !in.Day.IsZero() {
			cost = hop + 100 + g.long(in.Day.Latest())
		}
		three := [3]data.ID{in.By.Person, in.Known[0].Person, in.Known[1].Person}
		for a := range three {
			for b := range a {
				if x, y := three[a], three[b]; x > data.Me && y > data.Me && x != y {
					g.join(int64(x), int64(y), edge{cost: cost, shown: i})
				}
			}
		}
	}
}

// long is what the time since a day costs, from 0 to 200.
func (g *Graph) long(since data.Day) float64 {
	const year, most = 365, 20
	return float64(10 * min(max(int64(g.today-since)/year, 0), most))
}

// meet adds who was where together.
func (g *Graph) meet() {
	all := map[data.ID][]stay{}
	for i := range g.network.Roles {
		r := &g.network.Roles[i]
		if r.Organisation == 0 || r.Person == data.Me {
			continue
		}
		g.at[r.Organisation] = append(g.at[r.Organisation], i)
		if s, ok := stayOf(r, g.today); ok {
			all[r.Organisation] = append(all[r.Organisation], s)
		}
	}
	organisations := make([]data.ID, 0, len(all))
	for o := range all {
		organisations = append(organisations, o)
	}
	slices.Sort(organisations)
	for _, o := range organisations {
		for _, day := range thin(meetingDays(all[o])) {
			g.meetOn(o, all[o], day)
		}
	}
}

// meetOn joins those who were at an organisation on a day.
func (g *Graph) meetOn(o data.ID, stays []stay, day data.Day) {
	there := map[data.ID]bool{} // whether it is proven
	for i := range stays {
		if s := &stays[i]; s.outer.has(day) {
			there[s.person] = there[s.person] || s.provenOn(day)
		}
	}
	if len(there) < 2 {
		return
	}
	at := meetingNode(len(g.meetings))
	g.meetings = append(g.meetings, meeting{o, len(there)})
	// Of many who were there at once few have met.
	crowd := float64(10 * bits.Len(uint(len(there))))
	for person, proven := range there {
		e := edge{cost: hop/2 + crowd + g.long(day)/2 + 200, shown: 0}
		if proven {
			e.cost, e.shown = e.cost-150, 1
		}
		g.join(int64(person), at, e)
	}
}

// node is a node as the searching library knows it.
type node int64

// ID implements graph.Node.
func (n node) ID() int64 { return int64(n) }

// line is an edge as the searching library knows it.
type line struct{ from, to node }

func (l line) From() graph.Node         { return l.from }
func (l line) To() graph.Node           { return l.to }
func (l line) ReversedEdge() graph.Edge { return line{l.to, l.from} }
