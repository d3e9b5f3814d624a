package sessionbus

import (
	"os"
	"path/filepath"
	"testing"
)

func TestABusIsLookedForWhereTheLibrariesLook(t *testing.T) {
	elsewhere := t.TempDir()
	if err := os.WriteFile(filepath.Join(elsewhere, "bus"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_RUNTIME_DIR", elsewhere) // where nobody looks for a bus
	_, err := os.Stat(userBus())
	for address, want := range map[string]bool{"": err == nil, "autolaunch:": false, "unix:path=/nowhere": true} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		if got := Reachable(); got != want {
			t.Errorf("with the address %q: %v", address, got)
		}
	}
}
