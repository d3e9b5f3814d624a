//go:build linux || freebsd || openbsd || netbsd

package agent

import (
	"context"
	"time"

	"github.com/godbus/dbus/v5"

	"peerage/app/sessionbus"
)

// desktop is the session that the process runs in, known by its bus.
type desktop struct{ bus *dbus.Conn }

// watcher is the name of whoever shows tray icons (freedesktop.org's StatusNotifierItem).
const watcher = "org.kde.StatusNotifierWatcher"

// connect returns the desktop, nil where there is none: over a network, in a console, from cron.
func connect(ctx context.Context) *desktop {
	if !sessionbus.Reachable() {
		return nil
	}
	// The tray and the notifications share this connection, so that it is never closed here.
	bus, err := dbus.SessionBus()
	if err != nil || ctx.Err() != nil {
		return nil
	}
	return &desktop{bus}
}

// asking is how long a bus may take to answer.
const asking = 2 * time.Second

// hasTray reports whether somebody shows tray icons.
func (d *desktop) hasTray() bool { return d != nil && owned(d.bus, watcher) }

func owned(bus *dbus.Conn, name string) (is bool) {
	ctx, cancel := context.WithTimeout(context.Background(), asking)
	defer cancel()
	err := bus.BusObject().CallWithContext(ctx, "org.freedesktop.DBus.NameHasOwner", 0, name).Store(&is)
	return err == nil && is
}

// ended returns a context that ends with the desktop.
func (d *desktop) ended() context.Context { return d.bus.Context() }

// How long after the start the tray is shown once more, and where it lies.
const (
	settled  = 5 * time.Second
	itemPath = "/StatusNotifierItem"
)

// recall tells whoever shows tray icons of this one again, a while after the start. The tray tells it first and
// listens for another one after that, so that one that came in between, as both do at login, would never know. Who
// knows the icon already has it once.
func (d *desktop) recall(ctx context.Context) {
	select {
	case <-ctx.Done():
		return
	case <-time.After(settled):
	}
	if !d.hasTray() {
		return // whoever comes from now on is heard
	}
	ctx, cancel := context.WithTimeout(ctx, asking)
	defer cancel()
	// Where that fails, the tray is as it was.
	_ = d.bus.Object(watcher, "/StatusNotifierWatcher").CallWithContext(ctx, watcher+".RegisterStatusNotifierItem", 0, itemPath).Err
}

// HasTray reports whether tray icons are shown on this desktop just now.
func HasTray(ctx context.Context) bool {
	if !sessionbus.Reachable() {
		return false
	}
	bus, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer bus.Close()
	return owned(bus, watcher)
}
