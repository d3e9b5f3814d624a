package sample

import (
	"testing"

	"peerage/data"
)

func TestDaysAreSeenFromToday(t *testing.T) {
	for _, c := range []struct{ today, away, day, partial string }{
		{"2026-11-22", "today", "2026-11-22", "2026-11-22"},
		{"2026-11-22", "-42d", "2026-10-11", "2026-10-11"},
		{"2026-11-22", "+5d", "2026-11-27", "2026-11-27"},
		{"2026-11-22", "-10y4m", "2016-07-22", "2016-07"},
		{"2026-11-22", "-14y", "2012-11-22", "2012"},
		{"2026-11-22", "-1y2m3d", "2025-09-19", "2025-09-19"},
		{"2026-11-22", "-0m", "2026-11-22", "2026-11"},
		{"2026-01-01", "-1m", "2025-12-01", "2025-12"},
		{"2028-02-29", "-1y", "2027-02-28", "2027"},
		{"2028-02-29", "-4y", "2024-02-29", "2024"},
		{"2026-03-31", "-1m", "2026-02-28", "2026-02"},
		{"2026-03-31", "-1m1d", "2026-02-27", "2026-02-27"},
	} {
		today, err := data.ParseDay(c.today)
		if err != nil {
			t.Fatal(err)
		}
		a, err := parseAway(c.away)
		if err != nil || a.from(today).String() != c.day || a.partialFrom(today).String() != c.partial {
			t.Errorf("%s from %s is %v, %v (%v), want %s, %s", c.away, c.today, a.from(today), a.partialFrom(today), err, c.day, c.partial)
		}
	}
}

func TestOtherFormsOfDaysAreRefused(t *testing.T) {
	for _, s := range []string{"", "-", "+", "42d", "-d", "-42", "-3m2y", "-1y1y", "-3w", "- 3d", "-3d ", "2026-11-22", "yesterday", "-99999d", "--3d"} {
		if a, err := parseAway(s); err == nil {
			t.Errorf("parseAway(%q) = %v, want an error", s, a)
		}
	}
}

func TestBirthdaysMayLackTheYear(t *testing.T) {
	for _, c := range []struct {
		today, birthday string
		turns           int
		want            string
	}{
		{"2026-11-22", "", 0, ""},
		{"2026-11-22", "--05-14", 0, "--05-14"},
		{"2026-11-22", "--05-14", 38, "1988-05-14"},
		{"2026-11-22", "+6d", 0, "--11-28"},
		{"2026-11-22", "+6d", 52, "1974-11-28"},
		{"2028-02-23", "+6d", 27, "2001-02-28"},
		{"2028-02-23", "+6d", 28, "2000-02-29"},
		{"2027-02-28", "+1d", 0, "--03-01"},
	} {
		today, err := data.ParseDay(c.today)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := birthdayAt(c.birthday, c.turns, today); err != nil || got.String() != c.want {
			t.Errorf("%q turning %d in %s is %v (%v), want %s", c.birthday, c.turns, c.today, got, err, c.want)
		}
	}
	for _, c := range []struct {
		birthday string
		turns    int
	}{{"--02-30", 0}, {"1988-05-14", 0}, {"-38y", 0}, {"", 38}, {"--05-14", -1}, {"--05-14", 200}} {
		if got, err := birthdayAt(c.birthday, c.turns, data.NewDay(2026, 11, 22)); err == nil {
			t.Errorf("%q turning %d became %v, want an error", c.birthday, c.turns, got)
		}
	}
}

func TestTextsNameDaysThatAreRightToday(t *testing.T) {
	today := data.NewDay(2026, 11, 22)
	for in, want := range map[string]string{
		"":                      "",
		"Flat white, no sugar":  "Flat white, no sugar",
		"{month -7m}":           "April",
		"since {month -7m} now": "since April now",
		"on {date -5d}, due {weekday +1d}, not {year -4y}": "on 17 November, due Monday, not 2022",
	} {
		if got, err := textAt(in, today); err != nil || got != want {
			t.Errorf("%q reads %q (%v), want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"{", "}", "{month", "month -7m}", "{month}", "{moon -7m}", "{month -7}", "{{month -7m}}", "a } b {month -7m}"} {
		if got, err := textAt(in, today); err == nil {
			t.Errorf("%q reads %q, want an error", in, got)
		}
	}
}
