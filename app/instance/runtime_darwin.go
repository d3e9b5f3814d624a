package instance

import (
	"os"
	"path/filepath"
)

// ownRoom returns a folder for sockets in the user's own. From the one for temporary files macOS removes what nobody
// has looked at for three days: an agent that runs longer could not be found, and a second one would begin.
func ownRoom(name string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		return filepath.Join(os.TempDir(), name)
	}
	return filepath.Join(home, "Library", "Application Support", "Peerage", "run")
}
