package doors

import (
	"cmp"
	"slices"

	"peerage/data"
)

// Whole is the weight of one opportunity; those it came through share it.
const Whole = 60

// How much of the flow is told apart, so that it is read at a glance: ways at most, and rows of people and
// of opportunities, the folded ones counted as one.
const (
	MostWays = 6
	MostRows = 12
)

// Flow is the picture of how opportunities came to me: through which ties, through whom, to what, and
// what came of it. Each column lists its nodes from the top; the strands run through all four.
type Flow struct {
	Ways []Way
	// Who are the people. Me stands for opportunities that came through nobody. What does not fit is
	// folded into one further node behind the last, MoreWho people.
	Who     []Opener
	MoreWho int
	// What are the opportunities, and MoreWhat how many are folded into one further node behind the last.
	What     []data.Opportunity
	MoreWhat int
	Outcomes []Outcome
	Strands  []Strand // in the order of their nodes, from the first column to the last
}

// Strand is one way through the picture: the indexes of its nodes in the four columns, the folded one
// counted as one behind the last, and its weight.
type Strand struct {
	Way, Who, What, Outcome int
	Weight                  int // Whole for a whole opportunity
}

// WayKind says what a way is.
type WayKind string

// The kinds of way.
const (
	ByTie     WayKind = "tie"    // people who stood to me in one respect
	WeakTies  WayKind = "weak"   // weak ties, of whatever kind
	OtherTies WayKind = "others" // the rest
	OnMyOwn   WayKind = "own"    // through nobody
)

// Way is a kind of tie through which doors opened.
type Way struct {
	Kind   WayKind
	Tie    data.TieKind // for ByTie
	Former bool
	Came   int // opportunities that came this way
	Won    int // of those, how many led to something
	weight int
}

// Outcome is what came of opportunities.
type Outcome struct {
	Stage data.Stage // Won, Lost or Passed; "" while they are open
	Came  int        // opportunities
}

// outcomes lists what may come of an opportunity, in the order in which it is told.
var outcomes = []data.Stage{data.Won, "", data.Passed, data.Lost}

// outcome returns what came of an opportunity so far.
func outcome(o *data.Opportunity) data.Stage {
	if o.Stage().Closed() {
		return o.Stage()
	}
	return ""
}

// strand is a strand before its nodes have their places.
type strand struct {
	way    Way // Kind, Tie and Former alone
	who    data.Someone
	door   int // in the doors, which come in their order
	weight int
}

// flow draws the picture from doors in their order and those who opened them, who opened most first.
func flow(doors []door, openers []Opener) Flow {
	var f Flow
	all := strands(doors)
	f.Ways = ways(doors, all)
	f.place(doors, all, openers)
	return f
}

// strands cuts each opportunity into one strand for everybody it came through, of equal weight as far as
// whole numbers go; one that came through nobody is a strand through me.
func strands(doors []door) []strand {
	var all []strand
	for i := range doors {
		chain := doors[i].chain
		if len(chain) == 0 {
			all = append(all, strand{Way{Kind: OnMyOwn}, data.Someone{Person: data.Me}, i, Whole})
		}
		for j, l := range chain {
			weight := Whole*(j+1)/len(chain) - Whole*j/len(chain)
			all = append(all, strand{wayOf(l), identity(l.Someone), i, weight})
		}
	}
	return all
}

func wayOf(l link) Way {
	switch {
	case l.weak:
		return Way{Kind: WeakTies}
	case l.Tie == "":
		return Way{Kind: OtherTies}
	}
	return Way{Kind: ByTie, Tie: l.Tie, Former: l.Former}
}

// ways groups the strands: the ties that brought most first, then the other ones, weak ties, and what came
// through nobody. Ties for which there is no room become other ones, in the strands as well.
func ways(doors []door, all []strand) []Way {
	list := summed(doors, all)
	room := MostWays
	for _, w := range list {
		if w.Kind != ByTie {
			room--
		}
	}
	ties := len(list) - (MostWays - room)
	if ties > room {
		if !slices.ContainsFunc(list, func(w Way) bool { return w.Kind == OtherTies }) {
			room-- // for the other ones
		}
		kept := list[:room]
		for i := range all {
			if w := all[i].way; w.Kind == ByTie && !slices.ContainsFunc(kept, w.same) {
				all[i].way = Way{Kind: OtherTies}
			}
		}
		list = summed(doors, all)
	}
	return list
}

func (w Way) same(other Way) bool {
	return w.Kind == other.Kind && w.Tie == other.Tie && w.Former == other.Former
}

// summed returns the ways of strands with what came through each, in their order.
func summed(doors []door, all []strand) []Way {
	var list []Way
	last := map[int]int{} // for each way, the last door counted
	for _, s := range all {
		i := slices.IndexFunc(list, s.way.same)
		if i < 0 {
			i = len(list)
			list = append(list, s.way)
			last[i] = -1
		}
		list[i].weight += s.weight
		if last[i] != s.door {
			last[i] = s.door
			list[i].Came++
			if doors[s.door].Stage() == data.Won {
				list[i].Won++
			}
		}
	}
	slices.SortFunc(list, func(a, b Way) int {
		return cmp.Or(cmp.Compare(a.Kind.place(), b.Kind.place()), cmp.Compare(b.weight, a.weight),
			cmp.Compare(a.Tie, b.Tie), compareBool(a.Former, b.Former))
	})
	return list
}

// place is where ways of a kind stand among the others.
func (k WayKind) place() int { return slices.Index([]WayKind{ByTie, OtherTies, WeakTies, OnMyOwn}, k) }

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
