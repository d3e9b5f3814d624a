package calendar

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// lint returns what breaks RFC 5545 in the octets of a calendar file, beyond what parsers complain
// about: they accept long lines, bare line feeds, characters cut by a fold and events that lack what
// the standard requires.
func lint(file []byte) (wrong []string) {
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	body, ended := bytes.CutSuffix(file, []byte("\r\n"))
	if !ended {
		complain("no CRLF at the end")
	}
	physical := strings.Split(string(body), "\r\n")
	for i, line := range physical {
		switch {
		case len(line) > 75:
			complain("line %d has %d octets", i+1, len(line))
		case line == "" || line == " ":
			complain("line %d is empty", i+1)
		case !utf8.ValidString(line):
			complain("line %d is cut within a character, or no UTF-8", i+1)
		}
		if found := control.FindString(line); found != "" {
			complain("line %d has the control character %q", i+1, found)
		}
	}
	unfolded := strings.Split(strings.ReplaceAll(string(body), "\r\n ", ""), "\r\n")
	return append(wrong, lintComponents(unfolded)...)
}

// required lists the properties that must stand exactly once in each component (RFC 5545 §3.4, §3.6),
// with those that Peerage promises to subscribers.
var required = map[string][]string{
	"VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"},
	"VEVENT":    {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"},
	"VALARM":    {"ACTION", "TRIGGER", "DESCRIPTION"},
	"VTIMEZONE": {"TZID"},
	"STANDARD":  {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
	"DAYLIGHT":  {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"},
}

// within says in which component each component may stand.
var within = map[string]string{"VCALENDAR": "", "VEVENT": "VCALENDAR", "VALARM": "VEVENT", "VTIMEZONE": "VCALENDAR", "STANDARD": "VTIMEZONE", "DAYLIGHT": "VTIMEZONE"}

// shapes are the forms that the lines of a Peerage calendar have; a line of no known name is wrong.
var shapes = map[string]*regexp.Regexp{
	"VERSION":                    regexp.MustCompile(`^:2\.0$`),
	"PRODID":                     regexp.MustCompile(`^:-//.+//.+//EN$`),
	"CALSCALE":                   regexp.MustCompile(`^:GREGORIAN$`),
	"REFRESH-INTERVAL":           regexp.MustCompile(`^;VALUE=DURATION:PT\d+H$`),
	"X-PUBLISHED-TTL":            regexp.MustCompile(`^:PT\d+H$`),
	"UID":                        regexp.MustCompile(`^:.+@peerage\.invalid$`),
	"DTSTAMP":                    regexp.MustCompile(`^:\d{8}T\d{6}Z$`),
	"LAST-MODIFIED":              regexp.MustCompile(`^:\d{8}T\d{6}Z$`),
	"SEQUENCE":                   regexp.MustCompile(`^:\d+$`),
	"DTSTART":                    times,
	"DTEND":                      times,
	"TRANSP":                     regexp.MustCompile(`^:TRANSPARENT$`),
	"X-MICROSOFT-CDO-BUSYSTATUS": regexp.MustCompile(`^:FREE$`),
	"ACTION":                     regexp.MustCompile(`^:DISPLAY$`),
	"TRIGGER":                    regexp.MustCompile(`^:PT(\d+H)?(\d+M)?$`),
	"URL":                        regexp.MustCompile(`^:peerage:[\w/-]+$`),
	"TZID":                       regexp.MustCompile(`^:[\w/+-]+$`),
	"X-WR-TIMEZONE":              regexp.MustCompile(`^:[\w/+-]+$`),
	"RRULE":                      regexp.MustCompile(`^:FREQ=YEARLY;BYMONTH=\d+;BYDAY=-?\d[A-Z]{2}$`),
	"TZOFFSETFROM":               offset,
	"TZOFFSETTO":                 offset,
	"NAME":                       text,
	"X-WR-CALNAME":               text,
	"SUMMARY":                    text,
	"DESCRIPTION":                text,
	"CATEGORIES":                 regexp.MustCompile(`^:([^;\\]|\\[\\;,n])*$`),
}

var (
	times    = regexp.MustCompile(`^(;VALUE=DATE:\d{8}|:\d{8}T\d{6}Z?|;TZID=[\w/+-]+:\d{8}T\d{4}00)$`)
	offset   = regexp.MustCompile(`^:[+-]\d{4}(\d\d)?$`)
	text     = regexp.MustCompile(`^:([^;,\\]|\\[\\;,n])*$`)
	control  = regexp.MustCompile(`[\x00-\x08\x0a-\x1f\x7f]`)
	floating = regexp.MustCompile(`^DT(START|END):\d{8}T\d{6}$`)
	zoned    = regexp.MustCompile(`^DT\w+;TZID=([^:]+):`)
	naming   = regexp.MustCompile(`^[A-Z-]+`)
	maxOnce  = map[string]bool{"DESCRIPTION": true, "CATEGORIES": true, "URL": true, "RRULE": true, "X-WR-TIMEZONE": true, "TZID": true}
)

func lintComponents(lines []string) (wrong []string) {
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	type component struct {
		name string
		has  map[string]int
	}
	open := []component{{"", map[string]int{}}}
	uids, zones := map[string]bool{}, map[string]bool{}
	for _, line := range lines {
		top := &open[len(open)-1]
		name := naming.FindString(line)
		rest := line[len(name):]
		switch {
		case name == "BEGIN":
			child := strings.TrimPrefix(rest, ":")
			if where, known := within[child]; !known || where != top.name {
				complain("%s stands in %q", child, top.name)
			}
			open = append(open, component{child, map[string]int{}})
		case name == "END":
			if rest != ":"+top.name || top.name == "" {
				complain("%q ends with %q", top.name, line)
				return wrong
			}
			for _, need := range required[top.name] {
				if top.has[need] != 1 {
					complain("%s has %d of %s", top.name, top.has[need], need)
				}
			}
			for once := range maxOnce {
				if top.has[once] > 1 {
					complain("%s has %d of %s", top.name, top.has[once], once)
				}
			}
			open = open[:len(open)-1]
		case shapes[name] == nil || !shapes[name].MatchString(rest):
			complain("no line of ours: %q", line)
		case top.name == "VEVENT" && floating.MatchString(line):
			complain("a time of no zone: %q", line)
		case zoned.MatchString(line) && !zones[zoned.FindStringSubmatch(line)[1]]:
			complain("a time of a zone that is not there: %q", line)
		case name == "UID" && uids[rest]:
			complain("the UID %q stands twice", rest)
		default:
			top.has[name]++
			uids[rest] = uids[rest] || name == "UID"
			zones[strings.TrimPrefix(rest, ":")] = zones[strings.TrimPrefix(rest, ":")] || name == "TZID"
		}
	}
	if len(open) != 1 {
		complain("%s is never ended", open[len(open)-1].name)
	}
	return wrong
}

func TestTheLintNoticesWhatParsersLetThrough(t *testing.T) {
	good := string(written(t, []Event{{UID: "a", Day: 739000, Summary: strings.Repeat("é", 60), Alarm: 0}, {UID: "b", Day: 739001, Length: time.Hour}}))
	if wrong := lint([]byte(good)); len(wrong) > 0 {
		t.Fatal("the lint refuses a good file:", wrong)
	}
	event := good[strings.Index(good, "BEGIN:VEVENT"):strings.Index(good, "END:VCALENDAR")]
	for name, broken := range map[string]string{
		"bare line feeds":              strings.ReplaceAll(good, "\r\n", "\n"),
		"a line that is too long":      strings.ReplaceAll(good, "\r\n ", ""),
		"a fold within a character":    strings.Replace(good, "é", "\xc3\r\n \xa9", 1),
		"a NUL":                        strings.Replace(good, "é", "\x00", 1),
		"no UTF-8":                     strings.Replace(good, "é", "\xff", 1),
		"no last line break":           strings.TrimSuffix(good, "\r\n"),
		"a UID twice":                  strings.Replace(good, event, event+event, 1),
		"no DTSTAMP":                   regexp.MustCompile(`DTSTAMP:\w+\r\n`).ReplaceAllString(good, ""),
		"no VERSION":                   strings.Replace(good, "VERSION:2.0\r\n", "", 1),
		"an alarm without description": regexp.MustCompile(`(?s)DISPLAY.*TRIGGER`).ReplaceAllString(good, "DISPLAY\r\nTRIGGER"),
		"a comma that is not escaped":  strings.Replace(good, "é", ",", 1),
		"a METHOD":                     strings.Replace(good, "CALSCALE", "METHOD:PUBLISH\r\nCALSCALE", 1),
		"an event that is not ended":   strings.Replace(good, "END:VEVENT\r\n", "", 1),
		"an injected line":             strings.Replace(good, "SUMMARY", "ATTENDEE:mailto:a@b.example\r\nSUMMARY", 1),
		"a time of no zone":            strings.Replace(good, "T000000Z\r\nLAST", "T000000\r\nLAST", 1),
		"a zone that is not there":     strings.Replace(good, "DTEND:", "DTEND;TZID=Europe/Berlin:", 1),
		"an empty line":                strings.Replace(good, "SUMMARY", "\r\nSUMMARY", 1),
	} {
		if broken == good {
			t.Errorf("%s: the file was not changed", name)
		}
		if len(lint([]byte(broken))) == 0 {
			t.Errorf("%s is not noticed", name)
		}
	}
}
