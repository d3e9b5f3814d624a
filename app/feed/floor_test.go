package feed_test

import (
	"strconv"
	"time"
	"unicode/utf8"

	"peerage/data"
	"peerage/data/calendar"
)

// floor writes whole-day events that are in memory and in order, as Peerage writes them to the octet: the
// plainest encoder that gives the same file. It appends, escapes octet by octet and folds at characters; it
// checks nothing, cleans nothing and looks nothing up. What is made anew cannot cost less than this.
type floor struct{ out, line []byte }

// newFloor has room for a calendar of so many octets.
func newFloor(octets int) *floor { return &floor{out: make([]byte, 0, octets)} }

func (f *floor) calendar(events []calendar.Event, name string) []byte {
	f.put("BEGIN:", "VCALENDAR")
	f.put("CALSCALE:", "GREGORIAN")
	f.put("NAME:", name)
	f.put("PRODID:", calendar.Product)
	f.put("REFRESH-INTERVAL;VALUE=DURATION:", "PT1H")
	f.put("VERSION:", "2.0")
	f.put("X-PUBLISHED-TTL:", "PT1H")
	f.put("X-WR-CALNAME:", name)
	for i := range events {
		f.event(&events[i])
	}
	f.put("END:", "VCALENDAR")
	return f.out
}

func (f *floor) event(e *calendar.Event) {
	var stamp, start, end [16]byte
	changed := e.Stamp.AppendFormat(stamp[:0], "20060102T150405Z")
	f.put("BEGIN:", "VEVENT")
	if e.Description != "" {
		f.put("DESCRIPTION:", e.Description)
	}
	f.put("DTEND;VALUE=DATE:", string(appendDay(end[:0], e.Day+1)))
	f.put("DTSTAMP:", string(changed))
	f.put("DTSTART;VALUE=DATE:", string(appendDay(start[:0], e.Day)))
	f.put("LAST-MODIFIED:", string(changed))
	f.put("SEQUENCE:", strconv.Itoa(e.Sequence))
	f.put("SUMMARY:", e.Summary)
	f.put("TRANSP:", "TRANSPARENT")
	f.put("UID:", e.UID+"@peerage.invalid")
	f.put("URL:", e.URL)
	f.put("X-MICROSOFT-CDO-BUSYSTATUS:", "FREE")
	if e.Alarm >= 0 {
		f.put("BEGIN:", "VALARM")
		f.put("ACTION:", "DISPLAY")
		f.put("DESCRIPTION:", e.Summary)
		f.put("TRIGGER:PT", strconv.Itoa(int(e.Alarm/time.Hour))+"H")
		f.put("END:", "VALARM")
	}
	f.put("END:", "VEVENT")
}

func appendDay(b []byte, d data.Day) []byte { return d.Time().AppendFormat(b, "20060102") }

// put writes one line.
func (f *floor) put(name, value string) {
	f.line = append(f.line[:0], name...)
	for i := range len(value) {
		switch c := value[i]; c {
		case ',', ';', '\\':
			f.line = append(f.line, '\\', c)
		case '\n':
			f.line = append(f.line, '\\', 'n')
		default:
			f.line = append(f.line, c)
		}
	}
	rest, room := f.line, 75
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		f.out = append(f.out, rest[:cut]...)
		f.out = append(f.out, "\r\n "...)
		rest, room = rest[cut:], 74
	}
	f.out = append(f.out, rest...)
	f.out = append(f.out, "\r\n"...)
}
