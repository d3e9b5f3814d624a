package data

// Kind names a sort of thing that a change may touch.
type Kind string

// The kinds of thing, one for each noun that is kept.
const (
	People        Kind = "people"
	Organisations Kind = "organisations"
	Roles         Kind = "roles"
	Snapshots     Kind = "snapshots"
	Ties          Kind = "ties"
	Moves         Kind = "moves"
	Circles       Kind = "circles"
	Interactions  Kind = "interactions"
	Details       Kind = "details"
	Cadences      Kind = "cadences"
	Settings      Kind = "settings"
	Opportunities Kind = "opportunities"
	Introductions Kind = "introductions"
	Promises      Kind = "promises"
	Exchanges     Kind = "exchanges"
	Boundaries    Kind = "boundaries"
	Projects      Kind = "projects"
	Milestones    Kind = "milestones"
	Nudges        Kind = "nudges"
	Channels      Kind = "channels"
)

// Change says what one committed write, undo or redo touched.
type Change struct {
	Op     string // the name of the operation, as undo shows it
	Kinds  []Kind
	People []ID // the people touched; nil with All
	All    bool // so much was touched, or touched elsewhere, that everything may differ
}

// Only reports whether the change concerns things of kind k and nothing else.
func (c Change) Only(k Kind) bool { return !c.All && len(c.Kinds) == 1 && c.Kinds[0] == k }

// Touches reports whether the change may concern things of kind k.
func (c Change) Touches(k Kind) bool {
	for _, have := range c.Kinds {
		if have == k {
			return true
		}
	}
	return c.All
}
