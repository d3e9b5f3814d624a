package feed_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"peerage/app/feed"
	"peerage/data"
	"peerage/data/datatest"
)

// answers reports whether anybody listens on a port of loopback.
func answers(port int) bool {
	conn, err := net.Dial("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return false
	}
	conn.Close()
	return true
}

func TestNothingListensUntilItIsSwitchedOn(t *testing.T) {
	d := closed(t, t.TempDir())
	end := d.run()
	d.is(feed.Off)
	if s := d.Status(); s.Port != 0 || s.Token != "" {
		t.Errorf("there is an address already: %+v", s)
	}
	d.turn(true)
	d.is(feed.Serving)
	first := d.Status().Subscription
	is(t, "on", d.get(), http.StatusOK)
	idle, err := net.Dial("tcp", d.host())
	if err != nil {
		t.Fatal(err)
	}
	defer idle.Close()
	d.turn(false)
	if answers(first.Port) {
		t.Error("it listens although it is off")
	}
	idle.SetDeadline(time.Now().Add(5 * time.Second))
	if _, err := idle.Read(make([]byte, 1)); err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error("who was connected stays so")
	}
	d.turn(true)
	if s := d.Status(); s.Port != first.Port || s.Token != first.Token {
		t.Errorf("off and on again changed the address: %+v, before %+v", s, first)
	}
	end()
	if answers(first.Port) {
		t.Error("it listens after the end")
	}
	d.wasServed(feed.Serving, feed.Off, feed.Serving, feed.Off)
}

func TestTheNextStartServesAtTheSameAddress(t *testing.T) {
	d := open(t)
	first := d.Status()
	d.get()
	d.end()
	again := closed(t, d.folder)
	again.run()
	again.is(feed.Serving)
	if s := again.Status(); s.Address() != first.Address() || !s.Fetched.Equal(noon) {
		t.Errorf("%+v, before %+v", s, first)
	}
}

func TestANewAddressCutsTheOldOneOff(t *testing.T) {
	d := open(t)
	old := d.Status()
	d.get()
	oldPath := d.path()
	conn, err := net.Dial("tcp", d.host()) // connected before, and asking after
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	d.renew()
	now := d.Status()
	if now.Token == old.Token || now.Port != old.Port || !now.On || !now.Fetched.IsZero() {
		t.Errorf("%+v, before %+v", now, old)
	}
	is(t, "the address of before", d.ask("GET", oldPath), http.StatusNotFound)
	is(t, "on a connection of before", d.receive(conn, "GET", "GET "+oldPath+" HTTP/1.1\r\nHost: "+d.host()+"\r\n\r\n"), http.StatusNotFound)
	is(t, "the new one", d.get(), http.StatusOK)
}

func TestAPortThatIsTakenIsSaidAndKept(t *testing.T) {
	d := closed(t, t.TempDir())
	s, err := feed.Switch(d.folder, true)
	if err != nil {
		t.Fatal(err)
	}
	var asked []string
	var mu sync.Mutex
	other := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, r.RequestURI)
		io.WriteString(w, "I answer everything")
	})}
	l, err := feed.Listen(s.Port)
	if err != nil {
		t.Fatal(err)
	}
	go other.Serve(l)
	end := d.run()
	d.is(feed.Failing)
	if got := d.Status(); got.Failure != feed.PortTaken || got.Port != s.Port || !got.FailedAt.Equal(noon) {
		t.Errorf("%+v", got)
	}
	for range 5 {
		d.look()
	}
	mu.Lock()
	if len(asked) != 1 || strings.Contains(asked[0], s.Token) {
		t.Errorf("the other program was asked %q", asked)
	}
	mu.Unlock()
	if kept, err := feed.Load(d.folder); err != nil || kept != s {
		t.Errorf("the address changed to %+v, %v", kept, err)
	}
	other.Close()
	d.look()
	d.is(feed.Serving)
	if got := d.Status(); got.Failure != feed.PortTaken {
		t.Errorf("the last error is forgotten: %+v", got)
	}
	end()
	d.wasServed(feed.Failing, feed.Serving, feed.Off)
}

func TestANewAddressTakesAnotherPortWhereOneIsTaken(t *testing.T) {
	d := closed(t, t.TempDir())
	s, err := feed.Switch(d.folder, true)
	if err != nil {
		t.Fatal(err)
	}
	l, err := feed.Listen(s.Port)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	d.run()
	d.is(feed.Failing)
	d.renew()
	d.is(feed.Serving)
	if got := d.Status(); got.Port == s.Port || got.Token == s.Token || got.Failure != "" {
		t.Errorf("%+v, before %+v", got, s)
	}
}

func TestAFileThatHoldsNoSubscriptionIsSaidAndMended(t *testing.T) {
	d := closed(t, t.TempDir())
	// A port below 1024 is the system's and never kept.
	for _, content := range []string{`{"on":true,"port":80,"token":"` + strings.Repeat("a", 52) + `"}`, `{"on":true,"port":30000,"token":"short"}`, "", "[]", "\x00"} {
		if err := os.WriteFile(filepath.Join(d.folder, feed.FileName), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := feed.Load(d.folder); !errors.Is(err, feed.ErrUnreadable) {
			t.Errorf("%q: %v", content, err)
		}
	}
	d.run()
	d.is(feed.Failing)
	if got := d.Status(); got.Failure != feed.Unreadable {
		t.Errorf("%+v", got)
	}
	d.renew()
	d.turn(true)
	d.is(feed.Serving)
}

func TestOfSeveralProcessesOneServesAndTheNextTakesOver(t *testing.T) {
	d := open(t)
	second := closed(t, d.folder)
	second.run()
	second.is(feed.Elsewhere)
	d.get()
	d.look() // writes down that it was fetched
	if got := second.Status(); got.Address() != d.Status().Address() || !got.Fetched.Equal(noon) {
		t.Errorf("%+v", got)
	}
	second.renew()
	second.is(feed.Elsewhere)
	d.look()
	is(t, "the address that the other process took", second.get(), http.StatusOK)
	d.end()
	second.look()
	second.is(feed.Serving)
	is(t, "after the first has ended", second.get(), http.StatusOK)
	second.wasServed(feed.Elsewhere, feed.Serving)
}

func TestWhatAnotherProcessWritesIsServed(t *testing.T) {
	d := open(t)
	etag := d.get().Header.Get("ETag")
	datatest.Person(t, datatest.OpenIn(t, d.folder), "Ana")
	d.look()
	if got := d.get("If-None-Match: " + etag); !strings.Contains(got.body, "X-PEOPLE:1") {
		t.Errorf("%s %q", got.Status, got.body)
	}
}

func TestWhatTheOtherProcessSwitchesHoldsHere(t *testing.T) {
	d := open(t)
	if _, err := feed.Switch(d.folder, false); err != nil {
		t.Fatal(err)
	}
	deadline := time.Now().Add(10 * time.Second)
	for d.Status().State != feed.Off { // nobody asks Run to look
		if time.Now().After(deadline) {
			t.Fatal("it is served on")
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func TestWhoeverStartsItServesAlthoughItIsOff(t *testing.T) {
	d := closed(t, t.TempDir())
	d.Always = true
	s, err := feed.Ready(d.folder)
	if err != nil || s.On {
		t.Fatal(s, err)
	}
	d.run()
	d.is(feed.Serving)
	is(t, "off, and served", d.get(), http.StatusOK)
}

func TestARemovedFolderTakesTheSubscriptionWithIt(t *testing.T) {
	d := open(t)
	port := d.Status().Port
	if err := os.RemoveAll(d.folder); err != nil {
		t.Fatal(err)
	}
	d.look()
	if d.is(feed.Off); answers(port) {
		t.Error("it listens on")
	}
	if _, err := os.Stat(d.folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made again: %v", err)
	}

	always := closed(t, t.TempDir())
	always.Always = true
	if _, err := feed.Ready(always.folder); err != nil {
		t.Fatal(err)
	}
	go func() { always.ended <- always.Run(context.Background()) }()
	always.look()
	if err := os.RemoveAll(always.folder); err != nil {
		t.Fatal(err)
	}
	select {
	case err := <-always.ended:
		if !errors.Is(err, feed.ErrGone) {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("it goes on without its data")
	}
}

func TestACalendarThatCannotBeMadeIsSaidAndTriedAgain(t *testing.T) {
	d := open(t)
	etag := d.get().Header.Get("ETag")
	d.broken.Store(true)
	d.Renewed()
	got := d.get("If-None-Match: " + etag)
	is(t, "broken", got, http.StatusServiceUnavailable)
	if got.Header.Get("Retry-After") == "" || strings.Contains(got.body, "disk") {
		t.Errorf("%v %q", got.Header, got.body)
	}
	d.look()
	if s := d.Status(); s.State != feed.Serving || s.Failure != feed.NoCalendar || !s.FailedAt.Equal(noon) || !s.Fetched.Equal(noon) {
		t.Errorf("%+v", s)
	}
	d.broken.Store(false)
	is(t, "mended", d.get("If-None-Match: "+etag), http.StatusNotModified)
}

func TestAHundredProgramsAtOnceGetOneEdition(t *testing.T) {
	d := open(t)
	var all sync.WaitGroup
	failed := make(chan error, 100)
	for range 100 {
		all.Go(func() {
			client := http.Client{Transport: &http.Transport{}, Timeout: 10 * time.Second}
			r, err := client.Get(d.Status().Address())
			if err == nil {
				r.Body.Close()
			}
			if err == nil && r.StatusCode != http.StatusOK {
				err = errors.New(r.Status)
			}
			failed <- err
		})
	}
	all.Wait()
	for range 100 {
		if err := <-failed; err != nil {
			t.Fatal(err)
		}
	}
	if d.made.Load() != 1 {
		t.Errorf("the calendar was made %d times", d.made.Load())
	}
}

func TestWhoSaysNothingLosesThePlace(t *testing.T) {
	d := closed(t, t.TempDir())
	d.Hurry(300 * time.Millisecond)
	d.Places(8)
	if _, err := feed.Switch(d.folder, true); err != nil {
		t.Fatal(err)
	}
	d.run()
	for i := range 20 { // more than have a place, and one of two begins a request and does not end it
		conn, err := net.Dial("tcp", d.host())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if i%2 == 0 {
			io.WriteString(conn, "GET "+d.path()+" HTTP/1.1\r\nHo")
		}
	}
	is(t, "behind twenty that say nothing", d.get(), http.StatusOK)
}

func TestASlowReaderIsCutOffAndKeepsNobodyWaiting(t *testing.T) {
	large := strings.Repeat("x", 64<<20)
	s := datatest.OpenIn(t, t.TempDir())
	folder := filepath.Dir(s.Path())
	f := feed.New(s, func(context.Context) ([]byte, error) { return []byte(large), nil }, func() data.Day { return 1 }, time.Now)
	f.Hurry(2 * time.Second)
	if _, err := feed.Switch(folder, true); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- f.Run(ctx) }()
	f.Look(ctx)
	address := f.Status()
	conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", address.Port))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	path := strings.TrimPrefix(address.Address(), "http://"+conn.RemoteAddr().String())
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", path, conn.RemoteAddr())
	conn.Read(make([]byte, 1))
	begin := time.Now()
	r, err := http.Head(address.Address())
	if err != nil || r.StatusCode != http.StatusOK || time.Since(begin) > 1500*time.Millisecond {
		t.Errorf("beside a slow reader: %v after %v", err, time.Since(begin))
	}
	time.Sleep(2500 * time.Millisecond)
	conn.SetDeadline(time.Now().Add(10 * time.Second))
	if n, err := io.Copy(io.Discard, conn); n >= int64(len(large)) || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the slow reader got %d octets, %v", n, err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestUndoDoesNotTouchTheSubscription(t *testing.T) {
	d := open(t)
	datatest.Person(t, d.store, "Ana")
	before := d.read(feed.FileName)
	if _, err := d.store.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.look()
	if d.is(feed.Serving); d.read(feed.FileName) != before {
		t.Error("undo changed it")
	}
	copied, err := d.store.Backup(t.Context(), "by-hand")
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(copied)
	if err != nil || strings.Contains(string(content), d.Status().Token) {
		t.Error("the token is in a copy of the data", err)
	}
}
