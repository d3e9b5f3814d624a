package paths

import (
	"gonum.org/v1/gonum/graph/path"

	"peerage/data"
)

// Network is what paths are found in.
type Network struct {
	// Warmth is how warmly I know those I am acquainted with, from 1 to Warmest. Nobody else is known to me.
	Warmth map[data.ID]int
	// Introductions made people known to each other. Where I am one of them, that is in Warmth.
	Introductions []data.Introduction
	// Roles are those that show who was at which organisation when. My own do not count.
	Roles []data.Role
	// Closed are those who want no contact, Paused those to be left alone for now.
	Closed, Paused map[data.ID]bool
}

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
	// Introduction shows Introduced; nil otherwise.
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

// ToPerson returns the best paths to a person, at most Named. The first is one step when I know them.
func (g *Graph) ToPerson(person data.ID) []Path { return g.best(int64(person), 0) }

// ToOrganisation returns the best paths to an organisation, at most Named.
func (g *Graph) ToOrganisation(organisation data.ID) []Path { return g.best(place, organisation) }

// best searches backwards, from the target to me: there are fewer people around it than around me.
func (g *Graph) best(target int64, organisation data.ID) []Path {
	w := &walk{Graph: g, target: target, organisation: organisation, skipped: map[int64]bool{}}
	w.enter()
	var found []Path
	for len(found) < Named {
		tree, _ := path.AStar(node(target), node(me), w, w.least)
		nodes, _ := tree.To(me)
		if len(nodes) < 2 {
			break
		}
		p := w.steps(nodes)
		if len(p) > Longest {
			break
		}
		found = append(found, p)
		w.skipped[int64(p[0].Person)] = true
	}
	return found
}
