package instance

import "os"

// runtimeDir returns the folder for what stands for sockets: that for temporary files is the user's own.
func runtimeDir() (string, error) { return os.TempDir(), nil }
