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
}

var _ Tasks = (*Background)(nil)

// NewBackground returns tasks that work until Close.
func NewBackground() *Background {
	b := &Background{}
	b.ctx, b.end = context.WithCancel(context.Background())
	return b
}

// Go is described at Tasks. Work that panics ends with an error instead of ending the program.
func (b *Background) Go(work func(context.Context) error, done func(error)) func() {
	ctx, cancel := context.WithCancel(b.ctx)
	if b.ctx.Err() != nil {
		return cancel
	}
	b.running.Add(1)
	go func() {
		err := guard(ctx, work)
		// Close waits for the work alone: a window that is gone may never take what follows it.
		b.running.Done()
		fyne.Do(func() {
			if ctx.Err() == nil && done != nil {
				done(err)
			}
			cancel()
		})
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
