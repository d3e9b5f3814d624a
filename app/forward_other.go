//go:build !windows

package app

import "fyne.io/fyne/v2"

// unfold does nothing: here a window that comes to the front is open.
func unfold(fyne.Window) {}
