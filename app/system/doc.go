// Package system is what the user's system is told of Peerage: to start its agent at login, and that peerage:
// links are for it to open.
//
// Each system has its own place for that, which other programs and the user change as well. What holds is
// therefore read from there and remembered nowhere else. Nothing is written outside the user's own settings.
package system

import "errors"

// Program is how the system is to start Peerage.
type Program struct {
	Path    string   // absolute
	Args    []string // before whatever the system adds
	Name    string   // as people read it
	Comment string   // what it does, as people read it
}

// ErrBundle is the error where links are the matter of how Peerage was installed: on macOS the bundle says which
// links a program opens.
var ErrBundle = errors.New("the bundle says which links are opened")
