//go:build darwin && !cgo

package agent

import (
	"context"
	"io/fs"
)

// panel is no tray: the menu bar of macOS is reached through C alone.
type panel struct{}

var _ tray = panel{}

func newPanel(fs.FS) panel { return panel{} }

func (panel) run(ctx context.Context, _ *face, _ func(choice)) { <-ctx.Done() }

func (panel) show(*face) {}
