package app

import (
	"bufio"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// message is what a second start tells the window that is open.
type message struct {
	Token string   `json:"token,omitempty"`
	Raise bool     `json:"raise"`
	Files []string `json:"files,omitempty"`
}

// instance is the one window that has a data folder open. It listens for later starts on a socket in
// the user's runtime folder; on Windows, which lacks those, on loopback, with a token that only this
// user can read.
type instance struct {
	listener net.Listener
	token    string
	place    string // the socket, or the file that holds address and token
	closing  sync.Once
}

// handOver is how long a second start waits for the first to answer.
const handOver = 2 * time.Second

// claimInstance makes this process the one window for dir, or hands m to the one there is and returns
// first as false.
func claimInstance(dir string, m message) (inst *instance, first bool, err error) {
	whole, err := filepath.Abs(dir)
	if err != nil {
		return nil, false, err
	}
	sum := sha256.Sum256([]byte(whole))
	name := "peerage-" + hex.EncodeToString(sum[:6])
	if runtime.GOOS == "windows" {
		return claimLoopback(filepath.Join(os.TempDir(), name+".window"), m)
	}
	return claimSocket(filepath.Join(runtimeDir(), name+".sock"), m)
}

// runtimeDir returns the folder for sockets: it must be the user's own, and its path short.
func runtimeDir() string {
	if dir := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) {
		return dir
	}
	return os.TempDir()
}

func claimSocket(path string, m message) (*instance, bool, error) {
	if told(m, "unix", path) {
		return nil, false, nil
	}
	// Nobody answers: what lies there is left over from a window that was ended from outside.
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, false, err
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, false, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		listener.Close()
		return nil, false, err
	}
	return &instance{listener: listener, place: path}, true, nil
}

func claimLoopback(path string, m message) (*instance, bool, error) {
	if kept, err := os.ReadFile(path); err == nil {
		address, token, _ := strings.Cut(string(kept), "\n")
		m.Token = token
		if told(m, "tcp", address) {
			return nil, false, nil
		}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, false, err
	}
	inst := &instance{listener: listener, token: rand.Text(), place: path}
	if err := os.WriteFile(path, []byte(listener.Addr().String()+"\n"+inst.token), 0o600); err != nil {
		listener.Close()
		return nil, false, err
	}
	return inst, true, nil
}

// told hands a message to the window at an address and reports whether it was taken.
func told(m message, network, address string) bool {
	conn, err := net.DialTimeout(network, address, handOver)
	if err != nil {
		return false
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(handOver)); err != nil {
		return false
	}
	if err := json.NewEncoder(conn).Encode(m); err != nil {
		return false
	}
	answer, err := bufio.NewReader(conn).ReadString('\n')
	return err == nil && answer == taken
}

// taken is what the window answers to a message it takes.
const taken = "ok\n"

// longestMessage bounds what is read of a message, in octets.
const longestMessage = 1 << 20

// listen calls take for each message until the instance is closed.
func (i *instance) listen(take func(message)) {
	for {
		conn, err := i.listener.Accept()
		if err != nil {
			return
		}
		if m, ok := i.read(conn); ok {
			take(m)
		}
		conn.Close()
	}
}

func (i *instance) read(conn net.Conn) (message, bool) {
	var m message
	if err := conn.SetDeadline(time.Now().Add(handOver)); err != nil {
		return m, false
	}
	line, err := bufio.NewReader(io.LimitReader(conn, longestMessage)).ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &m) != nil || subtle.ConstantTimeCompare([]byte(m.Token), []byte(i.token)) != 1 {
		return m, false
	}
	_, err = conn.Write([]byte(taken))
	return m, err == nil
}

// Close gives the data folder free for another window. Closing again does nothing: by then the place
// may be another window's.
func (i *instance) Close() (err error) {
	i.closing.Do(func() { err = errors.Join(i.listener.Close(), ignoreMissing(os.Remove(i.place))) })
	return err
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
