package data

import (
	"encoding/json"
	"testing"
	"time"
)

func TestDaysCountFromTheCivilCalendar(t *testing.T) {
	for _, s := range []string{"0001-01-01", "1969-12-31", "1970-01-01", "2000-02-29", "2026-11-22", "9999-12-31"} {
		d, err := ParseDay(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDay(%q) = %v, %v", s, d, err)
		}
	}
	if NewDay(2026, 3, 1)-NewDay(2026, 2, 28) != 1 || NewDay(2026, 11, 22).Weekday() != time.Sunday {
		t.Error("days do not follow the calendar")
	}
}

func TestDaysThatDoNotExistAreRefused(t *testing.T) {
	for _, s := range []string{"", "2026-02-30", "2026-2-3", "22.11.2026", "0000-01-01", "2026-06-30T00:00"} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("ParseDay(%q) = %v, want an error", s, d)
		}
	}
}

func TestAddMonthsStaysWithinTheMonth(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-11-30", 3, "2027-02-28"}, {"2026-03-31", -1, "2026-02-28"}} {
		d, _ := ParseDay(c.from)
		if got := d.AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestPartialDaysHaveAnEarliestAndALatestDay(t *testing.T) {
	for _, c := range []struct{ in, earliest, latest string }{
		{"2016", "2016-01-01", "2016-12-31"}, {"2016-02", "2016-02-01", "2016-02-29"},
		{"2016-06-30", "2016-06-30", "2016-06-30"}, {"--02-29", "", ""}, {"", "", ""},
	} {
		p, err := ParsePartialDay(c.in)
		if err != nil || p.String() != c.in || p.Earliest().String() != c.earliest || p.Latest().String() != c.latest {
			t.Errorf("%q: %v [%v, %v], %v", c.in, p, p.Earliest(), p.Latest(), err)
		}
	}
	for _, s := range []string{"16", "2016-13", "2015-02-29", "--02-30", "2016-06-30-1", "0000", "--2-3", "2016-", "+016"} {
		if p, err := ParsePartialDay(s); err == nil {
			t.Errorf("ParsePartialDay(%q) = %v, want an error", s, p)
		}
	}
}

func TestDaysInJSONAreStringsOrNull(t *testing.T) {
	type both struct {
		D Day
		P PartialDay
	}
	for _, want := range []string{`{"D":null,"P":null}`, `{"D":"2026-06-30","P":"2016-06"}`} {
		var v both
		if err := json.Unmarshal([]byte(want), &v); err != nil {
			t.Fatal(err)
		}
		if got, _ := json.Marshal(v); string(got) != want {
			t.Errorf("%s came back as %s", want, got)
		}
	}
}

func FuzzParsePartialDay(f *testing.F) {
	f.Add("2016-06-30")
	f.Add("--06-30")
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePartialDay(s)
		if err != nil {
			return
		}
		if p.String() != s || p.Earliest() > p.Latest() {
			t.Errorf("%q became %v", s, p)
		}
	})
}

func TestAWholeMonthBeginsAndEndsWithIt(t *testing.T) {
	for span, want := range map[[2]string]bool{
		{"2024-02-01", "2024-02-29"}: true, {"2025-02-01", "2025-02-28"}: true, {"2025-12-01", "2025-12-31"}: true,
		{"2024-02-01", "2024-02-28"}: false, {"2024-02-02", "2024-02-29"}: false, {"2024-01-01", "2024-02-29"}: false, {"2024-02-01", "2024-02-01"}: false,
	} {
		first, _ := ParseDay(span[0])
		last, _ := ParseDay(span[1])
		if got := WholeMonth(first, last); got != want {
			t.Errorf("from %s to %s is a whole month: %t", first, last, got)
		}
	}
}
