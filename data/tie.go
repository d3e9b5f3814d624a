package data

import "slices"

// TieKind says how Me and a person stand to each other.
type TieKind string

// Ties that are derived from two careers.
const (
	Coworker TieKind = "coworker" // same organisation at the same time
	Alumni   TieKind = "alumni"   // same organisation, at other times
	// Same profession: at a shared organisation, or, with no role of mine or theirs at one, by profession alone.
	Colleague TieKind = "colleague"
	Peer      TieKind = "peer" // a coworker or colleague on the same track, at most one level apart
	// Worked on something together, or were at the same event, wherever they were employed.
	Collaborator TieKind = "collaborator"
)

// Ties that the user states.
const (
	Mentor   TieKind = "mentor"
	Mentee   TieKind = "mentee"
	Manager  TieKind = "manager"
	Report   TieKind = "report"
	Friend   TieKind = "friend"
	Client   TieKind = "client"
	Supplier TieKind = "supplier"
	Partner  TieKind = "partner" // works with me on the other side of an agreement
	Advisor  TieKind = "advisor"
	Teacher  TieKind = "teacher"
	Student  TieKind = "student"
	Investor TieKind = "investor"
	Recruit  TieKind = "recruiter"
	Family   TieKind = "family"
)

// DerivedTies lists the kinds that careers and projects show, the closest first. The user may state them as well.
var DerivedTies = []TieKind{Peer, Coworker, Collaborator, Colleague, Alumni}

// StatedTies lists the kinds the user may state, in the order they are offered.
var StatedTies = []TieKind{Mentor, Mentee, Manager, Report, Friend, Client, Supplier, Partner, Advisor, Teacher, Student, Investor, Recruit, Family}

// TieKinds lists all kinds, in the order in which the user may state them.
var TieKinds = slices.Concat(StatedTies, DerivedTies)

// Sureness says how well the evidence of a tie holds.
type Sureness string

// How sure a tie is (the rule is in data/ties).
const (
	Certain  Sureness = "certain"
	Likely   Sureness = "likely"
	Possible Sureness = "possible"
)

// Tie is how Me and a person stand to each other in one respect. Several may hold at once.
type Tie struct {
	ID      ID
	Person  ID
	Kind    TieKind
	Derived bool
	// Since and Until bound the tie; Until is zero while it lasts, and either is zero when unknown.
	Since, Until PartialDay
	// Current says whether it holds on the day the tie was read for.
	Current bool
	// Months of proven overlap, whole months rounded down; -1 when none is proven.
	Months int
	Sure   Sureness
	// Confirmed says that the user confirmed a derived tie, which is certain then.
	Confirmed bool
	// Mine and Theirs are the roles that show a derived tie, Project the project that shows one of
	// collaborators; zero for a stated tie.
	Mine, Theirs ID
	Project      ID
	Note         string
}

// ByProfession reports whether t rests on what the two do today and on no shared organisation. Of the
// ties at an organisation only one that the user confirmed, current and without a known start, looks
// the same; the organisations of Mine and Theirs tell the two apart.
func (t *Tie) ByProfession() bool {
	return t.Derived && (t.Kind == Colleague || t.Kind == Peer) && t.Current && t.Since.IsZero() && t.Months < 0 &&
		(t.Sure == Possible || t.Confirmed)
}

// SurelyPeer reports whether the tie is one of peers, and more than a possible one.
func (t Tie) SurelyPeer() bool { return t.Kind == Peer && t.Sure != Possible }

// SurelyFormerPeers reports whether one of the ties between two people says that they were peers once, and
// not only that they may have been.
func SurelyFormerPeers(ties []Tie) bool {
	return slices.ContainsFunc(ties, func(t Tie) bool { return !t.Current && t.SurelyPeer() })
}

// Validate returns an *Invalid when a stated tie cannot be kept.
func (t *Tie) Validate() error {
	switch {
	case !slices.Contains(TieKinds, t.Kind):
		return &Invalid{"tie", Unknown}
	case !t.Since.Valid():
		return &Invalid{"since", NoSuchDay}
	case !t.Until.Valid():
		return &Invalid{"until", NoSuchDay}
	case !t.Since.IsZero() && !t.Until.IsZero() && t.Until.Latest() < t.Since.Earliest():
		return &Invalid{"until", EndsBeforeStart}
	}
	return nil
}
