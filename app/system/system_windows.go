package system

import (
	"errors"
	"fmt"
	"io/fs"

	"golang.org/x/sys/windows/registry"
)

// Keys of the user's part of the registry, and the name of the value for login.
const (
	runKey      = `Software\Microsoft\Windows\CurrentVersion\Run`
	approvedKey = `Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run`
	classes     = `Software\Classes\`
	command     = `\shell\open\command`
	valueName   = "Peerage"
)

// StartsAtLogin reports whether the system starts the agent at login.
func StartsAtLogin() (bool, error) {
	line, err := text(runKey, valueName)
	if err != nil || line == "" {
		return false, err
	}
	key, err := registry.OpenKey(registry.CURRENT_USER, approvedKey, registry.QUERY_VALUE)
	if err != nil {
		return true, missing(err)
	}
	defer key.Close()
	kept, _, err := key.GetBinaryValue(valueName)
	return approved(kept), missing(err)
}

// StartAtLogin has the system start p at login, or no longer.
func StartAtLogin(p Program, on bool) error {
	if key, err := registry.OpenKey(registry.CURRENT_USER, approvedKey, registry.SET_VALUE); err == nil {
		err = missing(key.DeleteValue(valueName))
		key.Close()
		if err != nil {
			return err
		}
	}
	if on {
		return setText(runKey, valueName, commandLine(p))
	}
	key, err := registry.OpenKey(registry.CURRENT_USER, runKey, registry.SET_VALUE)
	if err != nil {
		return missing(err)
	}
	defer key.Close()
	return missing(key.DeleteValue(valueName))
}

// OpensLinks reports whether the system gives the links of a scheme to Peerage.
func OpensLinks(scheme string) (bool, error) {
	line, err := text(classes+scheme+command, "")
	return line != "", err
}

// OpenLinks has the system give the links of a scheme to p, or no longer to Peerage.
func OpenLinks(p Program, scheme string, on bool) error {
	root := classes + scheme
	if on {
		return errors.Join(setText(root, "", "URL:"+p.Name), setText(root, "URL Protocol", ""), setText(root+command, "", commandLine(p, "%1")))
	}
	for _, below := range []string{command, `\shell\open`, `\shell`, ""} {
		if err := missing(registry.DeleteKey(registry.CURRENT_USER, root+below)); err != nil {
			return err
		}
	}
	return nil
}

// text returns a value, "" where there is none.
func text(path, name string) (string, error) {
	key, err := registry.OpenKey(registry.CURRENT_USER, path, registry.QUERY_VALUE)
	if err != nil {
		return "", missing(err)
	}
	defer key.Close()
	value, _, err := key.GetStringValue(name)
	return value, missing(err)
}

func setText(path, name, value string) error {
	key, _, err := registry.CreateKey(registry.CURRENT_USER, path, registry.SET_VALUE)
	if err != nil {
		return fmt.Errorf("write the registry: %w", err)
	}
	defer key.Close()
	return key.SetStringValue(name, value)
}

// missing returns nil for what is not there.
func missing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
