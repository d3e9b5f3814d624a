package calendar

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"peerage/data"
)

// inZone returns a calendar of one check-in at half past nine, in the zone of that name.
func inZone(t testing.TB, name string, on data.Day) string {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(writtenIn(t, zone, []Event{{UID: "a", Day: on, At: 9*time.Hour + 30*time.Minute, Length: 30 * time.Minute}}))
}

func TestAnHourStandsInATimeZoneWithTwoRules(t *testing.T) {
	got := inZone(t, "Europe/Berlin", day)
	for _, want := range []string{
		"X-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n" +
			"BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n" +
			"BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n" +
			"END:VTIMEZONE\r\nBEGIN:VEVENT\r\n",
		"\r\nDTSTART;TZID=Europe/Berlin:20261122T093000\r\n", "\r\nDTEND;TZID=Europe/Berlin:20261122T100000\r\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nlacks\n%s", got, want)
		}
	}
}

func TestClocksThatFollowNoRuleAreWrittenAsUTC(t *testing.T) {
	for name, start := range map[string]string{
		"Africa/Casablanca": "T083000Z", "Asia/Jerusalem": "T073000Z", "America/Santiago": "T123000Z", "Africa/Cairo": "T073000Z", "UTC": "T093000Z",
	} {
		if got := inZone(t, name, day); strings.Contains(got, "VTIMEZONE") || !strings.Contains(got, "\r\nDTSTART:20261122"+start+"\r\n") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

func TestAnHourThatTheClocksSkipStandsAfterIt(t *testing.T) {
	for _, c := range []struct {
		zone       string
		day        data.Day
		at         int // minutes after midnight
		start, end string
	}{
		{"Europe/Berlin", data.NewDay(2027, 3, 28), 150, ";TZID=Europe/Berlin:20270328T033000", ";TZID=Europe/Berlin:20270328T040000"},
		{"Europe/Berlin", data.NewDay(2027, 3, 28), 105, ";TZID=Europe/Berlin:20270328T014500", ";TZID=Europe/Berlin:20270328T031500"},
		{"Europe/Berlin", data.NewDay(2027, 3, 28), 180, ";TZID=Europe/Berlin:20270328T030000", ";TZID=Europe/Berlin:20270328T033000"},
		{"Europe/Berlin", data.NewDay(2027, 10, 31), 150, ";TZID=Europe/Berlin:20271031T023000", ";TZID=Europe/Berlin:20271031T030000"},
		{"America/New_York", data.NewDay(2027, 3, 14), 150, ";TZID=America/New_York:20270314T033000", ";TZID=America/New_York:20270314T040000"},
		{"Antarctica/Troll", data.NewDay(2027, 3, 28), 75, ";TZID=Antarctica/Troll:20270328T031500", ";TZID=Antarctica/Troll:20270328T034500"},
		{"Africa/Casablanca", data.NewDay(2027, 3, 14), 150, ":20270314T023000Z", ":20270314T030000Z"},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		got := string(writtenIn(t, zone, []Event{{UID: "a", Day: c.day, At: time.Duration(c.at) * time.Minute, Length: 30 * time.Minute}}))
		if !strings.Contains(got, "\r\nDTSTART"+c.start+"\r\n") || !strings.Contains(got, "\r\nDTEND"+c.end+"\r\n") {
			t.Errorf("%s on %s at %d:\n%s", c.zone, c.day, c.at, got)
		}
	}
}

func TestEveryNameOfUTCIsUTC(t *testing.T) {
	for name := range universal {
		if got := inZone(t, name, day); strings.Contains(got, "VTIMEZONE") || !strings.Contains(got, "\r\nDTSTART:20261122T093000Z\r\n") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

func TestAnEventThatGoesOnPastMidnightEndsOnTheDayAfter(t *testing.T) {
	late := []Event{{UID: "a", Day: day, At: 23*time.Hour + 45*time.Minute, Length: 30 * time.Minute}}
	zone := time.FixedZone("Here: now\r\n", 5*3600+45*60)
	if got := string(writtenIn(t, zone, late)); !strings.Contains(got, "DTEND;TZID=Here__now__:20261123T001500\r\n") {
		t.Error(got)
	}
	if got := string(written(t, late)); !strings.Contains(got, "DTEND:20261123T001500Z\r\n") {
		t.Error(got)
	}
	if got := string(writtenIn(t, zone, []Event{{UID: "a", Day: day}})); strings.Contains(got, "VTIMEZONE") {
		t.Error("a file without hours has a time zone")
	}
}

func TestTheZoneOfTheSystemHasANameThatIsNotLocal(t *testing.T) {
	if id := identifier(time.Local); id == "" || id == "Local" {
		t.Errorf("it is called %q", id)
	}
	if id := identifier(time.FixedZone("", 3600)); id != "Peerage/Local" {
		t.Errorf("one without a name is called %q", id)
	}
}

var observance = regexp.MustCompile(`BEGIN:(?:DAYLIGHT|STANDARD)\r\nDTSTART:(\d{8}T\d{6})\r\n` +
	`(?:RRULE:FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-?\d)(\w\w)\r\n)?TZOFFSETFROM:([+-]\d+)\r\nTZOFFSETTO:([+-]\d+)\r\n`)

// offsets reads a time zone as a program of calendars does, and returns from which moment on which offset
// holds in the years given.
func offsets(t *testing.T, file string, first, last int) map[time.Time]int {
	t.Helper()
	onsets := map[time.Time]int{}
	for _, found := range observance.FindAllStringSubmatch(file, -1) {
		start, err := time.Parse("20060102T150405", found[1])
		if err != nil {
			t.Fatal(err)
		}
		from, to := seconds(t, found[5]), seconds(t, found[6])
		if found[2] == "" {
			onsets[start] = to
			continue
		}
		week, _ := strconv.Atoi(found[3])
		for year := first; year <= last; year++ {
			var days []time.Time
			for d := time.Date(year, start.Month(), 1, start.Hour(), start.Minute(), start.Second(), 0, time.UTC); d.Month() == start.Month(); d = d.AddDate(0, 0, 1) {
				if strings.EqualFold(d.Weekday().String()[:2], found[4]) {
					days = append(days, d)
				}
			}
			if fmt.Sprint(int(start.Month())) != found[2] || !strings.EqualFold(start.Weekday().String()[:2], found[4]) {
				t.Fatalf("the start of %q does not follow its rule", found[0])
			}
			on := days[(week+len(days))%len(days)]
			if week > 0 {
				on = days[week-1]
			}
			onsets[on.Add(-time.Duration(from)*time.Second)] = to
		}
	}
	return onsets
}

func seconds(t *testing.T, offset string) int {
	t.Helper()
	n, err := strconv.Atoi(offset)
	if err != nil {
		t.Fatal(err)
	}
	return n/100*3600 + n%100*60
}

func TestATimeZoneSaysWhatTheClocksShow(t *testing.T) {
	const first, last = 2025, 2036
	for _, name := range []string{
		"Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/Sao_Paulo", "America/Havana", "Asia/Kolkata",
		"Asia/Kathmandu", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Asia/Tokyo", "America/St_Johns",
	} {
		file := inZone(t, name, day)
		if !strings.Contains(file, "TZID:"+name+"\r\n") {
			t.Errorf("%s has no time zone:\n%s", name, file)
			continue
		}
		zone, _ := time.LoadLocation(name)
		onsets := offsets(t, file, first-1, last)
		for at := time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < last; at = at.Add(time.Hour) {
			var since time.Time
			said := 0
			for onset, to := range onsets {
				if !onset.After(at) && !onset.Before(since) {
					since, said = onset, to
				}
			}
			if _, want := at.In(zone).Zone(); said != want {
				t.Errorf("%s: at %v the file says %d, the clocks %d", name, at, said, want)
				break
			}
		}
	}
}

func TestMostTimeZonesOfTheWorldHaveRules(t *testing.T) {
	for name, regular := range map[string]bool{"Europe/Paris": true, "Asia/Shanghai": true, "America/Los_Angeles": true, "America/Nuuk": false, "Asia/Gaza": false} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, got := yearly(zone, 2025, yearsAhead); got != regular {
			t.Errorf("%s follows a rule: %v", name, got)
		}
	}
}
