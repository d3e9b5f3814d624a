package calendar

import (
	"bytes"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
)

// encode returns the calendar as a file.
//
// The encoder refuses a calendar without components, as the standard's grammar does (RFC 5545 §3.6).
// Calendar programs read one, and a person with nothing to do has one; so a component is written in
// place of none, and its two lines are taken out again.
func encode(calendar *ical.Calendar) ([]byte, error) {
	empty := len(calendar.Children) == 0
	if empty {
		calendar.Children = []*ical.Component{ical.NewComponent("X-NONE")}
	}
	var out bytes.Buffer
	if err := ical.NewEncoder(&out).Encode(calendar); err != nil {
		return nil, err
	}
	file := out.Bytes()
	if empty {
		file = bytes.Replace(file, []byte("BEGIN:X-NONE\r\nEND:X-NONE\r\n"), nil, 1)
	}
	return fold(file), nil
}

// maxLine is the length of a line in octets, without its CRLF, past which it is folded (RFC 5545
// §3.1).
const maxLine = 75

// fold returns the file, whose lines end in CRLF, with its long lines folded: they go on after CRLF
// and one space, which counts towards the length of the next line. A character is never cut in two,
// which the standard allows and some programs do not repair.
func fold(file []byte) []byte {
	folded := make([]byte, 0, len(file)+len(file)/16)
	for line := range bytes.Lines(file) {
		room := maxLine
		for len(line)-len("\r\n") > room {
			cut := room
			for !utf8.RuneStart(line[cut]) {
				cut--
			}
			folded = append(append(folded, line[:cut]...), "\r\n "...)
			line, room = line[cut:], maxLine-1
		}
		folded = append(folded, line...)
	}
	return folded
}

// setRaw sets a property whose value needs no escaping. Without it the library adds VALUE=TEXT to
// names it does not know, and leaves out what it takes for the default type of a value.
func setRaw(c *ical.Component, name, value string) {
	prop := ical.NewProp(name)
	prop.Value = value
	c.Props.Set(prop)
}

// duration returns d, at least 0, as a DURATION in whole minutes (RFC 5545 §3.3.6): PT9H, PT9H30M.
func duration(d time.Duration) string {
	hours, minutes := d/time.Hour, d%time.Hour/time.Minute
	switch {
	case hours == 0:
		return fmt.Sprintf("PT%dM", minutes)
	case minutes == 0:
		return fmt.Sprintf("PT%dH", hours)
	}
	return fmt.Sprintf("PT%dH%dM", hours, minutes)
}
