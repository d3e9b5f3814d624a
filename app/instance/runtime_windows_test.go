package instance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAStartIsNotDisturbedByOneThatReads(t *testing.T) {
	p := place{filepath.Join(t.TempDir(), "window"), true}
	if err := os.WriteFile(p.socket(), []byte("127.0.0.1:1\nleft behind"), 0o600); err != nil {
		t.Fatal(err)
	}
	reader, err := os.Open(p.socket())
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	inst, first, err := p.claim(Message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	defer inst.Close()
	go inst.Listen(func(Message) {})
	if !p.told(Message{}) {
		t.Error("nobody answers")
	}
}

func TestWhatStandsForSocketsIsNotAmongTemporaryFiles(t *testing.T) {
	local := t.TempDir()
	t.Setenv("LocalAppData", local)
	t.Setenv("TMP", filepath.Join(local, "Temp"))
	dir, err := runtimeDir()
	if err != nil || !strings.HasPrefix(dir, local) || strings.HasPrefix(dir, os.TempDir()) {
		t.Errorf("%s, %v", dir, err)
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		t.Errorf("it is not there: %v", err)
	}
}
