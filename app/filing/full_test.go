//go:build unix

package filing

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
)

// room lets files grow to so many octets only: writing stops in the middle, as on a disk that is full.
func room(t *testing.T, octets uint64) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	small := limit
	small.Cur = octets
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &small); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			t.Error(err)
		}
	})
}

func TestWithoutRoomTheFileOfBeforeStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.ics")
	if err := Write(path, []byte("one")); err != nil {
		t.Fatal(err)
	}
	room(t, 4096)
	err := Write(path, bytes.Repeat([]byte("two"), 4096))
	var failure *fs.PathError
	if !errors.Is(err, syscall.EFBIG) || !errors.As(err, &failure) || failure.Path != path {
		t.Errorf("%v", err)
	}
	b, err := os.ReadFile(path)
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*"))
	if err != nil || string(b) != "one" || len(left) > 0 {
		t.Errorf("%v: %q, left behind %q", err, b, left)
	}
}
