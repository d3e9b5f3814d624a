package settings

import (
	"context"
	"reflect"
	"time"

	"peerage/app/page"
)

// lookAgain is how long after an answer the page looks anew how something stands: agents come and go, and
// programs fetch when they like.
const lookAgain = 3 * time.Second

// follower looks now and again how something stands, and shows what differs.
type follower[T any] struct {
	tasks  page.Tasks
	loader *page.Loader[T]
	ask    func(context.Context) (T, error) // off the window's thread
	shows  func(T)

	stands T
	known  bool // stands is what is shown
	stop   func()
	closed bool
}

func newFollower[T any](frame page.Frame, ask func(context.Context) (T, error), shows func(T)) *follower[T] {
	f := &follower[T]{tasks: frame.Tasks(), ask: ask, shows: shows, stop: func() {}}
	f.loader = page.NewLoader[T](f.tasks, func(err error) {
		frame.Fail(err)
		f.wait()
	})
	return f
}

// look shows how it stands, now and again until close.
func (f *follower[T]) look() {
	f.stop()
	if f.closed { // what was done just before it has an answer only now
		return
	}
	f.loader.Load(f.ask, func(stands T) {
		if !f.known || !reflect.DeepEqual(stands, f.stands) {
			f.stands, f.known = stands, true
			f.shows(stands)
		}
		f.wait()
	})
}

func (f *follower[T]) wait() { f.stop = f.tasks.After(lookAgain, f.look) }

// lookAnew shows what holds, whatever a control shows that was pressed.
func (f *follower[T]) lookAnew() {
	f.known = false
	f.look()
}

// close ends the looking.
func (f *follower[T]) close() {
	f.closed = true
	f.stop()
	f.loader.Stop()
}
