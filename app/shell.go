package app

import (
	"context"
	"errors"
	"io/fs"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"peerage/app/agent"
	"peerage/app/command"
	"peerage/app/instance"
	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/parts"
	"peerage/app/sheet"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/assets"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/intake"
	"peerage/data/quicklog"
	"peerage/data/store"
)

// shell is the frame of the window: the rail, the page, what is said about it, and the one place
// where changes of the data arrive.
type shell struct {
	env         *command.Env
	keeper      *careers.Keeper
	window      fyne.Window
	store       *store.Store
	words       *words.Words
	speaks      atomic.Pointer[words.Words] // the same, for work off the window's thread
	preferences data.Preferences
	fixedDay    data.Day // the day that --today gave, or 0
	demo        bool

	tasks tasks
	*work
	duties   *agent.Duties // who does the work; nil when it is always this window
	channels channels
	left     bool // the user has ended the agent, and is to have none again
	stop     []func()

	rail  *rail
	place *fyne.Container // holds the page
	toast *widgets.Toast
	base  *fyne.Container
	day   data.Day // as the open page knows it

	open    page.Page
	route   page.Route
	history []page.Route
	count   *page.Loader[railCounts]
	finder  *finder

	pageKeys []fyne.Shortcut // those of the open page
}

var _ page.Frame = (*shell)(nil)

// tasks are those of the shell, which ends them with itself.
type tasks interface {
	page.Tasks
	Gather()
	Settle(limit time.Duration)
	Close()
}

func newShell(env *command.Env, w fyne.Window, s *store.Store, speak *words.Words, p data.Preferences, o command.Options) *shell {
	sh := &shell{env: env, keeper: env.Keeper, window: w, store: s, words: speak, preferences: p, fixedDay: o.Today, demo: o.Demo,
		tasks: page.NewBackground()}
	sh.speaks.Store(speak)
	sh.takeUp()
	sh.count = page.NewLoader[railCounts](sh.tasks, sh.Fail)
	sh.build()
	return sh
}

// build makes what stands around the page, in the language and the theme of now.
func (sh *shell) build() {
	sh.rail = newRail(sh)
	sh.place = container.NewStack()
	sh.toast = widgets.NewToast(sh.tasks.After)
	sh.toast.Turned = sh.makeRoom
	sh.base = container.New(&railLayout{sh.rail, sh.toast}, sh.rail, sh.place)
	// The window itself is drawn in the colour of paper: a ground would be one more area of its size.
	sh.window.SetContent(container.NewStack(sh.base, container.New(&toastLayout{sh.rail}, sh.toast), container.NewWithoutLayout(sh.rail.tip)))
	sh.bindKeys()
	sh.setMenu()
}

// start opens the first page and begins to listen: to the data, to later starts, to the clock.
func (sh *shell) start(inst *instance.Instance, asked instance.Message) {
	sh.day = sh.Today()
	sh.stop = append(sh.stop, sh.store.Watch(func(c data.Change) {
		fyne.Do(func() { sh.changed(c) })
	}))
	sh.window.SetOnDropped(sh.dropped)
	sh.tasks.Go(func(context.Context) error {
		inst.Listen(func(m instance.Message) { fyne.Do(func() { sh.told(m) }) })
		return nil
	}, nil)
	sh.stop = append(sh.stop, func() { inst.Close() })
	sh.beat()
	sh.tasks.After(warmAfter, func() {
		today := sh.Today()
		sh.tasks.Go(func(ctx context.Context) error {
			return errors.Join(sh.keeper.BringUpToDate(ctx, sh.store, today), sh.store.Warm(ctx),
				sh.store.Check(ctx), sheet.Sweep(folderOf(sh.store), sh.env.Now()))
		}, sh.Fail)
		sh.askForPassword()
	})
	sh.everyMinute()
	sh.tasks.Gather()
	sh.openFirst(asked)
	sh.tasks.Settle(firstPage)
}

// firstPage is how long the window waits for what its first page shows, before it is drawn without it.
const firstPage = 150 * time.Millisecond

// warmAfter is how long bringing careers up to date, reading everyone into memory and looking the file
// over wait for the first page to be drawn.
const warmAfter = 1500 * time.Millisecond

// everyMinute notices that a new day has begun.
func (sh *shell) everyMinute() {
	sh.tasks.After(time.Minute, func() {
		if today := sh.Today(); today != sh.day {
			sh.day = today
			sh.changed(data.Change{All: true})
		}
		sh.everyMinute()
	})
}

// close ends everything that was begun.
func (sh *shell) close() {
	for _, stop := range sh.stop {
		stop()
	}
	sh.tasks.Close()
}

// changed hands a change to whoever shows what it touched.
func (sh *shell) changed(c data.Change) {
	sh.loadCounts()
	if c.Touches(data.Channels) {
		sh.loadChannels()
	}
	if c.Touches(data.Settings) {
		sh.loadPreferences()
	}
	if sh.open != nil {
		sh.open.Changed(c)
	}
}

// loadPreferences applies settings that were changed, here or elsewhere.
func (sh *shell) loadPreferences() {
	var settings map[string]string
	sh.tasks.Go(func(ctx context.Context) (err error) {
		settings, err = sh.store.Settings(ctx)
		return err
	}, func(err error) {
		if err != nil {
			sh.Fail(err)
			return
		}
		sh.apply(data.PreferencesFrom(settings))
	})
}

// apply makes preferences hold. A new language builds the window anew.
func (sh *shell) apply(p data.Preferences) {
	old := sh.preferences
	if p == old {
		return
	}
	sh.preferences = p
	if p.Theme != old.Theme {
		fyne.CurrentApp().Settings().SetTheme(look.New(variant(p)))
	}
	if p.Language == old.Language && p.HideNames == old.HideNames {
		return
	}
	if p.Language != old.Language {
		tags := languages()
		if p.Language != "" {
			tags = []string{p.Language}
		}
		speak, err := wordsIn(tags...)
		if err != nil {
			sh.Fail(err)
			return
		}
		sh.words = speak
		sh.speaks.Store(speak)
		sh.feed.Renewed()
		if sh.duties != nil {
			sh.duties.Renew()
		}
	}
	sh.build()
	sh.loadCounts()
	// The page of before would show the route again in the place that is no more.
	if closer, ok := sh.open.(page.Closer); ok {
		closer.Close()
	}
	sh.open = nil
	sh.show(sh.route)
}

// dropped brings in the files that were dropped on the window, wherever that was.
func (sh *shell) dropped(_ fyne.Position, files []fyne.URI) {
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = f.Path()
	}
	sh.take(paths)
}

// take brings files in, unless something lies over the page: nothing changes underneath it.
func (sh *shell) take(paths []string) {
	if sh.window.Canvas().Overlays().Top() != nil {
		sh.Toast(sh.words.T("toast.covered"), false)
		return
	}
	sh.Open(page.Importing())
	if taker, ok := sh.open.(interface{ Take(paths []string) }); ok {
		taker.Take(paths)
	}
}

// Tasks, Window, Words, Today and NamesHidden are described at page.Frame.
func (sh *shell) Tasks() page.Tasks   { return sh.tasks }
func (sh *shell) Window() fyne.Window { return sh.window }
func (sh *shell) Words() *words.Words { return sh.words }
func (sh *shell) NamesHidden() bool   { return sh.preferences.HideNames }
func (sh *shell) Toast(s string, undo bool) {
	if !undo {
		sh.say(s, "", func() {})
		return
	}
	sh.say(s, sh.words.T("toast.undo"), sh.undo)
}

// say shows a toast. The toolkit does not know yet on which canvas something is that was never in sight: where nothing
// else moves, as when another process has said something, it would not be drawn.
func (sh *shell) say(text, action string, pressed func()) {
	sh.toast.Say(text, action, pressed)
	sh.window.Canvas().Refresh(sh.toast)
}

// makeRoom gives the page the room that a toast leaves it, or gives back.
func (sh *shell) makeRoom() {
	if sh.base != nil && sh.rail.narrow {
		sh.base.Layout.Layout(sh.base.Objects, sh.base.Size())
		sh.window.Canvas().Refresh(sh.base)
	}
}

// Today returns the day that was given at the start, else the day it is.
func (sh *shell) Today() data.Day {
	if sh.fixedDay != 0 {
		return sh.fixedDay
	}
	return data.DayOf(sh.env.Now())
}

// Fail says an error in words. Work that was given up is no error.
func (sh *shell) Fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, fs.ErrClosed) {
		return
	}
	text := sh.words.Error(err)
	if store.IsDamage(err) {
		text = command.At(sh.words, sh.store.Path(), err).Error()
	}
	sh.say(text, "", func() {})
}

// undo takes back the last operation, whoever did it.
func (sh *shell) undo() { sh.turn(sh.store.Undo, "toast.undone", data.ErrNoUndo) }

// redo does again what was taken back last.
func (sh *shell) redo() { sh.turn(sh.store.Redo, "toast.redone", data.ErrNoRedo) }

func (sh *shell) turn(do func(context.Context) (string, error), said string, none error) {
	var name string
	hidden := sh.NamesHidden()
	sh.tasks.Go(func(ctx context.Context) (err error) {
		name, err = parts.Turn(ctx, sh.store, hidden, do)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, none):
			sh.Toast(sh.words.Error(err), false)
		case err != nil:
			sh.Fail(err)
		default:
			sh.Toast(sh.words.T(said, words.Args{"Operation": name}), false)
		}
	})
}

// log asks in one line what contact there was.
func (sh *shell) log() {
	today := sh.Today()
	parts.LogContactLine(sh, sh.store, func(ctx context.Context) (*intake.Quick, error) {
		lexicon, err := quickWords()
		if err != nil {
			return nil, err
		}
		return intake.LoadQuick(ctx, sh.store, lexicon, today)
	})
}

// quickWords returns the words that lines of the quick log are read with. They are read once.
var quickWords = sync.OnceValues(func() (*quicklog.Lexicon, error) { return quicklog.Load(assets.QuickLog()) })

// add opens the form for someone new.
func (sh *shell) add() {
	sh.Open(page.People())
	if adder, ok := sh.open.(interface{ Add() }); ok {
		adder.Add()
	}
}

// addOpportunity opens the form for an opportunity.
func (sh *shell) addOpportunity() {
	sh.Open(page.Opportunities())
	if adder, ok := sh.open.(interface{ Add() }); ok {
		adder.Add()
	}
}

// set keeps one setting; that it holds comes back as a change.
func (sh *shell) set(name, value string) {
	sh.tasks.Go(func(ctx context.Context) error {
		return sh.store.Write(ctx, sh.words.T("operation.settings"), func(tx *store.Tx) error { return tx.Set(name, value) })
	}, sh.Fail)
}
