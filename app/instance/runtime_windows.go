package instance

import (
	"os"
	"path/filepath"
	"syscall"
)

// runtimeDir returns the folder for what stands for sockets, in the user's own part of the machine. The one for
// temporary files will not do: Windows empties it while an agent runs for weeks, which nobody would find then.
func runtimeDir() (string, error) {
	local, err := os.UserCacheDir()
	if err != nil {
		return os.TempDir(), nil
	}
	dir := filepath.Join(local, "Peerage", "run")
	return dir, os.MkdirAll(dir, 0o700)
}

var allowForeground = syscall.NewLazyDLL("user32.dll").NewProc("AllowSetForegroundWindow")

// anyProcess stands for all processes (winuser.h, ASFW_ANY).
const anyProcess = 1<<32 - 1

// letForward lets another process come to the front. Windows allows that to the one alone that the user has just
// started or clicked; of the other it would only make the taskbar blink.
func letForward() {
	if allowForeground.Find() == nil {
		allowForeground.Call(anyProcess)
	}
}
