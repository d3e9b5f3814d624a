package data

import "strings"

// ID is the number of a row inside the one file. What leaves the file carries a UUID instead.
type ID int64

// Me is the person who uses Peerage: a Person like any other, with this fixed ID, and in no list of
// people.
const Me ID = 1

// Limits on what a person may carry, in characters; longer input is refused on a form and cut, with
// a problem reported, in an import.
const (
	MaxName = 300
	MaxNote = 100_000
)

// Person is someone in the network, or Me.
type Person struct {
	ID   ID
	UUID string

	// Name is the name as it is shown, in any script.
	Name string
	// Given and Family are its parts where they are known; either may be empty.
	Given, Family string
	// OtherNames are names the person is also found by: an earlier last name, the name in another
	// script, a nickname.
	OtherNames []string

	Place    string     // where they live, as written
	Birthday PartialDay // may lack its year
	HowMet   string
	Notes    string
	Photo    []byte // PNG or JPEG, at most MaxPhoto octets; nil when there is none
	Private  bool   // in no export, feed or notification unless asked for
	// Confidant marks someone to turn to in trouble. Whoever is one is Private too.
	Confidant bool

	// Connected is the day LinkedIn says the connection was made, 0 when unknown.
	Connected Day
	// PausedUntil holds all check-ins back before this day; 0 when there is no pause.
	PausedUntil Day

	Contacts []ContactPoint
}

// MaxPhoto is the largest photo kept, in octets.
const MaxPhoto = 4 << 20

// ContactKind says what a contact point is.
type ContactKind string

// The kinds of contact point.
const (
	Email    ContactKind = "email"
	Phone    ContactKind = "phone"
	LinkedIn ContactKind = "linkedin" // the profile's slug, decoded and in lower case
	Website  ContactKind = "website"
	OtherWay ContactKind = "other"
)

// ContactKinds lists the kinds in the order they are offered.
var ContactKinds = []ContactKind{Email, Phone, LinkedIn, Website, OtherWay}

// ContactPoint is one way to reach a person.
type ContactPoint struct {
	ID    ID
	Kind  ContactKind
	Value string
	Label string // "work", "home", or empty
}

// Familiar returns what those who know somebody call them: the given name where one is known, else the whole name.
func Familiar(given, name string) string {
	if given != "" {
		return given
	}
	return name
}

// Familiar returns what those who know the person call them.
func (p *Person) Familiar() string { return Familiar(p.Given, p.Name) }

// Short returns the given name where it stands in the name, so that one sees whom it means, else "".
func (p *Person) Short() string {
	if strings.Contains(p.Name, p.Given) {
		return p.Given
	}
	return ""
}

// Slug returns the person's LinkedIn slug, the newest first, or "".
func (p *Person) Slug() string {
	for _, c := range p.Contacts {
		if c.Kind == LinkedIn {
			return c.Value
		}
	}
	return ""
}

// Validate returns an *Invalid for the first field that cannot be kept.
func (p *Person) Validate() error {
	switch name := strings.TrimSpace(p.Name); {
	case name == "":
		return &Invalid{"name", Missing}
	case len([]rune(name)) > MaxName:
		return &Invalid{"name", TooLong}
	case !p.Birthday.Valid():
		return &Invalid{"birthday", NoSuchDay}
	case len([]rune(p.Notes)) > MaxNote:
		return &Invalid{"notes", TooLong}
	case len([]rune(p.HowMet)) > MaxNote:
		return &Invalid{"how_met", TooLong}
	case len(p.Photo) > MaxPhoto:
		return &Invalid{"photo", TooLong}
	}
	for _, c := range p.Contacts {
		if err := c.Validate(); err != nil {
			return err
		}
	}
	return nil
}

// Validate returns an *Invalid when the value cannot be of its kind.
func (c *ContactPoint) Validate() error {
	switch {
	case strings.TrimSpace(c.Value) == "":
		return &Invalid{string(c.Kind), Missing}
	case len([]rune(c.Value)) > MaxName:
		return &Invalid{string(c.Kind), TooLong}
	case c.Kind == Email && !strings.Contains(strings.Trim(c.Value, "@"), "@"):
		return &Invalid{string(c.Kind), NotEmail}
	}
	return nil
}
