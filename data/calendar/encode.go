package calendar

import (
	"strconv"
	"time"
	"unicode/utf8"

	"peerage/data"
)

// writer appends the lines of a calendar.
type writer struct {
	out  []byte
	line []byte // the line that is being written, not yet folded
}

// begin starts a line with a name, which may have parameters.
func (w *writer) begin(name string) { w.line = append(append(w.line[:0], name...), ':') }

// maxLine is the length of a line in octets, without its CRLF, past which it is folded (RFC 5545
// §3.1).
const maxLine = 75

// end ends the line. One that is too long goes on after CRLF and one space, which counts towards the
// length of the next line. A character is never cut in two, which the standard allows and some programs
// do not repair.
func (w *writer) end() {
	if len(w.line) <= maxLine {
		w.out = append(append(w.out, w.line...), "\r\n"...)
		return
	}
	rest, room := w.line, maxLine
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.out = append(append(w.out, rest[:cut]...), "\r\n "...)
		rest, room = rest[cut:], maxLine-1
	}
	w.out = append(append(w.out, rest...), "\r\n"...)
}

// raw writes a value that needs no escaping.
func (w *writer) raw(name, value string) {
	w.begin(name)
	w.line = append(w.line, value...)
	w.end()
}

// text writes a text that was cleaned.
func (w *writer) text(name, value string) {
	w.begin(name)
	w.line = appendEscaped(w.line, value)
	w.end()
}

// list writes texts, each cleaned into one line, without those of which nothing is left.
func (w *writer) list(name string, texts []string) {
	w.begin(name)
	empty := len(w.line)
	for _, s := range texts {
		if s = OneLine(s); s == "" {
			continue
		}
		if len(w.line) > empty {
			w.line = append(w.line, ',')
		}
		w.line = appendEscaped(w.line, s)
	}
	if len(w.line) > empty {
		w.end()
	}
}

func (w *writer) number(name string, n int) {
	w.begin(name)
	w.line = strconv.AppendInt(w.line, int64(n), 10)
	w.end()
}

// day writes a DATE (RFC 5545 §3.3.4).
func (w *writer) day(name string, d data.Day) {
	w.begin(name)
	w.line = append(w.line[:len(w.line)-1], ";VALUE=DATE:"...)
	w.line = appendDate(w.line, d)
	w.end()
}

// instant writes a moment as UTC.
func (w *writer) instant(name string, t time.Time) {
	year, month, day := t.UTC().Date()
	hour, minute, second := t.UTC().Clock()
	w.begin(name)
	w.line = append(appendTwo(appendTwo(appendTwo(appendTwo(w.line, year/100), year%100), int(month)), day), 'T')
	w.line = append(appendTwo(appendTwo(appendTwo(w.line, hour), minute), second), 'Z')
	w.end()
}

// moment writes a time of a day as the clocks of the zone show it.
func (w *writer) moment(name string, d data.Day, at time.Duration, z *zone) {
	if !z.named() {
		year, month, day := d.Date()
		w.instant(name, time.Date(year, month, day, 0, int(at/time.Minute), 0, 0, z.location))
		return
	}
	d, at = d+data.Day(at/(24*time.Hour)), at%(24*time.Hour)
	w.begin(name)
	w.line = append(append(w.line[:len(w.line)-1], ";TZID="...), z.id...)
	w.line = append(appendDate(append(w.line, ':'), d), 'T')
	w.line = appendTwo(appendTwo(w.line, int(at/time.Hour)), int(at%time.Hour/time.Minute))
	w.line = append(w.line, "00"...)
	w.end()
}

// appendEscaped appends a cleaned text as a TEXT value (RFC 5545 §3.3.11).
func appendEscaped(b []byte, s string) []byte {
	plain := 0
	for i := range len(s) {
		switch s[i] {
		case '\\', ';', ',':
			b = append(append(b, s[plain:i]...), '\\')
			plain = i
		case '\n':
			b = append(append(b, s[plain:i]...), `\n`...)
			plain = i + 1
		}
	}
	return append(b, s[plain:]...)
}

func appendDate(b []byte, d data.Day) []byte {
	year, month, day := d.Date()
	return appendTwo(appendTwo(appendTwo(appendTwo(b, year/100), year%100), int(month)), day)
}

// appendTwo appends a number from 0 to 99 with two digits.
func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

// appendDuration appends d, at least 0, as a DURATION in whole minutes (RFC 5545 §3.3.6): PT9H, PT9H30M.
func appendDuration(b []byte, d time.Duration) []byte {
	hours, minutes := int64(d/time.Hour), int64(d%time.Hour/time.Minute)
	b = append(b, "PT"...)
	if hours > 0 {
		b = append(strconv.AppendInt(b, hours, 10), 'H')
	}
	if minutes > 0 || hours == 0 {
		b = append(strconv.AppendInt(b, minutes, 10), 'M')
	}
	return b
}
