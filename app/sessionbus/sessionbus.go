// Package sessionbus looks for the bus of the desktop session that a process runs in, and starts none.
package sessionbus

import (
	"os"
	"strconv"
)

// Reachable reports whether there is a bus to connect to, where the libraries that connect look for it. Without one they
// start a new one, on which nobody listens.
func Reachable() bool {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return address != "autolaunch:"
	}
	_, err := os.Stat(userBus())
	return err == nil
}

// userBus is where the user's bus is found without an address.
func userBus() string { return "/run/user/" + strconv.Itoa(os.Getuid()) + "/bus" }
