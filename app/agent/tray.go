package agent

import (
	"context"
	"strings"

	"peerage/app/instance"
)

// tray is where a face is shown.
type tray interface {
	// run shows a face until ctx ends, and tells chosen what the user does with it.
	run(ctx context.Context, f *face, chosen func(choice))
	// show shows another face. Before run it does nothing.
	show(*face)
}

// choice is what the user wants.
type choice struct {
	what action
	link instance.Link // where to, with opens
}

// action is what can be done in the tray.
type action int

const (
	opens action = iota
	pauses
	quits
)

// label returns a text as the menus of a system may be given it: what they take for the mark of a key is
// written so that it shows.
func label(goos, text string) string {
	switch goos {
	case "windows":
		return strings.ReplaceAll(text, "&", "&&")
	case "darwin":
		return text
	}
	return strings.ReplaceAll(text, "_", "__")
}
