package quicklog

import "peerage/data"

// Line is what a line says.
type Line struct {
	Kind data.InteractionKind // OtherKind when none is told
	Day  data.Day             // the day of the contact, today when none is told; never after today
	Text string               // the whole line as it was written
	// People are those who took part, in the order in which they are named.
	People    []Mention
	Promises  []Promise
	Exchanges []Exchange
	Circles   []string // as they are called already, or as the tag says with its hyphens as blanks
	Unknown   []string // names, as they are written, of those who took part and whom nobody is called
	Unread    []string // days, as they are written, that do not exist or that contact cannot have been on
	Ahead     []string // those of Unread that exist, and lie ahead
}

// Mention is somebody whom a line names.
type Mention struct {
	Said   string  // as it is written
	Person data.ID // 0 when several fit
	// Candidates are those whom the name fits, the likelier first, when several do and nothing settles
	// it; else nil.
	Candidates []data.ID
}

// Promise is what one said they would do for the other.
type Promise struct {
	By   data.Side
	With int      // the other side, an index of Line.People
	What string   // in the words of the line, without the due day
	Due  data.Day // 0 when no day is named
}

// Exchange is something that was given or received.
type Exchange struct {
	Kind data.ExchangeKind
	By   data.Side // who gave it
	With int       // the other side, an index of Line.People
	Text string    // in the words of the line
	// To is, of an introduction, the person in the roster whom With, or Me, was made known to; 0 when none is.
	To data.ID
}
