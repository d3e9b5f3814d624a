package system

import (
	"os"
	"path/filepath"
)

func launchFile() (string, error) {
	home, err := os.UserHomeDir()
	return filepath.Join(home, "Library", "LaunchAgents", agentLabel+".plist"), err
}

// StartsAtLogin reports whether the system starts the agent at login.
func StartsAtLogin() (bool, error) {
	path, err := launchFile()
	if err != nil {
		return false, err
	}
	kept, err := read(path)
	return len(kept) > 0, err
}

// StartAtLogin has the system start p at login, or no longer.
func StartAtLogin(p Program, on bool) error {
	path, err := launchFile()
	switch {
	case err != nil:
		return err
	case on:
		return write(path, launchAgent(p))
	}
	return remove(path)
}

// OpensLinks returns ErrBundle.
func OpensLinks(string) (bool, error) { return false, ErrBundle }

// OpenLinks returns ErrBundle.
func OpenLinks(Program, string, bool) error { return ErrBundle }
