package command_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"peerage/app/command"
	"peerage/app/feed"
)

// told is what a command that runs on has written so far.
type told struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (t *told) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.b.Write(p)
}

func (t *told) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.b.String()
}

// served is "peerage serve" while it runs.
type served struct {
	out, err told
	status   chan int
	stop     func()
}

// serve runs the command beside the test, and waits until it has said its address or has ended.
func (d *desk) serve(args ...string) *served {
	d.t.Helper()
	s := &served{status: make(chan int, 1)}
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	env := d.env
	env.Out, env.Err = &s.out, &s.err
	go func() { s.status <- command.Run(ctx, &env, append([]string{"serve"}, args...)) }()
	d.t.Cleanup(func() {
		stop()
		select {
		case <-s.status:
		case <-time.After(time.Second): // it has ended before
		}
	})
	d.wait(func() bool { return s.out.String() != "" || len(s.status) > 0 })
	return s
}

func (d *desk) wait(until func() bool) {
	d.t.Helper()
	for deadline := time.Now().Add(15 * time.Second); !until(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			d.t.Fatal("it takes too long")
		}
	}
}

// ends stops the command and returns its exit status.
func (s *served) ends() int {
	s.stop()
	status := <-s.status
	s.status <- status
	return status
}

func fetch(t *testing.T, address string) (string, error) {
	t.Helper()
	r, err := http.Get(strings.TrimSpace(address))
	if err != nil {
		return "", err
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if r.StatusCode != http.StatusOK {
		err = errors.Join(err, errors.New(r.Status))
	}
	return string(b), err
}

func TestServeServesWhatCalendarWrites(t *testing.T) {
	d := known(t)
	d.run("set", "Ana", "--cadence", "7/14")
	s := d.serve()
	address := s.out.String()
	if !strings.HasPrefix(address, "http://127.0.0.1:") || !strings.HasSuffix(address, ".ics\n") || strings.Count(address, "\n") != 1 {
		t.Fatalf("%q, %q", address, s.err.String())
	}
	if got, err := fetch(t, address); err != nil || got != d.run("calendar") {
		t.Error("it serves something else", err)
	}
	d.run("set", "Kim", "--cadence", "7/14")
	d.wait(func() bool { got, _ := fetch(t, address); return strings.Count(got, "BEGIN:VEVENT") == 2 })
	if status := s.ends(); status != 0 || s.err.String() != "" || s.out.String() != address {
		t.Errorf("exit status %d: %q %q", status, s.out.String(), s.err.String())
	}
	if _, err := fetch(t, address); err == nil {
		t.Error("it is served after the end")
	}
	again := d.serve()
	if again.out.String() != address {
		t.Errorf("the next time it is at %q, before at %q", again.out.String(), address)
	}
	if kept, err := feed.Load(d.env.DataDir); err != nil || kept.On {
		t.Errorf("the command switched it on: %v, %v", kept.On, err)
	}
}

func TestServeSaysItsAddressAsJSON(t *testing.T) {
	d := known(t)
	s := d.serve("--json")
	kept, err := feed.Load(d.env.DataDir)
	if want := fmt.Sprintf("{\n  \"address\": %q\n}\n", kept.Address()); err != nil || s.out.String() != want {
		t.Errorf("%q, want %q, %v", s.out.String(), want, err)
	}
}

func TestServeWaitsWhereAnotherServesAlready(t *testing.T) {
	d := known(t)
	first := d.serve()
	second := d.serve()
	if second.out.String() != first.out.String() || !strings.Contains(second.err.String(), "goes on when that ends") {
		t.Errorf("%q %q", second.out.String(), second.err.String())
	}
	first.ends()
	d.wait(func() bool { _, err := fetch(t, second.out.String()); return err == nil })
	if status := second.ends(); status != 0 {
		t.Error(status)
	}
}

func TestANewAddressHoldsForWhoServesAlready(t *testing.T) {
	d := known(t)
	first := d.serve()
	second := d.serve("--new-address")
	if got := second.out.String(); got == "" || got == first.out.String() || !strings.Contains(second.err.String(), "goes on when that ends") {
		t.Errorf("%q %q", got, second.err.String())
	}
	if _, err := fetch(t, second.out.String()); err != nil {
		t.Error(err)
	}
	if _, err := fetch(t, first.out.String()); err == nil {
		t.Error("the address of before is served")
	}
}

func TestServeFailsWhereItCannotServe(t *testing.T) {
	d := known(t)
	kept, err := feed.Ready(d.env.DataDir)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", kept.Port))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	d.fails(1, []string{fmt.Sprint(kept.Port), "Another program"}, "serve")
	if now, err := feed.Load(d.env.DataDir); err != nil || now != kept {
		t.Error("the address changed", err)
	}
	renewed := d.serve("--new-address")
	if got := renewed.out.String(); got == "" || strings.Contains(got, kept.Token) || strings.Contains(got, fmt.Sprint(kept.Port)) {
		t.Errorf("%q %q", got, renewed.err.String())
	}
	renewed.ends()
	if err := os.WriteFile(filepath.Join(d.env.DataDir, feed.FileName), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.fails(1, []string{feed.FileName, "cannot be read"}, "serve")
	d.env.Out = full{}
	d.fails(1, []string{"could not be written"}, "serve", "--new-address")
}

func TestServeEndsWithItsData(t *testing.T) {
	d := known(t)
	s := d.serve()
	if err := os.Remove(filepath.Join(d.env.DataDir, feed.FileName)); err != nil {
		t.Fatal(err)
	}
	d.wait(func() bool { return len(s.status) > 0 })
	if status := <-s.status; status != 1 || !strings.Contains(s.err.String(), "not in the data folder any more") {
		t.Errorf("exit status %d: %q", status, s.err.String())
	}
}

func TestServeSaysThatThePortIsTakenAndEnds(t *testing.T) {
	d := newDesk(t)
	folder := d.env.DataDir
	kept, err := feed.Ready(folder)
	if err != nil {
		t.Fatal(err)
	}
	other, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", kept.Port))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	s := d.serve()
	if status := <-s.status; status != 1 || s.out.String() != "" {
		t.Errorf("it ends with %d and says %q", status, s.out.String())
	}
	want := fmt.Sprintf("peerage: Another program uses port %d, so the calendar cannot be served. Please end that program, or choose another port with --new-address.\n", kept.Port)
	if got := s.err.String(); got != want {
		t.Errorf("it says %q", got)
	}
}
