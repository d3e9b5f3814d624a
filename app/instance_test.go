package app

import (
	"net"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// inShortFolder makes sockets possible: their paths may have about a hundred characters.
func inShortFolder(t *testing.T) {
	t.Helper()
	dir, err := os.MkdirTemp("", "p")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	t.Setenv("XDG_RUNTIME_DIR", dir)
}

func TestASecondStartHandsOverToTheFirst(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	for name, claim := range map[string]func(message) (*instance, bool, error){
		"socket":   func(m message) (*instance, bool, error) { return claimInstance(data, m) },
		"loopback": func(m message) (*instance, bool, error) { return claimLoopback(filepath.Join(data, "window"), m) },
	} {
		first, is, err := claim(message{})
		if err != nil || !is {
			t.Fatalf("%s: the first start: %v, %v", name, is, err)
		}
		got := make(chan message, 1)
		ended := make(chan bool)
		go func() {
			first.listen(func(m message) { got <- m })
			close(ended)
		}()
		second, is, err := claim(message{Raise: true, Files: []string{"Connections.csv"}})
		if err != nil || is || second != nil {
			t.Fatalf("%s: the second start: %v, %v", name, is, err)
		}
		select {
		case m := <-got:
			if !m.Raise || !slices.Equal(m.Files, []string{"Connections.csv"}) {
				t.Errorf("%s: handed over %+v", name, m)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("%s: nothing was handed over", name)
		}
		if err := first.Close(); err != nil {
			t.Error(err)
		}
		<-ended
		third, is, err := claim(message{})
		if err != nil || !is {
			t.Fatalf("%s: a start after the first has ended: %v, %v", name, is, err)
		}
		third.Close()
	}
}

func TestASocketLeftBehindIsNoWindow(t *testing.T) {
	inShortFolder(t)
	path := filepath.Join(runtimeDir(), "left.sock")
	left, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	left.SetUnlinkOnClose(false)
	left.Close()
	inst, first, err := claimSocket(path, message{})
	if err != nil || !first {
		t.Fatalf("%v, %v", first, err)
	}
	inst.Close()
}

func TestOnLoopbackAMessageWithoutTheTokenIsNotTaken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "window")
	inst, _, err := claimLoopback(path, message{})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan bool)
	go func() {
		inst.listen(func(message) { t.Error("a stranger's message was taken") })
		close(ended)
	}()
	if told(message{Token: "guess", Raise: true}, "tcp", inst.listener.Addr().String()) {
		t.Error("a stranger was told that the message is taken")
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the token may be read by others: %v, %v", info, err)
	}
	inst.Close()
	<-ended
}

func TestDifferentDataIsADifferentWindow(t *testing.T) {
	inShortFolder(t)
	a, first, err := claimInstance(t.TempDir(), message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	defer a.Close()
	b, first, err := claimInstance(t.TempDir(), message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	b.Close()
}

func TestClosingTwiceLeavesTheNextWindowAlone(t *testing.T) {
	inShortFolder(t)
	data := t.TempDir()
	first, _, err := claimInstance(data, message{})
	if err != nil {
		t.Fatal(err)
	}
	first.Close()
	next, is, err := claimInstance(data, message{})
	if err != nil || !is {
		t.Fatal(is, err)
	}
	defer next.Close()
	first.Close()
	if _, err := os.Stat(next.place); err != nil {
		t.Errorf("the first window took the next one's socket away: %v", err)
	}
}
