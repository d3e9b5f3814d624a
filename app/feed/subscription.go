package feed

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
)

// FileName is the name of the file within the data folder that holds the subscription. Whoever can read
// it can read the calendar.
const FileName = "subscription.json"

// Subscription is what is kept of it on this computer. Without a token it has no address yet.
type Subscription struct {
	On    bool   `json:"on"`
	Port  int    `json:"port"` // 1024 to 65535
	Token string `json:"token"`
}

// ErrUnreadable is the error for a file that holds no subscription.
var ErrUnreadable = errors.New("the file of the subscription cannot be read")

// Address returns what a calendar program subscribes to.
func (s Subscription) Address() string { return "http://" + s.host() + s.path() }

// Webcal returns the same address in the form that opens the calendar program of the system. It means
// HTTP as well.
func (s Subscription) Webcal() string { return "webcal://" + s.host() + s.path() }

func (s Subscription) host() string { return net.JoinHostPort(loopback, strconv.Itoa(s.Port)) }
func (s Subscription) path() string { return "/calendar/" + s.Token + ".ics" }

// loopback is the one address that is listened on.
const loopback = "127.0.0.1"

// Load returns the subscription of a data folder: none, switched off, where there is no file. It fails
// with ErrUnreadable where the file holds something else. A file that others may read is closed to them.
func Load(folder string) (Subscription, error) {
	path := filepath.Join(folder, FileName)
	content, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Subscription{}, nil
	case err != nil:
		return Subscription{}, err
	}
	var s Subscription
	if json.Unmarshal(content, &s) != nil || s.Port < leastPort || s.Port > mostPort || !token.MatchString(s.Token) {
		return Subscription{}, fmt.Errorf("%s: %w", path, ErrUnreadable)
	}
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" {
		return s, os.Chmod(path, 0o600)
	}
	return s, nil
}

// Ready returns the subscription of a data folder with an address, which is made where there is none.
func Ready(folder string) (Subscription, error) {
	return change(folder, func(*Subscription) error { return nil })
}

// Switch switches the subscription of a data folder on or off. The address stays what it was.
func Switch(folder string, on bool) (Subscription, error) {
	return change(folder, func(s *Subscription) error {
		s.On = on
		return nil
	})
}

// Renew gives the subscription of a data folder a new token, so that nothing answers at the address of
// before; where another program has its port, a new port too. It also mends a file that is unreadable.
func Renew(ctx context.Context, folder string) (Subscription, error) {
	before, err := Load(folder)
	if errors.Is(err, ErrUnreadable) {
		err = os.Remove(filepath.Join(folder, FileName))
	}
	if err != nil {
		return before, err
	}
	s, err := change(folder, func(s *Subscription) error {
		s.Token = newToken()
		if before.Token == "" || usable(ctx, before) {
			return nil
		}
		var err error
		s.Port, err = freePort()
		return err
	})
	if err != nil {
		return s, err
	}
	return s, forget(folder) // it spoke of the address of before
}

// usable reports whether the port is free, or has a Peerage of this subscription on it.
func usable(ctx context.Context, s Subscription) bool {
	l, err := listen(s.Port)
	if err == nil {
		return l.Close() == nil
	}
	return served(ctx, s)
}

// change keeps a subscription as edit leaves it.
func change(folder string, edit func(*Subscription) error) (Subscription, error) {
	s, err := Load(folder)
	if err != nil {
		return s, err
	}
	before := s
	if s.Token == "" {
		s.Token = newToken()
		if s.Port, err = freePort(); err != nil {
			return s, err
		}
	}
	if err := edit(&s); err != nil || s == before {
		return s, err
	}
	return s, keep(filepath.Join(folder, FileName), s)
}

// token is the form of a token: 256 bits in base 32, in small letters, so that a double click selects
// all of it and no program takes a part of it for something else.
var token = regexp.MustCompile(`^[a-z2-7]{52}$`)

func newToken() string {
	var chance [32]byte
	rand.Read(chance[:]) // never fails (crypto/rand)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(chance[:]))
}

// Ports are taken by chance from a range below those that systems hand out to whatever connects
// somewhere (32768 and up on Linux, 49152 elsewhere), so that one is seldom lost to a passing connection.
const (
	leastPort, mostPort   = 1024, 65535
	firstPort, portsTried = 20000, 50
	portRange             = 10000
)

// freePort returns a port that nobody listens on just now.
func freePort() (int, error) {
	var last error
	for range portsTried {
		n, err := rand.Int(rand.Reader, big.NewInt(portRange))
		if err != nil {
			return 0, err
		}
		port := firstPort + int(n.Int64())
		l, err := listen(port)
		if err == nil {
			return port, l.Close()
		}
		last = err
	}
	return 0, fmt.Errorf("find a free port: %w", last)
}

// keep writes v in place of the file at path, whole or not at all, for the user's eyes only.
func keep(path string, v any) error {
	content, err := json.Marshal(v)
	if err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(path), ".subscription-*") // with the rights 0600
	if err != nil {
		return err
	}
	defer os.Remove(part.Name())
	_, err = part.Write(content)
	if err := errors.Join(err, part.Sync(), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), path)
}
