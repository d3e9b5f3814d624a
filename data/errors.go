package data

import (
	"errors"
	"fmt"
)

// Sentinel errors that callers tell apart with errors.Is.
var (
	ErrNotFound  = errors.New("not found")
	ErrChanged   = errors.New("changed in the meantime")
	ErrNewer     = errors.New("the file was written by a newer Peerage")
	ErrDamaged   = errors.New("the file is damaged")
	ErrNotOurs   = errors.New("the file is not Peerage's")
	ErrNoUndo    = errors.New("nothing to undo")
	ErrNoRedo    = errors.New("nothing to redo")
	ErrAmbiguous = errors.New("the name fits several people")
)

// Reason says why a field is refused, as a key that app/words turns into a sentence.
type Reason string

// The reasons.
const (
	Missing         Reason = "missing"
	TooLong         Reason = "too_long"
	Unknown         Reason = "unknown"
	NoSuchDay       Reason = "no_such_day"
	NotADay         Reason = "not_a_day"
	NotWhole        Reason = "not_whole" // a month or a year where a day is asked for
	NotEmail        Reason = "not_email"
	InFuture        Reason = "in_future"
	NotAhead        Reason = "not_ahead" // today or before, where a day to come is asked for
	InPast          Reason = "in_past"   // before today, where today or a day to come is asked for
	EndsBeforeStart Reason = "ends_before_start"
	OutOfRange      Reason = "out_of_range"
	Overlaps        Reason = "overlaps"
	VeryLong        Reason = "very_long"
	Taken           Reason = "taken"
	Twice           Reason = "twice"           // the same person more than once
	BeforeHeard     Reason = "before_heard"    // an outcome, a stage or thanks before what it rests on
	NoOrganisation  Reason = "no_organisation" // a text that names none: self-employed, retired
)

// Invalid is a field that cannot be kept as it is.
type Invalid struct {
	Field  string
	Reason Reason
}

// Error names field and reason in the words of the code; app/words says it to people.
func (e *Invalid) Error() string { return e.Field + ": " + string(e.Reason) }

// Blocked is an operation that cannot be taken back out of turn: later ones rest on what it did.
type Blocked struct {
	By   []string // names of later operations, the newest first, each once, at most three
	More int      // how many other operations are in the way
}

// Error names the operations in the words of the code; app/words says it to people.
func (e *Blocked) Error() string {
	return fmt.Sprintf("later operations are in the way: %q and %d more", e.By, e.More)
}
