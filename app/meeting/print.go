package meeting

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"peerage/app/files"
	"peerage/app/parts"
	"peerage/app/words"
)

// Printer is what printing needs.
type Printer struct {
	DataFolder string // in which the page lies for the browser
	Now        func() time.Time
	// Open opens an address; nil leaves it to the system.
	Open func(context.Context, *url.URL) error
}

// toPrinter writes the page as a file and opens it in the browser, which prints it or saves it as PDF; without one it asks
// where to keep it. It holds
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
		return open(ctx, parts.FileAddress(written))
	}, func(err error) {
		switch {
		case err == nil:
			v.frame.Toast(w.T("meeting.printed"), false)
		case written != "":
			v.frame.Toast(w.T("meeting.no_browser"), false)
			files.Save(v.frame, w.T("meeting.save_title"), pageFile, []string{filepath.Ext(pageFile)}, func(path string) { v.keep(written, path) })
		default:
			v.frame.Fail(err)
		}
	})
}

// pageFile is the name that is proposed for the page where no browser takes it.
const pageFile = "before-you-meet.html"

// keep copies the page that was written for a browser to where the user wants it.
func (v *view) keep(written, path string) {
	w := v.frame.Words()
	v.frame.Tasks().Go(func(context.Context) error {
		printed, err := os.ReadFile(written)
		if err == nil {
			err = os.WriteFile(path, printed, 0o600)
		}
		if err != nil {
			return fmt.Errorf("keep the page: %w", err)
		}
		return nil
	}, func(err error) {
		if err != nil {
			v.frame.Fail(err)
			return
		}
		v.frame.Toast(w.T("meeting.saved", words.Args{"File": path}), false)
	})
}
