package data

import "slices"

// Track says whether a title leads people.
type Track string

// The tracks.
const (
	UnknownTrack Track = "unknown"
	Individual   Track = "individual"
	Management   Track = "management"
)

// Tracks lists the tracks in the order they are offered.
var Tracks = []Track{Individual, Management, UnknownTrack}

// Level is how high a title stands.
type Level string

// The levels, from the lowest to the highest. Intern holds students and apprentices as well; Lead is
// the highest level without people and the lowest with them.
const (
	UnknownLevel Level = "unknown"
	Intern       Level = "intern"
	Entry        Level = "entry"
	Mid          Level = "mid"
	Senior       Level = "senior"
	Lead         Level = "lead"
	ManagerLevel Level = "manager" // Manager is a tie
	Director     Level = "director"
	VP           Level = "vp"
	Executive    Level = "executive"
)

// Levels lists all levels but the unknown one, in order.
var Levels = []Level{Intern, Entry, Mid, Senior, Lead, ManagerLevel, Director, VP, Executive}

// Rank returns the place of the level from 0, for Intern, to 8, for Executive. It is -1 for
// UnknownLevel and for anything that is no level.
func (l Level) Rank() int { return slices.Index(Levels, l) }

// Field is a profession, such as "engineering" or "finance". Which there are stands in the word lists
// for titles.
type Field string

// UnknownField stands where a title names no profession.
const UnknownField Field = "unknown"

// Standing is what a title says of whoever bears it.
type Standing struct {
	Track Track
	Level Level
	Field Field
}

// UnknownStanding is the standing of a title that says nothing.
var UnknownStanding = Standing{UnknownTrack, UnknownLevel, UnknownField}

// Validate returns an *Invalid for a track or level that there is not.
func (s Standing) Validate() error {
	switch {
	case !slices.Contains(Tracks, s.Track):
		return &Invalid{"track", Unknown}
	case s.Level != UnknownLevel && s.Level.Rank() < 0:
		return &Invalid{"level", Unknown}
	}
	return nil
}
