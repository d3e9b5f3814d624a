package app

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/data"
	"peerage/data/datatest"
)

func TestTheAgendaIsTheLastOfTheMainPlaces(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	var order []page.Screen
	for _, item := range h.rail.items {
		order = append(order, item.screen)
	}
	want := []page.Screen{page.TodayScreen, page.PeopleScreen, page.MovesScreen, page.OpportunitiesScreen, page.OrganisationsScreen, page.AgendaScreen, page.ImportingScreen, page.SettingsScreen}
	if !slices.Equal(order, want) {
		t.Errorf("the rail has %v", order)
	}
	h.press(fyne.Key6, modifier)
	h.on(page.AgendaScreen)
	h.rail.items[5].Tapped(nil)
	h.on(page.AgendaScreen)
	if !h.rail.items[5].chosen || h.rail.items[0].chosen {
		t.Error("the rail does not mark the agenda")
	}
}

func TestACheckInIsMovedByKeyAndTakenBackInTheWindow(t *testing.T) {
	h := open(t, wide)
	ana := datatest.Person(t, h.store, "Ana Souza", datatest.Cadence(30, 60, "2026-01-01"), datatest.Interaction(data.Coffee, "2026-10-25", ""))
	h.Open(page.Agenda())
	put := func() string {
		t.Helper()
		r, err := h.store.RhythmOf(context.Background(), ana, sunday)
		if err != nil {
			t.Fatal(err)
		}
		return r.Cadence.Appointment.Day.String()
	}
	h.press(fyne.KeyDown, fyne.KeyModifierAlt)
	if put() != "2026-11-25" || !h.shows("The check-in with Ana Souza is on Wednesday.") {
		t.Errorf("it is on %s, said %q", put(), h.toast.Text())
	}
	h.press(fyne.KeyDown, fyne.KeyModifierAlt|fyne.KeyModifierShift)
	if put() != "2026-12-02" {
		t.Errorf("it is on %s", put())
	}
	h.press(fyne.KeyZ, modifier)
	h.press(fyne.KeyZ, modifier)
	if put() != "" {
		t.Errorf("undo leaves it on %s", put())
	}
	h.press(fyne.KeyM, 0)
	over := h.window.Canvas().Overlays().Top()
	h.press(fyne.KeyDown, fyne.KeyModifierAlt)
	h.press(fyne.Key6, modifier)
	h.press(fyne.Key1, modifier)
	if over == nil || h.window.Canvas().Overlays().Top() != over || put() != "" {
		t.Error("keys act underneath a dialog")
	}
}
