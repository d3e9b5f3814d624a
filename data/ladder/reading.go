package ladder

// Track says whether a title leads people.
type Track string

// The tracks.
const (
	UnknownTrack Track = "unknown"
	Individual   Track = "individual"
	Management   Track = "management"
)

// Level is how high a title stands.
type Level string

// The levels, from the lowest to the highest. Intern holds students and apprentices as well; Lead is
// the highest level without people and the lowest with them.
const (
	UnknownLevel Level = "unknown"
	Intern       Level = "intern"
	Entry        Level = "entry"
	Mid          Level = "mid"
	Senior       Level = "senior"
	Lead         Level = "lead"
	Manager      Level = "manager"
	Director     Level = "director"
	VP           Level = "vp"
	Executive    Level = "executive"
)

// levels are all levels but the unknown one, in order.
var levels = [...]Level{Intern, Entry, Mid, Senior, Lead, Manager, Director, VP, Executive}

// Rank returns the place of the level from 0, for Intern, to 8, for Executive. It is -1 for
// UnknownLevel and for anything that is no level.
func (l Level) Rank() int {
	for rank, level := range levels {
		if l == level {
			return rank
		}
	}
	return -1
}

// Field is a profession.
type Field string

// UnknownField stands where a title names no profession.
const UnknownField Field = "unknown"

// fields are the professions that the word lists may name.
var fields = map[Field]bool{
	"accounting": true, "admin": true, "agriculture": true, "architecture": true, "arts": true,
	"communications": true, "construction": true, "consulting": true, "data": true, "design": true,
	"education": true, "engineering": true, "finance": true, "healthcare": true, "hospitality": true,
	"hr": true, "it": true, "legal": true, "logistics": true, "manufacturing": true, "marketing": true,
	"media": true, "military": true, "nursing": true, "operations": true, "product": true, "public": true,
	"realestate": true, "religion": true, "research": true, "retail": true, "sales": true, "security": true,
	"sport": true, "support": true, "trades": true, "transport": true,
}

// Reading is what a title says.
type Reading struct {
	Track Track
	Level Level
	Field Field
	// Why is the part of the title that decided, as it is written there: "Head of". It is "" when
	// nothing did.
	Why string
}
