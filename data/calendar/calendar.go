package calendar

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"peerage/data"
)

// Event is one check-in or promise, as it stands in the calendar.
type Event struct {
	UID         string        // the UUID of the check-in's person, or of the promise: stable, so that a later file moves the event
	Day         data.Day      // the day it stands on
	Summary     string        // one line; a line break in it becomes a space
	Description string        // any number of lines; left out when empty
	Stamp       time.Time     // when what the event says last changed
	Sequence    int           // how often what it says has changed, from 0
	AlarmAt     time.Duration // after midnight of the day, in whole minutes; negative means no alarm
	Categories  []string      // left out when empty
}

// Phrases are the texts of the file that belong to no event.
type Phrases struct {
	Calendar string // the name that calendar programs show for the whole calendar
}

// domain ends every UID. The top-level domain "invalid" belongs to nobody (RFC 2606), so no event of
// someone else can bear the same UID.
const domain = "@peerage.invalid"

// refresh is how often a subscriber is asked to look again: hourly.
const refresh = "PT1H"

// latest is the last day an event can stand on: a date has four digits for the year (RFC 5545
// §3.3.4), and the event ends on the day after.
var latest = data.NewDay(9999, time.December, 30)

// Write writes the events as one calendar, sorted by day and UID. No events give a valid, empty
// calendar. Nothing is written when an event has no UID, a UID used before, no day, a day past the
// year 9999 or a negative sequence; those are the caller's mistakes and no text can cause them.
func Write(w io.Writer, events []Event, p Phrases) error {
	sorted, err := inOrder(events)
	if err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	calendar := ical.NewCalendar()
	describe(calendar.Component, oneLine(p.Calendar))
	for _, e := range sorted {
		calendar.Children = append(calendar.Children, component(e))
	}
	file, err := encode(calendar)
	if err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("write calendar: %w", err)
	}
	return nil
}

// describe sets what the file says of itself.
func describe(calendar *ical.Component, name string) {
	calendar.Props.SetText(ical.PropVersion, "2.0")
	calendar.Props.SetText(ical.PropProductID, "-//Peerage//Peerage//EN")
	calendar.Props.SetText(ical.PropCalendarScale, "GREGORIAN")
	// NAME and REFRESH-INTERVAL are the standard's (RFC 7986 §5.1, §5.7); the X- forms are what most
	// programs read. The interval has no default type, so its line has to tell it.
	calendar.Props.SetText(ical.PropName, name)
	setRaw(calendar, "X-WR-CALNAME", calendar.Props.Get(ical.PropName).Value)
	setRaw(calendar, ical.PropRefreshInterval, refresh)
	calendar.Props.Get(ical.PropRefreshInterval).Params.Set(ical.ParamValue, string(ical.ValueDuration))
	setRaw(calendar, "X-PUBLISHED-TTL", refresh)
}

// inOrder returns the events sorted by day and UID, without touching the caller's slice.
func inOrder(events []Event) ([]*Event, error) {
	sorted := make([]*Event, len(events))
	seen := make(map[string]struct{}, len(events))
	for i := range events {
		e := &events[i]
		uid := oneLine(e.UID)
		switch _, twice := seen[uid]; {
		case strings.TrimSpace(uid) == "":
			return nil, fmt.Errorf("event %d has no UID", i)
		case twice:
			return nil, fmt.Errorf("two events have the UID %q", uid)
		case e.Day < 1 || e.Day > latest:
			return nil, fmt.Errorf("event %q has no day a calendar can show", uid)
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

// component returns the event with its alarm.
func component(e *Event) *ical.Component {
	summary := oneLine(e.Summary)
	event := ical.NewComponent(ical.CompEvent)
	event.Props.SetText(ical.PropUID, oneLine(e.UID)+domain)
	event.Props.SetDateTime(ical.PropDateTimeStamp, e.Stamp.UTC())
	event.Props.SetDateTime(ical.PropLastModified, e.Stamp.UTC())
	setRaw(event, ical.PropSequence, strconv.Itoa(e.Sequence))
	event.Props.SetDate(ical.PropDateTimeStart, e.Day.Time())
	event.Props.SetDate(ical.PropDateTimeEnd, (e.Day + 1).Time()) // exclusive (RFC 5545 §3.6.1)
	event.Props.SetText(ical.PropSummary, summary)
	if description := clean(e.Description); description != "" {
		event.Props.SetText(ical.PropDescription, description)
	}
	if categories := cleanList(e.Categories); len(categories) > 0 {
		prop := ical.NewProp(ical.PropCategories)
		prop.SetTextList(categories)
		event.Props.Set(prop)
	}
	// A check-in takes no time of the day. Outlook reads its own property instead of the standard's.
	event.Props.SetText(ical.PropTransparency, "TRANSPARENT")
	setRaw(event, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
	if e.AlarmAt >= 0 {
		alarm := ical.NewComponent(ical.CompAlarm)
		alarm.Props.SetText(ical.PropAction, "DISPLAY")
		alarm.Props.SetText(ical.PropDescription, summary)
		// Counted from the midnight that starts an all-day event (RFC 5545 §3.8.6.3).
		setRaw(alarm, ical.PropTrigger, duration(e.AlarmAt))
		event.Children = append(event.Children, alarm)
	}
	return event
}
