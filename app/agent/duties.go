package agent

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gofrs/flock"
)

// Duty is work that one process at a time does for a data folder.
type Duty struct {
	Name string // for errors
	// Run does the work until ctx ends, and then returns. An error has it begun anew after a while; with
	// nil before ctx ends there is nothing more to do.
	Run func(ctx context.Context) error
}

// lockName is the name of the file within the data folder that whoever does the work holds a lock on. The file
// itself says nothing, and stays.
const lockName = "peerage.lock"

// Duties has the work of a data folder done while this process is the one to do it. Its fields are set before
// Run and not changed later.
type Duties struct {
	// Of returns what is to be done. It is asked each time the work begins.
	Of func() []Duty
	// Beats says when to look whether the work is free.
	Beats <-chan struct{}
	// Elsewhere is told each time another process was found to do the work; nil to leave it to that one.
	Elsewhere func()
	// Failed is told of each error of a duty; nil to ignore them.
	Failed func(error)

	lock    *flock.Flock
	ours    atomic.Bool
	yielded chan struct{}
	renewed chan struct{}
}

// NewDuties returns the duties for the data folder dir.
func NewDuties(dir string, of func() []Duty) *Duties {
	return &Duties{Of: of, lock: flock.New(filepath.Join(dir, lockName)), yielded: make(chan struct{}, 1), renewed: make(chan struct{}, 1)}
}

// Ours reports whether this process does the work just now.
func (d *Duties) Ours() bool { return d.ours.Load() }

// Yield has Run leave the work to another process that has asked for it.
func (d *Duties) Yield() { nudge(d.yielded) }

// Renew has Run begin the work anew, with what Of returns then.
func (d *Duties) Renew() { nudge(d.renewed) }

// yielding is how many beats Run leaves the work alone after it has yielded: whoever has asked is to have it.
const yielding = 3

// Run does the work, whenever no other process does, until ctx ends.
func (d *Duties) Run(ctx context.Context) {
	for rest := 0; ctx.Err() == nil; rest-- {
		if rest <= 0 && d.take() {
			d.ours.Store(true)
			d.work(ctx)
			d.ours.Store(false)
			if err := d.lock.Unlock(); err != nil {
				d.failed(fmt.Errorf("leave the work: %w", err))
			}
			rest = yielding
		}
		select {
		case <-ctx.Done():
		case <-d.yielded: // there is nothing to leave
		case <-d.Beats:
		}
	}
}

// take reports whether the work is this process's. Where the folder bears no lock it is done all the same: what
// must not happen twice is claimed in the store.
func (d *Duties) take() bool {
	ours, err := d.lock.TryLock()
	if err != nil {
		d.failed(fmt.Errorf("take the work: %w", err))
		return true
	}
	if !ours && d.Elsewhere != nil {
		d.Elsewhere()
	}
	return ours
}

// work has everything done until ctx ends or the work is yielded, and returns when all has ended.
func (d *Duties) work(ctx context.Context) {
	for again := true; again; {
		turn, end := context.WithCancel(ctx)
		var running sync.WaitGroup
		for _, duty := range d.Of() {
			running.Add(1)
			go func() {
				defer running.Done()
				d.do(turn, duty)
			}()
		}
		again = false
		select {
		case <-ctx.Done():
		case <-d.yielded:
		case <-d.renewed:
			again = true
		}
		end()
		running.Wait()
	}
}

// beginAgain is how long a duty that failed is left alone.
const beginAgain = time.Minute

// do does one duty until ctx ends.
func (d *Duties) do(ctx context.Context, duty Duty) {
	for {
		err := guarded(ctx, duty)
		if err == nil || ctx.Err() != nil {
			return
		}
		d.failed(err)
		select {
		case <-ctx.Done():
			return
		case <-time.After(beginAgain):
		}
	}
}

// errBroken is the error of a duty that panicked.
var errBroken = errors.New("the work broke off")

// guarded does a duty; one that breaks off takes no other with it.
func guarded(ctx context.Context, duty Duty) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%s: %w: %v", duty.Name, errBroken, p)
		}
	}()
	if err := duty.Run(ctx); err != nil {
		return fmt.Errorf("%s: %w", duty.Name, err)
	}
	return nil
}

func (d *Duties) failed(err error) {
	if d.Failed != nil {
		d.Failed(err)
	}
}
