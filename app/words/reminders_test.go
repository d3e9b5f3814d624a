package words

import (
	"strings"
	"testing"

	"peerage/data"
)

func TestAReminderNamesSomeAndCountsTheRest(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		shown []string
		more  int
		want  string
	}{
		{nil, 1, "One person is due."},
		{nil, 12345, "12,345 people are due."},
		{[]string{"Ana"}, 0, "Ana"},
		{[]string{"Ana"}, 1, "Ana and one more"},
		{[]string{"Ana", "Raj", "Kim"}, 0, "Ana, Raj and Kim"},
		{[]string{"Ana", "Raj", "Kim"}, 9, "Ana, Raj, Kim and 9 more"},
		{[]string{"A\x1b\nB\u202e", "مريم"}, 0, "A B and مريم"},
	} {
		if got := w.ReminderNames(c.shown, c.more); got != c.want {
			t.Errorf("%q and %d more: %q, want %q", c.shown, c.more, got, c.want)
		}
	}
	for want, n := range map[string][2]int{
		"Time to catch up": {1, 0}, "4 people to catch up with": {4, 0}, "One promise due": {0, 1},
		"4 people to catch up with, 2 promises due": {4, 2}, "Time to catch up, one promise due": {1, 1},
	} {
		if got := w.ReminderTitle(n[0], n[1]); got != want {
			t.Errorf("%v: %q, want %q", n, got, want)
		}
	}
	if none, some := w.ReminderPromises(nil, 2), w.ReminderPromises([]string{"Ana"}, 1); none != "2 promises are due." || some != "Promises: Ana and one more" {
		t.Errorf("%q %q", none, some)
	}
}

func TestAReminderOfOneThingSaysWhatItIs(t *testing.T) {
	w := english(t)
	said := func(title, body string) string { return title + "|" + body }
	for want, got := range map[string]string{
		"Check in with Ana B|At 15:05. Coffee today.": said(w.ReminderCheckIn("Ana\r\nB\u202e", 15*60+5, "Coffee today.")),
		"Time for a check-in|At 00:00.":               said(w.ReminderCheckIn("", 0, "")),
		"Your promise to Ana|Due today.":              said(w.ReminderPromise(data.Mine, "Ana", today, today, "")),
		"What Ana promised you|Nine days late. Tea.":  said(w.ReminderPromise(data.Theirs, "Ana", today-9, today, "Tea.")),
		"A promise of yours|One day late.":            said(w.ReminderPromise(data.Mine, "", today-1, today, "")),
		"A promise to you|Due today.":                 said(w.ReminderPromise(data.Theirs, "", today, today, "")),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhatAReminderTellsBesidesIsSentences(t *testing.T) {
	w, last := english(t), &data.Interaction{ID: 7, Kind: data.Coffee, Day: data.NewDay(2026, 10, 2), Text: "her move to Lisbon"}
	for want, got := range map[string]string{
		"":            w.ReminderSaid("", nil, today),
		"The slides.": w.ReminderSaid("the\nslides", nil, today),
		"Coffee on 2 October: her move to Lisbon.":             w.ReminderSaid("", last, today),
		"The slides! Coffee on 2 October: her move to Lisbon.": w.ReminderSaid("the slides!", last, today),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if long := w.ReminderSaid(strings.Repeat("very ", 1000), nil, today); len([]rune(long)) > longestQuote+2 {
		t.Errorf("it tells %d octets", len(long))
	}
}

func TestSentencesOfRemindersAreTranslated(t *testing.T) {
	w := load(t, Pseudo)
	for _, by := range []data.Side{data.Mine, data.Theirs} {
		for _, name := range []string{"", "Ana"} {
			for i, say := range []func() (string, string){
				func() (string, string) { return w.ReminderPromise(by, name, today, today, "") },
				func() (string, string) { return w.ReminderCheckIn(name, 60, "") },
			} {
				title, body := say()
				for _, s := range []string{title, body} {
					if !strings.HasPrefix(s, "⟦") || !strings.HasSuffix(s, "⟧") {
						t.Errorf("%d: %q is not said in the pseudo-language", i, s)
					}
				}
			}
		}
	}
}
