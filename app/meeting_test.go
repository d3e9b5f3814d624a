package app

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestAMeetingIsPreparedFromThePersonsPageAndLeadsBackThere(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	rows, err := h.store.People(context.Background(), store.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	ana := rows[0].ID
	h.Open(page.Person(ana))
	h.press(fyne.KeyB, 0)
	h.on(page.MeetingScreen)
	if !h.shows("Before you meet Ana Souza") || !h.shows("Engineer at Acme.") {
		t.Error("the page is not on Ana")
	}
	datatest.Write(t, h.store, func(tx *store.Tx) error {
		return tx.SavePromise(&data.Promise{Person: ana, By: data.Mine, What: "send the slides", Made: sunday, State: data.PromiseOpen})
	})
	if !h.shows("You promised Ana Souza: send the slides.") {
		t.Error("what was promised meanwhile is not there")
	}
	had := map[string]bool{}
	for _, l := range h.keyLines() {
		if had[l.label] {
			t.Errorf("%q is listed twice", l.label)
		}
		had[l.label] = true
	}
	h.press(fyne.KeyEscape, 0)
	if h.route != page.Person(ana) {
		t.Errorf("Escape leads to %+v", h.route)
	}
	h.press(fyne.KeyB, 0)
	h.press(fyne.KeyLeft, fyne.KeyModifierAlt)
	if h.route != page.Person(ana) {
		t.Errorf("Alt+Left leads to %+v", h.route)
	}
}
