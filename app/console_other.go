//go:build !windows

package app

import (
	"context"
	"io"
	"os"
	"strings"
	"time"

	"github.com/mattn/go-isatty"

	"peerage/app/remind"
)

// voice is an output of the system. Whoever chose Peerage in a menu sees none of it: with a title, what is written
// is said in a notification too.
type voice struct {
	*os.File
	title    string
	notifier remind.Notifier
}

// patience is how long a notification may take before Peerage ends without it.
const patience = 3 * time.Second

// Write writes to the output, and where nobody reads that in a terminal and it is to be heard, has it notified.
func (v *voice) Write(p []byte) (int, error) {
	if v.title != "" && !isatty.IsTerminal(v.Fd()) {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		text := strings.TrimPrefix(strings.TrimSpace(string(p)), "peerage: ")
		_ = v.notifier.Notify(ctx, remind.Note{Title: v.title, Body: text}) // it is written all the same
	}
	return v.File.Write(p)
}

// output returns what is written to for f, one of the system's two outputs.
func output(f *os.File) io.Writer { return &voice{File: f} }

// aloud has what is written from now on be heard by somebody who looks at a screen and at no terminal, in a notification
// with a title.
func aloud(w io.Writer, title string, notifier remind.Notifier) {
	if v, ok := w.(*voice); ok {
		v.title, v.notifier = title, notifier
	}
}
