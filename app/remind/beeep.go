package remind

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"github.com/gen2brain/beeep"
)

// Beeep is the Notifier of the desktops: D-Bus on Linux, toasts on Windows, osascript on macOS.
type Beeep struct {
	icon any
	show func(title, body string, icon any) error // beeep.Notify, or what stands in for it in tests
}

var _ Notifier = (*Beeep)(nil)

// NewBeeep returns a Notifier that shows notes in Peerage's name. icon is a PNG; nil shows none.
func NewBeeep(icon []byte) *Beeep {
	beeep.AppName = "Peerage"
	b := &Beeep{icon: "", show: beeep.Notify}
	if len(icon) > 0 {
		b.icon = icon
	}
	return b
}

// patience is how long the system's answer is waited for, which is as long as D-Bus's own libraries
// wait.
const patience = 25 * time.Second

// Notify shows the note, made safe for the system it runs on. It returns an error where nothing can
// show it: no session bus, no notification service. It returns ErrUnanswered when the service has not
// answered within 25 seconds or by the end of ctx. Nothing can take the note back then: the goroutine
// that waits for the answer stays until it comes or the program ends.
func (b *Beeep) Notify(ctx context.Context, n Note) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	n = Safe(runtime.GOOS, n)
	answer := make(chan error, 1)
	go func() { answer <- b.show(n.Title, n.Body, b.icon) }()
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	select {
	case err := <-answer:
		return err
	case <-ctx.Done():
		return fmt.Errorf("%w: %w", ErrUnanswered, ctx.Err())
	}
}
