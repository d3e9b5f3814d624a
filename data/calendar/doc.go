// Package calendar writes check-ins as an iCalendar file (RFC 5545) that calendar programs can read
// and subscribe to.
//
// Every event is an all-day event that leaves the day free, so there is no time zone to get wrong.
// The sentences are the caller's; this room words nothing. The same events always give the same
// octets.
//
// Go-ical holds the components, escapes the text and writes the lines. What it leaves to its callers
// is done here: the text of events comes from strangers and is cleaned first, since one carriage
// return in one name would make the encoder give up on the whole file; long lines are folded
// afterwards; and a calendar may be empty.
package calendar
