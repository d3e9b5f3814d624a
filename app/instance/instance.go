package instance

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// Role is what a process is for a data folder.
type Role string

// The roles, each of which one process at a time has.
const (
	Window Role = "window"
	Agent  Role = "agent"
)

// Instance is the one process that has a role for a data folder.
type Instance struct {
	lock     *flock.Flock
	listener net.Listener
	token    string
	place    place
	closing  sync.Once
}

// ErrSilent is the error for another process that has the role and does not answer.
var ErrSilent = errors.New("another process has the data folder open and does not answer")

// Claim gives this process a role for the data folder dir, or hands m to the process that has it and returns
// first as false. It returns ErrSilent when that one takes nothing.
func Claim(dir string, role Role, m Message) (inst *Instance, first bool, err error) {
	p, err := placeOf(dir, role)
	if err == nil {
		inst, first, err = p.claim(m)
	}
	if err != nil {
		return nil, false, fmt.Errorf("be the %s of %s: %w", role, dir, err)
	}
	return inst, first, nil
}

// Who claims a place while another process begins or ends looks again after a while.
const (
	patience  = 3 * time.Second
	lookAgain = 50 * time.Millisecond
)

func (p place) claim(m Message) (*Instance, bool, error) {
	lock := flock.New(p.lock())
	for end := time.Now().Add(patience); ; time.Sleep(lookAgain) {
		mine, err := lock.TryLock()
		switch {
		case err != nil:
			return nil, false, err
		case mine:
			inst := &Instance{lock: lock, place: p}
			if err := inst.open(); err != nil {
				return nil, false, errors.Join(err, lock.Unlock())
			}
			return inst, true, nil
		case p.told(m):
			return nil, false, nil
		case time.Now().After(end):
			return nil, false, ErrSilent
		}
	}
}

// open begins to listen. What lies at the place is left over from a process that was ended from outside; a file there
// is written over, since Windows removes none that another process is reading.
func (i *Instance) open() (err error) {
	socket := i.place.socket()
	if i.place.loopback {
		if i.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
			return err
		}
		i.token = rand.Text()
		err = os.WriteFile(socket, []byte(i.listener.Addr().String()+"\n"+i.token), 0o600)
	} else {
		if err := ignoreMissing(os.Remove(socket)); err != nil {
			return err
		}
		if i.listener, err = net.Listen("unix", socket); err != nil {
			return err
		}
		err = os.Chmod(socket, 0o600)
	}
	if err != nil {
		i.listener.Close()
	}
	return err
}

// accept returns the next connection. It fails once the instance is closed and not before: a process may be short
// of something for a while.
func (i *Instance) accept() (net.Conn, error) {
	for {
		conn, err := i.listener.Accept()
		if err == nil || errors.Is(err, net.ErrClosed) {
			return conn, err
		}
		time.Sleep(lookAgain)
	}
}

// Close gives the role free for another process. Closing again does nothing: by then the place may be
// another's.
func (i *Instance) Close() (err error) {
	i.closing.Do(func() {
		err = errors.Join(i.listener.Close(), ignoreMissing(os.Remove(i.place.socket())), i.lock.Unlock())
	})
	return err
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// place is where the process with a role is found.
type place struct {
	path     string // without the ending
	loopback bool   // a file that holds address and token stands for the socket
}

func (p place) lock() string   { return p.path + ".lock" }
func (p place) socket() string { return p.path + ".sock" }

// placeOf returns the place of a role for a data folder. Paths of sockets must be short (sun_path has 104
// octets on macOS), so that the folder's own is not part of them.
func placeOf(dir string, role Role) (place, error) {
	whole, err := filepath.Abs(dir)
	if err != nil {
		return place{}, err
	}
	room, err := runtimeDir()
	sum := sha256.Sum256([]byte(resolved(whole)))
	name := "peerage-" + hex.EncodeToString(sum[:6]) + "-" + string(role)
	return place{filepath.Join(room, name), runtime.GOOS == "windows"}, err
}

// resolved returns an absolute path without the links in it, as far as it exists.
func resolved(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil || filepath.Dir(path) == path {
		return real
	}
	return filepath.Join(resolved(filepath.Dir(path)), filepath.Base(path))
}
