package instance

import (
	"errors"
	"regexp"
	"strings"

	"peerage/data"
)

// Place is where a link leads.
type Place string

// The places that links name.
const (
	TodayPlace  Place = "today"
	LogPlace    Place = "log" // the line in which contact is logged
	PersonPlace Place = "person"
)

// Scheme is what links of Peerage begin with, before the colon.
const Scheme = "peerage"

// Link is a place in Peerage that is named from outside: peerage:today, peerage:log or peerage:person/UUID.
// The zero Link leads nowhere.
type Link struct {
	Place  Place
	Person string // the UUID of a person, in small letters; "" unless Place is PersonPlace
}

// Person returns the link to the person with a UUID.
func Person(uuid string) Link { return Link{PersonPlace, strings.ToLower(uuid)} }

// ErrNoLink is the error for what is no link to any place in Peerage.
var ErrNoLink = errors.New("this is no link to a place in Peerage")

// longestLink bounds what is read as a link, in octets.
const longestLink = 100

// uuid is the form of a UUID (RFC 9562 §4), in small letters.
var uuid = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// IsLink reports whether a text means to be a link of Peerage, good or not.
func IsLink(text string) bool {
	return len(text) > len(Scheme) && strings.EqualFold(text[:len(Scheme)], Scheme) && text[len(Scheme)] == ':'
}

// ParseLink reads a link. Letters may be of either case, and slashes may stand where browsers add them:
// peerage://person/UUID/ is peerage:person/UUID. The scheme alone leads to today. Anything else, a query or an
// escaped character too, is ErrNoLink.
func ParseLink(text string) (Link, error) {
	if !IsLink(text) || len(text) > longestLink {
		return Link{}, ErrNoLink
	}
	rest := strings.ToLower(strings.Trim(text[len(Scheme)+1:], "/"))
	switch person, ok := strings.CutPrefix(rest, string(PersonPlace)+"/"); {
	case rest == "", rest == string(TodayPlace):
		return Link{Place: TodayPlace}, nil
	case rest == string(LogPlace):
		return Link{Place: LogPlace}, nil
	case ok && uuid.MatchString(person):
		return Link{PersonPlace, person}, nil
	}
	return Link{}, ErrNoLink
}

// String returns the link as it is written, "" for the zero Link.
func (l Link) String() string {
	switch l.Place {
	case "":
		return ""
	case PersonPlace:
		return data.PersonLink + l.Person
	}
	return Scheme + ":" + string(l.Place)
}

// MarshalText implements encoding.TextMarshaler.
func (l Link) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler; it reads what ParseLink reads, and "".
func (l *Link) UnmarshalText(text []byte) (err error) {
	*l = Link{}
	if len(text) > 0 {
		*l, err = ParseLink(string(text))
	}
	return err
}
