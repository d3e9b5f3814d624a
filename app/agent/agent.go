package agent

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"peerage/app/instance"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// Options is what an agent works with.
type Options struct {
	Store  *store.Store
	Folder string // of the data
	// Instance is this process as the one agent of the folder; Run closes it.
	Instance *instance.Instance
	// Speak returns what there is to say in a language, "" for the system's.
	Speak func(language string) (*words.Words, error)
	Today func() data.Day
	// Duties returns the work of the folder, as words say it.
	Duties func(*words.Words) []Duty
	// Beats is told, before any work begins, what wakes work that has to look for something now and then.
	Beats func(<-chan struct{})
	Icons fs.FS // tray.png, tray-1.png to tray-9.png, and tray-many.png
	// Open opens a window at a link, or without one. It is asked where no window is open.
	Open func(instance.Link) error
	// Learn is told a password that the user has given to the window.
	Learn func(context.Context, instance.Secret) error
	// Known returns a password that this process alone knows, nil where there is none, for the window that does the
	// work once the agent has ended.
	Known func() *instance.Secret
	Err   io.Writer // gets sentences about what goes wrong
}

// agent is an agent that runs.
type agent struct {
	Options
	tray   tray
	duties *Duties
	end    context.CancelFunc
	wake   chan struct{} // has follow look at once
	stale  atomic.Bool   // what is shown may differ from what is kept

	mu          sync.Mutex
	words       *words.Words
	preferences data.Preferences
	shown       *face
	day         data.Day // for which shown was made
	left        bool     // the user has ended it
}

// Run is the agent, until ctx ends, the user ends it, or the desktop does. It is called on the main goroutine,
// from which some systems show their trays.
func Run(ctx context.Context, o Options) error {
	defer frugal()()
	return run(ctx, o, newPanel(o.Icons), connect(ctx))
}

// frugal makes the process small: it has little to do and all day for it. One thread at a time runs Go, so that
// a beat does not wake the others. It returns what undoes that.
func frugal() (restore func()) {
	threads, percent := runtime.GOMAXPROCS(1), debug.SetGCPercent(40)
	return func() {
		runtime.GOMAXPROCS(threads)
		debug.SetGCPercent(percent)
	}
}

// run is Run with a tray, which needs a desktop; that may be nil.
func run(ctx context.Context, o Options, t tray, d *desktop) error {
	ctx, end := context.WithCancel(ctx)
	defer end()
	a := &agent{Options: o, tray: t, end: end, wake: make(chan struct{}, 1)}
	if err := a.refresh(ctx); err != nil {
		return err
	}
	defer o.Store.Watch(a.changed)()
	pulse := NewPulse(o.Store)
	pulse.Rest(o.Folder)
	pulse.Rested = a.tidy
	a.duties = NewDuties(o.Folder, func() []Duty { return o.Duties(a.speak()) })
	a.duties.Beats, a.duties.Failed = pulse.Beats(), a.failed
	a.duties.Elsewhere = func() { instance.Tell(o.Folder, instance.Window, instance.Message{Yield: true}) }
	beats := pulse.Beats()
	o.Beats(pulse.Beats())
	var running sync.WaitGroup
	for _, do := range []func(context.Context){a.duties.Run, pulse.Run, func(ctx context.Context) { a.follow(ctx, beats) }} {
		running.Add(1)
		go func() {
			defer running.Done()
			do(ctx)
		}()
	}
	go o.Instance.Listen(func(m instance.Message) { a.told(ctx, m) })
	a.show(ctx, d)
	end()
	o.Instance.Close()
	running.Wait()
	if m := (instance.Message{Left: a.left, Secret: o.Known()}); m.Left || m.Secret != nil {
		instance.Tell(o.Folder, instance.Window, m)
	}
	return nil
}

// show shows the tray until ctx ends. Without a tray the rest goes on.
func (a *agent) show(ctx context.Context, d *desktop) {
	if !d.hasTray() {
		a.say(a.speak().T("agent.no_tray"))
	}
	if d == nil {
		<-ctx.Done()
		return
	}
	// A desktop that ends takes its bus with it, and with that everything an agent is for.
	defer context.AfterFunc(d.ended(), a.end)()
	go d.recall(ctx)
	a.tray.run(ctx, a.face(), a.chosen)
}

// told is what another process says.
func (a *agent) told(ctx context.Context, m instance.Message) {
	if m.Secret != nil {
		if err := a.Learn(ctx, *m.Secret); err != nil && ctx.Err() == nil {
			a.failed(err)
		}
	}
	if m.End {
		a.end()
	}
}

// changed notes that the menu may be out of date. How channels do is not in it.
func (a *agent) changed(c data.Change) {
	if !c.Only(data.Channels) {
		a.stale.Store(true)
	}
}

// follow keeps the tray up to date until ctx ends.
func (a *agent) follow(ctx context.Context, beats <-chan struct{}) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-beats:
		case <-a.wake:
		}
		if !a.stale.Swap(false) && a.day == a.Today() {
			continue
		}
		if err := a.refresh(ctx); err != nil && ctx.Err() == nil {
			a.stale.Store(true)
			a.failed(err)
		}
	}
}

// refresh reads what is kept and shows what differs. It is called by one goroutine at a time.
func (a *agent) refresh(ctx context.Context) error {
	settings, err := a.Store.Settings(ctx)
	if err != nil {
		return err
	}
	p, today := data.PreferencesFrom(settings), a.Today()
	if err := a.adopt(p); err != nil {
		return err
	}
	f, err := compose(ctx, a.Store, a.speak(), p, today)
	if err != nil {
		return err
	}
	a.mu.Lock()
	a.day = today
	fresh := a.shown == nil || *f != *a.shown
	a.shown = f
	a.mu.Unlock()
	if fresh {
		a.tray.show(f)
	}
	return nil
}

// tidy gives back the memory that work has taken, now that it rests.
func (a *agent) tidy() {
	if err := a.Store.Shrink(context.Background()); err != nil {
		a.failed(err)
	}
	debug.FreeOSMemory()
}

// adopt makes preferences hold. Who no longer wants an agent to stay has none.
func (a *agent) adopt(p data.Preferences) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	old, first := a.preferences, a.words == nil
	a.preferences = p
	if first || p.Language != old.Language {
		speak, err := a.Speak(p.Language)
		if err != nil {
			return err
		}
		a.words = speak
	}
	switch {
	case first:
	case old.Stay && !p.Stay:
		a.end()
	case p.Language != old.Language:
		a.duties.Renew()
	}
	return nil
}

func (a *agent) speak() *words.Words {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.words
}

func (a *agent) face() *face {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.shown
}

// chosen does what was chosen in the tray.
func (a *agent) chosen(c choice) {
	var err error
	switch c.what {
	case opens:
		err = Visit(a.Folder, c.link, a.Open)
	case pauses:
		err = a.pause(context.Background())
	case quits:
		a.left = true // read once the tray has ended
		a.end()
	}
	if err != nil {
		a.failed(err)
	}
}

// Visit shows a place in the window of the data folder dir: in the one that is open, which comes to the front, or
// else in one that open opens.
func Visit(dir string, l instance.Link, open func(instance.Link) error) error {
	if instance.Tell(dir, instance.Window, instance.Message{Raise: true, Link: l}) {
		return nil
	}
	return open(l)
}

// pause rests the reminders until tomorrow, or ends their rest.
func (a *agent) pause(ctx context.Context) error {
	var until data.Day
	name := a.speak().T("operation.resume_reminders")
	if today := a.Today(); !a.face().resting {
		until, name = today+1, a.speak().T("operation.pause_reminders")
	}
	err := a.Store.Write(ctx, name, func(tx *store.Tx) error { return tx.Set("rest", until.String()) })
	nudge(a.wake)
	return err
}

func (a *agent) failed(err error) { a.say(a.speak().Error(err)) }

func (a *agent) say(sentence string) { fmt.Fprintln(a.Err, "peerage: "+sentence) }
