package quicklog

import "peerage/data"

// Person is somebody whom a line may name.
type Person struct {
	ID            data.ID
	Name          string
	OtherNames    []string
	Organisations []string // where they are or were, as written
	Last          data.Day // the last contact, 0 when there was none
	Near          bool     // a tie that the user stated, someone I work with now, or a member of a circle
}

// Roster is whom a line may name. It does not change.
type Roster struct {
	people  []Person
	circles []string
}

// NewRoster returns a roster of people, without Me, and the names of the circles there are.
func NewRoster(people []Person, circles []string) *Roster {
	return &Roster{people: people, circles: circles}
}
