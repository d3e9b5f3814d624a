package calendar

import (
	"fmt"
	"time"
)

// EncodeObject returns one event as an object of its own, as a CalDAV server keeps it (RFC 4791 §4.1): with
// the time zone of its hour where it has one, and nothing of the calendar it is part of. A task is a VTODO to be
// ticked off until the end of the day, or by the hour. It fails where Encode fails.
func EncodeObject(e Event, task bool, location *time.Location) ([]byte, error) {
	sorted, err := inOrder([]Event{e})
	if err != nil {
		return nil, fmt.Errorf("write an object of the calendar: %w", err)
	}
	w := &writer{out: make([]byte, 0, 2*perEvent)}
	z := zoneFor(location, sorted)
	w.raw("BEGIN", "VCALENDAR")
	w.raw("CALSCALE", "GREGORIAN")
	w.raw("PRODID", Product)
	w.raw("VERSION", "2.0")
	if z.named() {
		w.zone(z)
	}
	if task {
		w.task(&e, z)
	} else {
		w.event(&e, z)
	}
	w.raw("END", "VCALENDAR")
	return w.out, nil
}

// task writes an event as a task with its alarm. It has no start, so the alarm counts from when it is due.
func (w *writer) task(e *Event, z *zone) {
	w.raw("BEGIN", "VTODO")
	w.about(e)
	w.instant("DTSTAMP", e.Stamp)
	w.beginning("DUE", e, z)
	w.instant("LAST-MODIFIED", e.Stamp)
	w.number("SEQUENCE", e.Sequence)
	w.raw("STATUS", "NEEDS-ACTION")
	w.text("SUMMARY", OneLine(e.Summary))
	w.identity(e)
	w.alarm(e, "TRIGGER;RELATED=END")
	w.raw("END", "VTODO")
}
