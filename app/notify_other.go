//go:build !darwin

package app

import (
	"fyne.io/fyne/v2"

	"peerage/app/remind"
)

// notifierFor returns the notifier of a window: outside macOS the one that commands use too.
func notifierFor(_ fyne.App, n remind.Notifier) remind.Notifier { return n }
