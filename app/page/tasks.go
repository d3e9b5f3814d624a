package page

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Tasks does work off the window's thread, so that the window never waits.
type Tasks interface {
	// Go runs work elsewhere and then done with its error on the window's thread. Cancelling ends the
	// work's context, and done is then never called. done may be nil.
	Go(work func(context.Context) error, done func(error)) (cancel func())
	// After calls f on the window's thread once d has passed, unless it is stopped before.
	After(d time.Duration, f func()) (stop func())
}

// Background does tasks on goroutines of their own. It is used from the window's thread only.
type Background struct {
	ctx     context.Context
	end     context.CancelFunc
	running sync.WaitGroup

	early   early
	awaited int // how much work was begun early, with something to follow
}

// early holds what follows work while there is no window yet.
type early struct {
	mutex sync.Mutex
	open  bool
	queue []func()
	came  chan struct{} // told when something was queued
}

// take queues f, and returns false where there is a window that takes it.
func (e *early) take(f func()) bool {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if !e.open {
		return false
	}
	e.queue = append(e.queue, f)
	select {
	case e.came <- struct{}{}:
	default:
	}
	return true
}

// drain returns what was queued. Nothing more is once it is drained for the last time.
func (e *early) drain(last bool) []func() {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	queued := e.queue
	e.queue, e.open = nil, !last
	return queued
}

var _ Tasks = (*Background)(nil)

// NewBackground returns tasks that work until Close.
func NewBackground() *Background {
	b := &Background{}
	b.ctx, b.end = context.WithCancel(context.Background())
	return b
}

// Gather holds back what follows work until Settle, because there is no window yet that takes it.
func (b *Background) Gather() { b.early.open, b.early.came = true, make(chan struct{}, 1) }

// Settle does what follows the work begun since Gather, and waits for that work until limit has passed: the
// window is then drawn with what it shows, and not without it first. From here on the window takes what follows.
func (b *Background) Settle(limit time.Duration) {
	over := time.NewTimer(limit)
	defer over.Stop()
	for b.awaited > 0 {
		select {
		case <-b.early.came:
			for _, f := range b.early.drain(false) {
				f()
			}
		case <-over.C:
			b.awaited = 0
		}
	}
	for _, f := range b.early.drain(true) {
		f()
	}
}

// Go is described at Tasks. Work that panics ends with an error instead of ending the program.
func (b *Background) Go(work func(context.Context) error, done func(error)) func() {
	ctx, cancel := context.WithCancel(b.ctx)
	if b.ctx.Err() != nil {
		return cancel
	}
	b.running.Add(1)
	counts := done != nil && b.early.open
	if counts {
		b.awaited++
	}
	go func() {
		err := guard(ctx, work)
		// Close waits for the work alone: a window that is gone may never take what follows it.
		b.running.Done()
		follow := func() {
			if counts {
				b.awaited--
			}
			if ctx.Err() == nil && done != nil {
				done(err)
			}
			cancel()
		}
		if !b.early.take(follow) {
			fyne.Do(follow)
		}
	}()
	return cancel
}

// After is described at Tasks.
func (b *Background) After(d time.Duration, f func()) func() {
	stopped := false // read and written on the window's thread only
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped && b.ctx.Err() == nil {
				f()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// Close cancels all work and waits until it has ended. Nothing that was to be done afterwards is done.
func (b *Background) Close() {
	b.end()
	b.running.Wait()
}

// ErrPanic is the error of work that panicked.
var ErrPanic = errors.New("the work broke off")

func guard(ctx context.Context, work func(context.Context) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v\n%s", ErrPanic, p, debug.Stack())
		}
	}()
	return work(ctx)
}

// Loader loads what a page shows. The newest answer wins: a load that is overtaken by another is
// cancelled and never shown, however late it comes.
type Loader[T any] struct {
	tasks  Tasks
	fail   func(error)
	cancel func()
	turn   int
}

// NewLoader returns a loader that tells fail of errors.
func NewLoader[T any](tasks Tasks, fail func(error)) *Loader[T] {
	return &Loader[T]{tasks: tasks, fail: fail}
}

// Load runs fetch off the window's thread and shows what it returns, on it.
func (l *Loader[T]) Load(fetch func(context.Context) (T, error), show func(T)) {
	l.Stop()
	turn := l.turn
	var got T
	cancel := l.tasks.Go(func(ctx context.Context) (err error) {
		got, err = fetch(ctx)
		return err
	}, func(err error) {
		switch {
		case turn != l.turn:
		case err == nil:
			show(got)
		case !errors.Is(err, context.Canceled):
			l.fail(err)
		}
	})
	if turn == l.turn {
		l.cancel = cancel
	}
}

// Stop gives up what is being loaded.
func (l *Loader[T]) Stop() {
	l.turn++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}
