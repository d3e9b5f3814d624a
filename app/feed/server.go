package feed

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// Server serves the subscription of one data folder while Run runs, whenever it is switched on. Its
// fields are set before Run and not changed later.
type Server struct {
	// Always makes it serve although the subscription is switched off: whoever started it wants it to.
	Always bool
	// Changed is told by Run whenever another State holds; nil to ignore that.
	Changed func(Status)
	// Speak returns the words in which Run remembers a failure, for other processes too; nil to remember nothing.
	Speak func() *words.Words
	// Beats says when Run looks, once the store has been polled; nil for a clock of its own.
	Beats <-chan struct{}

	store  *store.Store
	folder string
	now    func() time.Time
	limits limits

	handler handler
	asked   chan chan struct{} // each is closed once Run has looked anew
	fetched atomic.Int64       // when the calendar was last fetched, in milliseconds since 1970
	missed  atomic.Bool        // there was no calendar to give since Run looked last

	mu     sync.Mutex
	status Status // as Run left it; its Fetched is that of fetched

	// The rest is Run's own.
	open    *http.Server // nil while nothing listens
	port    int          // that open listens on
	ended   chan error   // of open
	claimed time.Time    // when somebody was last asked who listens there
	record  record
	noted   record    // as it was last remembered for all processes
	onDisk  record    // as it was last written
	wrote   time.Time // when that was
}

// limits keep what others can make the server hold or wait for small.
type limits struct {
	head, request, answer, idle time.Duration // to send the headers, all of the request, the answer; between two requests
	header                      int           // octets of the headers
	connections                 int           // at once
}

// usualLimits are wide for a calendar program on the same machine: it sends a few hundred octets at once,
// and takes a calendar of 100,000 people, 33 MB, in a fraction of a second.
var usualLimits = limits{head: 5 * time.Second, request: 5 * time.Second, answer: 30 * time.Second, idle: 10 * time.Second, header: 8 << 10, connections: 128}

// New returns a server for the data in s. calendar returns the octets to serve, those of the same data
// and day always being the same; today is the day it makes them for, and now is the clock of the wall.
func New(s *store.Store, calendar func(context.Context) ([]byte, error), today func() data.Day, now func() time.Time) *Server {
	f := &Server{store: s, folder: filepath.Dir(s.Path()), now: now, limits: usualLimits, asked: make(chan chan struct{})}
	f.handler.press, f.handler.now = &press{calendar: calendar, today: today, now: now}, now
	f.handler.fetched = func() { f.fetched.Store(now().UnixMilli()) }
	f.handler.failed = func(error) { f.missed.Store(true) }
	return f
}

// ErrGone is the error of Run with Always when the subscription's file is not there any more, as when
// the data folder was removed.
var ErrGone = errors.New("the subscription is gone")

// glance is how often Run looks whether the subscription, or the data, were changed by another process.
const glance = 2 * time.Second

// How long Run waits until it asks again who listens on its port, and until it writes down a newer fetch than
// the one it has written.
const (
	askAgain   = 30 * time.Second
	writeAgain = time.Minute
)

// Run serves until ctx ends, then says good-bye to whoever is connected and returns nil. It is called
// once at a time.
func (f *Server) Run(ctx context.Context) error {
	defer f.store.Watch(func(c data.Change) {
		if !c.Only(data.Channels) { // how it is doing is none of what the calendar holds
			f.Renewed()
		}
	})()
	f.Renewed() // what was written while nobody watched
	f.recall()
	defer f.finish()
	clock := make(<-chan time.Time)
	if f.Beats == nil {
		tick := time.NewTicker(glance)
		defer tick.Stop()
		clock = tick.C
	}
	var done chan struct{}
	for {
		if f.Beats == nil {
			// A database that cannot be looked at now will say so to whoever fetches.
			_ = f.store.Poll(ctx)
		}
		f.handler.press.tidy()
		err := f.look(ctx)
		if done != nil {
			close(done)
		}
		if err != nil {
			return err
		}
		done = nil
		select {
		case <-ctx.Done():
			return nil
		case done = <-f.asked:
		case <-f.Beats:
		case <-clock:
		}
	}
}

// Renewed makes the next who asks get a new calendar. Changes of the data need no telling; those of
// what else the calendar is made from, such as the language, do.
func (f *Server) Renewed() { f.handler.press.changed() }

// Look has Run look at once whether the subscription was changed, and returns when it has, or when ctx
// ends.
func (f *Server) Look(ctx context.Context) {
	done := make(chan struct{})
	select {
	case f.asked <- done:
	case <-ctx.Done():
		return
	}
	select {
	case <-done:
	case <-ctx.Done():
	}
}

// Status returns how the subscription stands. What another process serves, that one has written down.
func (f *Server) Status() Status {
	f.mu.Lock()
	s := f.status
	f.mu.Unlock()
	s.Fetched = moment(f.fetched.Load())
	if s.State == Elsewhere {
		r := recall(f.folder)
		s.Fetched, s.Failure, s.FailedAt = moment(r.Fetched), r.Failure, moment(r.FailedAt)
	}
	return s
}

// look brings what listens in line with what is kept.
func (f *Server) look(ctx context.Context) error {
	kept, err := Load(f.folder)
	switch {
	case errors.Is(err, ErrUnreadable), errors.Is(err, fs.ErrPermission):
		f.close()
		f.failing(kept, Unreadable)
		return nil
	case err != nil:
		return nil // what held goes on: the system may only be short of something
	case f.Always && kept.Token == "":
		f.close()
		f.stands(Status{})
		return ErrGone
	}
	if kept.Token != f.kept().Token {
		f.handler.door.Store(newDoor(kept))
		if f.kept().Token != "" {
			f.recall() // it was forgotten with the address of before
		}
	}
	if f.missed.Swap(false) {
		f.noteFailure(NoCalendar)
	}
	f.serve(ctx, kept)
	f.write(false)
	f.note(ctx)
	return nil
}

// kept returns the subscription as the look before saw it.
func (f *Server) kept() Subscription {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.status.Subscription
}

// serve listens where it is wanted, and nowhere else.
func (f *Server) serve(ctx context.Context, kept Subscription) {
	select {
	case <-f.ended:
		f.close() // the listener broke; it is opened anew
	default:
	}
	wanted := kept.On || f.Always
	if f.open != nil && (!wanted || f.port != kept.Port) {
		f.close()
	}
	switch {
	case !wanted:
		f.stands(Status{Subscription: kept, State: Off})
	case f.open != nil:
		f.stands(Status{Subscription: kept, State: Serving})
	default:
		f.begin(ctx, kept)
	}
}

// begin opens the port and serves on it, or finds out why that cannot be.
func (f *Server) begin(ctx context.Context, kept Subscription) {
	l, err := listen(kept.Port)
	switch {
	case err == nil:
		f.answer(newBounded(l, f.limits.connections))
		f.port = kept.Port
		f.recall()
		f.stands(Status{Subscription: kept, State: Serving})
	case !errors.Is(err, addressInUse):
		f.failing(kept, PortRefused)
	case f.stillTaken(kept):
	case served(ctx, kept):
		f.claimed = time.Now()
		f.stands(Status{Subscription: kept, State: Elsewhere})
	default:
		f.claimed = time.Now()
		f.failing(kept, PortTaken)
	}
}

// stillTaken reports whether it was asked lately who listens on the port. What listens there may be
// anything, and is not to be bothered at every look.
func (f *Server) stillTaken(kept Subscription) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := &f.status
	if s.Port != kept.Port || s.State != Elsewhere && !(s.State == Failing && s.Failure == PortTaken) || time.Since(f.claimed) >= askAgain {
		return false
	}
	s.Subscription = kept
	return true
}

// answer has a listener's requests answered until close.
func (f *Server) answer(l net.Listener) {
	f.open = &http.Server{
		Handler: &f.handler, DisableGeneralOptionsHandler: true,
		ReadHeaderTimeout: f.limits.head, ReadTimeout: f.limits.request, WriteTimeout: f.limits.answer, IdleTimeout: f.limits.idle,
		MaxHeaderBytes: f.limits.header,
		// It would write down addresses and what was asked for, which holds the token.
		ErrorLog: log.New(io.Discard, "", 0),
	}
	f.ended = make(chan error, 1)
	go func(s *http.Server, ended chan<- error) { ended <- s.Serve(l) }(f.open, f.ended)
}

// close stops listening and cuts off whoever is connected.
func (f *Server) close() {
	if f.open != nil {
		f.open.Close()
		f.open, f.ended, f.port = nil, nil, 0
	}
}

// goodBye is how long those who are being answered may take to hear the end.
const goodBye = 300 * time.Millisecond

// finish ends what Run began.
func (f *Server) finish() {
	if f.open != nil {
		ctx, cancel := context.WithTimeout(context.Background(), goodBye)
		defer cancel()
		_ = f.open.Shutdown(ctx) // close cuts off who took longer
	}
	f.close()
	f.write(true)
	f.stands(Status{Subscription: f.kept(), State: Off})
}

// failing notes that the calendar cannot be fetched, and why.
func (f *Server) failing(kept Subscription, why Failure) {
	f.noteFailure(why)
	f.stands(Status{Subscription: kept, State: Failing})
}

// noteFailure remembers a failure, from when it began.
func (f *Server) noteFailure(why Failure) {
	f.mu.Lock()
	goesOn := f.status.State == Failing && f.record.Failure == why
	f.mu.Unlock()
	if !goesOn {
		f.record.Failure, f.record.FailedAt = why, f.now().UnixMilli()
	}
}

// stands makes a status hold, and tells of another state.
func (f *Server) stands(s Status) {
	s.Failure, s.FailedAt = f.record.Failure, moment(f.record.FailedAt)
	f.mu.Lock()
	before := f.status
	f.status = s
	f.mu.Unlock()
	told := before.State != s.State || s.State == Failing && before.Failure != s.Failure
	if told && f.Changed != nil {
		f.Changed(s)
	}
}

// write writes the record down when there is something new in it; a fetch not at every look, unless now.
// A record that cannot be written is not missed.
func (f *Server) write(now bool) {
	f.record.Fetched = f.fetched.Load()
	waits := f.record
	waits.Fetched = f.onDisk.Fetched
	lately := waits == f.onDisk && f.onDisk.Fetched != 0 && time.Since(f.wrote) < writeAgain
	if f.record == f.onDisk || lately && !now {
		return
	}
	if keep(filepath.Join(f.folder, recordName), f.record) == nil {
		f.onDisk, f.wrote = f.record, time.Now()
	}
}

// recall takes up the record where this process, or another one, has left it.
func (f *Server) recall() {
	f.record = recall(f.folder)
	f.onDisk, f.noted = f.record, f.record
	f.fetched.Store(f.record.Fetched)
}
