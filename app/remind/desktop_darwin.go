package remind

import (
	"context"
	"fmt"
	"os/exec"
	"sync/atomic"
)

// system is what the notes of a process share; macOS needs nothing.
type system struct{}

// hand gives a clean note to macOS.
func (d *Desktop) hand(ctx context.Context, n Note, handed *atomic.Bool) error {
	handed.Store(true)
	if err := exec.CommandContext(ctx, "osascript", osascript(n)...).Run(); err != nil {
		return fmt.Errorf("osascript: %w", err)
	}
	return nil
}
