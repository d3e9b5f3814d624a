package quicklog

import (
	"io/fs"

	"peerage/data"
)

// Lexicon is the words of all languages.
type Lexicon struct{}

// Load reads the word lists of all languages, one file each: en.json, …
func Load(fsys fs.FS) (*Lexicon, error) { return &Lexicon{}, nil }

// Read says what a line says, as of today, about the people of a roster.
func (l *Lexicon) Read(text string, today data.Day, r *Roster) Line {
	return Line{Kind: data.OtherKind, Day: today, Text: text}
}
