// Package calendar writes check-ins, promises and milestones as an iCalendar file (RFC 5545) that calendar
// programs can read and subscribe to.
//
// An event stands on a whole day and leaves the day free, so that there is no time zone to get wrong; one
// that was given an hour has a time zone that Outlook understands too. The sentences are the caller's; this
// room words nothing. The same events always give the same octets. One event can be written by itself, as an object
// that a server keeps, and what comes back of it is read.
//
// The octets are appended line by line: with ten thousand events that takes a fraction of what building
// components and encoding them takes, and the text of events comes from strangers, so that every line is
// cleaned, escaped and folded at one place. That others can read them is what the tests ask go-ical, which also
// reads what comes back.
package calendar
