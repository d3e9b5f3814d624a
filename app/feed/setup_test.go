package feed_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"peerage/app/feed"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// desk is a subscription that is served, on a port of its own, while the test runs.
type desk struct {
	*feed.Server
	t      *testing.T
	folder string
	store  *store.Store
	made   atomic.Int64 // how often the calendar was made
	broken atomic.Bool  // the calendar cannot be made
	panics atomic.Bool  // its making breaks off
	now    clock
	ended  chan error // what Run returned
	end    func()     // ends Run

	mu     sync.Mutex
	states []feed.State
}

// clock is a clock that tests put.
type clock struct{ at atomic.Int64 }

func (c *clock) Now() time.Time  { return time.UnixMilli(c.at.Load()).UTC() }
func (c *clock) put(t time.Time) { c.at.Store(t.UnixMilli()) }

var noon = data.NewDay(2026, 11, 22).Time().Add(12 * time.Hour)

// closed is a desk that does not serve yet.
func closed(t *testing.T, folder string) *desk {
	t.Helper()
	d := &desk{t: t, folder: folder, store: datatest.OpenIn(t, folder), ended: make(chan error, 1)}
	d.now.put(noon)
	d.Server = feed.New(d.store, d.calendar, func() data.Day { return data.DayOf(d.now.Now()) }, d.now.Now)
	d.Changed = func(s feed.Status) {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.states = append(d.states, s.State)
	}
	return d
}

// calendar names everybody there is, and the day.
func (d *desk) calendar(ctx context.Context) ([]byte, error) {
	d.made.Add(1)
	if d.panics.Load() {
		panic("a fault of ours")
	}
	if d.broken.Load() {
		return nil, errors.New("the disk is broken")
	}
	n, err := d.store.CountPeople(ctx)
	return fmt.Appendf(nil, "BEGIN:VCALENDAR\r\nX-PEOPLE:%d\r\nX-DAY:%s\r\nEND:VCALENDAR\r\n", n, data.DayOf(d.now.Now())), err
}

// run begins to serve, and returns how to end that.
func (d *desk) run() (end func()) {
	d.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	go func() { d.ended <- d.Run(ctx) }()
	d.look()
	end = sync.OnceFunc(func() {
		stop()
		select {
		case err := <-d.ended:
			if err != nil {
				d.t.Error(err)
			}
		case <-time.After(5 * time.Second):
			d.t.Error("it does not end")
		}
	})
	d.t.Cleanup(end)
	d.end = end
	return end
}

// look waits until Run has looked.
func (d *desk) look() {
	d.t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	d.Look(ctx)
	if ctx.Err() != nil {
		d.t.Fatal("nobody looks")
	}
}

// turn switches the subscription on or off, and returns once that holds.
func (d *desk) turn(on bool) {
	d.t.Helper()
	if _, err := feed.Switch(d.folder, on); err != nil {
		d.t.Fatal(err)
	}
	d.look()
}

// renew takes a new address, and returns once it holds.
func (d *desk) renew() {
	d.t.Helper()
	if _, err := feed.Renew(d.t.Context(), d.folder); err != nil {
		d.t.Fatal(err)
	}
	d.look()
}

// open is a desk that serves.
func open(t *testing.T) *desk {
	t.Helper()
	d := closed(t, t.TempDir())
	if _, err := feed.Switch(d.folder, true); err != nil {
		t.Fatal(err)
	}
	d.run()
	d.is(feed.Serving)
	return d
}

func (d *desk) is(state feed.State) {
	d.t.Helper()
	if got := d.Status(); got.State != state {
		d.t.Fatalf("state %d, want %d: %+v", got.State, state, got)
	}
}

func (d *desk) wasServed(states ...feed.State) {
	d.t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	if !slices.Equal(d.states, states) {
		d.t.Errorf("told of %v, want %v", d.states, states)
	}
}

func (d *desk) host() string { return fmt.Sprintf("127.0.0.1:%d", d.Status().Port) }
func (d *desk) path() string { return strings.TrimPrefix(d.Status().Address(), "http://"+d.host()) }

// answer is what came back, whole.
type answer struct {
	*http.Response
	body string
}

// ask sends a request line and headers, each as NAME: VALUE, just as they are. Host is added unless it
// is given; "Host" alone leaves it out.
func (d *desk) ask(method, path string, headers ...string) answer {
	d.t.Helper()
	conn, err := net.Dial("tcp", d.host())
	if err != nil {
		d.t.Fatal(err)
	}
	defer conn.Close()
	head := method + " " + path + " HTTP/1.1\r\n"
	if !slices.ContainsFunc(headers, func(h string) bool { return strings.HasPrefix(h, "Host") }) {
		head += "Host: " + d.host() + "\r\n"
	}
	for _, h := range headers {
		if h != "Host" {
			head += h + "\r\n"
		}
	}
	return d.receive(conn, method, head+"\r\n")
}

// receive sends octets and reads one answer.
func (d *desk) receive(conn net.Conn, method, sent string) answer {
	d.t.Helper()
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	if _, err := io.WriteString(conn, sent); err != nil {
		d.t.Fatal(err)
	}
	r, err := http.ReadResponse(bufio.NewReader(conn), &http.Request{Method: method})
	if err != nil {
		d.t.Fatalf("%s: %v", sent, err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return answer{r, string(body)}
}

// get fetches the calendar.
func (d *desk) get(headers ...string) answer {
	d.t.Helper()
	return d.ask("GET", d.path(), headers...)
}

// read returns what a file of the data folder holds.
func (d *desk) read(name string) string {
	d.t.Helper()
	content, err := os.ReadFile(filepath.Join(d.folder, name))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(content)
}
