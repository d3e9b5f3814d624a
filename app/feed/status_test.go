package feed_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/app/feed"
	"peerage/app/wordstest"
)

func TestTheStatusIsSaidInSentences(t *testing.T) {
	w := wordstest.English(t)
	berlin := time.FixedZone("", 3600)
	now := noon.In(berlin)
	at := feed.Subscription{On: true, Port: 23456, Token: "x"}
	yesterday := noon.Add(-24 * time.Hour)
	for _, c := range []struct {
		status feed.Status
		said   []string
	}{
		{feed.Status{}, []string{"Off, unless “peerage serve” runs."}},
		{feed.Status{Subscription: at, State: feed.Serving}, []string{"On: calendar programs on this computer can fetch it now.", "No program has fetched it at this address yet."}},
		{feed.Status{Subscription: at, State: feed.Serving, Fetched: noon, Failure: feed.NoCalendar, FailedAt: yesterday}, []string{
			"On: calendar programs on this computer can fetch it now.", "Last fetched today at 13:00.",
			"Last error, yesterday at 13:00: The calendar could not be read from your data. The calendar program keeps what it has and asks again."}},
		{feed.Status{State: feed.Off, Fetched: yesterday}, []string{"Off, unless “peerage serve” runs.", "Last fetched yesterday at 13:00."}},
		{feed.Status{Subscription: at, State: feed.Elsewhere, Fetched: noon.Add(48 * time.Hour)}, []string{
			"On: another Peerage on this computer serves it at present, such as its agent in the tray or “peerage serve”. This one goes on when that ends.", "Last fetched today at 13:00."}},
		{feed.Status{Subscription: at, State: feed.Failing, Failure: feed.PortTaken, FailedAt: noon}, []string{
			"Another program uses port 23456, so the calendar cannot be fetched. Please end that program, or take a new address; Peerage goes on trying.",
			"No program has fetched it at this address yet."}},
	} {
		if got := c.status.Sentences(w, now); !slices.Equal(got, c.said) {
			t.Errorf("%+v:\n%q\nwant\n%q", c.status, got, c.said)
		}
	}
	for _, f := range []feed.Failure{feed.PortTaken, feed.PortRefused, feed.Unreadable, feed.NoCalendar, "of a later version"} {
		if said := f.Sentence(w, 23456); !strings.HasSuffix(said, ".") || strings.ContainsAny(said, "⟦⟧") {
			t.Errorf("%s: %q", f, said)
		}
	}
}
