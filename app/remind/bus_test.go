//go:build unix && !darwin

package remind

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// bus is a session bus with a notification service, as far as a notifier meets them. It listens where the
// environment of the test says the session bus is.
type bus struct {
	t      *testing.T
	answer func(call *dbus.Message, id uint32) *dbus.Message // to Notify; nil answers nothing

	mu       sync.Mutex
	calls    [][]any // of Notify
	conns    []net.Conn
	greeting bool // it says hello, else it is silent from the start
}

// session starts a bus whose service answers each call as answer says.
func session(t *testing.T, greeting bool, answer func(call *dbus.Message, id uint32) *dbus.Message) *bus {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bus")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	b := &bus{t: t, answer: answer, greeting: greeting}
	t.Cleanup(func() {
		l.Close()
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, c := range b.conns {
			c.Close()
		}
	})
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+path)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			b.mu.Lock()
			b.conns = append(b.conns, c)
			b.mu.Unlock()
			if greeting {
				go b.serve(c)
			}
		}
	}()
	return b
}

// serve speaks D-Bus with one client: the greeting in lines, then messages.
func (b *bus) serve(c net.Conn) {
	in := bufio.NewReader(c)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		switch line = strings.Trim(line, "\x00\r\n"); {
		case line == "AUTH":
			fmt.Fprint(c, "REJECTED EXTERNAL\r\n")
		case strings.HasPrefix(line, "AUTH EXTERNAL"):
			fmt.Fprint(c, "OK 0123456789abcdef0123456789abcdef\r\n")
		case line == "BEGIN":
			b.talk(c, in)
			return
		default:
			fmt.Fprint(c, "ERROR\r\n")
		}
	}
}

func (b *bus) talk(c net.Conn, in io.Reader) {
	for {
		m, err := dbus.DecodeMessage(in)
		if err != nil {
			return
		}
		reply := done(m, "")
		switch member, _ := m.Headers[dbus.FieldMember].Value().(string); member {
		case "Hello":
			reply = done(m, ":1.7")
		case "Notify":
			b.mu.Lock()
			b.calls = append(b.calls, m.Body)
			id := uint32(len(b.calls))
			b.mu.Unlock()
			if reply = b.answer(m, id); reply == nil {
				continue
			}
		}
		b.send(c, reply)
	}
}

func (b *bus) send(c net.Conn, m *dbus.Message) {
	var octets bytes.Buffer
	if err := m.EncodeTo(&octets, binary.LittleEndian); err != nil {
		b.t.Error(err)
	}
	binary.LittleEndian.PutUint32(octets.Bytes()[8:], serial.Add(1)) // each message has another one
	b.mu.Lock()
	defer b.mu.Unlock()
	_, _ = c.Write(octets.Bytes())
}

// shown returns the calls there were, and how many connections they came over.
func (b *bus) shown() (calls [][]any, connections int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.calls), len(b.conns)
}

// signal tells every client of something that happened to a note.
func (b *bus) signal(member string, body ...any) {
	m := message(dbus.TypeSignal, map[dbus.HeaderField]any{
		dbus.FieldPath: servicePath, dbus.FieldInterface: service, dbus.FieldMember: member, dbus.FieldSender: ":1.2",
	}, body...)
	b.mu.Lock()
	conns := b.conns
	b.mu.Unlock()
	for _, c := range conns {
		b.send(c, m)
	}
}

var serial atomic.Uint32

// message makes one as the bus passes it on.
func message(kind dbus.Type, headers map[dbus.HeaderField]any, body ...any) *dbus.Message {
	m := &dbus.Message{Type: kind, Headers: map[dbus.HeaderField]dbus.Variant{}, Body: body}
	for field, value := range headers {
		m.Headers[field] = dbus.MakeVariant(value)
	}
	if len(body) > 0 {
		m.Headers[dbus.FieldSignature] = dbus.MakeVariant(dbus.SignatureOf(body...))
	}
	return m
}

// done is the answer to a call; "" answers with nothing.
func done(call *dbus.Message, value any) *dbus.Message {
	var body []any
	if value != "" {
		body = []any{value}
	}
	return message(dbus.TypeMethodReply, map[dbus.HeaderField]any{dbus.FieldReplySerial: call.Serial()}, body...)
}

func refused(call *dbus.Message, _ uint32) *dbus.Message {
	return message(dbus.TypeError, map[dbus.HeaderField]any{
		dbus.FieldReplySerial: call.Serial(), dbus.FieldErrorName: "org.freedesktop.DBus.Error.ServiceUnknown",
	}, "The name org.freedesktop.Notifications was not provided by any .service files")
}

func shows(call *dbus.Message, id uint32) *dbus.Message { return done(call, id) }

// an icon of two pixels.
func icon(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 2, 1))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheServiceIsGivenEveryNameAsItIsWritten(t *testing.T) {
	b := session(t, true, shows)
	d := NewDesktop(icon(t))
	for i, name := range hostile {
		if err := d.Notify(t.Context(), Note{Title: name, Body: name}); err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		calls, _ := b.shown()
		call, want := calls[i], Clean(Note{Title: name, Body: name})
		hints := call[6].(map[string]dbus.Variant)
		if call[0] != "Peerage" || call[1] != uint32(0) || call[2] != "" || call[3] != want.Title || call[4] != markup(want.Body) || len(call[5].([]string)) != 0 || call[7] != int32(-1) {
			t.Errorf("%q: the service was given %q", name, call)
		}
		if picture := hints["image-data"].Value().([]any); len(hints) != 3 || picture[0] != int32(2) || picture[1] != int32(1) || len(picture[6].([]byte)) != 8 {
			t.Errorf("the hints are %v", hints)
		}
	}
}

func TestAnIconThatIsNoneIsLeftOut(t *testing.T) {
	b := session(t, true, shows)
	err := NewDesktop([]byte("no picture")).Notify(t.Context(), Note{Title: "now"})
	if calls, _ := b.shown(); err != nil || len(calls) != 1 {
		t.Errorf("%v, %v", err, calls)
	}
}

func TestABusWithoutAServiceIsAnError(t *testing.T) {
	session(t, true, refused)
	if err := NewDesktop(nil).Notify(t.Context(), Note{Title: "now"}); err == nil || errors.Is(err, ErrUnanswered) {
		t.Errorf("%v", err)
	}
}

// withoutPrograms hides notify-send.
func withoutPrograms(t *testing.T) { t.Setenv("PATH", t.TempDir()) }

func TestNoBusIsAnErrorAtOnce(t *testing.T) {
	withoutPrograms(t)
	for _, address := range []string{"unix:path=/nonexistent", "nonsense", "unix:", "tcp:host=localhost", "unix:abstract=peerage-nobody-listens"} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		for _, clicks := range []func(string){nil, func(string) {}} {
			d, began := NewDesktop(nil), time.Now()
			d.Opened = clicks
			if err := d.Notify(t.Context(), Note{Title: "now"}); err == nil || errors.Is(err, ErrUnanswered) {
				t.Errorf("%s: %v", address, err)
			}
			if took := time.Since(began); took > patience/2 {
				t.Errorf("%s took %v", address, took)
			}
		}
	}
}

func TestAServiceThatNeverAnswersIsNotWaitedFor(t *testing.T) {
	session(t, true, func(*dbus.Message, uint32) *dbus.Message { return nil })
	for _, clicks := range []func(string){nil, func(string) {}} {
		d := NewDesktop(nil)
		d.Opened = clicks
		ctx, quit := context.WithTimeout(t.Context(), 100*time.Millisecond)
		if err := d.Notify(ctx, Note{Title: "now"}); !errors.Is(err, ErrUnanswered) {
			t.Errorf("%v", err)
		}
		quit()
	}
}

func TestABusThatNeverGreetsWasHandedNothing(t *testing.T) {
	session(t, false, nil)
	withoutPrograms(t)
	ctx, quit := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer quit()
	if err := NewDesktop(nil).Notify(ctx, Note{Title: "now"}); err == nil || errors.Is(err, ErrUnanswered) {
		t.Errorf("%v", err)
	}
}

func TestNotifySendStandsInWhereNoBusIsFound(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
	programs := t.TempDir()
	script := "#!/bin/sh\nfor a; do printf '%s|' \"$a\" >>\"$0.log\"; done\nprintf '\\n' >>\"$0.log\"\n"
	if err := os.WriteFile(filepath.Join(programs, "notify-send"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", programs)
	var want strings.Builder
	for _, name := range hostile {
		n := Clean(Note{Title: name, Body: name})
		if err := NewDesktop(nil).Notify(t.Context(), Note{Title: name, Body: name}); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&want, "--app-name=Peerage|--|%s|%s|\n", n.Title, markup(n.Body))
	}
	if got, err := os.ReadFile(filepath.Join(programs, "notify-send.log")); err != nil || string(got) != want.String() {
		t.Errorf("notify-send was given %q, %v", got, err)
	}
}

func TestAClickOpensThePersonOfTheNote(t *testing.T) {
	b := session(t, true, shows)
	opened := make(chan string, 8)
	d := NewDesktop(nil)
	d.Opened = func(link string) { opened <- link }
	for _, link := range []string{"peerage:person/1", "peerage:person/2", ""} {
		if err := d.Notify(t.Context(), Note{Title: "now", Link: link}); err != nil {
			t.Fatal(err)
		}
	}
	calls, connections := b.shown()
	if actions := calls[0][5].([]string); connections != 1 || len(actions) != 2 || actions[0] != "default" {
		t.Errorf("%d connections, the actions %q", connections, actions)
	}
	b.signal("NotificationClosed", uint32(1), uint32(2))
	b.signal("ActionInvoked", uint32(1), "default")  // which is gone
	b.signal("ActionInvoked", uint32(77), "default") // of another program
	b.signal("ActionInvoked", uint32(2), "delete")   // which was not offered
	b.signal("ActionInvoked", "2", "default")        // is none
	b.signal("ActionInvoked", uint32(2))
	b.signal("ActivationToken", uint32(2), "token")
	b.signal("ActionInvoked", uint32(2), "default")
	b.signal("ActionInvoked", uint32(3), "default")
	for _, want := range []string{"peerage:person/2", ""} {
		if got := <-opened; got != want {
			t.Errorf("opened %q, want %q", got, want)
		}
	}
	if len(opened) > 0 {
		t.Errorf("opened %q too", <-opened)
	}
}

func TestABusThatWentAwayIsFoundAgain(t *testing.T) {
	b := session(t, true, shows)
	d := NewDesktop(nil)
	d.Opened = func(string) {}
	for range 2 {
		if err := d.Notify(t.Context(), Note{Title: "now"}); err != nil {
			t.Fatal(err)
		}
		b.mu.Lock()
		last := b.conns[len(b.conns)-1]
		b.mu.Unlock()
		last.Close()
		for d.system.conn.Connected() {
			time.Sleep(time.Millisecond)
		}
	}
	if _, connections := b.shown(); connections != 2 {
		t.Errorf("%d connections", connections)
	}
}
