package page_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"peerage/app/page"
)

func TestRoutesAreEqualWhenTheyLeadToTheSamePlace(t *testing.T) {
	again := page.Person(7)
	if page.Person(7) != again || page.Person(7) == page.Person(8) || page.Person(7) == page.People() || page.Search("ana") == page.People() {
		t.Error("routes do not compare as places")
	}
	met := page.Meeting(7, 9)
	if met != page.Meeting(7, 9) || met == page.Meeting(9, 7) || fmt.Sprint(met.Met()) != "[7 9]" || page.People().Met() != nil {
		t.Errorf("%+v leads to meet %v", met, met.Met())
	}
	seen := map[page.Route]bool{}
	for _, r := range []page.Route{page.Today(), page.People(), page.Confidants(), page.Importing(), page.Settings(), page.Welcome(),
		page.Opportunities(), page.Opportunity(7), page.OpportunityThrough(7)} {
		if seen[r] || r.Screen == "" {
			t.Errorf("%v leads where another does", r)
		}
		seen[r] = true
	}
}

// held are tasks whose work ends when the test says so.
type held struct {
	works []func()
	over  []bool
}

func (h *held) Go(work func(context.Context) error, done func(error)) func() {
	ctx, cancel := context.WithCancel(context.Background())
	i := len(h.works)
	h.over = append(h.over, false)
	h.works = append(h.works, func() {
		if err := work(ctx); !h.over[i] {
			done(err)
		}
	})
	return func() { h.over[i] = true; cancel() }
}

func (h *held) After(time.Duration, func()) func() { return func() {} }

func TestTheNewestAnswerWins(t *testing.T) {
	var h held
	var shown []string
	l := page.NewLoader[string](&h, func(err error) { t.Errorf("failed: %v", err) })
	for _, q := range []string{"a", "an", "ana"} {
		l.Load(func(context.Context) (string, error) { return q, nil }, func(s string) { shown = append(shown, s) })
	}
	h.works[2]()
	h.works[0]()
	h.works[1]()
	if len(shown) != 1 || shown[0] != "ana" {
		t.Errorf("shown %q", shown)
	}
}

func TestALoaderTellsOfErrorsButNotOfBeingOvertaken(t *testing.T) {
	var h held
	var failed []error
	l := page.NewLoader[int](&h, func(err error) { failed = append(failed, err) })
	broken := errors.New("broken")
	load := func(err error) {
		l.Load(func(context.Context) (int, error) { return 0, err }, func(int) { t.Error("an error was shown as an answer") })
	}
	load(context.Canceled)
	h.works[0]()
	load(broken)
	h.works[1]()
	load(broken)
	l.Stop()
	h.works[2]()
	if len(failed) != 1 || !errors.Is(failed[0], broken) {
		t.Errorf("failed %v", failed)
	}
}

// Under the toolkit's test driver fyne.Do runs where it is called, so that done runs on the work's
// goroutine; what these tests share is guarded.
func TestBackgroundWorkIsDoneElsewhereAndTold(t *testing.T) {
	test.NewTempApp(t)
	b := page.NewBackground()
	told := make(chan error, 1)
	b.Go(func(context.Context) error { return context.DeadlineExceeded }, func(err error) { told <- err })
	if err := <-told; !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("told %v", err)
	}
	b.Go(func(context.Context) error { panic("at the disco") }, func(err error) { told <- err })
	if err := <-told; !errors.Is(err, page.ErrPanic) {
		t.Errorf("a panic was told as %v", err)
	}
	b.Close()
}

func TestCancelledWorkIsNotTold(t *testing.T) {
	test.NewTempApp(t)
	b := page.NewBackground()
	var mutex sync.Mutex
	told := false
	started := make(chan struct{})
	cancel := b.Go(func(ctx context.Context) error {
		close(started)
		<-ctx.Done()
		return ctx.Err()
	}, func(error) { mutex.Lock(); told = true; mutex.Unlock() })
	<-started
	cancel()
	b.Close()
	mutex.Lock()
	defer mutex.Unlock()
	if told {
		t.Error("cancelled work was told")
	}
}

func TestCloseEndsWhatIsRunningAndTakesNothingMore(t *testing.T) {
	test.NewTempApp(t)
	b := page.NewBackground()
	ended := make(chan struct{})
	b.Go(func(ctx context.Context) error { <-ctx.Done(); close(ended); return nil }, func(error) { t.Error("told after Close") })
	b.Close()
	<-ended
	b.Go(func(context.Context) error { t.Error("worked after Close"); return nil }, nil)
}

func TestWhatIsLoadedBeforeThereIsAWindowIsShownWithoutIt(t *testing.T) {
	b := page.NewBackground()
	b.Gather()
	var shown []string
	b.Go(func(context.Context) error { return nil }, func(error) {
		shown = append(shown, "first")
		b.Go(func(context.Context) error { return nil }, func(error) { shown = append(shown, "second") })
	})
	b.Go(func(context.Context) error { return nil }, func(error) { shown = append(shown, "cancelled") })()
	b.Go(func(ctx context.Context) error { <-ctx.Done(); return nil }, nil) // goes on for ever, and nothing follows
	b.Settle(10 * time.Second)
	if fmt.Sprint(shown) != "[first second]" {
		t.Errorf("shown: %v", shown)
	}
	b.Close()
}

func TestWorkThatTakesLongerIsNotWaitedFor(t *testing.T) {
	test.NewTempApp(t)
	b := page.NewBackground()
	b.Gather()
	slow, told := make(chan bool), make(chan bool)
	b.Go(func(context.Context) error { <-slow; return nil }, func(error) { close(told) })
	b.Settle(time.Millisecond)
	close(slow)
	<-told // by the window
	b.Close()
}

func TestATimerCanBeStopped(t *testing.T) {
	test.NewTempApp(t)
	b := page.NewBackground()
	rang := make(chan string, 2)
	stop := b.After(time.Millisecond, func() { rang <- "stopped" })
	stop()
	b.After(5*time.Millisecond, func() { rang <- "kept" })
	if got := <-rang; got != "kept" {
		t.Errorf("%s timer rang", got)
	}
	b.Close()
}

func TestClosingDoesNotWaitForAWindowThatIsGone(t *testing.T) {
	test.NewTempApp(t)
	b := page.NewBackground()
	handed, release := make(chan bool), make(chan bool)
	b.Go(func(context.Context) error { return nil }, func(error) {
		close(handed)
		<-release // as a window does that takes nothing any more
	})
	<-handed
	closed := make(chan bool)
	go func() {
		b.Close()
		close(closed)
	}()
	select {
	case <-closed:
	case <-time.After(10 * time.Second):
		t.Error("closing waits for what follows the work")
	}
	close(release)
}
