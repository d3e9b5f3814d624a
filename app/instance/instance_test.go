package instance

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"
)

// shortFolder returns a folder for sockets, whose paths may have about a hundred characters: those of t.TempDir bear
// the name of the test, and in place of one that is too long the folder of the machine in /tmp would be used.
func shortFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "p")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// inShortFolder makes sockets possible.
func inShortFolder(t *testing.T) {
	t.Helper()
	dir := shortFolder(t)
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("LocalAppData", dir) // which stands for it on Windows
}

func TestASecondStartHandsOverToTheFirst(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	for name, claim := range map[string]func(Message) (*Instance, bool, error){
		"socket":   func(m Message) (*Instance, bool, error) { return Claim(data, Window, m) },
		"loopback": place{filepath.Join(data, "window"), true}.claim,
	} {
		first, is, err := claim(Message{})
		if err != nil || !is {
			t.Fatalf("%s: the first start: %v, %v", name, is, err)
		}
		got := make(chan Message, 1)
		ended := make(chan bool)
		go func() {
			first.Listen(func(m Message) { got <- m })
			close(ended)
		}()
		sent := Message{Raise: true, Files: []string{"Connections.csv"}, Link: Person(ana), Yield: true, Left: true, End: true, Secret: &Secret{"ana", "s3cret"}}
		second, is, err := claim(sent)
		if err != nil || is || second != nil {
			t.Fatalf("%s: the second start: %v, %v", name, is, err)
		}
		select {
		case m := <-got:
			if m.Token = ""; !reflect.DeepEqual(m, sent) {
				t.Errorf("%s: handed over %+v", name, m)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("%s: nothing was handed over", name)
		}
		if err := first.Close(); err != nil {
			t.Error(err)
		}
		<-ended
		third, is, err := claim(Message{})
		if err != nil || !is {
			t.Fatalf("%s: a start after the first has ended: %v, %v", name, is, err)
		}
		third.Close()
	}
}

func TestManyStartsAtOnceAreOneWindow(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	first := make(chan *Instance, 8)
	for range cap(first) {
		go func() {
			inst, _, err := Claim(data, Window, Message{Raise: true})
			if err != nil {
				t.Error(err)
			}
			if inst != nil {
				go inst.Listen(func(Message) {})
			}
			first <- inst
		}()
	}
	windows := 0
	for range cap(first) {
		if inst := <-first; inst != nil {
			windows++
			defer inst.Close()
		}
	}
	if windows != 1 {
		t.Errorf("there are %d windows", windows)
	}
}

func TestASocketLeftBehindIsNoWindow(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	p, err := placeOf(data, Window)
	if err != nil {
		t.Fatal(err)
	}
	left, err := net.ListenUnix("unix", &net.UnixAddr{Name: p.socket(), Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	left.SetUnlinkOnClose(false)
	left.Close()
	if Tell(data, Window, Message{}) {
		t.Error("somebody answers")
	}
	inst, first, err := Claim(data, Window, Message{})
	if err != nil || !first {
		t.Fatalf("%v, %v", first, err)
	}
	inst.Close()
}

func TestAWindowThatDoesNotAnswerIsSaid(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	p, err := placeOf(data, Window)
	if err != nil {
		t.Fatal(err)
	}
	held := flock.New(p.lock())
	if _, err := held.TryLock(); err != nil {
		t.Fatal(err)
	}
	defer held.Unlock()
	if _, first, err := Claim(data, Window, Message{}); first || !errors.Is(err, ErrSilent) {
		t.Errorf("%v, %v", first, err)
	}
}

func TestOnLoopbackAMessageWithoutTheTokenIsNotTaken(t *testing.T) {
	p := place{filepath.Join(t.TempDir(), "window"), true}
	inst, _, err := p.claim(Message{})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan bool)
	go func() {
		inst.Listen(func(Message) { t.Error("a stranger's message was taken") })
		close(ended)
	}()
	if told(Message{Token: "guess", Raise: true}, "tcp", inst.listener.Addr().String()) {
		t.Error("a stranger was told that the message is taken")
	}
	info, err := os.Stat(p.socket())
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the token may be read by others: %v, %v", info, err)
	}
	inst.Close()
	<-ended
}

func TestWhoeverSaysNothingKeepsNobodyWaiting(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	inst, _, err := Claim(data, Window, Message{})
	if err != nil {
		t.Fatal(err)
	}
	defer inst.Close()
	go inst.Listen(func(Message) {})
	for range mostReads - 1 {
		conn, err := net.Dial("unix", inst.place.socket())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
	}
	begun := time.Now()
	if !Tell(data, Window, Message{Raise: true}) || time.Since(begun) >= answering {
		t.Errorf("answered after %v", time.Since(begun))
	}
}

func TestAMessageWithABadLinkIsNotTaken(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	inst, _, err := Claim(data, Window, Message{})
	if err != nil {
		t.Fatal(err)
	}
	defer inst.Close()
	go inst.Listen(func(m Message) { t.Errorf("%+v was taken", m) })
	for _, line := range []string{`{"link":"peerage:person/x"}`, `{"link":"https://example.com"}`, `{"raise":1}`, `raise`, `{`} {
		conn, err := net.Dial("unix", inst.place.socket())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := conn.Write([]byte(line + "\n")); err != nil {
			t.Fatal(err)
		}
		if n, err := conn.Read(make([]byte, 8)); err == nil {
			t.Errorf("%s is answered with %d octets", line, n)
		}
		conn.Close()
	}
}

func TestDifferentDataAndRolesAreDifferentProcesses(t *testing.T) {
	inShortFolder(t)
	one, other := t.TempDir(), t.TempDir()
	for _, c := range []struct {
		dir  string
		role Role
	}{{one, Window}, {other, Window}, {one, Agent}} {
		inst, first, err := Claim(c.dir, c.role, Message{})
		if err != nil || !first {
			t.Fatal(c, first, err)
		}
		defer inst.Close()
	}
}

func TestAFolderIsTheSameByWhicheverPath(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	link := filepath.Join(t.TempDir(), "data")
	if err := os.Symlink(data, link); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "not there yet"} {
		a, err := placeOf(filepath.Join(data, name), Agent)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := placeOf(filepath.Join(link, name), Agent); err != nil || a != b {
			t.Errorf("%v is not %v: %v", a, b, err)
		}
	}
}

func TestClosingTwiceLeavesTheNextWindowAlone(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	first, _, err := Claim(data, Window, Message{})
	if err != nil {
		t.Fatal(err)
	}
	first.Close()
	next, is, err := Claim(data, Window, Message{})
	if err != nil || !is {
		t.Fatal(is, err)
	}
	defer next.Close()
	first.Close()
	if _, err := os.Stat(next.place.socket()); err != nil {
		t.Errorf("the first window took the next one's socket away: %v", err)
	}
}

// TestMain also is the process that a test kills.
func TestMain(m *testing.M) {
	if data := os.Getenv("PEERAGE_TEST_DATA"); data != "" {
		inst, _, err := Claim(data, Agent, Message{})
		if err != nil {
			os.Exit(1)
		}
		os.Stdout.WriteString("ready\n")
		inst.Listen(func(Message) {})
	}
	os.Exit(m.Run())
}

func TestARoleIsFreeOnceItsProcessIsKilled(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), "PEERAGE_TEST_DATA="+data)
	out, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 8)); err != nil {
		t.Fatal(err)
	}
	if !Tell(data, Agent, Message{}) {
		t.Error("the other process does not answer")
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	other.Wait()
	inst, first, err := Claim(data, Agent, Message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	inst.Close()
}

func TestASecretIsNotPrinted(t *testing.T) {
	m := Message{Secret: &Secret{"https://dav.example ana", "s3cret"}}
	var logged bytes.Buffer
	slog.New(slog.NewTextHandler(&logged, nil)).Info("told", "secret", *m.Secret, "at", m.Secret)
	for _, text := range []string{fmt.Sprint(*m.Secret), fmt.Sprintf("%v %+v %#v %s %q", m.Secret, m.Secret, m.Secret, m.Secret, *m.Secret), logged.String()} {
		if strings.Contains(text, "s3cret") || strings.Contains(text, "ana") || !strings.Contains(text, hidden) {
			t.Errorf("%s", text)
		}
	}
}
