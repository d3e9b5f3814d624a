package meeting

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"peerage/app/parts"
)

// Printer is what printing needs.
type Printer struct {
	DataFolder string // in which the page lies for the browser
	Now        func() time.Time
	// Open opens an address; nil leaves it to the system.
	Open func(context.Context, *url.URL) error
}

// toPrinter writes the page as a file and opens it in the browser, which prints it or saves it as PDF. It holds
// what the screen shows: initials while names are hidden.
func (v *view) toPrinter() {
	if v.shown == nil {
		return
	}
	s, p, w := v.shown, v.printer, v.frame.Words()
	open := p.Open
	if open == nil {
		open = parts.Open
	}
	var written string
	v.frame.Tasks().Go(func(ctx context.Context) (err error) {
		if written, err = s.Print(p.DataFolder, w.Language(), p.Now()); err != nil {
			return err
		}
		return open(ctx, fileURL(written))
	}, func(err error) {
		switch {
		case err == nil:
			v.frame.Toast(w.T("meeting.printed"), false)
		case written != "":
			v.frame.Toast(w.T("meeting.no_browser"), false)
		default:
			v.frame.Fail(err)
		}
	})
}

// fileURL names a file to a browser, on every system.
func fileURL(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return &url.URL{Scheme: "file", Path: path}
}
