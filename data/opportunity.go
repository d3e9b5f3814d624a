package data

import (
	"slices"
	"strings"
)

// Someone is a person whom a record names. It keeps the name when the person is removed, because what
// happened stays true.
type Someone struct {
	Person ID     // 0 once the person was removed
	Name   string // as they are called, or were when they were removed
}

// OpportunityKind says what sort of door opened.
type OpportunityKind string

// The kinds of opportunity.
const (
	JobOffer     OpportunityKind = "job"
	PromotionTo  OpportunityKind = "promotion"
	ProjectWork  OpportunityKind = "project"
	ClientWork   OpportunityKind = "client"
	Talk         OpportunityKind = "talk"
	OtherOpening OpportunityKind = "other"
)

// OpportunityKinds lists the kinds in the order they are offered.
var OpportunityKinds = []OpportunityKind{JobOffer, PromotionTo, ProjectWork, ClientWork, Talk, OtherOpening}

// Stage says how far an opportunity has come.
type Stage string

// The stages, and the outcomes, with which an opportunity is closed.
const (
	Heard        Stage = "heard"
	Exploring    Stage = "exploring"
	Applied      Stage = "applied"
	Interviewing Stage = "interviewing"
	Offered      Stage = "offered"
	Won          Stage = "won"
	Lost         Stage = "lost"
	Passed       Stage = "passed" // I, or whoever it was for, let it go by
)

// Stages lists the stages in their order, the outcomes last.
var Stages = []Stage{Heard, Exploring, Applied, Interviewing, Offered, Won, Lost, Passed}

// Closed reports whether s is an outcome.
func (s Stage) Closed() bool { return s == Won || s == Lost || s == Passed }

// Step is the day on which an opportunity came to a stage.
type Step struct {
	Stage Stage
	Day   Day
}

// Part says what somebody in a chain did.
type Part string

// The parts.
const (
	ToldOf       Part = "told"       // passed the news on
	Introduced   Part = "introduced" // made the next one known
	Referred     Part = "referred"   // put in a good word
	Advised      Part = "advised"
	DecidedIt    Part = "decided" // gave the post, the order, the stage
	OtherwisePut Part = "other"
)

// Parts lists the parts in the order they are offered.
var Parts = []Part{ToldOf, Introduced, Referred, Advised, DecidedIt, OtherwisePut}

// Link is somebody an opportunity came through.
type Link struct {
	ID ID
	Someone
	Part Part
	// Tie is how we stood to each other when the opportunity was heard of, "" where there was no tie or
	// none is known; Former says that the tie was one that had ended by then.
	Tie     TieKind
	Former  bool
	Thanked Day // 0 while they are not thanked
}

// Opportunity is a job, a promotion, a project, … with the people it came through.
type Opportunity struct {
	ID           ID
	UUID         string
	Title        string
	Kind         OpportunityKind
	Organisation ID     // 0 when none is linked
	Employer     string // the organisation's name as it is shown; "" when there is none
	For          Someone
	Worth        string // in words
	Notes        string
	// Steps are the stages it came to, the oldest first, at least one; the first is when it was heard of.
	Steps []Step
	// Chain is who it came through, in order: the first told the second, and the last told me.
	Chain []Link
}

// Stage returns the stage it is at, "" while it has none.
func (o *Opportunity) Stage() Stage {
	if len(o.Steps) == 0 {
		return ""
	}
	return o.Steps[len(o.Steps)-1].Stage
}

// HeardOn returns the day it was heard of, 0 when it has no step.
func (o *Opportunity) HeardOn() Day {
	if len(o.Steps) == 0 {
		return 0
	}
	return o.Steps[0].Day
}

// ClosedOn returns the day of its outcome, 0 while it is open.
func (o *Opportunity) ClosedOn() Day {
	if !o.Stage().Closed() {
		return 0
	}
	return o.Steps[len(o.Steps)-1].Day
}

// Mine reports whether it was for Me, and not passed on to somebody.
func (o *Opportunity) Mine() bool { return o.For.Person == Me }

// MoveTo brings it to a stage on a day, which may not lie before the last step (BeforeHeard). Coming to
// the stage it is at changes that step's day, so that a day can be mended.
func (o *Opportunity) MoveTo(s Stage, day Day) error {
	steps := slices.Clone(o.Steps)
	if n := len(steps); n > 0 && steps[n-1].Stage == s {
		steps = steps[:n-1]
	}
	if n := len(steps); n > 0 && day < steps[n-1].Day {
		return &Invalid{"stage_day", BeforeHeard}
	}
	o.Steps = append(steps, Step{s, day})
	return nil
}

// Validate returns an *Invalid for the first field that cannot be kept. Nothing may have happened
// after today.
func (o *Opportunity) Validate(today Day) error {
	switch title := strings.TrimSpace(o.Title); {
	case title == "":
		return &Invalid{"opportunity", Missing}
	case len([]rune(title)) > MaxName:
		return &Invalid{"opportunity", TooLong}
	case !slices.Contains(OpportunityKinds, o.Kind):
		return &Invalid{"opportunity_kind", Unknown}
	case len([]rune(o.Employer)) > MaxName:
		return &Invalid{"organisation", TooLong}
	case len([]rune(o.Worth)) > MaxName:
		return &Invalid{"worth", TooLong}
	case len([]rune(o.Notes)) > MaxNote:
		return &Invalid{"notes", TooLong}
	case o.For.Person == 0 && strings.TrimSpace(o.For.Name) == "":
		return &Invalid{"for", Missing}
	}
	if err := validateSteps(o.Steps, today); err != nil {
		return err
	}
	return validateChain(o.Chain, o.HeardOn(), today)
}

func validateSteps(steps []Step, today Day) error {
	if len(steps) == 0 {
		return &Invalid{"stage_day", Missing}
	}
	for i, s := range steps {
		switch {
		case !slices.Contains(Stages, s.Stage):
			return &Invalid{"stage", Unknown}
		case s.Day == 0:
			return &Invalid{"stage_day", Missing}
		case s.Day > today:
			return &Invalid{"stage_day", InFuture}
		case i > 0 && s.Day < steps[i-1].Day:
			return &Invalid{"stage_day", BeforeHeard}
		}
	}
	return nil
}

func validateChain(chain []Link, heard, today Day) error {
	seen := map[ID]bool{}
	for _, l := range chain {
		switch {
		case l.Person == 0 && strings.TrimSpace(l.Name) == "":
			return &Invalid{"chain", Missing}
		case l.Person == Me:
			return &Invalid{"chain", Unknown}
		case l.Person != 0 && seen[l.Person]:
			return &Invalid{"chain", Twice}
		case !slices.Contains(Parts, l.Part):
			return &Invalid{"part", Unknown}
		case l.Tie != "" && !slices.Contains(TieKinds, l.Tie):
			return &Invalid{"tie", Unknown}
		case l.Thanked > today:
			return &Invalid{"thanked", InFuture}
		case l.Thanked != 0 && l.Thanked < heard:
			return &Invalid{"thanked", BeforeHeard}
		}
		seen[l.Person] = true
	}
	return nil
}

// Introduction is that somebody made two people known to each other; any of the three may be Me.
type Introduction struct {
	ID    ID
	UUID  string
	By    Someone
	Known [2]Someone
	Day   PartialDay // zero when unknown
	Note  string
}

// Validate returns an *Invalid for the first field that cannot be kept.
func (i *Introduction) Validate(today Day) error {
	for _, s := range []Someone{i.Known[0], i.Known[1], i.By} {
		if s.Person == 0 && strings.TrimSpace(s.Name) == "" {
			return &Invalid{"introduced", Missing}
		}
	}
	same := func(a, b Someone) bool { return a.Person != 0 && a.Person == b.Person }
	switch {
	case same(i.By, i.Known[0]), same(i.By, i.Known[1]), same(i.Known[0], i.Known[1]):
		return &Invalid{"introduced", Twice}
	case !i.Day.Valid():
		return &Invalid{"day", NoSuchDay}
	case !i.Day.IsZero() && i.Day.Earliest() > today:
		return &Invalid{"day", InFuture}
	case len([]rune(i.Note)) > MaxNote:
		return &Invalid{"notes", TooLong}
	}
	return nil
}
