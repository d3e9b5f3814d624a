//go:build !windows

package app

import (
	"io"
	"os"
)

// output returns what is written to for f, one of the system's two outputs.
func output(f *os.File) io.Writer { return f }

// aloud does nothing: here a window says on standard error why it cannot be opened.
func aloud(io.Writer, string) {}
