package agent

import (
	"context"
	"time"

	"peerage/data"
	"peerage/data/store"
)

// How often a Pulse beats: awake, and at rest.
const (
	Beat = 2 * time.Second
	rest = 30 * time.Second
)

// awake is how many beats a Pulse stays awake after something was written.
const awake = 4

// Pulse looks at every beat whether another process has written, and then wakes whoever has to look for
// something else: one wake-up for all.
type Pulse struct {
	// Rested is told each time nothing was written for some beats, as it is at first; nil to ignore that.
	Rested func()

	store  *store.Store
	folder string // that is watched for writes, so that there can be rest; "" for none
	woken  []chan struct{}
}

// NewPulse returns a pulse that polls s.
func NewPulse(s *store.Store) *Pulse { return &Pulse{store: s} }

// Rest has the pulse beat more slowly while nothing is written in the data folder dir, where the system tells of
// that. It is called before Run.
func (p *Pulse) Rest(dir string) { p.folder = dir }

// Beats returns a channel that gets something at each beat, once the watchers of the store know what was
// written by then. It is called before Run.
func (p *Pulse) Beats() <-chan struct{} {
	c := make(chan struct{}, 1)
	p.woken = append(p.woken, c)
	return c
}

// settling is how long after a first write a pulse at rest beats: files are written before what is in them holds.
const settling = 250 * time.Millisecond

// Run beats until ctx ends.
func (p *Pulse) Run(ctx context.Context) {
	changed := make(chan struct{}, 1)
	defer p.store.Watch(func(data.Change) { nudge(changed) })()
	var written <-chan struct{}
	if p.folder != "" {
		written = watch(ctx, p.folder)
	}
	next, left := time.NewTimer(Beat), awake
	defer next.Stop()
	rouse := func(after time.Duration) {
		if left == 0 {
			next.Reset(after)
		}
		left = awake
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-written:
			rouse(settling)
		case <-changed:
			rouse(Beat)
		case <-next.C:
			p.beat(ctx)
			if left == 1 && p.Rested != nil {
				p.Rested()
			}
			if left = max(left-1, 0); left == 0 && written != nil {
				next.Reset(rest)
			} else {
				next.Reset(Beat)
			}
		}
	}
}

func (p *Pulse) beat(ctx context.Context) {
	// Asked with a context that may end, the database would watch over it in goroutines of its own. One that
	// cannot be read now is said by whoever needs what is in it.
	_ = p.store.Poll(context.WithoutCancel(ctx))
	for _, c := range p.woken {
		nudge(c)
	}
}

// nudge wakes whoever waits on c; who is awake already looks once more.
func nudge(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
