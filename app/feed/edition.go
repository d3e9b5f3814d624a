package feed

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"peerage/data"
)

// edition is the calendar as it is sent.
type edition struct {
	octets   []byte
	etag     string
	modified time.Time // in whole seconds; zero when no later edition could be told from this one by it
	changes  int64     // of the data, as the press knew of them before it began
	day      data.Day
}

// press makes a new edition when the data or the day have changed, and one for all who ask meanwhile.
type press struct {
	calendar func(context.Context) ([]byte, error)
	today    func() data.Day
	now      func() time.Time

	changes  atomic.Int64
	newest   atomic.Pointer[edition]
	printing sync.Mutex
	latest   time.Time                 // the date of the last edition that had one; used while printing
	printed  atomic.Pointer[time.Time] // when the last edition was made; nil once its leavings are tidied up
}

// patience is how long the making of an edition may take.
const patience = 20 * time.Second

// changed makes every edition an old one.
func (p *press) changed() { p.changes.Add(1) }

// fresh returns the newest edition when nothing has changed since, else nil.
func (p *press) fresh() *edition {
	if e := p.newest.Load(); e != nil && e.changes == p.changes.Load() && e.day == p.today() {
		return e
	}
	return nil
}

// edition returns an edition that is fresh. Who asks may go away; what is begun serves the next one.
func (p *press) edition(ctx context.Context) (*edition, error) {
	if e := p.fresh(); e != nil {
		return e, nil
	}
	p.printing.Lock()
	defer p.printing.Unlock()
	if e := p.fresh(); e != nil {
		return e, nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	e := &edition{changes: p.changes.Load(), day: p.today()}
	octets, err := p.print(ctx)
	if err != nil {
		return nil, err
	}
	made := time.Now()
	p.printed.Store(&made)
	e.octets = octets
	p.date(e)
	p.newest.Store(e)
	return e, nil
}

// leavings is how long what was needed to make an edition is kept for the next one.
const leavings = 10 * time.Second

// tidy gives back to the system what was only needed to make an edition: of a large calendar several times
// what is kept of it, which the runtime of Go would hold for minutes in a process that has nothing else to do.
func (p *press) tidy() {
	if made := p.printed.Load(); made != nil && time.Since(*made) >= leavings && p.printed.CompareAndSwap(made, nil) {
		debug.FreeOSMemory()
	}
}

// print makes the calendar. One that breaks off is one that cannot be made.
func (p *press) print(ctx context.Context) (octets []byte, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("make the calendar: %v", broken)
		}
	}()
	return p.calendar(ctx)
}

// date gives an edition its ETag and its date. What is the same to the octet as the one before keeps
// both. A date that is not past the one before, because both came in one second or the clock was put
// back, would make a new edition look like one that a subscriber has; such an edition goes without.
func (p *press) date(e *edition) {
	before := p.newest.Load()
	if before != nil && bytes.Equal(before.octets, e.octets) {
		e.octets, e.etag, e.modified = before.octets, before.etag, before.modified
		return
	}
	sum := sha256.Sum256(e.octets)
	e.etag = `"` + hex.EncodeToString(sum[:]) + `"`
	if now := p.now().UTC().Truncate(time.Second); now.After(p.latest) {
		e.modified, p.latest = now, now
	}
}

// dated returns the date to send along, or zero. In the second in which an edition was made another one
// may still follow, so that the date says nothing yet (RFC 9110 §8.8.2.2).
func (e *edition) dated(now time.Time) time.Time {
	if e.modified.IsZero() || now.Unix() <= e.modified.Unix() {
		return time.Time{}
	}
	return e.modified
}
