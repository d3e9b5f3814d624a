package settings_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/app/settings"
	"peerage/data/datatest"
)

// tray is the system as the section knows it.
type tray struct {
	settings.InTray
	asked   int
	refuses error
}

func openTray(t *testing.T, s *tray, links bool) *room {
	t.Helper()
	w, keeper := apptest.English(t), apptest.Keeper(t)
	r := &room{Frame: apptest.New(t, w, today), t: t, store: datatest.Open(t)}
	set := func(into *bool) func(bool) error {
		return func(on bool) error {
			if s.refuses == nil {
				*into = on
			}
			return s.refuses
		}
	}
	o := &settings.Tray{
		Stands:  func(context.Context) settings.InTray { s.asked++; return s.InTray },
		AtLogin: set(&s.InTray.AtLogin),
	}
	if links {
		o.Links = set(&s.InTray.Links)
	}
	r.page = settings.New(r, r.store, keeper, settings.Options{Tray: o})
	r.store.Watch(r.page.Changed)
	r.Show(r.page)
	apptest.Tap(t, r.page.Object(), "Reminders")
	return r
}

func TestTheTrayIsSaidAsItStandsAndFollowed(t *testing.T) {
	s := &tray{InTray: settings.InTray{Said: "The icon is in the tray."}}
	r := openTray(t, s, true)
	r.shows("In the tray", "Stay in the tray", "The icon is in the tray.", "Start at login", "Open links of Peerage")
	s.Said = "This desktop has no tray."
	r.Timers().Pass(3 * time.Second)
	r.shows("This desktop has no tray.")
	r.page.(page.Closer).Close()
	before := s.asked
	r.Timers().Pass(10 * time.Second)
	if s.asked != before {
		t.Error("a page that is closed looks on")
	}
}

func TestLinksAreNoMatterOfTheWindowWhereTheBundleSaysSo(t *testing.T) {
	r := openTray(t, &tray{}, false)
	r.showsNot("Open links of Peerage")
}

func TestThatNothingStaysIsASetting(t *testing.T) {
	r := openTray(t, &tray{}, true)
	r.tap("End")
	if r.preferences().Stay {
		t.Error("it stays")
	}
	r.tap("Stay in the tray")
	if !r.preferences().Stay {
		t.Error("it does not stay")
	}
}

func TestWhatTheSystemIsToldIsShownAsTheSystemHasIt(t *testing.T) {
	s := &tray{InTray: settings.InTray{Said: "x"}}
	r := openTray(t, s, true)
	atLogin := r.section("Start at login", "On")
	apptest.Tap(t, atLogin, "On")
	if !s.InTray.AtLogin {
		t.Error("the system is not told")
	}
	s.refuses = errors.New("no")
	apptest.Tap(t, atLogin, "Off")
	if !s.InTray.AtLogin || len(r.Errors) != 1 {
		t.Error("that the system refused is not said")
	}
}
