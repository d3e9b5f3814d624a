//go:build !(linux || freebsd || openbsd || netbsd)

package agent

import "context"

// desktop is the session that the process runs in. It ends its processes itself.
type desktop struct{}

func connect(context.Context) *desktop { return &desktop{} }

func (d *desktop) hasTray() bool { return d != nil }

func (d *desktop) recall(context.Context) {}

func (d *desktop) ended() context.Context { return context.Background() }

// HasTray reports whether tray icons are shown on this desktop: always, on Windows and macOS.
func HasTray(context.Context) bool { return true }
