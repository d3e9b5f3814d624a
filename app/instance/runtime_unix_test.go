//go:build !windows

package instance

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestARoomThatHoldsNoSocketsIsNotUsed(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	file, open, long := filepath.Join(temp, "file"), filepath.Join(temp, "open"), filepath.Join(temp, strings.Repeat("l", 100))
	if err := errors.Join(os.WriteFile(file, nil, 0o700), os.Mkdir(open, 0o700), os.Chmod(open, 0o755), os.Mkdir(long, 0o700)); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", temp)
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
	if dir, err := runtimeDir(); err != nil || len(dir) > longestRoom {
		t.Errorf("%s, %v", dir, err)
	}
}
