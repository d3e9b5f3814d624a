package data

// OccasionKind says what a day brings.
type OccasionKind string

// The kinds of occasion.
const (
	Birthday        OccasionKind = "birthday"
	WorkAnniversary OccasionKind = "work_anniversary" // of the day they came to where they work
	MoveAnniversary OccasionKind = "moved"            // of a move up, to a new employer or into retirement
	OwnOccasion     OccasionKind = "own"              // a Milestone that the user noted
)

// OccasionKinds lists the kinds in the order in which those of one day are told.
var OccasionKinds = []OccasionKind{Birthday, MoveAnniversary, WorkAnniversary, OwnOccasion}

// Occasion is a coming day in a person's life: a birthday, an anniversary, a day that the user noted.
type Occasion struct {
	Person  ID
	UUID    string
	Name    string
	Private bool
	Kind    OccasionKind
	// Day is the coming day. With InMonth only its month is known: Day is then the first of the month, or
	// the day asked about within its first week.
	Day     Day
	InMonth bool
	Years   int    // since the first of it; the age for a birthday; 0 when the year is unknown
	Text    string // the employer of a work anniversary, the words of a day of the user's own
	Note    ID     // the Milestone, for OwnOccasion
	Move    *Move  // what has its anniversary, for MoveAnniversary
}
