//go:build !ci && (linux || freebsd || netbsd || openbsd)

package parts

import (
	"context"
	"net/url"
	"os"
	"time"

	"fyne.io/fyne/v2"
)

// opening is how long a program that opens things is watched: by then it has complained, or does its work.
const opening = 3 * time.Second

// open asks the desktop itself: the toolkit starts the same program, but does not wait to hear that there
// is nothing to open the address with. From within a Flatpak the toolkit's way is the only one.
func open(ctx context.Context, u *url.URL) error {
	if _, err := os.Stat("/.flatpak-info"); err == nil {
		return fyne.CurrentApp().OpenURL(u)
	}
	return openWith(ctx, "xdg-open", u, opening)
}
