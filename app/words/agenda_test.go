package words

import (
	"testing"
	"time"

	"peerage/assets"
	"peerage/data"
)

func TestACheckInSaysWhyItStandsWhereItDoes(t *testing.T) {
	w, today := english(t), data.NewDay(2026, 11, 22)
	for _, c := range []struct {
		natural, due, last data.Day
		shift              data.Shift
		perDay             int
		want               string
	}{
		{today + 3, today + 3, today - 39, data.Unshifted, 3, "Every six weeks, last in touch on 14 October."},
		{today + 3, today + 3, 0, data.Unshifted, 3, "Every six weeks."},
		{today - 9, today, today - 51, data.Unshifted, 3, "Nine days over. Every six weeks."},
		{1, today, 0, data.Unshifted, 3, "Every six weeks."},
		{today + 3, today + 3, today - 39, data.Appointed, 3, "You put it here. Every six weeks."},
		{today + 9, today + 10, 0, data.Crowded, 3, "Due Tue 1 Dec, moved: three that day already. Every six weeks."},
		{today + 9, today + 10, 0, data.Crowded, 1, "Due Tue 1 Dec, moved: one that day already. Every six weeks."},
		{today + 7, today + 8, 0, data.OffDay, 3, "Due Sun 29 Nov, moved: you keep that day free. Every six weeks."},
		{today, today + 1, 0, data.Crowded, 3, "Due today, moved to Mon 23 Nov: today is full. Every six weeks."},
		{today - 1, today + 1, 0, data.Crowded, 3, "One day over, next free place Mon 23 Nov. Every six weeks."},
	} {
		in := data.CheckIn{Natural: c.natural, Due: c.due, Last: c.last, Rhythm: data.Rhythm{Ideal: 42, Longest: 70}, Agreed: c.shift == data.Appointed, At: data.AllDay}
		if got := w.Agenda(in, c.shift, c.perDay, today); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestHowLongAgoIsSaidInWords(t *testing.T) {
	w, now := english(t), time.Date(2026, 11, 22, 18, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		passed time.Duration
		want   string
	}{
		{-time.Hour, "just now"}, {0, "just now"}, {59 * time.Second, "just now"}, {time.Minute, "a minute ago"}, {59 * time.Minute, "59 minutes ago"},
		{time.Hour, "an hour ago"}, {2 * time.Hour, "two hours ago"}, {19 * time.Hour, "yesterday at 23:00"}, {40 * time.Hour, "yesterday at 02:00"}, {100 * time.Hour, "on 18 November"},
	} {
		if got := w.Ago(now.Add(-c.passed), now); got != c.want {
			t.Errorf("%s: %q, want %q", c.passed, got, c.want)
		}
	}
}

func TestLoadsAndWeeksAreSaidInWords(t *testing.T) {
	w, today := english(t), data.NewDay(2026, 11, 22)
	for got, want := range map[string]string{
		w.WeekLoad(7, 10): "7 of 10 check-ins", w.WeekLoad(10, 10): "10 of 10 check-ins, full", w.WeekLoad(12, 10): "12 of 10 check-ins, more than you give",
		w.DayLoad(2, 3): "", w.DayLoad(3, 3): "full", w.DayLoad(4, 3): "one too many", w.DayLoad(0, 0): "",
		w.Week(today, today, today): "This week", w.Week(today+1, today+7, today): "Next week", w.Week(today+8, today+14, today): "30 November to 6 December",
		w.Week(today+15, today+21, today): "7 to 13 December", w.Week(today+40, today+40, today): "1 January 2027",
		w.WeekdayDate(today): "Sun 22 Nov", w.MonthYear(today): "November 2026", w.ShortWeekday(8): "",
		w.Due(data.CheckIn{Agreed: true, Due: today + 1, Natural: today + 1, At: 15 * 60}, today): "due tomorrow at 15:00",
		w.Due(data.CheckIn{Agreed: true, Due: today, Natural: today, At: data.AllDay}, today):     "due today, as you chose",
		w.Appointment(data.Appointment{Day: today + 3, At: 9 * 60}, today):                        "on Wednesday at 09:00",
		w.Room(4.2, 10): "Your rhythms ask for about five check-ins a week; you give ten.",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhatIsPastIsSaidInTheZoneOfTheReaderAndNeverLiesAhead(t *testing.T) {
	w := english(t)
	now := time.Date(2026, 11, 29, 23, 30, 0, 0, time.FixedZone("", 2*60*60))
	for _, c := range []struct {
		when      time.Time
		day, hour string
	}{
		{now, "today", "23:30"},
		{now.UTC(), "today", "23:30"},
		{now.Add(-24 * time.Hour).UTC(), "yesterday", "23:30"},
		{now.Add(time.Hour), "today", "00:30"}, // the clock was put back
	} {
		if got := w.Past(c.when, now); got["Day"] != c.day || got["Time"] != c.hour {
			t.Errorf("%s: %v", c.when, got)
		}
	}
}

func TestAWeekBeginsAsTheLanguageSays(t *testing.T) {
	for language, want := range map[string]time.Weekday{"en": time.Monday, Pseudo: time.Monday} {
		w, err := Load(assets.Translations(), language)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.WeekBegins(); got != want {
			t.Errorf("%s: %s", language, got)
		}
	}
	sunday := &Words{texts: map[string]text{"week.begins": {forms: map[string]pattern{other: {rest: "sunday"}}}}}
	if got := sunday.WeekBegins(); got != time.Sunday {
		t.Errorf("%s", got)
	}
}
