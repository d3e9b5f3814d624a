package app

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// toolkitPreferences returns the file in which the toolkit keeps preferences of its own, such as the
// folder that a file dialog showed last; "" on a system without a place for it. Nothing of Peerage's is
// in there.
func toolkitPreferences() string {
	config, err := os.UserConfigDir()
	if runtime.GOOS == "darwin" {
		config, err = os.UserHomeDir()
		config = filepath.Join(config, "Library", "Preferences")
	}
	if err != nil {
		return ""
	}
	return filepath.Join(config, "fyne", appID, "preferences.json")
}

// keptApart is the folder, beside the toolkit's preferences, in which they truly lie.
const keptApart = "kept"

// settlePreferences keeps the toolkit from reading its preferences while they are half written. It writes them
// anew at each end, not atomically, and watches their folder meanwhile: it would read an empty file and
// complain. Behind a link into another folder nobody watches. What a window that was killed left half written
// is removed. Where the system allows no links, or the folder none, all stays as it is.
func settlePreferences(file string) error {
	if file == "" || runtime.GOOS == "windows" {
		return nil
	}
	kept := filepath.Join(filepath.Dir(file), keptApart, filepath.Base(file))
	if err := os.MkdirAll(filepath.Dir(kept), 0o700); err != nil {
		return nil // the toolkit says itself what it cannot open
	}
	if at, err := os.Lstat(file); err == nil && at.Mode().IsRegular() {
		if err := os.Rename(file, kept); err != nil {
			return err
		}
	}
	if content, err := os.ReadFile(kept); err == nil && !json.Valid(content) {
		if err := os.Remove(kept); err != nil {
			return err
		}
	}
	if err := os.Symlink(filepath.Join(keptApart, filepath.Base(file)), file); err != nil && !errors.Is(err, fs.ErrExist) {
		if _, gone := os.Lstat(file); errors.Is(gone, fs.ErrNotExist) {
			if err := os.Rename(kept, file); !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			return nil
		}
		return err
	}
	return nil
}
