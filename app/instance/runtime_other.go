//go:build !windows && !darwin

package instance

import (
	"os"
	"path/filepath"
)

// ownRoom returns a folder for sockets in the one for temporary files.
func ownRoom(name string) string { return filepath.Join(os.TempDir(), name) }
