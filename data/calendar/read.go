package calendar

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"peerage/data"
)

// Found is what an object says that came back from a server: of what Peerage wrote, what people change.
type Found struct {
	UID       string // as an Event has it; of others, as it stands there
	Task      bool
	Day       data.Day  // on which it stands or is due; 0 for none
	At        int       // minutes after midnight, or data.AllDay
	Cancelled bool      // it does not take place
	Done      bool      // the task was ticked off
	DoneAt    time.Time // when, zero where it does not say
	Modified  time.Time // when it was last changed, zero where it does not say
}

// MaxObject is how many octets an object may have that is read.
const MaxObject = 1 << 20

// ErrNoObject is the error for octets that are no object of a calendar.
var ErrNoObject = errors.New("no object of a calendar")

// ReadObject reads an object that may have been changed by any program. Hours are those of the clocks in
// location, where the object names another time zone or none that is known here. Of what repeats it is the first.
// It fails with ErrNoObject whatever the octets are.
func ReadObject(b []byte, location *time.Location) (f Found, err error) {
	defer func() {
		// The decoder panics on lines that end within a parameter.
		if problem := recover(); problem != nil {
			f, err = Found{}, fmt.Errorf("%w: %v", ErrNoObject, problem)
		}
	}()
	if len(b) > MaxObject {
		return f, fmt.Errorf("%w: it has %d octets", ErrNoObject, len(b))
	}
	whole, err := ical.NewDecoder(bytes.NewReader(legible(b))).Decode()
	if err != nil {
		return f, fmt.Errorf("%w: %w", ErrNoObject, err)
	}
	for _, c := range whole.Children {
		if (c.Name == ical.CompEvent || c.Name == ical.CompToDo) && c.Props.Get(ical.PropRecurrenceID) == nil {
			return found(c, location), nil
		}
	}
	return f, fmt.Errorf("%w: no event and no task is in it", ErrNoObject)
}

// read are the properties that ReadObject looks at.
var read = map[string]bool{
	"BEGIN": true, "END": true, "UID": true, "DTSTART": true, "DUE": true, "STATUS": true, "COMPLETED": true,
	"PERCENT-COMPLETE": true, "LAST-MODIFIED": true, "DTSTAMP": true, "RECURRENCE-ID": true,
}

// maxLegible is how long the line of such a property may be; the decoder takes time that grows with its square.
const maxLegible = 1000

// legible returns the lines that ReadObject looks at, unfolded, so that no line of others keeps it from reading.
func legible(b []byte) []byte {
	b = bytes.TrimPrefix(b, []byte("\uFEFF"))
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	b = bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\n "), nil), []byte("\n\t"), nil)
	kept := make([]byte, 0, len(b))
	for line := range bytes.SplitSeq(b, []byte("\n")) {
		end := bytes.IndexAny(line, ";:")
		if end > 0 && len(line) <= maxLegible && read[strings.ToUpper(string(line[:end]))] {
			kept = append(append(kept, line...), "\r\n"...)
		}
	}
	return kept
}

func found(c *ical.Component, location *time.Location) Found {
	f := Found{Task: c.Name == ical.CompToDo, At: data.AllDay}
	value := func(name string) string {
		if p := c.Props.Get(name); p != nil {
			return strings.TrimSpace(p.Value)
		}
		return ""
	}
	f.UID = strings.TrimSuffix(value(ical.PropUID), domain)
	on := c.Props.Get(ical.PropDateTimeStart)
	if due := c.Props.Get(ical.PropDue); f.Task && due != nil {
		on = due
	}
	if on != nil {
		f.Day, f.At = dayAndHour(on, location)
	}
	status := strings.ToUpper(value(ical.PropStatus))
	f.Cancelled = status == "CANCELLED"
	f.Done = f.Task && (status == "COMPLETED" || status == "" && (value(ical.PropCompleted) != "" || value(ical.PropPercentComplete) == "100"))
	f.DoneAt = instantOf(value(ical.PropCompleted))
	if f.Modified = instantOf(value(ical.PropLastModified)); f.Modified.IsZero() {
		f.Modified = instantOf(value(ical.PropDateTimeStamp))
	}
	return f
}

// The forms of a DATE, and of a DATE-TIME without and with its Z (RFC 5545 §3.3.4, §3.3.5).
const (
	dateForm    = "20060102"
	wallForm    = "20060102T150405"
	instantForm = "20060102T150405Z"
)

func instantOf(value string) time.Time {
	t, err := time.Parse(instantForm, value)
	if err != nil {
		return time.Time{}
	}
	return t
}

// dayAndHour reads when something is; of what is none, the day is 0.
func dayAndHour(p *ical.Prop, location *time.Location) (data.Day, int) {
	value := strings.TrimSpace(p.Value)
	if t, err := time.Parse(dateForm, value); err == nil {
		return readable(data.DayOf(t)), data.AllDay
	}
	t := instantOf(value)
	if t.IsZero() {
		var err error
		if t, err = time.ParseInLocation(wallForm, value, zoneNamed(p.Params.Get(ical.ParamTimezoneID), location)); err != nil {
			return 0, data.AllDay
		}
	}
	t = t.In(location)
	return readable(data.DayOf(t)), 60*t.Hour() + t.Minute()
}

// zoneNamed returns the time zone of an identifier, or the one of here where it is not known: a program that
// names it in a manner of its own runs most likely where its user is.
func zoneNamed(id string, here *time.Location) *time.Location {
	if id == "" || id == "Local" {
		return here
	}
	zone, err := time.LoadLocation(id)
	if err != nil {
		return here
	}
	return zone
}

// readable returns d, or 0 for a day that no calendar of ours shows.
func readable(d data.Day) data.Day {
	if d < 1 || d > Latest {
		return 0
	}
	return d
}
