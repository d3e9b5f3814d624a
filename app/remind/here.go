package remind

import (
	"sync"
	"time"
)

// Here returns a clock that shows the time in the zone the machine is in now. Go finds that zone out once, when a
// program starts; this one follows somebody who travels. It may be asked from any goroutine.
func Here(now func() time.Time) func() time.Time {
	z := &zoned{now: now, zone: systemZone()}
	return z.time
}

// zoned is a clock that follows the machine's zone.
type zoned struct {
	now func() time.Time

	mu   sync.Mutex
	zone zoneFinder
}

// zoneFinder knows the machine's zone.
type zoneFinder interface {
	// find returns the zone the machine is in at t, nil where that is the one it was in when the program started.
	find(t time.Time) *time.Location
}

func (z *zoned) time() time.Time {
	z.mu.Lock()
	defer z.mu.Unlock()
	t := z.now()
	if zone := z.zone.find(t); zone != nil {
		return t.In(zone)
	}
	return t
}
