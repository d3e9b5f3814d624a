package instance

import (
	"bufio"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strings"
	"sync"
	"time"
)

// Message is what one process tells another one of the same data folder. The empty message only asks whether
// there is one.
type Message struct {
	Token string   `json:"token,omitempty"`
	Raise bool     `json:"raise,omitempty"` // come to the front
	Files []string `json:"files,omitempty"` // absolute paths of files to bring in
	Link  Link     `json:"link,omitzero"`   // where to go
	Yield bool     `json:"yield,omitempty"` // leave the work of the data folder to the agent
	Left  bool     `json:"left,omitempty"`  // the user has ended the agent, which is not to be started again
	End   bool     `json:"end,omitempty"`   // end
	// Secret is a password that the user gave to the window, for the agent: without a keychain no other process of
	// theirs knows it.
	Secret *Secret `json:"secret,omitempty"`
}

// Secret is the password of an account on the server that the calendar is published to. However it is printed, it
// does not show.
type Secret struct {
	Account  string `json:"account"`
	Password string `json:"password"`
}

// hidden is what is shown of a secret.
const hidden = "(hidden)"

// Format implements fmt.Formatter.
func (Secret) Format(s fmt.State, _ rune) { io.WriteString(s, hidden) }

// LogValue implements slog.LogValuer.
func (Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// answering is how long the other side may take to answer.
const answering = 2 * time.Second

// taken is what a process answers to a message it takes.
const taken = "ok\n"

// longestMessage bounds what is read of a message, in octets.
const longestMessage = 1 << 20

// Tell hands a message to the process that has a role for the data folder dir, and reports whether there is
// one that took it.
func Tell(dir string, role Role, m Message) bool {
	p, err := placeOf(dir, role)
	return err == nil && p.told(m)
}

// told hands a message to whoever listens at a place and reports whether it was taken.
func (p place) told(m Message) bool {
	if m.Raise {
		letForward()
	}
	if !p.loopback {
		return told(m, "unix", p.socket())
	}
	kept, err := os.ReadFile(p.socket())
	if err != nil {
		return false
	}
	var address string
	address, m.Token, _ = strings.Cut(string(kept), "\n")
	return told(m, "tcp", address)
}

func told(m Message, network, address string) bool {
	conn, err := net.DialTimeout(network, address, answering)
	if err != nil {
		return false
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(answering)); err != nil {
		return false
	}
	if err := json.NewEncoder(conn).Encode(m); err != nil {
		return false
	}
	answer, err := bufio.NewReader(conn).ReadString('\n')
	return err == nil && answer == taken
}

// mostReads is how many messages are read at the same time. Whoever connects and says nothing is waited for, and
// keeps none of the others waiting.
const mostReads = 16

// Listen calls take for each message, one after the other, until the instance is closed. The empty message is
// answered only.
func (i *Instance) Listen(take func(Message)) {
	var taking sync.Mutex
	var reading sync.WaitGroup
	defer reading.Wait()
	free := make(chan struct{}, mostReads)
	for {
		conn, err := i.accept()
		if err != nil {
			return
		}
		free <- struct{}{}
		reading.Add(1)
		go func() {
			defer reading.Done()
			if m, ok := i.read(conn); ok && !m.empty() {
				taking.Lock()
				take(m)
				taking.Unlock()
			}
			conn.Close()
			<-free
		}()
	}
}

func (m Message) empty() bool {
	return !m.Raise && len(m.Files) == 0 && m.Link == (Link{}) && !m.Yield && !m.Left && !m.End && m.Secret == nil
}

func (i *Instance) read(conn net.Conn) (Message, bool) {
	var m Message
	if err := conn.SetDeadline(time.Now().Add(answering)); err != nil {
		return m, false
	}
	line, err := bufio.NewReader(io.LimitReader(conn, longestMessage)).ReadBytes('\n')
	if err != nil || json.Unmarshal(line, &m) != nil || subtle.ConstantTimeCompare([]byte(m.Token), []byte(i.token)) != 1 {
		return Message{}, false
	}
	_, err = conn.Write([]byte(taken))
	return m, err == nil
}
