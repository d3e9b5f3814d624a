package app

import (
	"io"
	"os"
	"strings"
	"sync"
	"syscall"
	"unsafe"

	"peerage/app/remind"
)

var (
	kernel32      = syscall.NewLazyDLL("kernel32.dll")
	attachConsole = kernel32.NewProc("AttachConsole")
	messageBox    = user32.NewProc("MessageBoxW")
)

// What the system is asked (wincon.h, ATTACH_PARENT_PROCESS; winuser.h, MB_ICONERROR and MB_SETFOREGROUND).
const (
	ofTheCaller = 1<<32 - 1
	asError     = 0x10
	inFront     = 0x10000
)

// callers is the console of whoever called Peerage, nil where there is none. A program with windows begins without
// it, and joins it here as soon as it has something to say: with it come Ctrl+C and the end of the console, which
// are no matter of a window's.
var callers = sync.OnceValue(func() *os.File {
	attachConsole.Call(ofTheCaller) // fails where there is none, and where it is joined already
	console, err := os.OpenFile("CONOUT$", os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	return console
})

// voice is an output that leads nowhere by itself. title is that of the box in which it is heard, "" for none.
type voice struct{ title string }

// Write writes to the caller's console, or where there is none and it is to be heard, in a box on the screen. What
// nobody can hear is as good as said.
func (v *voice) Write(p []byte) (int, error) {
	if console := callers(); console != nil {
		return console.Write(p)
	}
	if v.title != "" {
		text, err := syscall.UTF16PtrFromString(strings.TrimPrefix(strings.TrimSpace(string(p)), "peerage: "))
		if err != nil {
			return 0, err
		}
		title, err := syscall.UTF16PtrFromString(v.title)
		if err != nil {
			return 0, err
		}
		messageBox.Call(0, uintptr(unsafe.Pointer(text)), uintptr(unsafe.Pointer(title)), asError|inFront)
	}
	return len(p), nil
}

// output returns what is written to for f, one of the system's two outputs.
func output(f *os.File) io.Writer {
	if _, err := syscall.GetFileType(syscall.Handle(f.Fd())); err != nil {
		return &voice{}
	}
	return f
}

// aloud has what is written from now on be heard by somebody who looks at a screen and at no console, in a box with a
// title.
func aloud(w io.Writer, title string, _ remind.Notifier) {
	if v, ok := w.(*voice); ok {
		v.title = title
	}
}
