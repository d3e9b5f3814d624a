package app

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"peerage/app/agent"
	"peerage/app/apptest"
	"peerage/app/instance"
	"peerage/app/publish"
	"peerage/app/settings"
	"peerage/data"
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

// published is a window with a server whose password this process alone knows.
func published(t *testing.T) (h *house, account string) {
	t.Helper()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	h = open(t, wide)
	h.fixedDay = 0
	datatest.Write(t, h.store, func(tx *store.Tx) error {
		return errors.Join(tx.Set("publish_server", "https://dav.example"), tx.Set("publish_user", "ana"))
	})
	return h, "https://dav.example ana"
}

func TestThePasswordIsHandedToTheAgent(t *testing.T) {
	h, account := published(t)
	if !h.handOver(t.Context()) {
		t.Error("a password that nobody knows is to be handed over")
	}
	if err := h.publisher.Learn(t.Context(), account, "s3cret"); err != nil {
		t.Fatal(err)
	}
	if h.handOver(t.Context()) {
		t.Error("it was handed to nobody")
	}
	h.withAgent()
	got := make(chan instance.Message, 1)
	listenAsAgent(t, folderOf(h.store), func(m instance.Message) { got <- m })
	h.told(instance.Message{Yield: true})
	if m := <-got; m.Secret == nil || *m.Secret != (instance.Secret{Account: account, Password: "s3cret"}) {
		t.Errorf("the agent was told %+v", m)
	}
}

func TestTheWindowGoesOnWithThePasswordOfTheAgent(t *testing.T) {
	h, account := published(t)
	before := h.route
	h.told(instance.Message{Left: true, Secret: &instance.Secret{Account: account, Password: "s3cret"}})
	if secret := known(t.Context(), h.publisher); secret == nil || secret.Password != "s3cret" || !h.left || h.route != before {
		t.Errorf("it knows %v, an agent is left: %v", secret, h.left)
	}
}

func TestThePasswordIsNotAskedForWhereTheAgentKnowsIt(t *testing.T) {
	h, _ := published(t)
	listenAsAgent(t, folderOf(h.store), func(instance.Message) {})
	h.askForPassword()
	if h.window.Canvas().Overlays().Top() != nil {
		t.Error("it is asked for though the agent publishes")
	}
	if err := h.store.NoteChannel(t.Context(), data.ServerChannel, h.words.Error(publish.ErrLocked)); err != nil {
		t.Fatal(err)
	}
	h.askForPassword()
	if h.window.Canvas().Overlays().Top() == nil {
		t.Error("it is not asked for though the agent waits for it")
	}
}
