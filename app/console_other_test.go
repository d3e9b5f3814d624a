//go:build !windows

package app

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"peerage/app/remind"
)

// board keeps what was notified.
type board []remind.Note

func (b *board) Notify(_ context.Context, n remind.Note) error { *b = append(*b, n); return nil }

func TestWhyAWindowCannotOpenIsSaidWhereNobodyReadsATerminal(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "errors"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var seen board
	out := output(f)
	write := func(text string) {
		if n, err := out.Write([]byte(text)); err != nil || n != len(text) {
			t.Fatalf("%d of %q were written: %v", n, text, err)
		}
	}
	write("peerage: of a command\n")
	if len(seen) != 0 {
		t.Errorf("a command notified of %q", seen)
	}
	aloud(out, "Peerage", &seen)
	write("peerage: /data: This folder can only be read.\n")
	if want := (remind.Note{Title: "Peerage", Body: "/data: This folder can only be read."}); len(seen) != 1 || seen[0] != want {
		t.Errorf("notified was %q, want %q", seen, want)
	}
	if text, _ := os.ReadFile(f.Name()); string(text) != "peerage: of a command\npeerage: /data: This folder can only be read.\n" {
		t.Errorf("%q was written", text)
	}
}
