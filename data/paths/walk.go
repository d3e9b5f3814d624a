package paths

import (
	"cmp"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"

	"peerage/data"
)

// walk is the graph as one search sees it.
type walk struct {
	*Graph
	target       int64
	organisation data.ID        // at the target; 0 for a person
	skipped      map[int64]bool // with whom no further path begins
	entrances    []edge         // from the organisation to those who are or were there, ordered by person
}

// enter finds by whom the organisation is entered.
func (w *walk) enter() {
	best := map[data.ID]edge{}
	for _, i := range w.at[w.organisation] {
		r := &w.network.Roles[i]
		e := edge{to: int64(r.Person), cost: hop, shown: i}
		if !r.Current {
			e.cost += 400 + w.long(cmp.Or(r.To.Latest(), r.LastSeen, r.From.Latest()))
		}
		if known, ok := best[r.Person]; !ok || e.cost < known.cost {
			best[r.Person] = e
		}
	}
	for _, e := range best {
		w.entrances = append(w.entrances, e)
	}
	slices.SortFunc(w.entrances, func(a, b edge) int { return cmp.Compare(a.to, b.to) })
}

// From implements traverse.Graph.
func (w *walk) From(id int64) graph.Nodes {
	all := w.outOf(id)
	nodes := make([]graph.Node, 0, len(all))
	for i := range all {
		if to := all[i].to; (i == 0 || to != all[i-1].to) && w.open(id, to) {
			nodes = append(nodes, node(to))
		}
	}
	return iterator.NewOrderedNodes(nodes)
}

func (w *walk) outOf(id int64) []edge {
	if id == place {
		return w.entrances
	}
	return w.edges[id]
}

// open reports whether a path may lead from a node to another, seen from the target.
func (w *walk) open(from, to int64) bool {
	switch {
	case to == me:
		return !w.skipped[from] && !w.network.Closed[data.ID(from)]
	case to < place: // whoever was at the organisation to be reached leads there without anybody else
		return w.organisation == 0 || w.meetings[meetingOf(to)].organisation != w.organisation
	}
	if to == w.target {
		return true
	}
	// Others may know better whom I know slightly, so that it helps to be led through them.
	return !w.network.Closed[data.ID(to)] && (!w.skipped[to] || w.network.slight(data.ID(to)))
}

func meetingOf(id int64) int { return int(place - 1 - id) }

// Edge implements traverse.Graph.
func (w *walk) Edge(from, to int64) graph.Edge {
	if _, ok := w.edge(from, to); !ok {
		return nil
	}
	return line{node(from), node(to)}
}

// edge returns the cheapest edge between two nodes.
func (w *walk) edge(from, to int64) (edge, bool) {
	all := w.outOf(from)
	i, ok := slices.BinarySearchFunc(all, to, func(e edge, to int64) int { return cmp.Compare(e.to, to) })
	if !ok {
		return edge{}, false
	}
	return all[i], true
}

// Weight implements path.Weighted.
func (w *walk) Weight(from, to int64) (float64, bool) {
	e, ok := w.edge(from, to)
	if to > 0 && to != w.target && w.network.Paused[data.ID(to)] {
		e.cost += pause
	}
	return e.cost, ok
}

// least returns what it costs at least to come from a node to me.
func (w *walk) least(from, _ graph.Node) float64 {
	switch id := from.ID(); {
	case id == me:
		return 0
	case id == place:
		return 2 * hop
	case id < place:
		return 1.5 * hop
	case (w.network.Warmth[data.ID(id)] > 0 || w.network.Slight[data.ID(id)]) && !w.skipped[id]:
		return hop
	}
	return 2 * hop
}

// steps reads a path from the nodes of a search, which begin at the target and end with me.
func (w *walk) steps(nodes []graph.Node) Path {
	var p Path
	before := me
	for i := len(nodes) - 2; i >= 0; i-- {
		id := nodes[i].ID()
		if id < place {
			continue // the next one was met there
		}
		previous := nodes[i+1].ID()
		e, _ := w.edge(id, previous)
		s := Step{Person: data.ID(id)}
		switch {
		case id == place:
			e, _ = w.edge(id, before)
			s = Step{Organisation: w.organisation, Reason: WasThere}
			if w.network.Roles[e.shown].Current {
				s.Reason = ThereNow
			}
		case previous == me:
			s.Reason = Acquainted
		case previous < place:
			other, _ := w.edge(before, previous)
			s.Reason, s.Organisation, s.Sure = Together, w.meetings[meetingOf(previous)].organisation, data.Likely
			if e.shown == 1 && other.shown == 1 {
				s.Sure = data.Certain
			}
		default:
			s.Reason, s.Introduction = Introduced, &w.network.Introductions[e.shown]
		}
		p = append(p, s)
		before = id
	}
	return p
}
