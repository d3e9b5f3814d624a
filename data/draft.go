package data

// Problem is one thing that is wrong with a file that a person brought.
type Problem struct {
	File   string // the file's name, within an archive its name there
	Line   int    // 1 for the first line; 0 when the whole file is meant
	Field  string // the column, as the file names it; "" when a whole line is meant
	Reason ProblemReason
	Value  string // the text in question, cut to 80 characters; may be ""
}

// ProblemReason says what is wrong, as a key that app/words turns into a sentence.
type ProblemReason string

// The problems that readers report.
const (
	NotRecognised   ProblemReason = "not_recognised"    // no kind of file that Peerage reads
	NotText         ProblemReason = "not_text"          // binary, or no encoding that is known
	CutShort        ProblemReason = "cut_short"         // ends in the middle of an entry, or of a day where Field is named
	WrongEncoding   ProblemReason = "wrong_encoding"    // read as Windows-1252 or UTF-16, worth a look
	TooFewColumns   ProblemReason = "too_few_columns"   // the entry is skipped
	TooManyColumns  ProblemReason = "too_many_columns"  // the entry is skipped
	BadDay          ProblemReason = "bad_day"           // the day is left out, the entry is kept
	EarlyDay        ProblemReason = "early_day"         // before LinkedIn was; left out, the entry is kept
	FutureDay       ProblemReason = "future_day"        // still to come; left out, the entry is kept
	LaterDay        ProblemReason = "later_day"         // after the day the file speaks of, which may be wrong; told once a file
	BadAddress      ProblemReason = "bad_address"       // an e-mail or profile address, left out
	ValueTooLong    ProblemReason = "value_too_long"    // cut, the entry is kept
	NoName          ProblemReason = "no_name"           // the entry is skipped
	Repeated        ProblemReason = "repeated"          // the same entry twice in one file; the second is skipped
	BadQuote        ProblemReason = "bad_quote"         // a quote in the wrong place; the line is skipped
	ArchiveBroken   ProblemReason = "archive_broken"    // the zip cannot be read
	ArchiveTooLarge ProblemReason = "archive_too_large" // a file in it unpacks to more than is allowed
	ArchiveLocked   ProblemReason = "archive_locked"    // a file in it needs a password or a packer that is not known
	FileTooLarge    ProblemReason = "file_too_large"
	FileSkipped     ProblemReason = "file_skipped" // in an archive, of a kind that is not read (yet)
	FileUnreadable  ProblemReason = "file_unreadable"
	EmptyFile       ProblemReason = "empty_file"
	NoDay           ProblemReason = "no_day"        // an entry that is nothing without its day; it is skipped
	NoSide          ProblemReason = "no_side"       // nothing says which of two gave; the file is skipped
	NobodyFits      ProblemReason = "nobody_fits"   // an entry about nobody who is known; it is skipped
	SeveralFit      ProblemReason = "several_fit"   // an entry about one of several; it is skipped
	OtherAddress    ProblemReason = "other_address" // an entry about somebody whose name is here with another profile; it is skipped
)

// PersonDraft is a person as one entry of a file describes them.
type PersonDraft struct {
	Line         int
	Profile      string // LinkedIn slug: decoded, lower case, without query and slash; "" when the layout has none
	Given        string
	Family       string
	Email        string
	Organisation string
	Title        string
	Connected    Day
}

// RoleDraft is one job of the user's own, as a file describes it.
type RoleDraft struct {
	Line         int
	Organisation string
	Title        string
	Place        string
	Text         string
	From, To     PartialDay // a zero To means that the job is held now
}

// ExchangeDraft is a recommendation or an endorsement, as one entry of a file has it.
type ExchangeDraft struct {
	Line          int
	Kind          ExchangeKind // Recommendation or Endorsement
	By            Side         // who gave it
	Profile       string       // of the other side, as in PersonDraft; "" where the layout has none
	Given, Family string       // of the other side
	Organisation  string       // where they worked, of a recommendation
	Day           Day
	Text          string // the recommendation, or the skill
}

// Reading is what a reader made of one file: drafts of what it holds and problems with the rest.
// Every entry of the file is a person, a role, an exchange, or counted in Skipped.
type Reading struct {
	File      string
	People    []PersonDraft
	Roles     []RoleDraft // the user's own
	Exchanges []ExchangeDraft
	Skipped   int // hidden members, and entries that had to be left out
	Hidden    int // how many of those skipped are hidden members
	// SkippedExchanges is how many of those skipped are recommendations and endorsements.
	SkippedExchanges int
	Problems         []Problem
}
