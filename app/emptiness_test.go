package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/datatest"
)

func TestEnterDoesWhatAnEmptyScreenProposes(t *testing.T) {
	for on, want := range map[page.Route]page.Screen{
		page.Today(): page.WelcomeScreen, page.Agenda(): page.WelcomeScreen, page.People(): page.ImportingScreen,
		page.Moves(): page.ImportingScreen, page.Organisations(): page.ImportingScreen,
	} {
		h := open(t, wide)
		h.Open(on)
		h.press(fyne.KeyReturn, 0)
		if h.route.Screen != want {
			t.Errorf("on %s, Enter leads to %s, want %s", on.Screen, h.route.Screen, want)
		}
	}
	h := open(t, wide)
	h.Open(page.Opportunities())
	h.press(fyne.KeyReturn, 0)
	if !h.shows("Add an opportunity") {
		t.Error("without opportunities Enter does not add one")
	}
}

func TestWhenAnEmptyScreenFillsTheFocusGoesToWhatItShows(t *testing.T) {
	for on, screen := range map[page.Route]string{page.People(): "people", page.Organisations(): "organisations"} {
		h := open(t, wide)
		h.Open(on)
		id := datatest.Person(t, h.store, "Ana Souza", datatest.Role("Halden", "Engineer", "2018", ""))
		if _, search := h.window.Canvas().Focused().(*widgets.SearchEntry); !search {
			t.Errorf("%s: with somebody there the focus is on %T", screen, h.window.Canvas().Focused())
		}
		h.undo()
		if b, ok := h.window.Canvas().Focused().(*widgets.Button); !ok || b.Kind != widgets.Primary {
			t.Errorf("%s: with nobody again, %d removed, the focus is on %T", screen, id, h.window.Canvas().Focused())
		}
	}
	for _, on := range []page.Route{page.Today(), page.Agenda()} {
		h := open(t, wide, "Ana Souza")
		h.Open(on)
		datatest.Person(t, h.store, "Raj", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-01-02", ""))
		if _, button := h.window.Canvas().Focused().(*widgets.Button); button || h.window.Canvas().Focused() == nil {
			t.Errorf("%s: with a check-in the focus is on %T", on.Screen, h.window.Canvas().Focused())
		}
	}
}
