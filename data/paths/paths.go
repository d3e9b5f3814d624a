package paths

import (
	"slices"

	"gonum.org/v1/gonum/graph/path"

	"peerage/data"
)

// Network is what paths are found in.
type Network struct {
	// Warmth is how warmly I know those I am acquainted with, from 1 to Warmest.
	Warmth map[data.ID]int
	// Slight are those I know and no more: nothing says that there ever was contact. Where they have a warmth,
	// that counts. Nobody else is known to me.
	Slight map[data.ID]bool
	// Introductions made people known to each other. Where I am one of them, that is in Warmth.
	Introductions []data.Introduction
	// Roles are those that show who was at which organisation when. My own do not count.
	Roles []data.Role
	// Closed are those who want no contact, Paused those to be left alone for now.
	Closed, Paused map[data.ID]bool
}

// slight reports whether somebody is known to me, and slightly.
func (n *Network) slight(person data.ID) bool { return n.Slight[person] && n.Warmth[person] <= 0 }

// Warmest is the greatest warmth.
const Warmest = 1000

// Reason says what leads to a step.
type Reason string

// The reasons.
const (
	Acquainted Reason = "acquainted" // I know them
	Introduced Reason = "introduced" // they and the one before were made known to each other, or one introduced the other
	Together   Reason = "together"   // they and the one before were at one organisation at the same time
	ThereNow   Reason = "there_now"  // the one before is at this organisation
	WasThere   Reason = "was_there"  // the one before was at this organisation
)

// Step is one who is reached from the one before, the first from me.
type Step struct {
	Person data.ID // 0 for the organisation at the end
	Reason Reason
	// Introduction shows Introduced, and Acquainted where nothing else does; nil otherwise.
	Introduction *data.Introduction
	// Organisation is where two people were Together, or the one at the end; Sure is how sure it is that they
	// met, Certain or Likely.
	Organisation data.ID
	Sure         data.Sureness
}

// Path leads from me to whom or what is to be reached, which is its last step.
type Path []Step

// Longest is how many steps a path has at most. Further round nobody is asked.
const Longest = 5

// Named is how many paths are named at most.
const Named = 3

// ToPerson returns the best paths to a person, at most Named. The first is one step when I know them, unless
// they want no contact.
func (g *Graph) ToPerson(person data.ID) []Path { return g.best(int64(person), 0) }

// ToOrganisation returns the best paths to an organisation, at most Named.
func (g *Graph) ToOrganisation(organisation data.ID) []Path { return g.best(place, organisation) }

// best searches backwards, from the target to me: there are fewer people around it than around me.
func (g *Graph) best(target int64, organisation data.ID) []Path {
	w := &walk{Graph: g, target: target, organisation: organisation, skipped: map[int64]bool{}}
	w.enter()
	var found []Path
	for len(found) < Named {
		p := w.next()
		if p == nil {
			return found
		}
		found = append(found, p)
	}
	if slices.ContainsFunc(found, func(p Path) bool { return !g.network.slight(p[0].Person) }) {
		return found
	}
	for person := range g.network.Slight {
		if g.network.slight(person) {
			w.skipped[int64(person)] = true
		}
	}
	if p := w.next(); p != nil {
		found[Named-1] = p
	}
	return found
}

// next returns the best path that begins with nobody who is skipped, and skips its first person from then on;
// nil when there is none.
func (w *walk) next() Path {
	tree, _ := path.AStar(node(w.target), node(me), w, w.least)
	nodes, _ := tree.To(me)
	if len(nodes) < 2 {
		return nil
	}
	p := w.steps(nodes)
	if len(p) > Longest {
		return nil
	}
	w.skipped[int64(p[0].Person)] = true
	return p
}
