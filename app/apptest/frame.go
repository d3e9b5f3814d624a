// Package apptest lets a test use a screen as a person does: a frame whose tasks run at once, the
// words that are shown, taps and keys.
package apptest

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/words"
	"peerage/data"
)

// Frame is a page.Frame for tests. It remembers what a screen asks of it.
type Frame struct {
	Opened []page.Route // where the screen went
	Backs  int          // how often it went back
	Toasts []Toast
	Errors []error
	Hidden bool // whether names are kept off the screen
	Day    data.Day

	tasks  *Tasks
	window fyne.Window
	words  *words.Words
	shown  page.Page
}

// Toast is something a screen has said.
type Toast struct {
	Text string
	Undo bool
}

var _ page.Frame = (*Frame)(nil)

// New returns a frame on a window of 1280 by 800, light, with the words given and a day that does not
// move. The window goes when the test ends.
func New(t testing.TB, w *words.Words, today data.Day) *Frame {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	f := &Frame{words: w, Day: today, tasks: &Tasks{}, window: app.NewWindow("")}
	f.window.SetPadded(false)
	f.window.Resize(fyne.NewSize(1280, 800))
	t.Cleanup(f.window.Close)
	return f
}

// Show puts a page into the window, and the focus where the page wants it.
func (f *Frame) Show(p page.Page) {
	f.shown = p
	f.window.SetContent(p.Object())
	f.window.Resize(fyne.NewSize(1280, 800))
	if focuser, ok := p.(page.Focuser); ok {
		focuser.Focus()
	}
}

// Open notes the route.
func (f *Frame) Open(r page.Route) { f.Opened = append(f.Opened, r) }

// Back counts.
func (f *Frame) Back() { f.Backs++ }

// Tasks returns tasks that run at once.
func (f *Frame) Tasks() page.Tasks { return f.tasks }

// Timers returns the same tasks, to let time pass in.
func (f *Frame) Timers() *Tasks { return f.tasks }

// Window returns the test's window.
func (f *Frame) Window() fyne.Window { return f.window }

// Words returns the words given to New.
func (f *Frame) Words() *words.Words { return f.words }

// Today returns Day.
func (f *Frame) Today() data.Day { return f.Day }

// NamesHidden returns Hidden.
func (f *Frame) NamesHidden() bool { return f.Hidden }

// Toast notes what is said.
func (f *Frame) Toast(text string, undo bool) { f.Toasts = append(f.Toasts, Toast{text, undo}) }

// Fail notes an error.
func (f *Frame) Fail(err error) {
	if err != nil {
		f.Errors = append(f.Errors, err)
	}
}

// Tasks are page.Tasks that do everything at once, on the caller's goroutine, unless it is held.
type Tasks struct {
	timers  []*timer
	holding bool
	held    []func()
}

type timer struct {
	left time.Duration
	f    func()
}

var _ page.Tasks = (*Tasks)(nil)

// Go runs work and done before it returns, or while work is held once it is released.
func (t *Tasks) Go(work func(context.Context) error, done func(error)) func() {
	ctx, cancel := context.WithCancel(context.Background())
	run := func() {
		err := work(ctx)
		if done != nil {
			done(err)
		}
	}
	if t.holding {
		t.held = append(t.held, run)
	} else {
		run()
	}
	return cancel
}

// Hold lets work wait until Release, as if it took its time.
func (t *Tasks) Hold() { t.holding = true }

// Release runs the work that waits, in its order.
func (t *Tasks) Release() {
	held := t.held
	t.holding, t.held = false, nil
	for _, run := range held {
		run()
	}
}

// After remembers f until Pass.
func (t *Tasks) After(d time.Duration, f func()) func() {
	set := &timer{d, f}
	t.timers = append(t.timers, set)
	return func() { t.timers = slices.DeleteFunc(t.timers, func(x *timer) bool { return x == set }) }
}

// Pass lets time pass, and calls what was set for it.
func (t *Tasks) Pass(d time.Duration) {
	for _, x := range slices.Clone(t.timers) {
		x.left -= d
		if x.left <= 0 && slices.Contains(t.timers, x) {
			t.timers = slices.DeleteFunc(t.timers, func(y *timer) bool { return y == x })
			x.f()
		}
	}
}
