package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"peerage/app/agent"
	"peerage/app/filing"
	"peerage/app/instance"
	"peerage/app/page"
	"peerage/app/remind"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

func TestLinksLeadToTheirScreens(t *testing.T) {
	h := open(t, wide, "Ana Souza", "Raj Patel")
	raj, err := h.store.People(t.Context(), store.Filter{Words: "Raj Patel"})
	if err != nil || len(raj) != 1 {
		t.Fatal(raj, err)
	}
	h.Open(page.Settings())
	h.told(instance.Message{Raise: true})
	h.on(page.SettingsScreen)
	h.told(instance.Message{Raise: true, Link: instance.Person(raj[0].UUID)})
	if h.route != page.Person(raj[0].ID) {
		t.Errorf("the link to Raj leads to %+v", h.route)
	}
	h.told(instance.Message{Raise: true, Link: instance.Person("00000000-0000-0000-0000-000000000000")})
	if h.route != page.Person(raj[0].ID) || h.toast.Text() != "The link leads to somebody who is not here (any more)." {
		t.Errorf("a link to nobody leads to %+v and says %q", h.route, h.toast.Text())
	}
	h.told(instance.Message{Link: instance.Link{Place: instance.LogPlace}})
	if h.window.Canvas().Overlays().Top() == nil || !h.shows("Log") {
		t.Error("the link to the log opens no line")
	}
	h.told(instance.Message{Link: instance.Link{Place: instance.TodayPlace}})
	h.on(page.TodayScreen)
}

func TestAFileThatIsHandedOverIsBroughtIn(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	path := filepath.Join(t.TempDir(), "Connections.csv")
	if err := os.WriteFile(path, []byte("First Name,Last Name,URL,Email Address,Company,Position,Connected On\nRaj,Patel,,,Acme,Engineer,04 May 2020\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.told(instance.Message{Raise: true, Files: []string{path}})
	h.on(page.ImportingScreen)
	if !h.shows("Connections.csv") {
		t.Error("the file is not shown")
	}
}

// withAgent has an agent do the work of the window's data, and the window look for it in vain.
func (h *house) withAgent() {
	h.t.Helper()
	h.duties = agent.NewDuties(folderOf(h.store), func() []agent.Duty { return nil })
	h.loadChannels()
}

func TestWhatGoesWrongWithTheAgentIsSaidInTheWindow(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	folder := t.TempDir()
	datatest.Write(t, h.store, func(tx *store.Tx) error { return tx.Set("calendar_folder", folder) })
	h.preferences.CalendarFolder = folder
	h.withAgent()
	if err := h.store.NoteChannel(t.Context(), data.FileChannel, "The disk is full."); err != nil {
		t.Fatal(err)
	}
	if want := "The calendar file is not up to date. The disk is full."; h.toast.Text() != want {
		t.Errorf("%q is said", h.toast.Text())
	}
	path := filepath.Join(folder, filing.Name)
	if kept := h.keptCalendar(); kept.Path != path || kept.Trouble != "The disk is full." || !kept.Written.IsZero() {
		t.Errorf("the file stands as %+v", kept)
	}
	h.toast.Hide()
	if err := h.store.NoteChannel(t.Context(), data.FileChannel, ""); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if kept := h.keptCalendar(); kept.Trouble != "" || kept.Written.IsZero() {
		t.Errorf("the file stands as %+v", kept)
	}
	if err := h.store.NoteChannel(t.Context(), data.NotificationChannel, "Nobody shows it."); err != nil {
		t.Fatal(err)
	}
	if h.toast.Text() != "Nobody shows it." {
		t.Errorf("%q is said", h.toast.Text())
	}
}

func TestTheSubscriptionIsSwitchedThoughTheAgentServesIt(t *testing.T) {
	h := open(t, wide)
	h.withAgent()
	subscription := h.subscription()
	if err := subscription.Switch(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	now := subscription.Served()
	if !now.On || now.Address == "" || len(now.Said) == 0 {
		t.Fatalf("it stands as %+v", now)
	}
	if err := subscription.Renew(t.Context()); err != nil {
		t.Fatal(err)
	}
	if renewed := subscription.Served(); renewed.Address == now.Address || !renewed.On {
		t.Errorf("it stands as %+v", renewed)
	}
}

func TestTheWorkHasEveryDutyOnce(t *testing.T) {
	h := open(t, wide)
	h.fixedDay = 0
	h.takeUp()
	var named []string
	for _, duty := range h.work.duties(h.words, h.Today) {
		named = append(named, duty.Name)
	}
	if want := []string{"keep the calendar's file", "remind", "publish the calendar", "serve the calendar"}; !slices.Equal(named, want) {
		t.Errorf("%q", named)
	}
}

func TestAnAgentIsLeftWhereOneIsWantedAndShown(t *testing.T) {
	ended, end := context.WithCancel(t.Context())
	end()
	for name, c := range map[string]struct {
		set    func(h *house)
		ctx    context.Context
		tray   bool
		leaves bool
	}{
		"the window is closed":      {func(*house) {}, t.Context(), true, true},
		"the system ends it":        {func(*house) {}, ended, true, false},
		"a desktop without a tray":  {func(*house) {}, t.Context(), false, false},
		"a demo":                    {func(h *house) { h.demo = true }, t.Context(), true, false},
		"a day that was given":      {func(h *house) { h.fixedDay = sunday }, t.Context(), true, false},
		"an agent that was ended":   {func(h *house) { h.told(instance.Message{Left: true}) }, t.Context(), true, false},
		"settings that want none":   {func(h *house) { h.preferences.Stay = false }, t.Context(), true, false},
		"nobody to be reminded of":  {func(h *house) { h.store = datatest.Open(t) }, t.Context(), true, false},
		"an agent that runs as yet": {func(h *house) { runAgentIn(t, folderOf(h.store)) }, t.Context(), true, false},
	} {
		h := open(t, wide, "Ana Souza")
		h.preferences, h.fixedDay = data.DefaultPreferences(), 0
		c.set(h)
		leaves, err := h.leaves(c.ctx, func(context.Context) bool { return c.tray })
		if leaves != c.leaves || err != nil {
			t.Errorf("%s: it leaves an agent: %v, %v", name, leaves, err)
		}
	}
}

// runAgentIn has somebody answer as the agent of a folder.
func runAgentIn(t *testing.T, folder string) {
	t.Helper()
	listenAsAgent(t, folder, func(instance.Message) {})
}

// listenAsAgent tells what the agent of a folder is told.
func listenAsAgent(t *testing.T, folder string, told func(instance.Message)) {
	t.Helper()
	runtime, err := os.MkdirTemp("", "p") // the paths of sockets are short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(runtime) })
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	inst, first, err := instance.Claim(folder, instance.Agent, instance.Message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	t.Cleanup(func() { inst.Close() })
	go inst.Listen(told)
}

func TestAClickOnANoteLeadsWhereTheNoteIsAbout(t *testing.T) {
	h := open(t, wide, "Ana Souza")
	ana, err := h.store.People(t.Context(), store.Filter{Words: "Ana Souza"})
	if err != nil || len(ana) != 1 {
		t.Fatal(ana, err)
	}
	desktop := remind.NewDesktop(nil)
	h.env.Notifier = desktop
	h.takeUp()
	h.Open(page.Settings())
	desktop.Opened("peerage:person/" + ana[0].UUID)
	if h.route != page.Person(ana[0].ID) {
		t.Errorf("a note about Ana leads to %+v", h.route)
	}
	for _, link := range []string{"", "https://example.com", "peerage:person/x"} {
		h.Open(page.Settings())
		desktop.Opened(link)
		h.on(page.TodayScreen)
	}
}
