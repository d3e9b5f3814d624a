package app

import (
	"slices"
	"strings"
	"testing"

	"peerage/app/agent"
	"peerage/app/apptest"
	"peerage/app/settings"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestTheSettingsPublishToTheServerOfTheUser(t *testing.T) {
	h := open(t, wide)
	server := h.onServer()
	stands, err := server.Stands(t.Context())
	if err != nil || stands.On || len(stands.Said) != 1 || !strings.HasPrefix(stands.Said[0], "Off") {
		t.Errorf("%v %+v", err, stands)
	}
	// Nobody listens there: the address is kept neither, nor the password.
	if _, err := server.Connect(t.Context(), settings.Account{Server: "http://127.0.0.1:9", User: "ana", Password: "x"}); err == nil || !strings.Contains(h.words.Error(err), "does not answer") {
		t.Errorf("%v", err)
	}
	if stands, err := server.Stands(t.Context()); err != nil || stands.On {
		t.Errorf("%v %+v", err, stands)
	}
	h.demo = true
	h.takeUp()
	if h.onServer() != nil || slices.ContainsFunc(h.work.duties(h.words, h.Today), func(d agent.Duty) bool { return d.Name == "publish the calendar" }) {
		t.Error("a demo publishes its calendar")
	}
}

func TestThePasswordIsAskedForWhereTheSystemKeepsNone(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	h := open(t, wide)
	h.fixedDay = 0
	h.askForPassword()
	if h.window.Canvas().Overlays().Top() != nil {
		t.Error("it is asked for though there is no server")
	}
	datatest.Write(t, h.store, func(tx *store.Tx) error { return tx.Set("publish_server", "https://dav.example") })
	h.askForPassword()
	if top := h.window.Canvas().Overlays().Top(); top == nil || !apptest.Shows(top, "https://dav.example once after each start") {
		t.Error("it is not asked for")
	}
}
