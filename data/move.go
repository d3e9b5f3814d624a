package data

import "slices"

// MoveKind says in what way a career changed.
type MoveKind string

// The kinds of move. A move may be of several: a new employer often brings a new title.
const (
	IntoManagement  MoveKind = "into_management"
	OutOfManagement MoveKind = "out_of_management"
	Promotion       MoveKind = "promotion" // a higher level at the same employer, on the same track
	NewEmployer     MoveKind = "new_employer"
	NewTitle        MoveKind = "new_title"
	Left            MoveKind = "left" // an employer emptied, or a role ended, with nothing known after it for a while
	Retired         MoveKind = "retired"
)

// MoveKinds lists the kinds, the most telling first: the order of Move.Kinds.
var MoveKinds = []MoveKind{IntoManagement, OutOfManagement, Promotion, Retired, Left, NewEmployer, NewTitle}

// MoveStatus says what the user made of a move.
type MoveStatus string

// The statuses. Whatever is not new is never asked about again.
const (
	MoveNew           MoveStatus = "new"
	MoveConfirmed     MoveStatus = "confirmed"
	MoveDismissed     MoveStatus = "dismissed"
	MoveCongratulated MoveStatus = "congratulated" // confirmed, and the person was told so
)

// MoveStatuses lists the statuses.
var MoveStatuses = []MoveStatus{MoveNew, MoveConfirmed, MoveDismissed, MoveCongratulated}

// Move is a change in a career.
type Move struct {
	ID     ID
	Person ID
	Kinds  []MoveKind // at least one, in the order of MoveKinds
	From   Post
	To     Post // zero for one who left
	// After and By bound the day of the move: the last day on which the role before is known and the
	// first on which the one after is. They are equal when the day is known.
	After, By Day
	Status    MoveStatus
}

// Is reports whether the move is of kind k.
func (m *Move) Is(k MoveKind) bool { return slices.Contains(m.Kinds, k) }

// Lead returns the most telling kind.
func (m *Move) Lead() MoveKind { return m.Kinds[0] }

// Post is one side of a move: a role as the move sees it.
type Post struct {
	Role         ID
	Organisation ID
	Employer     string
	Title        string
	Standing     Standing
	// Form is the normal form of employer and title, on which a verdict hangs: it outlives the role,
	// which an import may write anew.
	Form string
}

// MoveVerdict is what the user made of a move of one kind.
type MoveVerdict struct {
	Person   ID
	Kind     MoveKind
	From, To string // the normal forms of both sides
	Status   MoveStatus
	Day      Day // on which the user said so
}

// TitleVerdict is the track and level that the user gave a role, whatever its title says.
type TitleVerdict struct {
	Person ID
	Form   string // the normal form of the role's employer and title
	Track  Track
	Level  Level
}

// TieVerdict is what the user said of a tie that careers show.
type TieVerdict struct {
	Person       ID
	Kind         TieKind
	Organisation ID // 0 for a tie by profession alone
	Holds        bool
}

// RoleVerdict says of a role that files show that the user's own word stands in its place, or that it
// never was.
type RoleVerdict struct {
	Person          ID
	Employer, Title string // as the role had them
	First, Last     Day    // between which days it was known; 0 where it is open
}
