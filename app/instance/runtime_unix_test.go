//go:build !windows

package instance

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ownTemp gives a test a home and a folder for temporary files, short enough on macOS too, where they are deep.
func ownTemp(t *testing.T) string {
	t.Helper()
	t.Setenv("TMPDIR", "/tmp")
	temp := shortFolder(t)
	t.Setenv("TMPDIR", temp)
	t.Setenv("HOME", temp)
	return temp
}

func TestARoomThatHoldsNoSocketsIsNotUsed(t *testing.T) {
	temp := ownTemp(t)
	file, open, long := filepath.Join(temp, "file"), filepath.Join(temp, "open"), filepath.Join(temp, strings.Repeat("l", 100))
	if err := errors.Join(os.WriteFile(file, nil, 0o700), os.Mkdir(open, 0o700), os.Chmod(open, 0o755), os.Mkdir(long, 0o700)); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_RUNTIME_DIR", "")
	want, err := runtimeDir()
	if err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{
		"gone": filepath.Join(temp, "gone"), "a file": file, "open to others": open, "too long": long, "relative": "run",
	} {
		t.Setenv("XDG_RUNTIME_DIR", dir)
		inst, first, err := Claim(temp, Agent, Message{})
		if err != nil || !first {
			t.Errorf("%s: %v, %v", name, first, err)
			continue
		}
		if filepath.Dir(inst.place.path) != want {
			t.Errorf("%s: it listens at %s", name, inst.place.path)
		}
		inst.Close()
	}
	deep := filepath.Join(temp, strings.Repeat("d", 100))
	t.Setenv("TMPDIR", deep)
	// What lies in /tmp by that name, and who may use it, is a matter of the machine.
	if dir, err := runtimeDir(); err != nil && !errors.Is(err, fs.ErrPermission) || len(dir) > longestRoom {
		t.Errorf("%s, %v", dir, err)
	}
}

func TestAFolderOfSomebodyElseHoldsNoSockets(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", "")
	temp := ownTemp(t)
	dir, err := runtimeDir()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(dir, temp) {
		t.Fatalf("%s is not of this test", dir)
	}
	if again, err := runtimeDir(); err != nil || again != dir {
		t.Errorf("%s, %v", again, err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := runtimeDir(); err == nil {
		t.Error("a folder that others can write to is used")
	}
}
