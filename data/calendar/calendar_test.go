package calendar

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"peerage/data"
)

var (
	day   = data.NewDay(2026, time.November, 22)
	stamp = time.Date(2026, time.November, 20, 8, 30, 0, 0, time.FixedZone("", 2*3600))
)

// written returns what Encode returns, which the lint has to accept.
func written(t testing.TB, events []Event) []byte {
	t.Helper()
	return writtenIn(t, nil, events)
}

// writtenIn is written with the hours of events in a time zone.
func writtenIn(t testing.TB, zone *time.Location, events []Event) []byte {
	t.Helper()
	file, err := Encode(events, Book{Name: "Check-ins", Zone: zone})
	if err != nil {
		t.Fatal(err)
	}
	if wrong := lint(file); len(wrong) > 0 {
		t.Fatalf("%d things are wrong, first: %s\n%.2000q", len(wrong), wrong[0], file)
	}
	return file
}

// decoded reads a calendar back with a parser that is not ours.
func decoded(t testing.TB, file []byte) *ical.Calendar {
	t.Helper()
	c, err := ical.NewDecoder(bytes.NewReader(file)).Decode()
	if err != nil {
		t.Fatalf("%v\n%q", err, file)
	}
	return c
}

func textOf(t testing.TB, c *ical.Component, name string) string {
	t.Helper()
	s, err := c.Props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestACheckInIsWrittenAsTheStandardAsks(t *testing.T) {
	const want = "BEGIN:VCALENDAR\r\n" +
		"CALSCALE:GREGORIAN\r\n" +
		"NAME:Check-ins\r\n" +
		"PRODID:-//Peerage//Peerage//EN\r\n" +
		"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" +
		"VERSION:2.0\r\n" +
		"X-PUBLISHED-TTL:PT1H\r\n" +
		"X-WR-CALNAME:Check-ins\r\n" +
		"BEGIN:VEVENT\r\n" +
		"CATEGORIES:Check-in,Close\\, old\r\n" +
		"DESCRIPTION:Last: coffee\\nEvery 30 days. A longer sentence that goes on pas\r\n" +
		" t the end of a line\r\n" +
		"DTEND;VALUE=DATE:20270101\r\n" +
		"DTSTAMP:20261120T063000Z\r\n" +
		"DTSTART;VALUE=DATE:20261231\r\n" +
		"LAST-MODIFIED:20261120T063000Z\r\n" +
		"SEQUENCE:3\r\n" +
		"SUMMARY:Check in: Ana\\, at Acme\\; Sons\\\\Co\r\n" +
		"TRANSP:TRANSPARENT\r\n" +
		"UID:0b6f3c1e-5d0a-4f5e-9b59-0d8a3f1c2e77@peerage.invalid\r\n" +
		"URL:peerage:person/0b6f3c1e-5d0a-4f5e-9b59-0d8a3f1c2e77\r\n" +
		"X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n" +
		"BEGIN:VALARM\r\n" +
		"ACTION:DISPLAY\r\n" +
		"DESCRIPTION:Check in: Ana\\, at Acme\\; Sons\\\\Co\r\n" +
		"TRIGGER:PT9H\r\n" +
		"END:VALARM\r\n" +
		"END:VEVENT\r\n" +
		"END:VCALENDAR\r\n"
	got := string(written(t, []Event{{
		UID: "0b6f3c1e-5d0a-4f5e-9b59-0d8a3f1c2e77", Day: data.NewDay(2026, time.December, 31), Stamp: stamp, Sequence: 3,
		Summary:     `Check in: Ana, at Acme; Sons\Co`,
		Description: "Last: coffee\r\nEvery 30 days. A longer sentence that goes on past the end of a line",
		Alarm:       9 * time.Hour, URL: "peerage:person/0b6f3c1e-5d0a-4f5e-9b59-0d8a3f1c2e77", Categories: []string{"Check-in", "", "Close, old", "\x00"},
	}}))
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNoEventsGiveAValidEmptyCalendar(t *testing.T) {
	c := decoded(t, written(t, nil))
	if len(c.Children) != 0 || textOf(t, c.Component, ical.PropVersion) != "2.0" {
		t.Errorf("an empty calendar came back as %v", c)
	}
}

func TestAnAlarmRingsAtItsTimeOfTheDayOrNotAtAll(t *testing.T) {
	for _, c := range []struct {
		at   time.Duration
		want string
	}{
		{9 * time.Hour, "PT9H"}, {9*time.Hour + 30*time.Minute, "PT9H30M"}, {0, "PT0M"}, {5 * time.Minute, "PT5M"},
		{23*time.Hour + 59*time.Minute + 59*time.Second, "PT23H59M"}, {-1, ""}, {-time.Hour, ""},
	} {
		got := ""
		event := decoded(t, written(t, []Event{{UID: "a", Day: day, Alarm: c.at}})).Children[0]
		for _, alarm := range event.Children {
			got += alarm.Props.Get(ical.PropTrigger).Value
		}
		if got != c.want {
			t.Errorf("an alarm %v after midnight is triggered at %q, want %q", c.at, got, c.want)
		}
	}
}

// hostile are names as strangers write them into files, with what is left of them.
var hostile = []struct{ name, want string }{
	{"$(calc)", "$(calc)"},
	{`"; calc`, `"; calc`},
	{"<b>Ann</b> & Co", "<b>Ann</b> & Co"},
	{"=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"},
	{"Ann\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Eve", "Ann END: VEVENT BEGIN: VEVENT SUMMARY:Eve"},
	{"Ann\nATTENDEE:mailto:eve@example.com", "Ann ATTENDEE:mailto:eve@example.com"},
	{"Ann\rX-EVIL:1\u0085X:2\u2028X:3\u2029X:4", "Ann X-EVIL:1 X:2 X:3 X:4"},
	{"A\x00nn\x07\x1b[31m\x7f\u009b", "Ann[31m"},
	{"BEGIN\x00:VALARM \uFEFFEND:VCALENDAR", "BEGIN: VALARM END: VCALENDAR"},
	{"Ann\tLee", "Ann Lee"},
	{"Zo\xeb Bad \xff\xfeUTF", "Zo\uFFFD Bad \uFFFDUTF"},
	{"\u202Egnp.exe\u202C \u2066x\u2069", "gnp.exe x"},
	{"\u200Fمحمد\u200E العربي", "\u200Fمحمد\u200E العربي"},
	{"👩\u200D💻 Ada 👨\u200D👩\u200D👧", "👩\u200D💻 Ada 👨\u200D👩\u200D👧"},
	{"\uFEFF李\uFFFE小\uFDD0龙\U0001FFFF", "李小龙"},
	{"", ""},
	{" \\n \\, ", " \\n \\, "},
	{strings.Repeat("x", 5000), strings.Repeat("x", 5000)},
	{strings.Repeat("李", 5000), strings.Repeat("李", 5000)},
	{strings.Repeat(";", 5000), strings.Repeat(";", 5000)},
}

func TestHostileNamesStayText(t *testing.T) {
	var events []Event
	for i, h := range hostile {
		events = append(events, Event{
			UID: fmt.Sprintf("%03d %s", i, h.name), Day: day, Summary: h.name, Description: h.name, Categories: []string{h.name}, Alarm: 9 * time.Hour,
		})
	}
	file, err := Encode(events, Book{Name: "Mine\r\nMETHOD:CANCEL\r\n\x00"})
	if err != nil {
		t.Fatal(err)
	}
	if wrong := lint(file); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	c := decoded(t, file)
	if got := textOf(t, c.Component, ical.PropName); got != "Mine METHOD:CANCEL " {
		t.Errorf("the calendar is called %q", got)
	}
	if len(c.Children) != len(hostile) {
		t.Fatalf("%d events came back of %d", len(c.Children), len(hostile))
	}
	for i, h := range hostile {
		event := c.Children[i]
		if got := textOf(t, event, ical.PropSummary); got != h.want {
			t.Errorf("%.80q came back as %.80q, want %.80q", h.name, got, h.want)
		}
		if got := textOf(t, event, ical.PropUID); got != fmt.Sprintf("%03d %s%s", i, h.want, domain) {
			t.Errorf("the UID of %.80q came back as %.80q", h.name, got)
		}
		if got := textOf(t, event.Children[0], ical.PropDescription); got != h.want {
			t.Errorf("the alarm of %.80q says %.80q", h.name, got)
		}
	}
}

func TestADescriptionKeepsItsLines(t *testing.T) {
	event := decoded(t, written(t, []Event{{UID: "a", Day: day, Description: "one\ntwo\r\nthree\rfour\u2028\u2029six"}})).Children[0]
	if got := textOf(t, event, ical.PropDescription); got != "one\ntwo\nthree\nfour\n\nsix" {
		t.Errorf("the description came back as %q", got)
	}
}

func TestAFoldNeverCutsACharacter(t *testing.T) {
	for _, character := range []string{"x", "é", "李", "😀", ";"} {
		for before := range 80 {
			want := strings.Repeat("a", before) + strings.Repeat(character, 60)
			event := decoded(t, written(t, []Event{{UID: "a", Day: day, Summary: want}})).Children[0]
			if got := textOf(t, event, ical.PropSummary); got != want {
				t.Fatalf("%q came back as %q", want, got)
			}
		}
	}
}

func TestALineOfExactly75OctetsIsNotFolded(t *testing.T) {
	for _, c := range []struct{ octets, lines int }{{75, 1}, {76, 2}, {75 + 74, 2}, {75 + 75, 3}} {
		w := &writer{}
		w.raw("X", strings.Repeat("v", c.octets-2))
		if got := strings.Count(string(w.out), "\r\n"); got != c.lines {
			t.Errorf("%d octets make %d lines, want %d", c.octets, got, c.lines)
		}
	}
}

func TestTheSameEventsInAnyOrderGiveTheSameOctets(t *testing.T) {
	var events []Event
	for i := range 50 {
		events = append(events, Event{UID: fmt.Sprintf("u%02d", i), Day: day + data.Day(i*7%5), Summary: fmt.Sprint("Check in ", i), Stamp: stamp})
	}
	first := written(t, events)
	slices.Reverse(events)
	before := slices.Clone(events)
	if !bytes.Equal(first, written(t, events)) {
		t.Error("the order of the events changes the file")
	}
	if events[0].UID != before[0].UID || events[49].UID != before[49].UID {
		t.Error("the caller's events were moved")
	}
	last := ""
	for _, e := range decoded(t, first).Children {
		key := e.Props.Get(ical.PropDateTimeStart).Value + textOf(t, e, ical.PropUID)
		if key <= last {
			t.Errorf("%s stands after %s", key, last)
		}
		last = key
	}
}

func TestEventsThatNoCalendarCanHoldAreRefused(t *testing.T) {
	for name, events := range map[string][]Event{
		"no UID":              {{Day: day}},
		"a UID of nothing":    {{UID: "\x00", Day: day}},
		"a UID twice":         {{UID: "a", Day: day}, {UID: "a", Day: day + 1}},
		"UIDs alike":          {{UID: "a", Day: day}, {UID: "a\x00", Day: day + 1}},
		"no day":              {{UID: "a"}},
		"a day too far":       {{UID: "a", Day: data.NewDay(9999, time.December, 31)}},
		"a negative sequence": {{UID: "a", Day: day, Sequence: -1}},
		"an hour for a day":   {{UID: "a", Day: day, At: time.Hour}},
		"an hour of no day":   {{UID: "a", Day: day, At: 24 * time.Hour, Length: time.Hour}},
		"an hour before it":   {{UID: "a", Day: day, At: -time.Hour, Length: time.Hour}},
		"a length of days":    {{UID: "a", Day: day, Length: 24 * time.Hour}},
	} {
		if file, err := Encode(events, Book{}); err == nil || len(file) > 0 {
			t.Errorf("%s: error %v, %d octets written", name, err, len(file))
		}
	}
	written(t, []Event{{UID: "a", Day: 1}, {UID: "b", Day: Latest}})
}

func FuzzAnyTextComesBackCleaned(f *testing.F) {
	for _, h := range hostile {
		if len(h.name) < 100 {
			f.Add(h.name, h.name)
		}
	}
	f.Fuzz(func(t *testing.T, summary, description string) {
		file := written(t, []Event{{UID: "a", Day: day, Summary: summary, Description: description, Categories: []string{summary, description}, Alarm: 0}})
		event := decoded(t, file).Children[0]
		if got := textOf(t, event, ical.PropSummary); got != OneLine(summary) || strings.Contains(got, "\n") {
			t.Errorf("the summary %q came back as %q", summary, got)
		}
		if got := textOf(t, event, ical.PropDescription); got != clean(description) || !utf8.ValidString(got) {
			t.Errorf("the description %q came back as %q", description, got)
		}
		if bytes.Count(file, []byte("BEGIN:V")) != 3 || bytes.Count(file, []byte("END:V")) != 3 {
			t.Errorf("the text spells a border of a component: %q", file)
		}
		if twice := clean(clean(description)); twice != clean(description) {
			t.Errorf("%q is not clean after one cleaning: %q", description, twice)
		}
	})
}

func manyEvents(n int) []Event {
	events := make([]Event, n)
	for i := range events {
		name := []string{"Ana Souza", "Jürgen Weiß", "李小龙", "محمد العربي", "O'Brien, Pat"}[i%5]
		events[i] = Event{
			UID: fmt.Sprintf("%08x-5d0a-4f5e-9b59-0d8a3f1c2e77", i*2654435761%(1<<32)), Day: day + data.Day(i%365), Stamp: stamp,
			Summary: "Check in: " + name, Alarm: 9 * time.Hour, Categories: []string{"Check-in"},
			Description: "Last contact: coffee on 3 June. They moved to Eastmere and were to start in autumn.\nEvery 30 to 60 days.",
		}
	}
	return events
}

// The naive encoder is the floor: the same properties appended one after another, nothing sorted,
// cleaned, escaped or folded.
func naive(w *bytes.Buffer, events []Event) {
	b := make([]byte, 0, 640*(len(events)+1))
	b = append(b, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Peerage//Peerage//EN\r\n"...)
	for i := range events {
		e := &events[i]
		b = append(append(append(b, "BEGIN:VEVENT\r\nUID:"...), e.UID...), domain...)
		b = e.Stamp.UTC().AppendFormat(append(b, "\r\nDTSTAMP:"...), "20060102T150405Z")
		b = e.Stamp.UTC().AppendFormat(append(b, "\r\nLAST-MODIFIED:"...), "20060102T150405Z")
		b = e.Day.Time().AppendFormat(append(b, "\r\nSEQUENCE:0\r\nDTSTART;VALUE=DATE:"...), "20060102")
		b = (e.Day + 1).Time().AppendFormat(append(b, "\r\nDTEND;VALUE=DATE:"...), "20060102")
		b = append(append(b, "\r\nSUMMARY:"...), e.Summary...)
		b = append(append(b, "\r\nDESCRIPTION:"...), e.Description...)
		b = append(append(b, "\r\nCATEGORIES:"...), e.Categories[0]...)
		b = append(b, "\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:"...)
		b = append(append(b, e.Summary...), "\r\nTRIGGER:PT9H\r\nEND:VALARM\r\nEND:VEVENT\r\n"...)
	}
	w.Write(append(b, "END:VCALENDAR\r\n"...))
}

func BenchmarkTenThousandEvents(b *testing.B) {
	events := manyEvents(10_000)
	var out bytes.Buffer
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			file, err := Encode(events, Book{Name: "Check-ins"})
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(file)))
		}
	})
	b.Run("naive", func(b *testing.B) {
		for b.Loop() {
			out.Reset()
			naive(&out, events)
			b.SetBytes(int64(out.Len()))
		}
	})
}
