package agent

import (
	"context"
	"time"

	"peerage/data/store"
)

// Beat is how often a Pulse beats.
const Beat = 2 * time.Second

// Pulse looks at every beat whether another process has written, and then wakes whoever has to look for
// something else: one wake-up for all.
type Pulse struct {
	store *store.Store
	woken []chan struct{}
}

// NewPulse returns a pulse that polls s.
func NewPulse(s *store.Store) *Pulse { return &Pulse{store: s} }

// Beats returns a channel that gets something at each beat, once the watchers of the store know what was
// written by then. It is called before Run.
func (p *Pulse) Beats() <-chan struct{} {
	c := make(chan struct{}, 1)
	p.woken = append(p.woken, c)
	return c
}

// Run beats until ctx ends.
func (p *Pulse) Run(ctx context.Context) {
	tick := time.NewTicker(Beat)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			// Asked with a context that may end, the database would watch over it in goroutines of its own. One
			// that cannot be read now is said by whoever needs what is in it.
			_ = p.store.Poll(context.WithoutCancel(ctx))
			for _, c := range p.woken {
				nudge(c)
			}
		}
	}
}

// nudge wakes whoever waits on c; who is awake already looks once more.
func nudge(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
