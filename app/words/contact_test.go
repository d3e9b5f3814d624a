package words

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"peerage/data"
)

func TestADueDayIsSaidAsItStandsToToday(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		natural, due data.Day
		want         string
	}{
		{today, today, "due today"},
		{today - 1, today, "one day over"},
		{today - 9, today, "nine days over"},
		{today - 9, today + 3, "nine days over"}, // it waits for a free day
		{today - 400, today, "400 days over"},
		{today + 1, today + 1, "due tomorrow"},
		{data.NewDay(2026, time.December, 3), data.NewDay(2026, time.December, 4), "due on 4 December"},
		{data.NewDay(2027, time.March, 1), data.NewDay(2027, time.March, 1), "due on 1 March 2027"},
		{1, today, "due today"}, // there is nothing to count from
	} {
		if got := w.Due(data.CheckIn{Natural: c.natural, Due: c.due}, today); got != c.want {
			t.Errorf("%s, put on %s: %q, want %q", c.natural, c.due, got, c.want)
		}
	}
}

func TestContactIsSaidInASentence(t *testing.T) {
	w := english(t)
	day := data.NewDay(2026, time.October, 2)
	for _, c := range []struct {
		kind data.InteractionKind
		day  data.Day
		text string
		want string
	}{
		{data.Coffee, day, "her move to Lisbon", "Coffee on 2 October: her move to Lisbon."},
		{data.Coffee, day, "", "Coffee on 2 October."},
		{data.OtherKind, day, "", "Contact on 2 October."},
		{data.OtherKind, today - 1, "saw her", "Contact yesterday: saw her."},
		{data.VideoCall, data.NewDay(2024, time.May, 1), "Lisbon.", "Video call on 1 May 2024: Lisbon."},
		{data.Call, day, "What next?", "Call on 2 October: What next?"},
		{data.Call, day, "she said “yes!”", "Call on 2 October: she said “yes!”"},
		{data.Call, day, "well…", "Call on 2 October: well…"},
		{data.Call, day, "下周见。", "Call on 2 October: 下周见。"},
		{data.Call, day, "see (notes)", "Call on 2 October: see (notes)."},
		// What was said begins with the way.
		{data.Coffee, day, "Coffee at the river", "On 2 October: Coffee at the river."},
		{data.Coffee, today, "coffee", "Today: coffee."},
		{data.Call, day, "callous remark", "Call on 2 October: callous remark."},
		// What strangers write.
		{data.Mail, day, "  two\r\n\tlines\u202e \x1b[31m ", "E-mail on 2 October: two lines [31m."},
		{data.Mail, day, " \u202e\x00 ", "E-mail on 2 October."},
		{data.Mail, day, "{{.Day}} %s <b>", "E-mail on 2 October: {{.Day}} %s <b>."},
	} {
		if got := w.Contact(&data.Interaction{ID: 1, Kind: c.kind, Day: c.day, Text: c.text}, today); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.kind, c.text, got, c.want)
		}
	}
}

func TestALongTextIsQuotedFromItsBeginning(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{strings.Repeat("word ", 40), strings.TrimSpace(strings.Repeat("word ", 32)) + "…"},
		{strings.Repeat("x", 160), strings.Repeat("x", 160)},
		{strings.Repeat("x", 161), strings.Repeat("x", 159) + "…"},
		{strings.Repeat("x", 155) + " longer word", strings.Repeat("x", 155) + "…"},
		{strings.Repeat("中", 100_000), strings.Repeat("中", 159) + "…"},
		{strings.Repeat("x", 158) + "e\u0301e\u0301e\u0301", strings.Repeat("x", 158) + "…"},
		{strings.Repeat("x", 159) + "e\u0301\u0301", strings.Repeat("x", 159) + "…"},
	} {
		if got := quote(c.text); got != c.want {
			t.Errorf("%.20q of %d: %q, want %q", c.text, len(c.text), got, c.want)
		}
	}
}

func FuzzQuote(f *testing.F) {
	for _, s := range []string{"", "a b", strings.Repeat("\u0301", 400), "\xff\xfe", strings.Repeat("👩\u200d🔬", 90), strings.Repeat("\u202e", 9000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := quote(s)
		if n := utf8.RuneCountInString(got); n > longestQuote+1 {
			t.Errorf("%d characters", n)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%q keeps %q", got, r)
			}
		}
	})
}

func TestACheckInSaysHowOftenHowLateAndWhatWasLast(t *testing.T) {
	w := english(t)
	c := data.CheckIn{Natural: today - 9, Due: today, Rhythm: data.Rhythm{Ideal: 42, Longest: 70}}
	last := &data.Interaction{ID: 7, Kind: data.Coffee, Day: data.NewDay(2026, time.October, 2), Text: "her move to Lisbon"}
	if got := w.Why(c, last, today); got != "Every six weeks, nine days over. Coffee on 2 October: her move to Lisbon." {
		t.Error(got)
	}
	for _, none := range []*data.Interaction{nil, {}} {
		if got := w.Why(c, none, today); got != "Every six weeks, nine days over. No contact noted yet." {
			t.Error(got)
		}
	}
}

func TestACalendarTitleIsOneLine(t *testing.T) {
	if got := english(t).CheckIn(" Ana\r\nBEGIN:VALARM\u202e  Souza "); got != "Check in: Ana BEGIN:VALARM Souza" {
		t.Error(got)
	}
}

func TestAReasonInACalendarIsTrueOnWhicheverDayItIsRead(t *testing.T) {
	due := data.NewDay(2026, 11, 22)
	said := &data.Interaction{ID: 1, Kind: data.Coffee, Day: data.NewDay(2026, 10, 2), Text: "her move"}
	for _, c := range []struct {
		natural, met data.Day
		last         *data.Interaction
		want         string
	}{
		{due, 0, nil, "Every six weeks. No contact noted yet."},
		{due - 19, data.NewDay(2026, 10, 2), nil, "Every six weeks, asked for since 3 November 2026. Last in touch on 2 October 2026."},
		{1, data.NewDay(2026, 10, 2), said, "Every six weeks. Coffee on 2 October 2026: her move."},
	} {
		got := english(t).CalendarWhy(data.CheckIn{Due: due, Natural: c.natural, Last: c.met, Rhythm: data.Rhythm{Ideal: 42, Longest: 60}}, c.last)
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestCapacityIsRoundedUp(t *testing.T) {
	w := english(t)
	for asked, want := range map[float64]string{
		10.2: "Your rhythms ask for 11 check-ins a week; you give 10.", 12: "Your rhythms ask for 12 check-ins a week; you give 10.",
		12.000000000000002: "Your rhythms ask for 12 check-ins a week; you give 10.",
	} {
		if got := w.Capacity(asked, 10); got != want {
			t.Errorf("%v: %q", asked, got)
		}
	}
}

func TestSentencesOfContactAreTranslated(t *testing.T) {
	w, e := load(t, Pseudo), english(t)
	c := data.CheckIn{Natural: today - 2, Due: today, Rhythm: data.Rhythm{Ideal: 42}}
	i := &data.Interaction{ID: 1, Kind: data.Coffee, Day: today - 5, Text: "x"}
	quiet := &data.Interaction{ID: 1, Kind: data.Coffee, Day: today - 5}
	for n, say := range []func(*Words) string{
		func(w *Words) string { return w.Why(c, i, today) }, func(w *Words) string { return w.Why(c, nil, today) },
		func(w *Words) string { return w.Contact(i, today) }, func(w *Words) string { return w.Contact(quiet, today) },
		func(w *Words) string { return w.Due(c, today) }, func(w *Words) string { return w.Capacity(20, 10) }, func(w *Words) string { return w.CheckIn("Ana") },
		(*Words).CalendarName, func(w *Words) string { return w.ReminderTitle(2, 1) }, func(w *Words) string { return w.ReminderNames(nil, 2) },
		func(w *Words) string { return w.ReminderNames([]string{"Ana"}, 2) }, func(w *Words) string { return w.PromiseWith("Ana") },
		func(w *Words) string { return w.ReminderPromises([]string{"Ana"}, 2) }, func(w *Words) string { return w.ReminderPromises(nil, 2) },
	} {
		if got := say(w); got == say(e) || !strings.HasPrefix(got, "⟦") || !strings.HasSuffix(got, "⟧") {
			t.Errorf("%d: %q is not said in the pseudo-language", n, got)
		}
	}
}

func TestASentenceEndsOnce(t *testing.T) {
	w := english(t)
	for text, want := range map[string]string{
		"":                   "",
		" met in Porto ":     "met in Porto.",
		"Met in Porto.":      "Met in Porto.",
		"Really?":            "Really?",
		"cut short…":         "cut short…",
		"她搬到了里斯本。":           "她搬到了里斯本。",
		"उसने कहा।":          "उसने कहा।",
		"he said “yes.”":     "he said “yes.”",
		"(in Porto)":         "(in Porto).",
		"Kestrel Labs, Inc.": "Kestrel Labs, Inc.",
		"and so on...":       "and so on...",
	} {
		if got := w.Sentence(text); got != want {
			t.Errorf("Sentence(%q) = %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"longer…": "longer…", "長い。": "長い。", "Yahoo!": "Yahoo!", "Porto": "Porto.", "and so on...": "and so on...."} {
		if got := w.T("boundary.manner", Args{"Manner": text}); got != want {
			t.Errorf("%q ends as %q, want %q", text, got, want)
		}
	}
	if got := w.Boundary(data.Boundary{Avoid: []string{"health", "工作。"}}); got != "Avoid: health, 工作。" {
		t.Errorf("avoid %q", got)
	}
}
