package settings_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/app/settings"
	"peerage/data/datatest"
)

// subscribing is the page with a subscription that the test plays.
type subscribing struct {
	*apptest.Frame
	t       *testing.T
	page    page.Page
	served  settings.Served
	looked  int
	failure error
}

const (
	address = "http://127.0.0.1:23456/calendar/abc.ics"
	webcal  = "webcal://127.0.0.1:23456/calendar/abc.ics"
)

func openSubscription(t *testing.T, served settings.Served) *subscribing {
	t.Helper()
	w, keeper := apptest.English(t), apptest.Keeper(t)
	r := &subscribing{Frame: apptest.New(t, w, today), t: t, served: served}
	r.page = settings.New(r, datatest.Open(t), keeper, settings.Options{Calendar: true, Subscription: &settings.Subscription{
		Served: func() settings.Served { r.looked++; return r.served },
		Switch: func(_ context.Context, on bool) error {
			if r.failure == nil {
				r.served.On = on
				r.served.Address, r.served.Webcal = address, webcal
				r.served.Said = []string{"Whatever holds."}
			}
			return r.failure
		},
		Renew: func(context.Context) error {
			if r.failure == nil {
				r.served.Address = "http://127.0.0.1:23456/calendar/new.ics"
			}
			return r.failure
		},
	}})
	r.Show(r.page)
	return r
}

// shown returns the texts of the page that are in sight or below it.
func (r *subscribing) shown(text string) bool { return apptest.Shows(r.page.Object(), text) }

func (r *subscribing) tap(text string) {
	r.t.Helper()
	apptest.Tap(r.t, r.page.Object(), text)
}

func TestTheSubscriptionShowsItsAddressOnceItIsOn(t *testing.T) {
	r := openSubscription(t, settings.Served{Said: []string{"Off."}})
	if !r.shown("Calendar subscription") || !r.shown("Off.") || r.shown("Copy the address") || !r.shown("Google Calendar") || !r.shown("Thunderbird") {
		t.Errorf("%q", apptest.Texts(r.page.Object()))
	}
	r.tap("On")
	if !r.shown(address) || !r.shown("Whatever holds.") || !r.shown("Copy the address") {
		t.Errorf("%q", apptest.Texts(r.page.Object()))
	}
	r.tap("Copy the address")
	if got := fyne.CurrentApp().Clipboard().Content(); got != address {
		t.Errorf("copied %q", got)
	}
	if last := r.Toasts[len(r.Toasts)-1]; last.Text != "Copied. Whoever has the address and can use this computer can read the calendar." {
		t.Error(last)
	}
}

func TestANewAddressIsAskedForFirst(t *testing.T) {
	r := openSubscription(t, settings.Served{On: true, Address: address, Webcal: webcal})
	r.tap("New address…")
	apptest.Key(r.Window(), fyne.KeyEscape)
	if !r.shown(address) {
		t.Error("Escape took a new one")
	}
	r.tap("New address…")
	if top := r.Window().Canvas().Overlays().Top(); top == nil || !apptest.Shows(top, "stops working at once") {
		t.Fatal("nothing says what happens")
	}
	apptest.Tap(t, r.page.Object(), "Take a new address")
	if r.shown(address) || !r.shown("http://127.0.0.1:23456/calendar/new.ics") {
		t.Errorf("%q", apptest.Texts(r.page.Object()))
	}
}

func TestABrokenSubscriptionIsMendedByANewAddress(t *testing.T) {
	r := openSubscription(t, settings.Served{Broken: true, Said: []string{"It cannot be read."}})
	if !r.shown("It cannot be read.") || r.shown("Copy the address") {
		t.Errorf("%q", apptest.Texts(r.page.Object()))
	}
	r.served.Broken = false // as Renew leaves it
	r.tap("New address…")
	r.tap("Take a new address")
	if !r.shown("http://127.0.0.1:23456/calendar/new.ics") || !r.shown("Copy the address") {
		t.Errorf("%q", apptest.Texts(r.page.Object()))
	}
}

func TestThePageFollowsTheSubscriptionUntilItCloses(t *testing.T) {
	r := openSubscription(t, settings.Served{On: true, Address: address, Said: []string{"No program has fetched it."}})
	r.served.Said = []string{"Fetched just now."}
	r.Timers().Pass(3 * time.Second)
	if !r.shown("Fetched just now.") || r.shown("No program has fetched it.") {
		t.Errorf("%q", apptest.Texts(r.page.Object()))
	}
	r.page.(page.Closer).Close()
	looked := r.looked
	r.Timers().Pass(time.Minute)
	if r.looked != looked {
		t.Error("a page that is closed looks on")
	}
}

func TestWhatCannotBeSwitchedIsSaidAndShownAsItIs(t *testing.T) {
	r := openSubscription(t, settings.Served{Said: []string{"Off."}})
	r.failure = errors.New("the disk is full")
	r.tap("On")
	if len(r.Errors) != 1 || r.shown("Copy the address") || !r.shown("Off.") {
		t.Errorf("%v %q", r.Errors, apptest.Texts(r.page.Object()))
	}
}

func TestWithoutASubscriptionThereIsNoSection(t *testing.T) {
	r := open(t, nil)
	if slices.Contains(apptest.Texts(r.page.Object()), "Calendar subscription") {
		t.Error("a demo offers a subscription")
	}
}
