package feed

import (
	"context"
	"net"
	"net/http"
	"time"
)

// Hurry makes the server wait for others no longer than d for each thing.
func (f *Server) Hurry(d time.Duration) {
	f.limits.head, f.limits.request, f.limits.answer, f.limits.idle = d, d, d, d
}

// Places lets so many be connected at once.
func (f *Server) Places(n int) { f.limits.connections = n }

// Handler returns what answers requests, for a subscription.
func (f *Server) Handler(s Subscription) http.Handler {
	f.handler.door.Store(newDoor(s))
	return &f.handler
}

// Listen listens on a port as Run does.
func Listen(port int) (*net.TCPListener, error) { return listen(port) }

// RecordName is the name of the file that says how it went.
const RecordName = recordName

// Edition makes the calendar as a request that comes after a change does.
func (f *Server) Edition(ctx context.Context) ([]byte, error) {
	e, err := f.handler.press.edition(ctx)
	if err != nil {
		return nil, err
	}
	return e.octets, nil
}
