package agent

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// worker is a process's duties, with beats by hand.
type worker struct {
	*Duties
	beats   chan struct{}
	working atomic.Int32
	begun   atomic.Int32
	end     context.CancelFunc
	ended   chan struct{}
}

// hire begins the duties of a process for dir. Both work counters stay even unless two processes work at once.
func hire(t *testing.T, dir string, elsewhere func()) *worker {
	t.Helper()
	w := &worker{beats: make(chan struct{}), ended: make(chan struct{})}
	duty := Duty{"count", func(ctx context.Context) error {
		w.begun.Add(1)
		w.working.Add(1)
		<-ctx.Done()
		w.working.Add(-1)
		return nil
	}}
	w.Duties = NewDuties(dir, func() []Duty { return []Duty{duty, duty} })
	w.Beats, w.Elsewhere = w.beats, elsewhere
	ctx, end := context.WithCancel(t.Context())
	w.end = end
	go func() {
		defer close(w.ended)
		w.Run(ctx)
	}()
	t.Cleanup(func() {
		end()
		<-w.ended
	})
	return w
}

func (w *worker) beat(t *testing.T) {
	t.Helper()
	select {
	case w.beats <- struct{}{}:
	case <-time.After(5 * time.Second):
		t.Fatal("nobody hears the beat")
	}
}

// until waits for what takes a moment.
func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("not within ten seconds: " + what)
		}
	}
}

func TestOneProcessDoesTheWorkAndAnotherGoesOn(t *testing.T) {
	dir := t.TempDir()
	asked := make(chan bool, 9)
	first := hire(t, dir, nil)
	until(t, "the first one works", func() bool { return first.Ours() && first.working.Load() == 2 })
	second := hire(t, dir, func() { asked <- true })
	<-asked
	second.beat(t)
	<-asked
	if second.Ours() || second.begun.Load() > 0 {
		t.Fatal("both do the work")
	}
	first.end()
	<-first.ended
	if first.working.Load() != 0 || first.Ours() {
		t.Fatal("the first one ended and its work goes on")
	}
	second.beat(t)
	until(t, "the second one goes on", func() bool { return second.Ours() && second.working.Load() == 2 })
}

func TestWorkThatIsAskedForIsLeftToWhoAsks(t *testing.T) {
	dir := t.TempDir()
	window := hire(t, dir, nil)
	until(t, "the window works", func() bool { return window.working.Load() == 2 })
	agent := hire(t, dir, window.Yield)
	until(t, "the window leaves", func() bool { return window.working.Load() == 0 && !window.Ours() })
	window.beat(t)
	window.beat(t)
	if window.Ours() {
		t.Fatal("the window takes the work back before the agent has come")
	}
	agent.beat(t)
	until(t, "the agent works", func() bool { return agent.working.Load() == 2 })
	for range 5 {
		window.beat(t)
	}
	if window.Ours() {
		t.Fatal("both do the work")
	}
	agent.end()
	<-agent.ended
	until(t, "the window works again", func() bool {
		nudge(window.beats) // it may have begun at the beat before, and then hears none
		return window.working.Load() == 2
	})
}

func TestWorkBeginsAnewWhenItIsRenewed(t *testing.T) {
	w := hire(t, t.TempDir(), nil)
	until(t, "it works", func() bool { return w.working.Load() == 2 })
	w.Renew()
	until(t, "it works anew", func() bool { return w.begun.Load() == 4 && w.working.Load() == 2 })
	if !w.Ours() {
		t.Error("the work was left meanwhile")
	}
}

func TestADutyThatBreaksOffIsToldAndTakesNoOtherWithIt(t *testing.T) {
	told := make(chan error, 9)
	other := make(chan bool, 1)
	d := NewDuties(t.TempDir(), func() []Duty {
		return []Duty{
			{"fail", func(context.Context) error { return errors.New("no") }},
			{"panic", func(context.Context) error { panic("no") }},
			{"end", func(context.Context) error { return nil }},
			{"work", func(ctx context.Context) error { <-ctx.Done(); other <- true; return ctx.Err() }},
		}
	})
	d.Failed = func(err error) { told <- err }
	ctx, end := context.WithCancel(t.Context())
	ended := make(chan bool)
	go func() {
		d.Run(ctx)
		close(ended)
	}()
	said := (<-told).Error() + " " + (<-told).Error()
	if !strings.Contains(said, "fail: no") || !strings.Contains(said, "panic: the work broke off") {
		t.Errorf("told of %q", said)
	}
	end()
	<-ended
	if !<-other || len(told) > 0 {
		t.Errorf("told of %v more", len(told))
	}
}

func TestWhereThereIsNoLockTheWorkIsDoneAllTheSame(t *testing.T) {
	working := make(chan bool, 1)
	d := NewDuties(filepath.Join(t.TempDir(), "gone"), func() []Duty {
		return []Duty{{"work", func(ctx context.Context) error { working <- true; <-ctx.Done(); return nil }}}
	})
	told := make(chan error, 9)
	d.Failed = func(err error) { told <- err }
	ctx, end := context.WithCancel(t.Context())
	ended := make(chan bool)
	go func() {
		d.Run(ctx)
		close(ended)
	}()
	<-working
	end()
	<-ended
	if len(told) != 1 {
		t.Errorf("it is told %d times", len(told))
	}
}
