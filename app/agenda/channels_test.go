package agenda

import (
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/data"
	"peerage/data/store"
)

func TestTheAgendaTellsHowWhatLeavesPeerageIsDoing(t *testing.T) {
	x := newScreen(t)
	x.subscribed = true
	x.person("Ana", 2)
	x.show()
	x.sees("Calendar and reminders", "Calendar subscription", "Calendar file", "Calendar server", "Notifications", "Off", "On", "Your rhythms ask for about one check-in a week; you give ten.")
	x.write(func(tx *store.Tx) error { return tx.Set("calendar_folder", "/somewhere") })
	x.check(x.store.NoteChannel(t.Context(), data.FileChannel, ""))
	x.check(x.store.NoteChannel(t.Context(), data.SubscriptionChannel, "Another program uses port 20000."))
	x.sees("Last success", "Last error", "Another program uses port 20000.")
	x.write(func(tx *store.Tx) error { return tx.Set("rest", "2026-12-03") })
	x.sees("Until 3 Dec quiet")
	x.tap("Settings")
	if len(x.Opened) != 1 || x.Opened[0] != page.CalendarSettings() {
		t.Errorf("opened %v", x.Opened)
	}
}

func TestInANarrowWindowTheFootTellsIt(t *testing.T) {
	x := newScreen(t)
	x.person("Ana", 2)
	x.show()
	x.Window().Resize(fyne.NewSize(740, 580))
	x.seesNot("Calendar and reminders")
	x.sees("Calendar subscription: Off. Calendar file: Off. Calendar server: Off. Notifications: On.")
	apptest.InWindow(t, x.Window(), x.page.Object(), "Ana", "Tue 24 Nov", "List", "Month", "Settings")
	x.key(fyne.Key2)
	x.Window().Resize(fyne.NewSize(1100, 700))
	x.sees("Calendar subscription: Off.")
	x.key(fyne.Key1)
	x.sees("Calendar and reminders")
}
