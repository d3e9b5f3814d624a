package app

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"peerage/app/agent"
	"peerage/app/feed"
	"peerage/app/words"
	"peerage/data/datatest"
)

// fetch returns what is served at an address.
func fetch(t *testing.T, address string) string {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestTheWindowServesTheSubscriptionWhileItIsOpen(t *testing.T) {
	h := open(t, wide)
	datatest.Person(t, h.store, "Ana", datatest.Cadence(30, 60, "2026-01-01"))
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- h.feed.Run(ctx) }()
	subscription := h.subscription()
	h.feed.Look(ctx)
	if now := subscription.Served(); now.On || now.Address != "" || len(now.Said) != 1 {
		t.Errorf("before it is switched on: %+v", now)
	}
	if err := subscription.Switch(ctx, true); err != nil {
		t.Fatal(err)
	}
	now := subscription.Served()
	if !now.On || !strings.HasPrefix(now.Webcal, "webcal://127.0.0.1:") || strings.TrimPrefix(now.Webcal, "webcal") != strings.TrimPrefix(now.Address, "http") {
		t.Errorf("%+v", now)
	}
	if got := fetch(t, now.Address); !strings.Contains(got, "SUMMARY:Check in: Ana\r\n") {
		t.Error(got)
	}
	p := h.preferences
	p.Language = words.Pseudo
	h.apply(p)
	if got := fetch(t, now.Address); !strings.Contains(got, "⟦") {
		t.Errorf("it goes on in the language of before: %s", got)
	}
	old := now.Address
	if err := subscription.Renew(ctx); err != nil {
		t.Fatal(err)
	}
	if now = subscription.Served(); now.Address == old || strings.Contains(fetch(t, old), "VCALENDAR") {
		t.Errorf("the old address works: %+v", now)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := http.Get(now.Address); err == nil {
		t.Error("it is served after the window has closed")
	}
}

func TestADemoServesNothing(t *testing.T) {
	h := open(t, wide)
	h.demo = true
	if _, err := feed.Switch(folderOf(h.store), true); err != nil {
		t.Fatal(err)
	}
	h.takeUp()
	serves := func(d agent.Duty) bool { return d.Name == "serve the calendar" }
	if slices.ContainsFunc(h.work.duties(h.words, h.Today), serves) || h.subscription() != nil {
		t.Error("a demo serves its calendar")
	}
}
