package calendar

import (
	"errors"
	"strings"
	"testing"
	"time"

	"peerage/data"
)

func zoneOf(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// object is what EncodeObject writes, which the lint has to accept but for what belongs to a calendar.
func object(t testing.TB, e Event, task bool, zone *time.Location) string {
	t.Helper()
	b, err := EncodeObject(e, task, zone)
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range lint(b) {
		if !strings.Contains(wrong, "VCALENDAR") && !task {
			t.Errorf("%s\n%s", wrong, b)
		}
	}
	if strings.Contains(string(b), "METHOD") {
		t.Errorf("an object has a method:\n%s", b)
	}
	return string(b)
}

func TestWhatIsWrittenAsAnObjectIsReadBack(t *testing.T) {
	for _, zone := range []string{"UTC", "Europe/Berlin", "Africa/Casablanca", "Asia/Kolkata", "America/New_York"} {
		for _, e := range []Event{
			{UID: "a", Day: day, Summary: "Check in: Ana", Stamp: stamp, Alarm: 9 * time.Hour},
			{UID: "b", Day: day, At: 9*time.Hour + 30*time.Minute, Length: 30 * time.Minute, Stamp: stamp},
			{UID: "c", Day: day, At: 23*time.Hour + 45*time.Minute, Length: 30 * time.Minute, Stamp: stamp, Alarm: -1},
		} {
			for _, task := range []bool{false, true} {
				written := object(t, e, task, zoneOf(t, zone))
				f, err := ReadObject([]byte(written), zoneOf(t, zone))
				want := Found{UID: e.UID, Task: task, Day: e.Day, At: data.AllDay, Modified: stamp.UTC()}
				if e.Length > 0 {
					want.At = int(e.At / time.Minute)
				}
				if err != nil || f != want {
					t.Errorf("%s: %v: %+v, want %+v\n%s", zone, err, f, want, written)
				}
			}
		}
	}
}

func TestATaskIsDueAndRingsByThen(t *testing.T) {
	got := object(t, Event{UID: "a", Day: day, Summary: "Check in: Ana", URL: "peerage:person/a", Stamp: stamp, Sequence: 3, Alarm: 9 * time.Hour}, true, nil)
	want := "BEGIN:VCALENDAR\r\nCALSCALE:GREGORIAN\r\nPRODID:-//Peerage//Peerage//EN\r\nVERSION:2.0\r\nBEGIN:VTODO\r\nDTSTAMP:20261120T063000Z\r\n" +
		"DUE;VALUE=DATE:20261122\r\nLAST-MODIFIED:20261120T063000Z\r\nSEQUENCE:3\r\nSTATUS:NEEDS-ACTION\r\nSUMMARY:Check in: Ana\r\nUID:a@peerage.invalid\r\n" +
		"URL:peerage:person/a\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Check in: Ana\r\nTRIGGER;RELATED=END:PT9H\r\nEND:VALARM\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestWhatPeopleChangeIsRead(t *testing.T) {
	berlin := zoneOf(t, "Europe/Berlin")
	at := func(minutes int) Found { return Found{UID: "u", Day: day, At: minutes} }
	for lines, want := range map[string]Found{
		"DTSTART;VALUE=DATE:20261122":                                            at(data.AllDay),
		"DTSTART:20261122T173000":                                                at(17*60 + 30),
		"DTSTART:20261122T163000Z":                                               at(17*60 + 30),
		"DTSTART;TZID=Europe/Berlin:20261122T173000":                             at(17*60 + 30),
		"DTSTART;TZID=\"America/New_York\":20261122T113000":                      at(17*60 + 30),
		"DTSTART;TZID=W. Europe Standard Time:20261122T173000":                   at(17*60 + 30),
		"DTSTART;TZID=../../etc/passwd:20261122T173000":                          at(17*60 + 30),
		"DTSTART;TZID=Europe/Berlin:20261\r\n 122T17\r\n\t3000":                  at(17*60 + 30),
		"dtstart:20261122T173000\r\nATTENDEE;CN=\"x:20261122\r\nX-ODD":           at(17*60 + 30),
		"DTSTART:tomorrow":                                                       {UID: "u", At: data.AllDay},
		"DTSTART:00000000":                                                       {UID: "u", At: data.AllDay},
		"DTSTART;VALUE=DATE:20261122\r\nSTATUS:cancelled":                        {UID: "u", Day: day, At: data.AllDay, Cancelled: true},
		"DTSTART;VALUE=DATE:20261122\r\nDTSTAMP:20261120T063000Z":                {UID: "u", Day: day, At: data.AllDay, Modified: stamp.UTC()},
		"DTSTART;VALUE=DATE:20261122\r\nX-LONG:" + strings.Repeat("\"", 300_000): at(data.AllDay),
	} {
		f, err := ReadObject([]byte("\uFEFFBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID:20261101\r\nDTSTART:20261101\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:u@peerage.invalid\r\n"+
			lines+"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"), berlin)
		if err != nil || f != want {
			t.Errorf("%.200s: %v: %+v, want %+v", lines, err, f, want)
		}
	}
}

func TestATaskThatIsTickedOffSaysWhen(t *testing.T) {
	for lines, want := range map[string]Found{
		"STATUS:COMPLETED\nCOMPLETED:20261120T063000Z": {Done: true, DoneAt: stamp.UTC()},
		"STATUS:COMPLETED":                                {Done: true},
		"COMPLETED:20261120T063000Z":                      {Done: true, DoneAt: stamp.UTC()},
		"PERCENT-COMPLETE:100":                            {Done: true},
		"PERCENT-COMPLETE:100\nSTATUS:IN-PROCESS":         {},
		"STATUS:NEEDS-ACTION\nDTSTART:20261101T080000":    {},
		"STATUS:CANCELLED\nLAST-MODIFIED:20261120T063000": {Cancelled: true},
	} {
		want.UID, want.Task, want.Day, want.At = "u", true, day, data.AllDay
		f, err := ReadObject([]byte("BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:u\nDUE;VALUE=DATE:20261122\n"+lines+"\nEND:VTODO\nEND:VCALENDAR\n"), time.UTC)
		if err != nil || f != want {
			t.Errorf("%s: %v: %+v, want %+v", lines, err, f, want)
		}
	}
}

// ruins are octets that are no object of a calendar.
func ruins() []string {
	return []string{
		"", "<html>", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=X", "BEGIN:VCALENDAR\r\nDTSTART;TZID=\"X\"Y:1\r\n",
		"BEGIN:VEVENT\r\nEND:VEVENT\r\n", strings.Repeat("BEGIN:VEVENT\r\n", 50_000), "BEGIN:VCALENDAR\r\nDTSTART;A=" + strings.Repeat("\"\",", 100_000),
		strings.Repeat(" ", MaxObject+1), "\x00\xff", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
	}
}

func TestWhatIsNoObjectIsRefused(t *testing.T) {
	for _, octets := range ruins() {
		if f, err := ReadObject([]byte(octets), time.UTC); !errors.Is(err, ErrNoObject) || f != (Found{}) {
			t.Errorf("%.100q: %v, %+v", octets, err, f)
		}
	}
}

func FuzzReadObject(f *testing.F) {
	for _, octets := range ruins() {
		if len(octets) < 10_000 {
			f.Add([]byte(octets))
		}
	}
	for _, task := range []bool{false, true} {
		b, err := EncodeObject(Event{UID: "a", Day: day, At: time.Hour, Length: time.Hour, Stamp: stamp, Summary: "x"}, task, zoneOf(f, "Europe/Berlin"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, octets []byte) {
		found, err := ReadObject(octets, time.UTC)
		switch {
		case err != nil && !errors.Is(err, ErrNoObject):
			t.Error(err)
		case found.At < data.AllDay || found.At >= 24*60 || found.Day < 0 || found.Day > Latest:
			t.Errorf("%+v", found)
		}
	})
}
