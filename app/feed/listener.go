package feed

import (
	"net"
	"sync"
)

// listen listens on a port of loopback, and nowhere else.
func listen(port int) (*net.TCPListener, error) {
	return net.ListenTCP("tcp4", &net.TCPAddr{IP: net.ParseIP(loopback), Port: port})
}

// bounded is a listener that has at most so many connections open; further ones wait to be accepted.
// Without it, any program of this computer could take all files that the process may open.
type bounded struct {
	*net.TCPListener
	places chan struct{}
	closed chan struct{}
	once   sync.Once
}

func newBounded(l *net.TCPListener, places int) *bounded {
	return &bounded{TCPListener: l, places: make(chan struct{}, places), closed: make(chan struct{})}
}

// Accept is described at net.Listener.
func (b *bounded) Accept() (net.Conn, error) {
	select {
	case <-b.closed:
		return nil, net.ErrClosed
	case b.places <- struct{}{}:
	}
	conn, err := b.AcceptTCP()
	if err != nil {
		<-b.places
		return nil, err
	}
	return &placed{TCPConn: conn, leave: sync.OnceFunc(func() { <-b.places })}, nil
}

// Close is described at net.Listener.
func (b *bounded) Close() error {
	b.once.Do(func() { close(b.closed) })
	return b.TCPListener.Close()
}

// placed is a connection that gives its place free when it is closed. It is a whole TCP connection, of
// which net/http closes one half first, so that an answer is read before a request that was cut off.
type placed struct {
	*net.TCPConn
	leave func()
}

func (p *placed) Close() error {
	defer p.leave()
	return p.TCPConn.Close()
}
