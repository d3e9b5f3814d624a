//go:build !windows && !darwin

package system

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// entryName is the name of the desktop entry of the window, agentEntry that of the agent.
const (
	entryName  = ID + ".desktop"
	agentEntry = ID + ".agent.desktop"
)

// folder returns the user's folder of a kind: what the variable names, or one in the home folder (freedesktop.org's
// XDG Base Directory Specification).
func folder(variable string, home ...string) (string, error) {
	if dir := os.Getenv(variable); filepath.IsAbs(dir) {
		return dir, nil
	}
	dir, err := os.UserHomeDir()
	return filepath.Join(append([]string{dir}, home...)...), err
}

func autostart() (string, error) {
	config, err := folder("XDG_CONFIG_HOME", ".config")
	return filepath.Join(config, "autostart", agentEntry), err
}

// StartsAtLogin reports whether the system starts the agent at login.
func StartsAtLogin() (bool, error) {
	path, err := autostart()
	if err != nil {
		return false, err
	}
	entry, err := read(path)
	return enabled(entry), err
}

// StartAtLogin has the system start p at login, or no longer.
func StartAtLogin(p Program, on bool) error {
	path, err := autostart()
	switch {
	case err != nil:
		return err
	case on:
		return write(path, autostartEntry(p))
	}
	return remove(path)
}

// places returns where the desktop entry lies and the list of what opens what.
func places() (entry, list string, err error) {
	shared, err := folder("XDG_DATA_HOME", ".local", "share")
	if err != nil {
		return "", "", err
	}
	config, err := folder("XDG_CONFIG_HOME", ".config")
	return filepath.Join(shared, "applications", entryName), filepath.Join(config, "mimeapps.list"), err
}

// OpensLinks reports whether the system gives the links of a scheme to Peerage.
func OpensLinks(scheme string) (bool, error) {
	path, list, err := places()
	if err != nil {
		return false, err
	}
	entry, err := read(path)
	if err != nil || len(entry) == 0 {
		return false, err
	}
	kept, err := read(list)
	return defaultOf(kept, handler(scheme)) == entryName, err
}

// OpenLinks has the system give the links of a scheme to p, or no longer to Peerage.
func OpenLinks(p Program, scheme string, on bool) error {
	path, list, err := places()
	if err != nil {
		return err
	}
	kept, err := read(list)
	if err != nil {
		return err
	}
	if on {
		err = write(path, linkEntry(p, scheme))
		kept = withDefault(kept, handler(scheme), entryName)
	} else {
		err = remove(path)
		if defaultOf(kept, handler(scheme)) == entryName {
			kept = withDefault(kept, handler(scheme), "")
		}
	}
	if err != nil {
		return err
	}
	// Desktops that keep an index of entries are told; those without one read the entries themselves.
	_ = exec.Command("update-desktop-database", "-q", filepath.Dir(path)).Run()
	return keep(list, kept)
}

// keep writes a list of what opens what. One that says nothing any more is removed where it is not needed, and
// none is made to say nothing.
func keep(path string, list []byte) error {
	if said := strings.TrimSpace(string(list)); said != "" && said != defaults {
		return write(path, list)
	}
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && info.Mode().IsRegular():
		return remove(path)
	}
	return write(path, list)
}
