package words

import (
	"strings"
	"testing"
	"time"

	"peerage/data"
)

var today = data.NewDay(2026, time.November, 22)

func day(t *testing.T, s string) data.Day {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := data.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func partial(t *testing.T, s string) data.PartialDay {
	t.Helper()
	p, err := data.ParsePartialDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestDaysAreSaidAsSeenFromToday(t *testing.T) {
	w := english(t)
	for _, c := range []struct{ day, when, date, short string }{
		{"2026-11-22", "today", "22 November", "22 Nov"},
		{"2026-11-21", "yesterday", "21 November", "21 Nov"},
		{"2026-11-23", "tomorrow", "23 November", "23 Nov"},
		{"2026-10-02", "on 2 October", "2 October", "2 Oct"},
		{"2024-10-02", "on 2 October 2024", "2 October 2024", "Oct 2024"},
		{"2027-01-01", "on 1 January 2027", "1 January 2027", "Jan 2027"},
		{"0001-01-01", "on 1 January 1", "1 January 1", "Jan 1"},
		{"", "", "", ""},
	} {
		d := day(t, c.day)
		if when, date, short := w.Day(d, today), w.Date(d, today), w.ShortDate(d, today); when != c.when || date != c.date || short != c.short {
			t.Errorf("%s: %q %q %q, want %q %q %q", c.day, when, date, short, c.when, c.date, c.short)
		}
	}
	if got := w.LongDate(today); got != "Sunday, 22 November" {
		t.Errorf("as a heading: %q", got)
	}
}

func TestPartialDaysAreSaidAsFarAsTheyAreKnown(t *testing.T) {
	w := english(t)
	for in, want := range map[string]string{
		"": "", "2016": "2016", "2016-06": "June 2016", "2016-06-30": "30 June 2016", "--06-30": "30 June",
	} {
		if got := w.Partial(partial(t, in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSpansMayLackAnEnd(t *testing.T) {
	w := english(t)
	for _, c := range []struct{ since, until, want string }{
		{"2016-07", "2020-02", "July 2016 to February 2020"}, {"2016-07", "", "since July 2016"},
		{"", "2020", "until 2020"}, {"", "", ""}, {"2016", "2016", "2016"},
	} {
		if got := w.Span(partial(t, c.since), partial(t, c.until)); got != c.want {
			t.Errorf("%q to %q: %q, want %q", c.since, c.until, got, c.want)
		}
	}
}

func TestEveryWeekdayAndMonthHasItsName(t *testing.T) {
	w := english(t)
	for d := time.Sunday; d <= time.Saturday; d++ {
		if got := w.Weekday(d); got != d.String() {
			t.Errorf("%s is called %q", d, got)
		}
	}
	for m := time.January; m <= time.December; m++ {
		if got := w.Month(m); got != m.String() {
			t.Errorf("%s is called %q", m, got)
		}
		if got := w.ShortDate(data.NewDay(2020, m, 1), today); got != m.String()[:3]+" 2020" {
			t.Errorf("%s is called %q in short", m, got)
		}
	}
	if w.Month(0) != "" || w.Month(13) != "" || w.Weekday(-1) != "" || w.Weekday(7) != "" {
		t.Error("what is no month or weekday has a name")
	}
}

func TestCountsAreWordsUpToTwelve(t *testing.T) {
	w := english(t)
	for n, want := range map[int]string{0: "no", 1: "one", 3: "three", 11: "eleven", 12: "twelve", 13: "13", 9999: "9999", 10000: "10,000", 1234567: "1,234,567", -1: "-1", -123456: "-123,456"} {
		if got := w.Count(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestLengthsAreYearsAndMonths(t *testing.T) {
	w := english(t)
	for n, want := range map[int]string{-1: "", 0: "less than a month", 1: "1 month", 8: "8 months", 12: "1 year", 24: "2 years", 13: "1 year 1 month", 44: "3 years 8 months"} {
		if got := w.Months(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestARhythmIsSaidAsPeopleSayIt(t *testing.T) {
	w := english(t)
	for days, want := range map[int]string{
		-1: "", 0: "", 1: "every day", 2: "every two days", 7: "every week", 14: "every two weeks", 42: "every six weeks", 84: "every twelve weeks",
		30: "every month", 31: "every month", 60: "every two months", 90: "every quarter", 91: "every quarter", 120: "every four months", 180: "twice a year", 183: "twice a year",
		365: "once a year", 730: "every two years", 45: "every 45 days", 100: "every 100 days", 3660: "every 3660 days",
	} {
		if got := w.Every(days); got != want {
			t.Errorf("%d: %q, want %q", days, got, want)
		}
	}
}

func TestListsAreJoinedAsASentenceDoes(t *testing.T) {
	w := english(t)
	for want, items := range map[string][]string{
		"": nil, "Ana": {"Ana"}, "Ana and Raj": {"Ana", "Raj"}, "Ana, Raj and Kim": {"Ana", "Raj", "Kim"}, "A, B, C and D": {"A", "B", "C", "D"},
	} {
		if got := w.List(items); got != want {
			t.Errorf("%v: %q, want %q", items, got, want)
		}
	}
}

func TestASentenceBeginsWithACapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "three people": "Three people", "éa": "Éa", "李雷": "李雷", "\xff": "\xff", "3 people": "3 people"} {
		if got := Capital(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestDaysAndCountsAreTranslated(t *testing.T) {
	w := load(t, Pseudo)
	d := data.NewDay(2020, time.May, 1)
	for _, s := range []string{
		w.Day(today, today), w.Day(today-1, today), w.Day(d, today), w.Date(d, today), w.ShortDate(d, today), w.LongDate(d),
		w.Partial(data.PartialDay{Year: 2016, Month: 6}), w.Span(data.PartialDay{Year: 2016}, data.PartialDay{}), w.Months(5), w.Months(44),
		w.Every(7), w.Every(42), w.Count(3), w.List([]string{"a", "b"}), w.Weekday(1), w.Month(1),
	} {
		if !strings.HasPrefix(s, "⟦") || !strings.HasSuffix(s, "⟧") {
			t.Errorf("%q is not said in the pseudo-language", s)
		}
	}
}
