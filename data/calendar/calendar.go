package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"peerage/data"
)

// Kind says what an event is about.
type Kind string

// The kinds of event.
const (
	CheckIn   Kind = "check_in"
	Promise   Kind = "promise"
	Milestone Kind = "milestone"
)

// Event is one check-in, promise or milestone, as it stands in the calendar. Its kind and its person are not
// written: they are for whoever moves events about.
type Event struct {
	UID         string // stable, so that a later file moves the event; at most one event has it
	Kind        Kind
	Person      data.ID
	Day         data.Day      // the day it stands on
	At          time.Duration // after midnight, in whole minutes, below 24 hours; 0 for the whole day
	Length      time.Duration // in whole minutes, below 24 hours; 0 for the whole day
	Summary     string        // one line; a line break in it becomes a space
	Description string        // any number of lines; left out when empty
	URL         string        // where the event leads; left out when empty
	Stamp       time.Time     // when what the event says last changed
	Sequence    int           // how often what it says has changed, from 0
	Alarm       time.Duration // after the start, which is midnight for a whole day, in whole minutes; negative means no alarm
	Categories  []string      // left out when empty
}

// timed reports whether the event has an hour.
func (e *Event) timed() bool { return e.Length > 0 }

// Book is what belongs to no single event.
type Book struct {
	Name string         // what calendar programs call the whole calendar
	Zone *time.Location // of the hours of events; nil means UTC
}

// domain ends every UID. The top-level domain "invalid" belongs to nobody (RFC 2606), so no event of
// someone else can bear the same UID.
const domain = "@peerage.invalid"

// refresh is how often a subscriber is asked to look again: hourly.
const refresh = "PT1H"

// Latest is the last day an event can stand on: a date has four digits for the year (RFC 5545
// §3.3.4), and the event ends on the day after.
var Latest = data.NewDay(9999, time.December, 30)

// Encode returns the events as one calendar, sorted by day and UID. No events give a valid, empty
// calendar. It fails when an event has no UID, a UID used before, no day, a day past the year 9999, an hour
// that is none or a negative sequence; those are the caller's mistakes and no text can cause them.
func Encode(events []Event, b Book) ([]byte, error) {
	sorted, err := inOrder(events)
	if err != nil {
		return nil, fmt.Errorf("write calendar: %w", err)
	}
	w := &writer{out: make([]byte, 0, 512+perEvent*len(events))}
	z := zoneFor(b.Zone, sorted)
	w.raw("BEGIN", "VCALENDAR")
	w.describe(OneLine(b.Name), z)
	for _, e := range sorted {
		w.event(e, z)
	}
	w.raw("END", "VCALENDAR")
	return w.out, nil
}

// perEvent is about how many octets an event takes.
const perEvent = 640

// inOrder returns the events sorted by day and UID, without touching the caller's slice.
func inOrder(events []Event) ([]*Event, error) {
	sorted := make([]*Event, len(events))
	seen := make(map[string]struct{}, len(events))
	for i := range events {
		e := &events[i]
		uid := OneLine(e.UID)
		switch _, twice := seen[uid]; {
		case strings.TrimSpace(uid) == "":
			return nil, fmt.Errorf("event %d has no UID", i)
		case twice:
			return nil, fmt.Errorf("two events have the UID %q", uid)
		case e.Day < 1 || e.Day > Latest:
			return nil, fmt.Errorf("event %q has no day a calendar can show", uid)
		case e.At < 0 || e.At >= 24*time.Hour || e.Length < 0 || e.Length >= 24*time.Hour || e.At > 0 && !e.timed():
			return nil, fmt.Errorf("event %q is at %v for %v", uid, e.At, e.Length)
		case e.Sequence < 0:
			return nil, fmt.Errorf("event %q has the sequence %d", uid, e.Sequence)
		}
		seen[uid] = struct{}{}
		sorted[i] = e
	}
	slices.SortFunc(sorted, func(a, b *Event) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.UID, b.UID))
	})
	return sorted, nil
}

// describe writes what the file says of itself, with the time zone of its events where they have hours.
func (w *writer) describe(name string, z *zone) {
	w.raw("CALSCALE", "GREGORIAN")
	// NAME and REFRESH-INTERVAL are the standard's (RFC 7986 §5.1, §5.7); the X- forms are what most
	// programs read. The interval has no default type, so its line has to tell it.
	w.text("NAME", name)
	w.raw("PRODID", Product)
	w.raw("REFRESH-INTERVAL;VALUE=DURATION", refresh)
	w.raw("VERSION", "2.0")
	w.raw("X-PUBLISHED-TTL", refresh)
	w.text("X-WR-CALNAME", name)
	if z.named() {
		w.raw("X-WR-TIMEZONE", z.id)
		w.zone(z)
	}
}

// Product is how a file says whose it is (RFC 5545 §3.7.3).
const Product = "-//Peerage//Peerage//EN"

// event writes an event with its alarm.
func (w *writer) event(e *Event, z *zone) {
	w.raw("BEGIN", "VEVENT")
	w.about(e)
	w.when(e, z)
	w.number("SEQUENCE", e.Sequence)
	w.text("SUMMARY", OneLine(e.Summary))
	// Nothing here takes time of the day. Outlook reads its own property instead of the standard's.
	w.raw("TRANSP", "TRANSPARENT")
	w.identity(e)
	w.raw("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
	w.alarm(e, "TRIGGER")
	w.raw("END", "VEVENT")
}

// about writes what an event tells beside its title.
func (w *writer) about(e *Event) {
	w.list("CATEGORIES", e.Categories)
	if description := clean(e.Description); description != "" {
		w.text("DESCRIPTION", description)
	}
}

// identity writes which event it is and where it leads.
func (w *writer) identity(e *Event) {
	w.begin("UID")
	w.out = append(appendEscaped(w.out, OneLine(e.UID)), domain...)
	w.end()
	if url := OneLine(e.URL); url != "" {
		w.raw("URL", url)
	}
}

// alarm writes the alarm of an event; trigger names the property that says when it rings.
func (w *writer) alarm(e *Event, trigger string) {
	if e.Alarm < 0 {
		return
	}
	w.raw("BEGIN", "VALARM")
	w.raw("ACTION", "DISPLAY")
	w.text("DESCRIPTION", OneLine(e.Summary))
	w.begin(trigger)
	w.out = appendDuration(w.out, e.Alarm)
	w.end()
	w.raw("END", "VALARM")
}

// when writes the days or hours of an event, and when it last changed.
func (w *writer) when(e *Event, z *zone) {
	if e.timed() {
		w.moment("DTEND", e.Day, e.At+z.skipped(e.Day, e.At)+e.Length, z)
	} else {
		w.day("DTEND", e.Day+1) // exclusive (RFC 5545 §3.6.1)
	}
	w.instant("DTSTAMP", e.Stamp)
	w.beginning("DTSTART", e, z)
	w.instant("LAST-MODIFIED", e.Stamp)
}

// beginning writes the day or the hour that an event stands on.
func (w *writer) beginning(name string, e *Event, z *zone) {
	if e.timed() {
		w.moment(name, e.Day, e.At, z)
	} else {
		w.day(name, e.Day)
	}
}
