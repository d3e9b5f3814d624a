//go:build unix && !darwin

package remind

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/godbus/dbus/v5"
)

// system is what the notes of a process share: the connection on which the service tells of clicks.
type system struct {
	mu    sync.Mutex
	conn  *dbus.Conn        // nil while there is none
	links map[uint32]string // of the notes that are shown on it
}

// mostShown is how many notes may be clicked at the same time. The links of older ones are forgotten.
const mostShown = 64

// The key of the action that a click on a note is, and the signals of the service.
const (
	actionDefault = "default"
	invoked       = service + ".ActionInvoked"
	closed        = service + ".NotificationClosed"
)

// handClickable does what hand does, with a note that tells when it is clicked.
func (d *Desktop) handClickable(ctx context.Context, n Note, handed *atomic.Bool) error {
	s := &d.system
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conn == nil || !s.conn.Connected() {
		conn, err := d.listen(ctx)
		if err != nil {
			return d.handByProgram(ctx, n, handed, err)
		}
		s.conn, s.links = conn, map[uint32]string{}
	}
	// Services show the name of the default action hardly anywhere.
	id, err := d.call(ctx, s.conn, n, []string{actionDefault, appName}, handed)
	if err != nil {
		return err
	}
	if len(s.links) >= mostShown {
		clear(s.links)
	}
	s.links[id] = n.Link
	return nil
}

// listen opens a connection that outlives ctx, which bounds only the opening, and follows the clicks on it.
func (d *Desktop) listen(ctx context.Context) (*dbus.Conn, error) {
	life, end := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, end)
	conn, err := connect(life)
	if err == nil {
		err = conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(service), dbus.WithMatchObjectPath(servicePath), dbus.WithMatchInterface(service))
	}
	if err != nil || !stop() {
		end()
		if err == nil {
			err = ctx.Err()
		}
		return nil, err
	}
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	go func() {
		defer end()
		for signal := range signals { // which is closed with the connection
			d.heard(signal)
		}
	}()
	return conn, nil
}

// heard takes in a signal of the service.
func (d *Desktop) heard(signal *dbus.Signal) {
	if len(signal.Body) < 2 || signal.Name != invoked && signal.Name != closed {
		return
	}
	id, ok := signal.Body[0].(uint32)
	if !ok {
		return
	}
	s := &d.system
	s.mu.Lock()
	link, ours := s.links[id]
	if signal.Name == closed {
		delete(s.links, id)
	}
	s.mu.Unlock()
	if ours && signal.Name == invoked && signal.Body[1] == actionDefault {
		d.Opened(link)
	}
}
