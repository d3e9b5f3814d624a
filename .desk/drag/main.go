// Command drag drops files onto a window as a file manager does: drag WINDOW X Y FILE…, X and Y on the screen. It
// speaks XDND 5 and ends well once the window says that it took them.
package main

/*
#cgo LDFLAGS: -lX11
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <X11/Xlib.h>
#include <X11/Xatom.h>

static Display *d;
static Window own;
static Atom atom(const char *name) { return XInternAtom(d, name, False); }

static void tell(Window to, const char *what, long a, long b, long c, long e) {
	XEvent ev;
	memset(&ev, 0, sizeof ev);
	ev.xclient.type = ClientMessage;
	ev.xclient.window = to;
	ev.xclient.message_type = atom(what);
	ev.xclient.format = 32;
	ev.xclient.data.l[0] = own;
	ev.xclient.data.l[1] = a;
	ev.xclient.data.l[2] = b;
	ev.xclient.data.l[3] = c;
	ev.xclient.data.l[4] = e;
	XSendEvent(d, to, False, NoEventMask, &ev);
	XFlush(d);
}

// give answers who asks for what is dragged.
static void give(XSelectionRequestEvent *r, const char *uris) {
	XEvent ev;
	memset(&ev, 0, sizeof ev);
	ev.xselection.type = SelectionNotify;
	ev.xselection.requestor = r->requestor;
	ev.xselection.selection = r->selection;
	ev.xselection.target = r->target;
	ev.xselection.time = r->time;
	if (r->target == atom("text/uri-list")) {
		XChangeProperty(d, r->requestor, r->property, r->target, 8, PropModeReplace, (const unsigned char *)uris, strlen(uris));
		ev.xselection.property = r->property;
	}
	XSendEvent(d, r->requestor, False, NoEventMask, &ev);
	XFlush(d);
}

// drop returns 0 when the window took what is dragged, 1 when it did not want it, 2 when it did not answer.
static int drop(unsigned long window, int x, int y, const char *uris) {
	XEvent ev;
	int dropped = 0, waited;
	if (!(d = XOpenDisplay(NULL))) return 2;
	own = XCreateSimpleWindow(d, DefaultRootWindow(d), 0, 0, 1, 1, 0, 0, 0);
	XSetSelectionOwner(d, atom("XdndSelection"), own, CurrentTime);
	tell(window, "XdndEnter", 5L << 24, atom("text/uri-list"), 0, 0);
	tell(window, "XdndPosition", 0, (long)x << 16 | y, CurrentTime, atom("XdndActionCopy"));
	for (waited = 0; waited < 500; waited++) {
		while (XPending(d)) {
			XNextEvent(d, &ev);
			if (ev.type == SelectionRequest) {
				give(&ev.xselectionrequest, uris);
			} else if (ev.type == ClientMessage && ev.xclient.message_type == atom("XdndStatus") && !dropped) {
				if (!(ev.xclient.data.l[1] & 1)) return 1;
				dropped = 1;
				tell(window, "XdndDrop", 0, CurrentTime, 0, 0);
			} else if (ev.type == ClientMessage && ev.xclient.message_type == atom("XdndFinished")) {
				return ev.xclient.data.l[1] ? 0 : 1; // GLFW counts octets there
			}
		}
		usleep(10000);
	}
	return 2;
}
*/
import "C"

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unsafe"
)

func main() {
	if len(os.Args) < 5 {
		fmt.Fprintln(os.Stderr, "drag WINDOW X Y FILE…")
		os.Exit(2)
	}
	var at [3]int64
	for i := range at {
		n, err := strconv.ParseInt(os.Args[i+1], 0, 64)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		at[i] = n
	}
	var uris strings.Builder
	for _, name := range os.Args[4:] {
		path, err := filepath.Abs(name)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		uris.WriteString((&url.URL{Scheme: "file", Path: path}).String() + "\r\n")
	}
	list := C.CString(uris.String())
	defer C.free(unsafe.Pointer(list))
	if answer := C.drop(C.ulong(at[0]), C.int(at[1]), C.int(at[2]), list); answer != 0 {
		fmt.Fprintln(os.Stderr, "drag: the window", map[C.int]string{1: "does not want the files", 2: "does not answer"}[answer])
		os.Exit(1)
	}
}
