package app

import (
	"errors"
	"net"
	"path/filepath"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestADisplayThatIsGoneIsNone(t *testing.T) {
	room := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", room)
	for _, c := range [][2]string{{"", ""}, {":4711", ""}, {"unix:4711.0", ""}, {"nonsense", ""}, {":x", ""}, {":-1", ""}, {":99999", ""}, {"", "wayland-9"}, {"", room}} {
		t.Setenv("DISPLAY", c[0])
		t.Setenv("WAYLAND_DISPLAY", c[1])
		if hasDisplay() {
			t.Errorf("%q is a display", c)
		}
	}
	l, err := net.Listen("unix", filepath.Join(room, "wayland-9"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	t.Setenv("WAYLAND_DISPLAY", "wayland-9")
	if !hasDisplay() {
		t.Error("a display that answers is none")
	}
}

func TestADisplayOverTheNetworkIsAsked(t *testing.T) {
	var l net.Listener
	number := 0
	for ; l == nil && number < 100; number++ {
		l, _ = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(firstPort+number)))
	}
	if l == nil {
		t.Fatal("no port is free")
	}
	defer l.Close()
	for _, host := range []string{"127.0.0.1", "tcp/127.0.0.1"} {
		if !answers(xAt(host + ":" + strconv.Itoa(number-1) + ".0")...) {
			t.Errorf("%s does not answer", host)
		}
	}
	l.Close()
	if answers(xAt("127.0.0.1:" + strconv.Itoa(number-1))...) {
		t.Error("what is gone answers")
	}
}

// refusing is a window that panics when it is shown.
type refusing struct {
	fyne.Window
	with any
}

func (w refusing) Show() { panic(w.with) }

func TestADisplayThatLetsNobodyInIsAnError(t *testing.T) {
	if err := show(refusing{with: errors.New("NotInitialized: The GLFW library is not initialized")}); !errors.Is(err, errRefused) {
		t.Error(err)
	}
	if err := show(test.NewTempWindow(t, nil)); err != nil {
		t.Error(err)
	}
	defer func() {
		if p := recover(); p != "a fault" {
			t.Errorf("a fault of the program became %v", p)
		}
	}()
	t.Error(show(refusing{with: "a fault"}))
}
