//go:build !windows

package instance

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// longestRoom is how long the path of the folder for sockets may be, in octets: sun_path holds 104 on macOS, its
// final NUL and the name of the socket among them.
const longestRoom = 103 - len("/peerage-0123456789ab-window.sock")

// runtimeDir returns the folder for sockets: $XDG_RUNTIME_DIR, or where that is not set, not there, too long for a
// socket or not this user's alone, one of Peerage's own. What is said there is meant for the user, a password too, so
// that nobody else may listen in it.
func runtimeDir() (string, error) {
	if dir := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) && len(dir) <= longestRoom && own(dir) == nil {
		return dir, nil
	}
	name := "peerage-" + strconv.Itoa(os.Getuid())
	dir := ownRoom(name)
	if len(dir) > longestRoom {
		dir = filepath.Join("/tmp", name)
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return dir, err
	}
	if err := os.Mkdir(dir, 0o700); err == nil {
		return dir, nil
	}
	return dir, own(dir)
}

// own returns an error where a path is no folder that this user, and nobody else, may use.
func own(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if owner, ok := info.Sys().(*syscall.Stat_t); !info.IsDir() || !ok || int(owner.Uid) != os.Getuid() || info.Mode().Perm() != 0o700 {
		return fmt.Errorf("use %s: %w", dir, fs.ErrPermission)
	}
	return nil
}

// letForward does nothing: here whoever is asked to come to the front may.
func letForward() {}
