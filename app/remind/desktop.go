package remind

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"
)

// Desktop is the Notifier of the systems: D-Bus on Linux and its relatives, toasts on Windows, osascript on macOS.
type Desktop struct {
	// Opened is told the link of a note that somebody clicks while this process runs, "" where it has none; nil
	// makes notes that cannot be clicked. It is set before the first note, and called from any goroutine. On macOS
	// it is never called.
	Opened func(link string)

	icon   []byte // a PNG, or nothing
	system system
	show   func(ctx context.Context, n Note, handed *atomic.Bool) error // Desktop.hand, or what stands in for it in tests
}

var _ Notifier = (*Desktop)(nil)

// appName is what notes are shown in the name of.
const appName = "Peerage"

// NewDesktop returns a Notifier that shows notes in Peerage's name. icon is a PNG; nil shows none.
func NewDesktop(icon []byte) *Desktop {
	d := &Desktop{icon: icon}
	d.show = d.hand
	return d
}

// patience is how long the system's answer is waited for, which is as long as D-Bus's own libraries
// wait.
const patience = 25 * time.Second

// Notify shows the note, made safe for the system it runs on. It returns an error where nothing can
// show it: no session bus, no notification service. It returns ErrUnanswered when the service was handed the note
// and has not answered within 25 seconds or by the end of ctx.
func (d *Desktop) Notify(ctx context.Context, n Note) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	// Whoever shows it gives up with ctx; but not every system lets itself be interrupted.
	var handed atomic.Bool
	answer := make(chan error, 1)
	go func() { answer <- d.show(ctx, Clean(n), &handed) }()
	select {
	case err := <-answer:
		if ctx.Err() == nil || err == nil {
			return err
		}
	case <-ctx.Done():
	}
	if handed.Load() {
		return fmt.Errorf("%w: %w", ErrUnanswered, ctx.Err())
	}
	return fmt.Errorf("reach the notification service: %w", ctx.Err())
}
