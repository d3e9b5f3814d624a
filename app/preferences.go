package app

import (
	"encoding/json"
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

// mendPreferences removes the toolkit's preferences when they cannot be read. The toolkit writes them anew
// at each end, not atomically: a window that is killed meanwhile leaves an empty file, and the next start
// would complain of it.
func mendPreferences(file string) error {
	content, err := os.ReadFile(file)
	if err != nil || json.Valid(content) {
		return nil // the toolkit says itself what it cannot open
	}
	return os.Remove(file)
}
