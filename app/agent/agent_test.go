package agent

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"peerage/app/instance"
	"peerage/app/words"
	"peerage/assets"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// glass is a tray that is looked through: it keeps what it is to show.
type glass struct {
	mu     sync.Mutex
	faces  []*face
	chosen func(choice)
}

func (g *glass) run(ctx context.Context, f *face, chosen func(choice)) {
	g.mu.Lock()
	g.faces, g.chosen = append(g.faces, f), chosen
	g.mu.Unlock()
	<-ctx.Done()
}

func (g *glass) show(f *face) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.chosen != nil {
		g.faces = append(g.faces, f)
	}
}

// last returns what is shown, and how often that has changed.
func (g *glass) last() (f *face, shown int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.faces) == 0 {
		return &face{}, 0
	}
	return g.faces[len(g.faces)-1], len(g.faces)
}

// heard keeps what is written, by whichever goroutine.
type heard struct {
	mu      sync.Mutex
	written bytes.Buffer
}

func (h *heard) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.written.Write(b)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.written.String()
}

// post is an agent at work, with what it does.
type post struct {
	*glass
	t      *testing.T
	store  *store.Store
	folder string
	day    atomic.Int64
	opened chan instance.Link
	learnt chan instance.Secret
	knows  *instance.Secret // set before the agent ends
	begun  chan string      // the language that work begins in
	err    heard
	end    context.CancelFunc
	ended  chan error
}

// inShortFolder makes sockets possible: their paths may have about a hundred characters.
func inShortFolder(t *testing.T) {
	t.Helper()
	dir, err := os.MkdirTemp("", "p")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	t.Setenv("XDG_RUNTIME_DIR", dir)
}

// station puts an agent at work for a store with people who are due, on a desktop or without one.
func station(t *testing.T, d *desktop, names ...string) *post {
	t.Helper()
	inShortFolder(t)
	s := datatest.Open(t)
	for _, name := range names {
		due(t, s, name)
	}
	p := &post{glass: &glass{}, t: t, store: s, folder: filepath.Dir(s.Path()), opened: make(chan instance.Link, 9), learnt: make(chan instance.Secret, 9), begun: make(chan string, 9), ended: make(chan error, 1)}
	p.day.Store(int64(today))
	inst, first, err := instance.Claim(p.folder, instance.Agent, instance.Message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	ctx, end := context.WithCancel(t.Context())
	p.end = end
	o := Options{
		Store: s, Folder: p.folder, Instance: inst, Icons: assets.Icons(), Err: &p.err, Today: func() data.Day { return data.Day(p.day.Load()) },
		Speak: func(language string) (*words.Words, error) { return words.Load(assets.Translations(), language, "en") },
		Beats: func(<-chan struct{}) {},
		Open:  func(l instance.Link) error { p.opened <- l; return nil },
		Learn: func(_ context.Context, known instance.Secret) error { p.learnt <- known; return errors.New("no room") },
		Known: func() *instance.Secret { return p.knows },
		Duties: func(w *words.Words) []Duty {
			return []Duty{{"work", func(ctx context.Context) error {
				p.begun <- w.T("agent.quit")
				<-ctx.Done()
				return nil
			}}}
		},
	}
	go func() { p.ended <- run(ctx, o, p.glass, d) }()
	t.Cleanup(func() {
		end()
		if p.ended != nil {
			<-p.ended
		}
	})
	return p
}

// awaitEnd waits until the agent has ended.
func (p *post) awaitEnd() {
	p.t.Helper()
	select {
	case err := <-p.ended:
		if err != nil {
			p.t.Error(err)
		}
	case <-time.After(10 * time.Second):
		p.t.Fatal("the agent goes on")
	}
	p.ended = nil
}

func (p *post) shows(label string) func() bool {
	return func() bool {
		f, _ := p.last()
		return slices.Contains(labels(f), label)
	}
}

func TestTheMenuFollowsTheDataAndTheDayAndNothingElse(t *testing.T) {
	p := station(t, quietDesktop(t), "Ana Souza")
	until(t, "Ana is shown", p.shows("Ana Souza · 20 days over"))
	if got := <-p.begun; got != "Quit" {
		t.Errorf("the work is said in %q", got)
	}
	other, err := store.Open(p.folder, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	due(t, other, "Raj Patel")
	until(t, "Raj is shown, whom another process wrote", p.shows("Raj Patel · 20 days over"))
	_, before := p.last()
	if err := p.store.NoteChannel(t.Context(), data.FileChannel, "It is full."); err != nil {
		t.Fatal(err)
	}
	datatest.Person(t, p.store, "Nobody due")
	time.Sleep(Beat + Beat/2)
	if _, after := p.last(); after != before {
		t.Error("the tray is drawn anew though it shows the same")
	}
	p.day.Add(1)
	until(t, "the next day is shown", p.shows("Ana Souza · 21 days over"))
}

func TestAnotherLanguageIsSpokenAtOnce(t *testing.T) {
	p := station(t, quietDesktop(t))
	<-p.begun
	datatest.Write(t, p.store, func(tx *store.Tx) error { return tx.Set("language", words.Pseudo) })
	until(t, "the menu speaks it", func() bool {
		f, _ := p.last()
		return strings.HasPrefix(f.quit, "⟦")
	})
	if got := <-p.begun; !strings.HasPrefix(got, "⟦") {
		t.Errorf("the work goes on in %q", got)
	}
}

func TestAChoiceOpensAWindowOrTheOneThatIsOpen(t *testing.T) {
	p := station(t, quietDesktop(t), "Ana Souza")
	until(t, "Ana is shown", p.shows("Ana Souza · 20 days over"))
	f, _ := p.last()
	p.glass.chosen(choice{opens, f.due[0].link})
	if got := <-p.opened; got != f.due[0].link || got.Place != instance.PersonPlace {
		t.Errorf("a window was opened at %v", got)
	}
	window, first, err := instance.Claim(p.folder, instance.Window, instance.Message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	defer window.Close()
	told := make(chan instance.Message, 9)
	go window.Listen(func(m instance.Message) { told <- m })
	p.glass.chosen(choice{opens, instance.Link{Place: instance.LogPlace}})
	if m := <-told; !m.Raise || m.Link.Place != instance.LogPlace || len(p.opened) > 0 {
		t.Errorf("the window was told %+v", m)
	}
	p.glass.chosen(choice{what: quits})
	p.awaitEnd()
	if m := <-told; !m.Left || m.Raise {
		t.Errorf("at the end the window was told %+v", m)
	}
	if instance.Tell(p.folder, instance.Agent, instance.Message{}) {
		t.Error("an agent answers that has ended")
	}
}

func TestThePauseRestsTheRemindersUntilTomorrow(t *testing.T) {
	p := station(t, quietDesktop(t))
	until(t, "the tray is shown", func() bool { _, n := p.last(); return n > 0 })
	rest := func() data.Day {
		settings, err := p.store.Settings(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return data.PreferencesFrom(settings).Rest
	}
	resting := func(want bool) func() bool {
		return func() bool { f, _ := p.last(); return f.resting == want }
	}
	p.glass.chosen(choice{what: pauses})
	until(t, "the menu offers to resume", resting(true))
	if got := rest(); got != today+1 {
		t.Errorf("it rests until %s", got)
	}
	p.glass.chosen(choice{what: pauses})
	until(t, "the menu offers to pause", resting(false))
	if got := rest(); got != 0 {
		t.Errorf("it still rests until %s", got)
	}
	if name, err := p.store.Undo(t.Context()); err != nil || name != "Resume reminders" {
		t.Errorf("undo takes back %q: %v", name, err)
	}
}

func TestAnAgentEndsWhenItIsNotToStayOrIsTold(t *testing.T) {
	for name, end := range map[string]func(p *post){
		"the settings": func(p *post) {
			datatest.Write(t, p.store, func(tx *store.Tx) error { return tx.Set("stay", "false") })
		},
		"a message": func(p *post) { instance.Tell(p.folder, instance.Agent, instance.Message{End: true}) },
		"a signal":  func(p *post) { p.end() },
	} {
		t.Run(name, func(t *testing.T) {
			p := station(t, quietDesktop(t))
			<-p.begun
			end(p)
			p.awaitEnd()
		})
	}
}

func TestWithoutADesktopTheWorkGoesOnAndThatIsSaidOnce(t *testing.T) {
	p := station(t, nil, "Ana Souza")
	<-p.begun
	time.Sleep(Beat + Beat/2)
	p.end()
	p.awaitEnd()
	if said := p.err.String(); strings.Count(said, "No tray is shown here") != 1 || strings.Count(said, "\n") != 1 {
		t.Errorf("said %q", said)
	}
}

func TestAPasswordGivenToTheWindowComesToTheAgent(t *testing.T) {
	p := station(t, quietDesktop(t))
	given := instance.Secret{Account: "https://dav.example ana", Password: "s3cret"}
	if !instance.Tell(p.folder, instance.Agent, instance.Message{Secret: &given}) {
		t.Fatal("nobody took it")
	}
	if known := <-p.learnt; known != given {
		t.Errorf("%+v", known)
	}
	until(t, "it says what goes wrong", func() bool { return strings.Contains(p.err.String(), "no room") })
	p.end()
	p.awaitEnd()
	if said := p.err.String(); strings.Contains(said, given.Password) {
		t.Errorf("it says %q", said)
	}
}

func TestAnAgentThatEndsLeavesThePasswordWithTheWindow(t *testing.T) {
	p := station(t, quietDesktop(t))
	<-p.begun
	window, first, err := instance.Claim(p.folder, instance.Window, instance.Message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	defer window.Close()
	told := make(chan instance.Message, 1)
	go window.Listen(func(m instance.Message) {
		if m.Secret != nil {
			told <- m
		}
	})
	p.knows = &instance.Secret{Account: "https://dav.example ana", Password: "s3cret"}
	p.end()
	p.awaitEnd()
	if m := <-told; *m.Secret != *p.knows || m.Left || m.Raise {
		t.Errorf("the window was told %+v", m)
	}
}
