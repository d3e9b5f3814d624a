package app

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// hasDisplay reports whether a window can be shown: on Linux and the BSDs a display server must be named, and
// answer. One that is named and gone, as after a session has ended, has the toolkit panic.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return answers(waylandAt()) || answers(xAt(os.Getenv("DISPLAY"))...)
}

// answering is how long a display server may take to answer.
const answering = 5 * time.Second

// answers reports whether somebody listens at one of several places.
func answers(at ...net.Addr) bool {
	for _, a := range at {
		if a == nil {
			continue
		}
		if conn, err := net.DialTimeout(a.Network(), a.String(), answering); err == nil {
			conn.Close()
			return true
		}
	}
	return false
}

// waylandAt returns where the Wayland server of the session listens, nil where none is named (wayland.app,
// wl_display_connect).
func waylandAt() net.Addr {
	name := os.Getenv("WAYLAND_DISPLAY")
	if name == "" {
		return nil
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
	}
	return &net.UnixAddr{Name: name, Net: "unix"}
}

// xAt returns where an X server may listen that is named as in $DISPLAY, HOST:NUMBER.SCREEN (X(7), "Display
// names").
func xAt(display string) []net.Addr {
	i := strings.LastIndexByte(display, ':')
	if i < 0 {
		return nil
	}
	host := display[:i]
	number, err := strconv.Atoi(strings.SplitN(display[i+1:], ".", 2)[0])
	if err != nil || number < 0 || number > 65535-firstPort {
		return nil
	}
	if host != "" && host != "unix" && !strings.HasPrefix(host, "unix/") {
		return []net.Addr{named(net.JoinHostPort(strings.Trim(cmp.Or(strings.TrimPrefix(host, "tcp/"), "localhost"), "[]"), strconv.Itoa(firstPort+number)))}
	}
	socket := "/tmp/.X11-unix/X" + strconv.Itoa(number)
	return []net.Addr{&net.UnixAddr{Name: socket, Net: "unix"}, &net.UnixAddr{Name: "@" + socket, Net: "unix"}} // the second is Linux's abstract one
}

// firstPort is that of the display 0 over TCP.
const firstPort = 6000

// named is a place in the network whose host may be a name.
type named string

func (named) Network() string  { return "tcp" }
func (n named) String() string { return string(n) }

// errRefused is the error for a display that answers and lets nobody in.
var errRefused = errors.New("the display lets nobody in")

// refusal is what the toolkit panics with where it cannot open the display (GLFW's error of that name).
const refusal = "NotInitialized"

// show shows a window, or returns errRefused.
func show(w fyne.Window) (err error) {
	defer func() {
		switch p := recover(); {
		case p == nil:
		case strings.Contains(fmt.Sprint(p), refusal):
			err = errRefused
		default:
			panic(p)
		}
	}()
	w.Show()
	return nil
}
