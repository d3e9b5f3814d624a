package data

import "slices"

// Gift is one thing that one of two gave the other: an exchange that was noted, an introduction, or an
// opportunity that was passed on. Exactly one of the three ids is not 0.
type Gift struct {
	Kind ExchangeKind // AnOpening for an opportunity
	Day  PartialDay   // zero when unknown
	Text string       // what the user noted, or the opportunity's title
	// Others are whom an introduction made known besides the one it was made for.
	Others []Someone

	Exchange, Introduction, Opportunity ID
}

// AnOpening is the kind of a gift that is an opportunity. No exchange is of it.
const AnOpening ExchangeKind = "opportunity"

// Exchanged is what Me and a person gave each other over a period, each side newest first and what has
// no day last.
type Exchanged struct {
	Person          ID
	Given, Received []Gift // by Me; by them
}

// Since returns what was given from a day on, 0 for always. What has only a part of a day counts when it
// may have been then, and what has none counts for always alone.
func (e *Exchanged) Since(day Day) *Exchanged {
	kept := func(gifts []Gift) []Gift {
		return slices.DeleteFunc(slices.Clone(gifts), func(g Gift) bool { return day != 0 && g.Day.Latest() < day })
	}
	return &Exchanged{Person: e.Person, Given: kept(e.Given), Received: kept(e.Received)}
}

// Pattern says how giving and taking went, where that is plain. It is no balance: nobody owes the rest.
type Pattern string

// The patterns.
const (
	TooLittle      Pattern = "" // too little to speak of a pattern, or none to be seen
	BothWays       Pattern = "both_ways"
	MostlyGiven    Pattern = "mostly_given"    // by Me
	MostlyReceived Pattern = "mostly_received" // by Me
)

// Shares returns how much each side gave, each from 0 to 1, in proportion to each other and so that a
// single thing is no whole. They are for drawing: what was given cannot be counted.
func (e *Exchanged) Shares() (given, received float64) {
	a, b := Times(e.Given), Times(e.Received)
	most := float64(max(a, b, wholeShare))
	return float64(a) / most, float64(b) / most
}

// wholeShare is how many things at least make a whole.
const wholeShare = 4

// Pattern returns the pattern. One side mostly gave when it gave twice as much as the other, and two
// things more.
func (e *Exchanged) Pattern() Pattern {
	given, received := Times(e.Given), Times(e.Received)
	switch {
	case given >= 2*received && given-received >= 2:
		return MostlyGiven
	case received >= 2*given && received-given >= 2:
		return MostlyReceived
	case given > 0 && received > 0:
		return BothWays
	}
	return TooLittle
}

// Times counts how often one side gave. Endorsements are given by the dozen: those of one day count as one.
func Times(gifts []Gift) int {
	n := 0
	var endorsed []PartialDay
	for _, g := range gifts {
		if g.Kind == Endorsement {
			if slices.Contains(endorsed, g.Day) {
				continue
			}
			endorsed = append(endorsed, g.Day)
		}
		n++
	}
	return n
}

// Period is a stretch of time up to today.
type Period string

// The periods.
const (
	ThisYear     Period = "this_year"
	TwelveMonths Period = "twelve_months"
	Always       Period = "always"
)

// Periods lists the periods, the shortest first.
var Periods = []Period{ThisYear, TwelveMonths, Always}

// Since returns the first day of the period, 0 for all time.
func (p Period) Since(today Day) Day {
	switch year, _, _ := today.Date(); p {
	case ThisYear:
		return NewDay(year, 1, 1)
	case TwelveMonths:
		return today.AddMonths(-12) + 1
	}
	return 0
}
