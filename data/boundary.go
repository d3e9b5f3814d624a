package data

import (
	"slices"
	"strings"
)

// Boundary is what a person wants left alone, and how they like to be reached. The pause is on the
// person (PausedUntil).
type Boundary struct {
	Person    ID
	NoContact bool        // no check-in, reminder or nudge is about them
	Avoid     []string    // topics, one line each
	Channel   ContactKind // the one they like best, "" when it is not known
	// Between these hours of the day they like to be reached: From ≤ hour < To. Both are 0 when it is
	// not known; either alone bounds one side ("not before ten").
	From, To int
}

// IsZero reports whether it says nothing.
func (b *Boundary) IsZero() bool {
	return !b.NoContact && len(b.Avoid) == 0 && b.Channel == "" && b.From == 0 && b.To == 0
}

// Validate returns an *Invalid for the first field that cannot be kept.
func (b *Boundary) Validate() error {
	for _, topic := range b.Avoid {
		switch {
		case strings.TrimSpace(topic) == "":
			return &Invalid{"avoid", Missing}
		case len([]rune(topic)) > MaxName:
			return &Invalid{"avoid", TooLong}
		}
	}
	switch {
	case b.Channel != "" && !slices.Contains(ContactKinds, b.Channel):
		return &Invalid{"channel", Unknown}
	case b.From < 0 || b.From > 23 || b.To < 0 || b.To > 24:
		return &Invalid{"hours", OutOfRange}
	case b.To != 0 && b.To <= b.From:
		return &Invalid{"hours", EndsBeforeStart}
	}
	return nil
}

// ProjectKind says what people did together.
type ProjectKind string

// The kinds of project.
const (
	WorkTogether  ProjectKind = "project"
	EventTogether ProjectKind = "event"
)

// ProjectKinds lists the kinds in the order they are offered.
var ProjectKinds = []ProjectKind{WorkTogether, EventTogether}

// Project is something that I and others worked on together, or an event we made or went to.
type Project struct {
	ID       ID
	UUID     string
	Name     string
	Kind     ProjectKind
	From, To PartialDay // zero when unknown; a zero To with a From says that it goes on
	Outcome  string     // what came of it
	People   []Someone  // at least one, without Me
}

// Validate returns an *Invalid for the first field that cannot be kept.
func (p *Project) Validate() error {
	switch name := strings.TrimSpace(p.Name); {
	case name == "":
		return &Invalid{"project", Missing}
	case len([]rune(name)) > MaxName:
		return &Invalid{"project", TooLong}
	case !slices.Contains(ProjectKinds, p.Kind):
		return &Invalid{"project_kind", Unknown}
	case len(p.People) == 0:
		return &Invalid{"people", Missing}
	case !p.From.Valid():
		return &Invalid{"from", NoSuchDay}
	case !p.To.Valid():
		return &Invalid{"to", NoSuchDay}
	case !p.From.IsZero() && !p.To.IsZero() && p.To.Latest() < p.From.Earliest():
		return &Invalid{"to", EndsBeforeStart}
	case len([]rune(p.Outcome)) > MaxNote:
		return &Invalid{"outcome", TooLong}
	}
	seen := map[ID]bool{Me: true}
	for _, s := range p.People {
		if s.Person != 0 && seen[s.Person] {
			return &Invalid{"people", Twice}
		}
		seen[s.Person] = true
	}
	return nil
}

// Milestone is a day in a person's life that the user notes. Birthdays, anniversaries of work and moves
// are milestones too, but they follow from what is known already.
type Milestone struct {
	ID     ID
	Person ID
	Text   string
	On     PartialDay // at least a month and a day; without a year it comes every year
	Yearly bool       // it comes every year
}

// Validate returns an *Invalid for the first field that cannot be kept.
func (m *Milestone) Validate() error {
	switch text := strings.TrimSpace(m.Text); {
	case text == "":
		return &Invalid{"milestone", Missing}
	case len([]rune(text)) > MaxName:
		return &Invalid{"milestone", TooLong}
	case m.On.IsZero():
		return &Invalid{"on", Missing}
	case !m.On.Valid():
		return &Invalid{"on", NoSuchDay}
	case m.On.Day == 0:
		return &Invalid{"on", NotADay}
	}
	return nil
}
