package data

import (
	"cmp"
	"strings"
)

// Organisation is an employer, school or community, with the names that people write for it.
type Organisation struct {
	ID   ID
	UUID string
	Name string
	// Aliases are other names confirmed to mean the same organisation.
	Aliases []string
}

// Role is a person at an organisation under a title.
type Role struct {
	ID           ID
	Person       ID
	Organisation ID     // 0 when the employer is none: self-employed, retired, or not said
	Employer     string // the organisation's name as it is shown
	Title        string
	From, To     PartialDay // unknown ends are zero; a To of a current role is zero
	Source       Source

	// FirstSeen and LastSeen bound the days on which snapshots prove the role; both are 0 for a role
	// that was stated with its dates.
	FirstSeen, LastSeen Day
	// Current says that the role is held now, as far as its source knows.
	Current bool
	// Gone is the first day on which a source spoke of the person and named this role no more; 0 while
	// none did. It bounds the end of a role that was only seen.
	Gone Day

	// Standing is what the title says, or what the user said of it where Ruled.
	Standing Standing
	Ruled    bool
}

// Dated reports whether the role's own dates are known, not only the days it was seen.
func (r *Role) Dated() bool { return !r.From.IsZero() || !r.To.IsZero() }

// Validate returns an *Invalid when the role cannot be kept. What is only unusual is a Doubt.
func (r *Role) Validate() error {
	switch {
	case strings.TrimSpace(r.Employer) == "" && strings.TrimSpace(r.Title) == "":
		return &Invalid{"organisation", Missing}
	case len([]rune(r.Employer)) > MaxName:
		return &Invalid{"organisation", TooLong}
	case len([]rune(r.Title)) > MaxName:
		return &Invalid{"title", TooLong}
	case !r.From.Valid():
		return &Invalid{"from", NoSuchDay}
	case !r.To.Valid():
		return &Invalid{"to", NoSuchDay}
	}
	return nil
}

// Source says where a fact comes from.
type Source string

// The sources. A fact the user stated is never changed by an import.
const (
	Stated         Source = "stated"
	FromLinkedIn   Source = "linkedin"  // Connections.csv
	FromOwnCareer  Source = "positions" // Positions.csv: the user's own jobs
	FromSampleData Source = "sample"
)

// Snapshot is what one source said of a person on one day. It is kept for ever and never overwritten.
type Snapshot struct {
	ID           ID
	Person       ID
	Day          Day // the day the source speaks of
	Source       Source
	Profile      string // the slug in this file, or ""
	Given        string
	Family       string
	Email        string
	Organisation string // as written; "" when empty
	Title        string // as written
	Connected    Day
}

// Present returns the role that says best what a person does now, nil when none is current: the one
// begun last. It does not depend on the order of roles.
func Present(roles []Role) *Role {
	var best *Role
	for i := range roles {
		r := &roles[i]
		if r.Current && (best == nil || later(r, best)) {
			best = r
		}
	}
	return best
}

func later(a, b *Role) bool {
	x, y := max(a.From.Earliest(), a.FirstSeen), max(b.From.Earliest(), b.FirstSeen)
	if x != y {
		return x > y
	}
	return cmp.Or(cmp.Compare(a.Employer, b.Employer), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID)) < 0
}

// ByPerson cuts roles, which are ordered by person, into those of each.
func ByPerson(roles []Role) [][]Role {
	var all [][]Role
	for start := 0; start < len(roles); {
		end := start + 1
		for end < len(roles) && roles[end].Person == roles[start].Person {
			end++
		}
		all = append(all, roles[start:end:end])
		start = end
	}
	return all
}
