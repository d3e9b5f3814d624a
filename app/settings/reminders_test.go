package settings_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/apptest"
	"peerage/data"
)

// section is the smallest part of the page that shows all of these.
func (r *room) section(texts ...string) fyne.CanvasObject {
	r.t.Helper()
	r.turn(texts[0])
	at := r.page.Object()
	for deeper := at; deeper != nil; {
		at, deeper = deeper, nil
		var parts []fyne.CanvasObject
		switch o := at.(type) {
		case *fyne.Container:
			parts = o.Objects
		case *container.Scroll:
			parts = []fyne.CanvasObject{o.Content}
		}
		for _, part := range parts {
			shown := apptest.Texts(part)
			if !slices.ContainsFunc(texts, func(text string) bool { return !slices.Contains(shown, text) }) {
				deeper = part
			}
		}
	}
	return at
}

func TestQuietHoursAreSetAndEmptied(t *testing.T) {
	r := open(t, nil)
	from := r.section("Quiet from", "never")
	until := r.section("Quiet until", "never")
	enter := func(field fyne.CanvasObject, shown, text string) {
		t.Helper()
		apptest.Type(t, field, shown, text)
		r.Timers().Pass(time.Second)
	}
	enter(from, "never", "22:00")
	if got := r.preferences().Quiet; got != (data.Hours{From: 22 * 60}) {
		t.Errorf("%+v", got)
	}
	enter(until, "00:00", "7:15")
	if got := r.preferences().Quiet; got != (data.Hours{From: 22 * 60, To: 7*60 + 15}) {
		t.Errorf("%+v", got)
	}
	enter(until, "07:15", "late")
	r.shows("Please choose the quiet hours between 00:00 and 23:59.")
	if got := r.preferences().Quiet; got.To != 7*60+15 {
		t.Errorf("%+v", got)
	}
	enter(until, "late", "07:15")
	enter(from, "22:00", "")
	if got := r.preferences().Quiet; got != (data.Hours{}) {
		t.Errorf("%+v", got)
	}
	if slices.Contains(apptest.Texts(until), "07:15") {
		t.Error("the other end of the hours still stands there")
	}
}

func TestTheDaysWithRemindersAreTheirOwn(t *testing.T) {
	r := open(t, nil)
	days := r.section("Quiet from", "Sunday", "On these days")
	for _, day := range []string{"Saturday", "Sunday"} {
		apptest.Tap(t, days, day)
	}
	p := r.preferences()
	if want := [7]bool{false, true, true, true, true, true, false}; p.RemindOn != want || p.Weekdays != data.DefaultPreferences().Weekdays {
		t.Errorf("%v %v", p.RemindOn, p.Weekdays)
	}
	for _, day := range []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"} {
		apptest.Tap(t, days, day)
	}
	r.shows("Please leave at least one day with reminders.")
	if got := r.preferences().RemindOn; !got[time.Friday] {
		t.Errorf("%v", got)
	}
}

func TestRemindersRestAndAreWokenAgain(t *testing.T) {
	r := open(t, nil)
	r.shows("Nothing is lost")
	for button, want := range map[string]data.Day{"Until tomorrow": today + 1, "For a week": today + 7, "For four weeks": today + 28} {
		r.tap(button)
		if got := r.preferences().Rest; got != want {
			t.Errorf("%s: %s", button, got)
		}
	}
	r.tap("Until tomorrow")
	r.shows("Reminders come again tomorrow.")
	r.undo()
	r.tap("For a week")
	r.shows("Reminders come again on 29 November.")
	r.tap("End the rest")
	if got := r.preferences().Rest; got != 0 {
		t.Errorf("%s", got)
	}
	r.shows("Nothing is lost")
}

func TestARestThatIsOverIsNoneAnyMore(t *testing.T) {
	r := open(t, nil)
	r.tap("Until tomorrow")
	r.Day++
	r.page.Changed(data.Change{All: true})
	r.shows("Nothing is lost")
}

func TestWhatAReminderTellsIsChosen(t *testing.T) {
	r := open(t, nil)
	r.tap("And what was said last")
	if !r.preferences().Said {
		t.Error("it is not kept")
	}
	r.tap("Names")
	if r.preferences().Said {
		t.Error("it is not taken back")
	}
}

func TestHowTheLastNotificationWentIsSaid(t *testing.T) {
	r := open(t, nil)
	r.shows("There was none yet.")
	if err := r.store.NoteChannel(ctx, data.NotificationChannel, "Nobody listens."); err != nil {
		t.Fatal(err)
	}
	r.shows("Not shown today at 00:00. Nobody listens.")
	if err := r.store.NoteChannel(ctx, data.NotificationChannel, ""); err != nil {
		t.Fatal(err)
	}
	r.shows("Shown today at 00:00.")
}
