package settings_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"peerage/app/apptest"
	"peerage/app/page"
	"peerage/app/settings"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/datatest"
)

// publishing is the page with a server that the test plays.
type publishing struct {
	*apptest.Frame
	t         *testing.T
	page      page.Page
	stands    settings.Stands
	given     []settings.Account
	stays     bool
	failure   error
	published int
	removed   []bool
	looked    int
}

func openServer(t *testing.T, stands settings.Stands) *publishing {
	t.Helper()
	w, keeper := apptest.English(t), apptest.Keeper(t)
	r := &publishing{Frame: apptest.New(t, w, today), t: t, stands: stands, stays: true}
	s := datatest.Open(t)
	r.page = settings.New(r, s, keeper, settings.Options{Calendar: true, Server: &settings.Server{
		Stands: func(context.Context) (settings.Stands, error) { r.looked++; return r.stands, nil },
		Connect: func(_ context.Context, a settings.Account) (bool, error) {
			r.given = append(r.given, a)
			if r.failure == nil {
				r.stands = settings.Stands{On: true, Server: a.Server, User: a.User, Said: []string{"Just now."}}
			}
			return r.stays, r.failure
		},
		Publish: func() { r.published++ },
		Withdraw: func(_ context.Context, remove bool) error {
			if r.failure == nil {
				r.removed = append(r.removed, remove)
				r.stands = settings.Stands{Said: []string{"Off."}}
			}
			return r.failure
		},
	}})
	s.Watch(r.page.Changed)
	r.Show(r.page)
	return r
}

func (r *publishing) shown(text string) bool { return apptest.Shows(r.page.Object(), text) }
func (r *publishing) tap(text string)        { r.t.Helper(); apptest.Tap(r.t, r.page.Object(), text) }
func (r *publishing) fill(shown, text string) {
	r.t.Helper()
	apptest.Type(r.t, r.page.Object(), shown, text)
}

func (r *publishing) said() string {
	r.t.Helper()
	if len(r.Toasts) == 0 {
		r.t.Fatal("nothing is said")
	}
	return r.Toasts[len(r.Toasts)-1].Text
}

func TestAServerIsConnectedAndItsPasswordLeavesTheScreen(t *testing.T) {
	r := openServer(t, settings.Stands{Said: []string{"Off."}})
	if !r.shown("Off.") || !r.shown("Nextcloud") || !r.shown("Google Calendar is not supported") || r.shown("Disconnect…") {
		t.Errorf("%q", apptest.Texts(r.page.Object()))
	}
	r.fill("https://cloud.example.org", "dav.example")
	r.fill("ana or ana@example.org", "ana")
	r.fill("made for Peerage", "correct horse")
	r.tap("Tasks")
	r.tap("Connect")
	if want := (settings.Account{Server: "dav.example", User: "ana", Password: "correct horse", Tasks: true}); len(r.given) != 1 || r.given[0] != want {
		t.Fatalf("%+v", r.given)
	}
	if !r.shown("dav.example, as ana") || !r.shown("Just now.") || r.shown("correct horse") || r.said() != "Connected. The calendar is being written." {
		t.Errorf("%q, said %q", apptest.Texts(r.page.Object()), r.said())
	}
	r.tap("Publish now")
	if r.published != 1 {
		t.Error("nothing is published")
	}
}

func TestAPasswordThatIsNotKeptIsSaid(t *testing.T) {
	r := openServer(t, settings.Stands{})
	r.stays = false
	r.tap("Connect")
	if r.said() != "Connected. Your system keeps no passwords here, so Peerage asks again after each start." {
		t.Error(r.said())
	}
}

func TestWhatIsWrongWithAnAccountStandsAtItsField(t *testing.T) {
	r := openServer(t, settings.Stands{})
	r.failure = &data.Invalid{Field: "server", Reason: data.Missing}
	r.tap("Connect")
	if !r.shown("Please fill in") || len(r.Errors) != 0 {
		t.Errorf("%q, %v", apptest.Texts(r.page.Object()), r.Errors)
	}
	r.failure = &data.ServerFailure{Reason: data.ServerWrongPassword, Status: 401}
	r.tap("Connect")
	if len(r.Errors) != 1 || !errors.Is(r.Errors[0], r.failure) || r.shown("Disconnect…") || r.shown("Please fill in") {
		t.Errorf("%q, %v", apptest.Texts(r.page.Object()), r.Errors)
	}
}

func TestDisconnectingAsksWhatBecomesOfWhatWasPublished(t *testing.T) {
	for choice, remove := range map[string]bool{"Leave it there": false, "Remove it": true} {
		r := openServer(t, settings.Stands{On: true, Server: "dav.example", User: "ana"})
		r.tap("Disconnect…")
		r.tap(choice)
		r.tap("Disconnect")
		if len(r.removed) != 1 || r.removed[0] != remove || !r.shown("Off.") || r.shown("Disconnect…") {
			t.Errorf("%s: %v %q", choice, r.removed, apptest.Texts(r.page.Object()))
		}
	}
}

func TestAnotherPasswordIsTriedForTheSameAccount(t *testing.T) {
	r := openServer(t, settings.Stands{On: true, Server: "dav.example", User: "ana"})
	r.tap("New password…")
	entry, ok := r.Window().Canvas().Focused().(*widgets.Entry)
	if !ok || !entry.Password {
		t.Fatalf("%T has the focus", r.Window().Canvas().Focused())
	}
	entry.SetText("battery staple")
	r.tap("Connect")
	if len(r.given) != 1 || r.given[0].Password != "battery staple" || r.given[0].Server != "dav.example" {
		t.Errorf("%+v", r.given)
	}
}

func TestThePageFollowsTheServerUntilItCloses(t *testing.T) {
	r := openServer(t, settings.Stands{On: true, Said: []string{"Nothing yet."}})
	r.stands.Said = []string{"The server is full."}
	r.Timers().Pass(3 * time.Second)
	if !r.shown("The server is full.") || r.shown("Nothing yet.") {
		t.Errorf("%q", apptest.Texts(r.page.Object()))
	}
	r.page.(page.Closer).Close()
	looked := r.looked
	r.Timers().Pass(time.Minute)
	if r.looked != looked {
		t.Error("a page that is closed looks on")
	}
}
