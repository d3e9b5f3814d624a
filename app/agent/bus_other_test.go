//go:build !(linux || freebsd || openbsd || netbsd)

package agent

import "testing"

// quietDesktop returns a desktop whose tray nobody has to draw.
func quietDesktop(*testing.T) *desktop { return &desktop{} }
