package calendar

import (
	"strconv"
	"time"
	"unicode/utf8"

	"peerage/data"
)

// writer appends the lines of a calendar. It appends to out by one append at a time, which then writes no more
// than the octets and the length.
type writer struct {
	out   []byte
	start int    // of the line that is being written, at the end of out
	long  []byte // a line that is being folded
}

// begin starts a line with a name, which may have parameters.
func (w *writer) begin(name string) {
	w.start = len(w.out)
	w.out = append(w.out, name...)
	w.out = append(w.out, ':')
}

// maxLine is the length of a line in octets, without its CRLF, past which it is folded (RFC 5545
// §3.1).
const maxLine = 75

// end ends the line. One that is too long goes on after CRLF and one space, which counts towards the
// length of the next line. A character is never cut in two, which the standard allows and some programs
// do not repair.
func (w *writer) end() {
	if len(w.out)-w.start > maxLine {
		w.fold()
	}
	w.out = append(w.out, "\r\n"...)
}

// fold folds the line that stands at the end.
func (w *writer) fold() {
	w.long = append(w.long[:0], w.out[w.start:]...)
	w.out = w.out[:w.start]
	rest, room := w.long, maxLine
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.out = append(w.out, rest[:cut]...)
		w.out = append(w.out, "\r\n "...)
		rest, room = rest[cut:], maxLine-1
	}
	w.out = append(w.out, rest...)
}

// raw writes a value that needs no escaping.
func (w *writer) raw(name, value string) {
	w.begin(name)
	w.out = append(w.out, value...)
	w.end()
}

// text writes a text that was cleaned.
func (w *writer) text(name, value string) {
	w.begin(name)
	w.out = appendEscaped(w.out, value)
	w.end()
}

// list writes texts, each cleaned into one line, without those of which nothing is left.
func (w *writer) list(name string, texts []string) {
	w.begin(name)
	empty := len(w.out)
	for _, s := range texts {
		if s = OneLine(s); s == "" {
			continue
		}
		if len(w.out) > empty {
			w.out = append(w.out, ',')
		}
		w.out = appendEscaped(w.out, s)
	}
	if len(w.out) == empty {
		w.out = w.out[:w.start]
		return
	}
	w.end()
}

func (w *writer) number(name string, n int) {
	w.begin(name)
	w.out = strconv.AppendInt(w.out, int64(n), 10)
	w.end()
}

// day writes a DATE (RFC 5545 §3.3.4).
func (w *writer) day(name string, d data.Day) {
	w.begin(name)
	w.out = append(w.out[:len(w.out)-1], ";VALUE=DATE:"...)
	w.out = appendDate(w.out, d)
	w.end()
}

// instant writes a moment as UTC.
func (w *writer) instant(name string, t time.Time) {
	w.begin(name)
	w.out = appendInstant(w.out, t)
	w.end()
}

// moment writes a time of a day as the clocks of the zone show it.
func (w *writer) moment(name string, d data.Day, at time.Duration, z *zone) {
	at += z.skipped(d, at)
	if !z.named() {
		year, month, day := d.Date()
		w.instant(name, time.Date(year, month, day, 0, int(at/time.Minute), 0, 0, z.location))
		return
	}
	d, at = d+data.Day(at/(24*time.Hour)), at%(24*time.Hour)
	w.begin(name)
	w.out = append(append(w.out[:len(w.out)-1], ";TZID="...), z.id...)
	w.out = append(appendDate(append(w.out, ':'), d), 'T')
	w.out = appendTwo(appendTwo(w.out, int(at/time.Hour)), int(at%time.Hour/time.Minute))
	w.out = append(w.out, "00"...)
	w.end()
}

func appendInstant(b []byte, t time.Time) []byte {
	t = t.UTC()
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	b = append(appendTwo(appendTwo(appendTwo(appendTwo(b, year/100), year%100), int(month)), day), 'T')
	return append(appendTwo(appendTwo(appendTwo(b, hour), minute), second), 'Z')
}

// appendEscaped appends a cleaned text as a TEXT value (RFC 5545 §3.3.11).
func appendEscaped(b []byte, s string) []byte {
	plain := 0
	for i := range len(s) {
		if !special[s[i]] {
			continue
		}
		b = append(append(b, s[plain:i]...), '\\')
		if plain = i; s[i] == '\n' {
			b = append(b, 'n')
			plain++
		}
	}
	return append(b, s[plain:]...)
}

var special = [256]bool{'\\': true, ';': true, ',': true, '\n': true}

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
