package data

import "strings"

// InteractionKind says in what way people were in touch.
type InteractionKind string

// The kinds of interaction.
const (
	Coffee    InteractionKind = "coffee"
	Call      InteractionKind = "call"
	VideoCall InteractionKind = "video_call"
	Meeting   InteractionKind = "meeting"
	Meal      InteractionKind = "meal"
	Message   InteractionKind = "message"
	Mail      InteractionKind = "email"
	Event     InteractionKind = "event"
	OtherKind InteractionKind = "other"
)

// InteractionKinds lists the kinds in the order they are offered.
var InteractionKinds = []InteractionKind{Coffee, Call, VideoCall, Meeting, Meal, Message, Mail, Event, OtherKind}

// Interaction is contact that happened, with one or more people.
type Interaction struct {
	ID     ID
	UUID   string
	Kind   InteractionKind
	Day    Day
	Text   string // what was said
	People []ID   // at least one, without Me
}

// Validate returns an *Invalid for the first field that cannot be kept. today bounds the day: contact
// that happened cannot lie ahead.
func (i *Interaction) Validate(today Day) error {
	known := false
	for _, k := range InteractionKinds {
		known = known || k == i.Kind
	}
	switch {
	case len(i.People) == 0:
		return &Invalid{"people", Missing}
	case !known:
		return &Invalid{"kind", Unknown}
	case i.Day == 0:
		return &Invalid{"day", Missing}
	case i.Day > today:
		return &Invalid{"day", InFuture}
	case len([]rune(i.Text)) > MaxNote:
		return &Invalid{"text", TooLong}
	}
	return nil
}

// Detail is a thing to remember about a person, optionally with a day to ask about it again.
type Detail struct {
	ID     ID
	Person ID
	Text   string
	AskOn  Day // 0 when there is nothing to ask
}

// Validate returns an *Invalid when the detail cannot be kept.
func (d *Detail) Validate() error {
	switch text := strings.TrimSpace(d.Text); {
	case text == "":
		return &Invalid{"detail", Missing}
	case len([]rune(text)) > MaxNote:
		return &Invalid{"detail", TooLong}
	}
	return nil
}

// Circle is a group that the user makes. It may set the cadence of those in it who have none of their
// own.
type Circle struct {
	ID      ID
	Name    string
	Rhythm  Rhythm // zero when the circle sets none
	Members int    // how many people are in it; filled by queries only
}

// Validate returns an *Invalid when the circle cannot be kept.
func (c *Circle) Validate() error {
	switch name := strings.TrimSpace(c.Name); {
	case name == "":
		return &Invalid{"circle", Missing}
	case len([]rune(name)) > MaxName:
		return &Invalid{"circle", TooLong}
	case c.Rhythm != Rhythm{}:
		return c.Rhythm.Validate()
	}
	return nil
}

// Rhythm is how often a person is to be contacted, in days.
type Rhythm struct {
	Ideal   int // 1 to MaxInterval; 0 means no rhythm
	Longest int // Ideal to MaxInterval
}

// MaxInterval is the longest interval of a rhythm, in days: ten years.
const MaxInterval = 3660

// Validate returns an *Invalid when the two intervals make no rhythm.
func (r Rhythm) Validate() error {
	switch {
	case r.Ideal < 1 || r.Ideal > MaxInterval:
		return &Invalid{"ideal", OutOfRange}
	case r.Longest < r.Ideal || r.Longest > MaxInterval:
		return &Invalid{"longest", OutOfRange}
	}
	return nil
}

// Cadence is the rhythm that holds for one person, with what the user did to the next check-in.
type Cadence struct {
	Person  ID
	Rhythm  Rhythm
	Set     Day // the day the cadence was set
	Snoozed Day // the check-in is not due before this day; 0 when it is not snoozed
	Skipped Day // the day a check-in was skipped: it counts as contact for the rhythm only; 0 if none

	Appointment Appointment // where the user put the next check-in, zero for nowhere
}

// Snooze holds the next check-in back to a day, wherever it was put before; 0 ends that.
func (c *Cadence) Snooze(until Day) { c.Snoozed, c.Appointment = until, Appointment{} }

// Skip leaves out the next check-in, as of a day.
func (c *Cadence) Skip(on Day) { c.Skipped, c.Appointment = on, Appointment{} }

// Appoint puts the next check-in on a day, wherever it was put before.
func (c *Cadence) Appoint(a Appointment) { c.Snoozed, c.Appointment = 0, a }

// Appointment is a check-in that the user put on a day, earlier or later than the rhythm asks for, and perhaps at an
// hour. Contact after the day it was made, or on its day, is the check-in, and the appointment is over.
type Appointment struct {
	Day  Day
	At   int // minutes after midnight, or AllDay
	Made Day // the day it was made
}

// Validate returns an *Invalid where At is no minute of a day. A zero Appointment is valid.
func (a Appointment) Validate() error {
	if a.Day != 0 && (a.At < AllDay || a.At >= 24*60) {
		return &Invalid{"at", OutOfRange}
	}
	return nil
}

// Over reports whether an appointment is over, or was never made, as seen from the last contact, 0 for none.
func (a Appointment) Over(last Day) bool { return a.Day == 0 || last > a.Made || last >= a.Day }

// CheckIn is contact that is due.
type CheckIn struct {
	Person  ID
	Due     Day // the day it is put on, after the cap
	Natural Day // the day the rhythm alone asks for
	Overdue int // whole days past the longest interval as of the day asked about; 0 when it is not
	Rhythm  Rhythm
	Last    Day  // last contact, 0 when there was none
	Agreed  bool // the user put it on that day
	At      int  // minutes after midnight that the user put it at, or AllDay
}

// DueEver is the natural day of a check-in that has nothing to count from: the first of all.
const DueEver Day = 1

// Late reports whether the rhythm asked for the check-in before a day. One that has nothing to count from never is.
func (c CheckIn) Late(day Day) bool { return c.Natural > DueEver && c.Natural < day }

// On returns the day to name as the one the check-in is due, as seen from today: the day the rhythm
// asked for while it waits for an answer today, else the day it is put on.
func (c CheckIn) On(today Day) Day {
	if c.Due <= today {
		return c.Natural
	}
	return c.Due
}
